"""The tables as they were before steps were counted; what is there already is kept as it is."""

import sqlalchemy as sql
from alembic import op

revision, down_revision = "0001", None


def upgrade() -> None:
    """Makes the tables that are not there yet."""
    op.create_table(
        "conference",
        sql.Column("code", sql.String(16), primary_key=True),
        sql.Column("title", sql.Text, nullable=False),
        sql.Column("edition", sql.Integer, nullable=False),
        sql.Column("agenda", sql.JSON, nullable=False),
        sql.Column("state", sql.JSON, nullable=False),
        sql.Column("revision", sql.Integer, nullable=False),
        sql.Column("presenter", sql.String(40), nullable=False),
        sql.Column("created", sql.DateTime, nullable=False),
        sql.Column("ended", sql.DateTime),
        if_not_exists=True,
    )
    op.create_table(
        "conference_visitor",
        sql.Column("client", sql.String(40), primary_key=True),
        sql.Column("code", sql.String(16), nullable=False),
        sql.Column("site", sql.String(16), nullable=False),
        sql.Column("role", sql.String(12), nullable=False),
        sql.Column("since", sql.DateTime, nullable=False),
        sql.Column("seen", sql.DateTime, nullable=False),
        if_not_exists=True,
    )
    op.create_table(
        "conference_minute",
        sql.Column("id", sql.Integer, primary_key=True),
        sql.Column("code", sql.String(16), nullable=False),
        sql.Column("written", sql.DateTime, nullable=False),
        sql.Column("text", sql.Text, nullable=False),
        sql.Column("owner", sql.Text, nullable=False),
        sql.Column("deadline", sql.Date),
        sql.Column("done", sql.Date),
        if_not_exists=True,
    )
    op.create_table(
        "conference_key",
        sql.Column("name", sql.String(16), primary_key=True),
        sql.Column("value", sql.String(64), nullable=False),
        if_not_exists=True,
    )
    op.create_table(
        "display_report",
        sql.Column("device", sql.String(40), primary_key=True),
        sql.Column("screen", sql.String(40), nullable=False),
        sql.Column("name", sql.String(80), nullable=False),
        sql.Column("scene", sql.String(60), nullable=False),
        sql.Column("version", sql.String(40), nullable=False),
        sql.Column("state", sql.String(12), nullable=False),
        sql.Column("failed", sql.String(200), nullable=False),
        sql.Column("uptime", sql.Integer, nullable=False),
        sql.Column("memory", sql.Integer, nullable=False),
        sql.Column("seen", sql.DateTime, nullable=False),
        if_not_exists=True,
    )
    for table in ("conference_visitor", "conference_minute"):
        op.create_index(f"ix_{table}_code", table, ["code"], if_not_exists=True)
