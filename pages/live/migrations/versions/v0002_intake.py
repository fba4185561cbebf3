"""Reports handed in by districts, and an audit of them that nobody can change."""

from pathlib import Path

import sqlalchemy as sql
from alembic import op

revision, down_revision = "0002", "0001"


def upgrade() -> None:
    """Makes both tables, and the triggers that refuse to change or delete a row of the audit."""
    op.create_table(
        "intake_submission",
        sql.Column("id", sql.Integer, primary_key=True),
        sql.Column("district", sql.String(16), nullable=False),
        sql.Column("domain", sql.String(40), nullable=False),
        sql.Column("period_start", sql.Date, nullable=False),
        sql.Column("period_end", sql.Date, nullable=False),
        sql.Column("state", sql.String(12), nullable=False),
        sql.Column("revision", sql.Integer, nullable=False),
        sql.Column("file", sql.Text, nullable=False),
        sql.Column("sha256", sql.String(64), nullable=False),
        sql.Column("officer", sql.Text, nullable=False),
        sql.Column("received", sql.DateTime, nullable=False),
        sql.Column("faults", sql.JSON, nullable=False),
        sql.Column("remarks", sql.JSON, nullable=False),
        sql.Column("replaced", sql.Integer, nullable=False),
        sql.Column("confirmed_unusual", sql.Boolean, nullable=False),
        sql.Column("confirmed_replacing", sql.Boolean, nullable=False),
        sql.Column("reason", sql.Text, nullable=False),
        sql.Column("question", sql.Text, nullable=False),
        sql.Column("answer", sql.Text, nullable=False),
        sql.Column("edition", sql.Integer),
    )
    op.create_table(
        "intake_audit",
        sql.Column("id", sql.Integer, primary_key=True),
        sql.Column("submission", sql.Integer, nullable=False),
        sql.Column("at", sql.DateTime, nullable=False),
        sql.Column("who", sql.Text, nullable=False),
        sql.Column("role", sql.String(16), nullable=False),
        sql.Column("action", sql.String(16), nullable=False),
        sql.Column("before", sql.String(12), nullable=False),
        sql.Column("after", sql.String(12), nullable=False),
        sql.Column("text", sql.Text, nullable=False),
        sql.Column("details", sql.JSON, nullable=False),
    )
    op.create_index("ix_intake_audit_submission", "intake_audit", ["submission"])
    on_its_way = sql.column("state") != "published"
    op.create_index(
        "uq_intake_open",
        "intake_submission",
        ["district", "domain", "period_start", "period_end"],
        unique=True,
        sqlite_where=on_its_way,
        postgresql_where=on_its_way,
    )
    connection = op.get_bind()
    triggers = Path(__file__).with_name(f"append_only.{connection.dialect.name}.sql")
    for statement in triggers.read_text(encoding="utf-8").split("\n\n"):
        connection.exec_driver_sql(statement)
