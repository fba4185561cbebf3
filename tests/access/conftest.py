"""A lake, a file of roles, and nothing remembered from another test."""

import pytest

from data.areas import Areas
from data.province_files import read_areas
from pages.access import roles, uploads
from pages.live import database, guesses
from tests.made_up import write

ROLES = """
[people]
"An@Huyen.vn" = { role = "officer", district = "Z3" }
"duyet@so.vn" = { role = "approver" }
"mc@so.vn" = { role = "presenter" }
"quan.tri@so.vn" = { role = "administrator" }
"*@so.vn" = { role = "viewer" }
"""


@pytest.fixture
def base(tmp_path, monkeypatch):
    """The made-up province's files and a database of this test's own; no lake is built."""
    monkeypatch.setenv("DASHBOARD_PROVINCE", str(write(tmp_path / "thu")))
    monkeypatch.setenv("DASHBOARD_LAKE", str(tmp_path / "lake"))
    _forget()
    yield tmp_path
    _forget()


@pytest.fixture
def listed(base, monkeypatch):
    """The file of roles, in force."""
    path = base / "vai-tro.toml"
    path.write_text(ROLES, encoding="utf-8")
    monkeypatch.setenv("DASHBOARD_ROLES", str(path))
    return path


@pytest.fixture
def areas(base) -> Areas:
    return read_areas(base / "thu" / "data" / "areas.csv")


def _forget() -> None:
    roles.forget()
    guesses.forget()
    uploads._until.clear()
    database._engine.cache_clear()
