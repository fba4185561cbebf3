"""Where conferences are kept: a SQLite file in the lake's folder, or the PostgreSQL server of the lake's
catalogue.

The same tables in both, by SQLAlchemy. Nothing here knows what a slide looks like.
"""

import contextlib
import sqlite3
from functools import lru_cache
from pathlib import Path

import sqlalchemy as sql
from sqlalchemy.engine import Engine

from data.settings import lake_catalogue, lake_folder
from pages.live.migrations import upgrade

metadata = sql.MetaData()

conferences = sql.Table(
    "conference",
    metadata,
    sql.Column("code", sql.String(16), primary_key=True),  # what sites type
    sql.Column("title", sql.Text, nullable=False),
    sql.Column("edition", sql.Integer, nullable=False),  # pinned for good
    sql.Column("agenda", sql.JSON, nullable=False),
    sql.Column("state", sql.JSON, nullable=False),
    sql.Column(
        "revision", sql.Integer, nullable=False, default=0
    ),  # the state's: two writers cannot both win
    sql.Column("presenter", sql.String(40), nullable=False, default=""),  # client that steers
    sql.Column("created", sql.DateTime, nullable=False),
    sql.Column("ended", sql.DateTime),
)
visitors = sql.Table(
    "conference_visitor",
    metadata,
    sql.Column("client", sql.String(40), primary_key=True),
    sql.Column("code", sql.String(16), nullable=False, index=True),
    sql.Column("site", sql.String(16), nullable=False),  # area code, "" before it has chosen
    sql.Column("role", sql.String(12), nullable=False),  # presenter, site
    sql.Column("since", sql.DateTime, nullable=False),
    sql.Column("seen", sql.DateTime, nullable=False),
)
minutes = sql.Table(
    "conference_minute",
    metadata,
    sql.Column("id", sql.Integer, primary_key=True),
    sql.Column("code", sql.String(16), nullable=False, index=True),
    sql.Column("written", sql.DateTime, nullable=False),
    sql.Column("text", sql.Text, nullable=False),
    sql.Column("owner", sql.Text, nullable=False, default=""),  # a conclusion with an owner is a task
    sql.Column("deadline", sql.Date),
    sql.Column("done", sql.Date),
)
keys = sql.Table(
    "conference_key",
    metadata,
    sql.Column("name", sql.String(16), primary_key=True),
    sql.Column("value", sql.String(64), nullable=False),
)


def postgres() -> str:
    """How libpq connects to the server of the lake's catalogue; empty where that is a local file."""
    catalogue = lake_catalogue()
    return catalogue.removeprefix("postgres:") if catalogue.startswith("postgres:") else ""


def engine() -> Engine:
    """The engine of this process, the database brought to this version."""
    return _engine(postgres(), lake_folder())


def _write_ahead(connection, _) -> None:
    """Readers do not wait for writers; the file keeps it, so one of several that start at once sets it."""
    with contextlib.suppress(sqlite3.OperationalError):  # another process is just setting it
        connection.execute("pragma journal_mode = wal")


@lru_cache(maxsize=4)
def _engine(server: str, folder: Path) -> Engine:
    if server:
        import psycopg  # only where it is used

        engine = sql.create_engine(
            "postgresql+psycopg://", creator=lambda: psycopg.connect(server), pool_pre_ping=True
        )
    else:
        folder.mkdir(parents=True, exist_ok=True)
        engine = sql.create_engine(f"sqlite:///{folder / 'conference.sqlite'}", connect_args={"timeout": 30})
        sql.event.listen(engine, "connect", _write_ahead)
    upgrade(engine)
    return engine
