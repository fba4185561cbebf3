"""Opening a lake: several at once, and one that cannot be written."""

import subprocess
import sys

import duckdb
import pytest

from data import lake
from data.errors import SettingError
from tests.conftest import ROOT


def test_several_open_a_new_lake_at_once(postgres, made_up):
    command = [sys.executable, "-m", "data", "editions"]
    started = [subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) for _ in range(3)]

    assert [(p.communicate()[1], p.returncode) for p in started] == [("", 0)] * 3


def test_a_lake_that_cannot_be_written_is_named(monkeypatch):
    class ReadOnly:
        def execute(self, query):
            raise duckdb.IOException("attempt to write a readonly database")

    with pytest.raises(SettingError, match=r"Không mở được kho số liệu .*readonly"):
        lake._attach(ReadOnly(), "attach …", "sqlite:kho")
