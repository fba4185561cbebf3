"""Where reports are kept: two tables beside the conferences; their files in the lake's folder, by SHA-256.

Every time is UTC without zone, as in all of the live store. The database itself keeps the audit from being
changed (`pages/live/migrations/versions/append_only.*.sql`).
"""

import sqlalchemy as sql

from pages.live.database import metadata

submissions = sql.Table(
    "intake_submission",
    metadata,
    sql.Column("id", sql.Integer, primary_key=True),
    sql.Column("district", sql.String(16), nullable=False),  # area code
    sql.Column("domain", sql.String(40), nullable=False),  # the form: one for each domain
    sql.Column("period_start", sql.Date, nullable=False),
    sql.Column("period_end", sql.Date, nullable=False),
    sql.Column("state", sql.String(12), nullable=False),
    sql.Column("revision", sql.Integer, nullable=False),  # two writers cannot both win
    sql.Column("file", sql.Text, nullable=False),  # name as handed in
    sql.Column("sha256", sql.String(64), nullable=False),
    sql.Column("officer", sql.Text, nullable=False),  # who handed the file in
    sql.Column("received", sql.DateTime, nullable=False),
    sql.Column("faults", sql.JSON, nullable=False),  # of the check, as `data.errors.Fault`
    sql.Column("remarks", sql.JSON, nullable=False),  # what is unusual, in the same shape
    sql.Column("replaced", sql.Integer, nullable=False),  # figures of the file that replace others
    sql.Column("confirmed_unusual", sql.Boolean, nullable=False),
    sql.Column("confirmed_replacing", sql.Boolean, nullable=False),
    sql.Column("reason", sql.Text, nullable=False),  # why it was returned
    sql.Column("question", sql.Text, nullable=False),  # a leader's last one; open while answer is empty
    sql.Column("answer", sql.Text, nullable=False),
    sql.Column("edition", sql.Integer),  # in which it was published
)
sql.Index(
    "uq_intake_open",
    submissions.c.district,
    submissions.c.domain,
    submissions.c.period_start,
    submissions.c.period_end,
    unique=True,  # one report at a time is on its way
    sqlite_where=submissions.c.state != "published",
    postgresql_where=submissions.c.state != "published",
)
audit = sql.Table(
    "intake_audit",
    metadata,
    sql.Column("id", sql.Integer, primary_key=True),
    sql.Column("submission", sql.Integer, nullable=False, index=True),
    sql.Column("at", sql.DateTime, nullable=False),
    sql.Column("who", sql.Text, nullable=False),
    sql.Column("role", sql.String(16), nullable=False),
    sql.Column("action", sql.String(16), nullable=False),
    sql.Column("before", sql.String(12), nullable=False),  # state; "" where there was no report yet
    sql.Column("after", sql.String(12), nullable=False),
    sql.Column("text", sql.Text, nullable=False),  # reason, question or answer
    sql.Column("details", sql.JSON, nullable=False),  # file and sha256, what was confirmed, edition
)
