"""An audit of what is done outside of districts' reports, kept as that of the reports is."""

from pathlib import Path

import sqlalchemy as sql
from alembic import op

revision, down_revision = "0003", "0002"


def upgrade() -> None:
    """Makes the table, and the same triggers that keep `intake_audit`."""
    op.create_table(
        "access_audit",
        sql.Column("id", sql.Integer, primary_key=True),
        sql.Column("at", sql.DateTime, nullable=False),
        sql.Column("who", sql.Text, nullable=False),
        sql.Column("role", sql.String(16), nullable=False),
        sql.Column("action", sql.String(24), nullable=False),
        sql.Column("details", sql.JSON, nullable=False),
    )
    connection = op.get_bind()
    triggers = Path(__file__).with_name(f"append_only.{connection.dialect.name}.sql")
    of_this = triggers.read_text(encoding="utf-8").replace("intake_audit", "access_audit")
    for statement in of_this.split("\n\n"):
        connection.exec_driver_sql(statement)
