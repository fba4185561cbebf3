"""The live store's database: from the schema before steps were counted, with its rows, to this version."""

import sqlite3
import subprocess
import sys

import psycopg
import pytest
import sqlalchemy as sql
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from pages.access import tables as access_tables
from pages.display import reports
from pages.intake import tables
from pages.live import database, minutes, store
from tests.conftest import ROOT

# As the version of 2026-11-23 made it, read off a database of that version.
BEFORE = """
CREATE TABLE conference (
    code VARCHAR(16) NOT NULL, title TEXT NOT NULL, edition INTEGER NOT NULL, agenda JSON NOT NULL,
    state JSON NOT NULL, revision INTEGER NOT NULL, presenter VARCHAR(40) NOT NULL, created DATETIME NOT NULL,
    ended DATETIME, PRIMARY KEY (code)
);
CREATE TABLE conference_visitor (
    client VARCHAR(40) NOT NULL, code VARCHAR(16) NOT NULL, site VARCHAR(16) NOT NULL,
    role VARCHAR(12) NOT NULL,
    since DATETIME NOT NULL, seen DATETIME NOT NULL, PRIMARY KEY (client)
);
CREATE INDEX ix_conference_visitor_code ON conference_visitor (code);
CREATE TABLE conference_minute (
    id INTEGER NOT NULL, code VARCHAR(16) NOT NULL, written DATETIME NOT NULL, text TEXT NOT NULL,
    owner TEXT NOT NULL, deadline DATE, done DATE, PRIMARY KEY (id)
);
CREATE INDEX ix_conference_minute_code ON conference_minute (code);
CREATE TABLE conference_key (name VARCHAR(16) NOT NULL, value VARCHAR(64) NOT NULL, PRIMARY KEY (name));
INSERT INTO conference VALUES ('ABC234', 'Hội nghị cũ', 4, '{"slides": []}',
    '{"slide": 0, "highlight": "", "blank": false, "question": null, "revision": 7}', 7, '',
    '2026-11-23 08:00:00.000000', NULL);
INSERT INTO conference_minute
    VALUES (1, 'ABC234', '2026-11-23 08:05:00.000000', 'Giao Sở báo cáo.', 'Sở', NULL, NULL);
INSERT INTO conference_key VALUES ('presenter', 'khoa-cu');
"""


@pytest.fixture
def lake(tmp_path, monkeypatch):
    """A folder of a lake of this test's own."""
    monkeypatch.setenv("DASHBOARD_LAKE", str(tmp_path))
    monkeypatch.delenv("DASHBOARD_PRESENTER_KEY", raising=False)
    database._engine.cache_clear()
    yield tmp_path
    database._engine.cache_clear()


def test_a_database_of_before_keeps_its_rows_and_works_on(lake):
    with sqlite3.connect(lake / "conference.sqlite") as before:
        before.executescript(BEFORE)

    assert store.conference("ABC234").title == "Hội nghị cũ" and store.presenter_key() == "khoa-cu"
    assert [m.text for m in minutes.of("ABC234")] == ["Giao Sở báo cáo."]
    minutes.add("ABC234", "Giao phòng theo dõi.")
    reports.keep("sanh", {"device": "d1", "scene": "1-vi"})
    assert len(minutes.of("ABC234")) == 2 and len(reports.last_reports()) == 1


@pytest.mark.parametrize("fresh", [True, False])
def test_the_steps_end_at_the_tables_that_the_code_uses(lake, fresh):
    if not fresh:
        with sqlite3.connect(lake / "conference.sqlite") as before:
            before.executescript(BEFORE)

    with database.engine().connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, tables.metadata) == []
    assert access_tables.audit.name in tables.metadata.tables


def test_a_second_start_does_nothing(lake):
    with database.engine().begin() as first:
        first.execute(sql.text("insert into conference_key values ('x', 'y')"))
    database._engine.cache_clear()

    with database.engine().connect() as again:
        assert again.scalar(sql.text("select value from conference_key where name = 'x'")) == "y"
        assert again.scalars(sql.text("select version_num from alembic_version")).all() == ["0003"]


def test_several_processes_may_start_at_once(lake):
    script = "from pages.live import store; print(store.presenter_key())"
    starting = [
        subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    keys = [process.communicate(timeout=120)[0].strip() for process in starting]

    assert [process.returncode for process in starting] == [0] * 4 and len(set(keys)) == 1


def test_a_step_that_fails_leaves_the_database_as_it_was(lake, monkeypatch):
    with sqlite3.connect(lake / "conference.sqlite") as before:
        before.executescript(BEFORE)
    monkeypatch.setattr("alembic.op.create_index", lambda *_, **__: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        database.engine()
    with sqlite3.connect(lake / "conference.sqlite") as after:
        names = {name for (name,) in after.execute("select name from sqlite_master where type = 'table'")}
    assert "display_report" not in names and "alembic_version" not in names


def test_a_database_of_before_on_postgres_keeps_its_rows(postgres, monkeypatch):
    before = BEFORE.replace("DATETIME", "TIMESTAMP").replace("id INTEGER NOT NULL", "id SERIAL NOT NULL")
    with psycopg.connect(database.postgres()) as connection:
        connection.execute(before)
        connection.execute("select setval('conference_minute_id_seq', 1)")
    database._engine.cache_clear()

    assert store.conference("ABC234").title == "Hội nghị cũ"
    minutes.add("ABC234", "Giao phòng theo dõi.")
    assert [m.text for m in minutes.of("ABC234")] == ["Giao Sở báo cáo.", "Giao phòng theo dõi."]
    with database.engine().connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), tables.metadata) == []
