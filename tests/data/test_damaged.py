"""A lake that is damaged: the newest whole edition is served, or one sentence says what to restore."""

import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from data import editions
from data import publish as office
from data.errors import DataError
from data.publish import last_fault, publish
from data.queries import observations
from pages.live import database
from pages.routes.api import health
from pages.shell.start import make_ready
from tests.conftest import ROOT, _fresh
from tests.made_up import HEADER, stock


@pytest.fixture(autouse=True)
def _forgotten():
    yield
    office.remember_fault(None)
    database._engine.cache_clear()


@pytest.fixture
def two(edition, tmp_path):
    """Two editions, the second an office's: (first, second, files that the second alone needs)."""
    files = tmp_path / "lake" / "files"
    before = set(files.rglob("*.parquet"))
    table = tmp_path / "bang.csv"
    rows = [stock("so_ho_ngheo", f"Z{n}", year, 61 - n) for n in range(1, 5) for year in range(2010, 2018)]
    table.write_text(HEADER + "".join(rows), encoding="utf-8")  # few rows lie in the catalogue itself
    second = publish(table, "Phòng", "Rà soát").id
    return edition, second, sorted(set(files.rglob("*.parquet")) - before)


def started() -> None:
    _fresh()
    make_ready()


@pytest.mark.parametrize("spoil", ["missing", "cut", "bent"])
def test_a_damaged_file_leaves_the_newest_whole_edition(two, spoil, caplog):
    first, second, files = two
    assert files
    for file in files:
        body = file.read_bytes()
        file.unlink() if spoil == "missing" else file.write_bytes(
            body[:50] if spoil == "cut" else b"x" * len(body)
        )
    started()

    assert editions.newest().id == first and len(observations(first, limit=5)) == 5
    told = health(None).body.decode()
    assert '"degraded"' in told and f'"edition":{first}' in told and f"Phiên bản {second}" in told
    assert "restore" in told and str(ROOT) not in told and "/files/" not in told
    assert "Traceback" not in caplog.text and f"Phiên bản {second} không đọc được" in caplog.text


def test_it_is_in_service_again_when_the_file_is_back(two):
    _, second, files = two
    body = files[0].read_bytes()
    files[0].unlink()
    started()
    files[0].write_bytes(body)
    started()

    assert editions.newest().id == second and last_fault() is None


def test_without_a_whole_edition_one_sentence_says_what_to_restore(two, tmp_path, caplog):
    for file in (tmp_path / "lake" / "files").rglob("*.parquet"):
        file.unlink()
    started()

    answer = health(None)
    assert answer.status_code == 503 and "restore" in caplog.text and "Traceback" not in caplog.text
    with pytest.raises(DataError):
        editions.newest()


@pytest.mark.parametrize("spoil", ["pages", "version"])
def test_a_damaged_or_foreign_catalogue_is_a_sentence(edition, tmp_path, spoil, caplog):
    catalogue = tmp_path / "lake" / "catalogue.sqlite"
    _fresh()
    if spoil == "pages":
        body = bytearray(catalogue.read_bytes())
        body[4096:] = b"\x99" * (len(body) - 4096)
        catalogue.write_bytes(bytes(body))
    else:
        with closing(sqlite3.connect(catalogue)) as base:
            base.execute("update ducklake_metadata set value = '9.9' where key = 'version'")
            base.commit()
    started()

    assert health(None).status_code == 503 and last_fault() is not None
    assert "→" in str(last_fault()) and "Traceback" not in caplog.text
    told = subprocess.run(
        [sys.executable, "-m", "data", "editions"], cwd=ROOT, capture_output=True, text=True
    )
    assert told.returncode == 2 and "→" in told.stderr and "Traceback" not in told.stderr


def test_damaged_conferences_keep_no_figures_back(edition, tmp_path, caplog, capsys):
    (tmp_path / "lake" / "conference.sqlite").write_bytes(b"x" * 5000)
    started()

    assert health(None).status_code == 200 and editions.newest().id == edition
    assert "conferences cannot be read" in caplog.text and "Traceback" not in caplog.text
    assert "Khóa trình chiếu" not in capsys.readouterr().out


def test_a_chosen_key_is_not_printed(edition, monkeypatch, capsys, caplog):
    monkeypatch.setenv("DASHBOARD_PRESENTER_KEY", "khoa-rieng-cua-tinh")
    started()

    assert "khoa-rieng" not in capsys.readouterr().out + caplog.text
