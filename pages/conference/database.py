"""Where conferences are kept: a SQLite file in the lake's folder, or the PostgreSQL server of the lake's catalogue.

The same tables in both, by SQLAlchemy. Nothing here knows what a slide looks like.
"""

from functools import lru_cache

import sqlalchemy as sql
from sqlalchemy.engine import URL, Engine, make_url

from data.settings import lake_catalogue, lake_folder

metadata = sql.MetaData()

conferences = sql.Table(
    "conference", metadata,
    sql.Column("code", sql.String(16), primary_key=True),  # what sites type
    sql.Column("title", sql.Text, nullable=False),
    sql.Column("edition", sql.Integer, nullable=False),  # pinned for good
    sql.Column("agenda", sql.JSON, nullable=False),
    sql.Column("state", sql.JSON, nullable=False),
    sql.Column("revision", sql.Integer, nullable=False, default=0),  # the state's: two writers cannot both win
    sql.Column("presenter", sql.String(40), nullable=False, default=""),  # client that steers
    sql.Column("created", sql.DateTime, nullable=False),
    sql.Column("ended", sql.DateTime),
)
visitors = sql.Table(
    "conference_visitor", metadata,
    sql.Column("client", sql.String(40), primary_key=True),
    sql.Column("code", sql.String(16), nullable=False, index=True),
    sql.Column("site", sql.String(16), nullable=False),  # area code, "" before it has chosen
    sql.Column("role", sql.String(12), nullable=False),  # presenter, site
    sql.Column("since", sql.DateTime, nullable=False),
    sql.Column("seen", sql.DateTime, nullable=False),
)
minutes = sql.Table(
    "conference_minute", metadata,
    sql.Column("id", sql.Integer, primary_key=True),
    sql.Column("code", sql.String(16), nullable=False, index=True),
    sql.Column("written", sql.DateTime, nullable=False),
    sql.Column("text", sql.Text, nullable=False),
    sql.Column("owner", sql.Text, nullable=False, default=""),  # a conclusion with an owner is a task
    sql.Column("deadline", sql.Date),
    sql.Column("done", sql.Date),
)
keys = sql.Table("conference_key", metadata, sql.Column("name", sql.String(16), primary_key=True), sql.Column("value", sql.String(64), nullable=False))


def address() -> URL:
    """PostgreSQL where the lake's catalogue is there, else a SQLite file beside it."""
    catalogue = lake_catalogue()
    if catalogue.startswith("postgres:"):
        parts = dict(part.split("=", 1) for part in catalogue.removeprefix("postgres:").split())
        return URL.create("postgresql+psycopg", parts.get("user"), parts.get("password"), parts.get("host"), int(parts["port"]) if "port" in parts else None, parts.get("dbname"))
    return make_url(f"sqlite:///{lake_folder() / 'conference.sqlite'}")


def engine() -> Engine:
    """The engine of this process, tables made."""
    return _engine(address())


@lru_cache(maxsize=4)
def _engine(where: URL) -> Engine:
    if where.get_backend_name() == "sqlite":
        lake_folder().mkdir(parents=True, exist_ok=True)
    made = sql.create_engine(where, pool_pre_ping=True)
    if where.get_backend_name() == "sqlite":
        sql.event.listen(made, "connect", lambda connection, _: connection.execute("pragma journal_mode = wal"))
    metadata.create_all(made)
    return made
