"""Where actions outside of the districts' reports are kept; the database refuses to change them.

Times are UTC without zone, as in all of the live store.
"""

import sqlalchemy as sql

from pages.live.database import metadata

audit = sql.Table(
    "access_audit",
    metadata,
    sql.Column("id", sql.Integer, primary_key=True),
    sql.Column("at", sql.DateTime, nullable=False),
    sql.Column("who", sql.Text, nullable=False),  # e-mail address, or what stands for a key; "" for nobody
    sql.Column("role", sql.String(16), nullable=False),  # "" for whoever has none
    sql.Column("action", sql.String(24), nullable=False),
    sql.Column("details", sql.JSON, nullable=False),
)
