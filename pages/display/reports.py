"""What screens say of themselves: kept beside the conferences.

A report that is lost or wrong matters to nobody.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sql

from data.absence import absent
from pages.live.database import engine, metadata
from pages.live.store import now

MOST = 500  # screens kept; one that is gone makes place for a new one, nothing else does
SILENT = timedelta(minutes=12)  # two reports missed
GONE = timedelta(days=1)

reports = sql.Table(
    "display_report",
    metadata,
    sql.Column("device", sql.String(40), primary_key=True),
    sql.Column("screen", sql.String(40), nullable=False),
    sql.Column("name", sql.String(80), nullable=False),
    sql.Column("scene", sql.String(60), nullable=False),
    sql.Column("version", sql.String(40), nullable=False),
    sql.Column(
        "state", sql.String(12), nullable=False
    ),  # ok, half (a new bundle is not whole), refused (a new one does not play), lost
    sql.Column("failed", sql.String(200), nullable=False),  # scenes that could not be drawn
    sql.Column("uptime", sql.Integer, nullable=False),  # s
    sql.Column("memory", sql.Integer, nullable=False),  # MB of the page's own objects; 0 where unknown
    sql.Column("seen", sql.DateTime, nullable=False),  # UTC
)


@dataclass(frozen=True)
class Report:
    """The last report of one screen. uptime: seconds. memory: MB."""

    device: str
    screen: str
    name: str
    scene: str
    version: str
    state: str
    failed: str
    uptime: int
    memory: int
    seen: datetime

    @property
    def health(self) -> str:
        """“alive”, “silent” (two reports missed) or “gone” (a day)."""
        age = now() - self.seen
        return "alive" if age < SILENT else "silent" if age < GONE else "gone"


def keep(screen: str, report: dict) -> None:
    """Keeps a screen's report over its last one; every text cut to its column, numbers that are none are 0.

    Raises:
        ValueError: it does not name its device, or there are `MOST` screens already.
    """
    values = {
        c.name: str(report.get(c.name) or "")[: c.type.length]
        for c in reports.c
        if isinstance(c.type, sql.String)
    }
    values |= {c.name: _whole(report.get(c.name)) for c in reports.c if isinstance(c.type, sql.Integer)}
    if not values["device"]:
        raise ValueError("device")
    values |= {"screen": screen, "seen": now()}
    with engine().begin() as base:
        known = base.execute(reports.update().where(reports.c.device == values["device"]).values(**values))
        if known.rowcount:
            return
        count = base.scalar(sql.select(sql.func.count()).select_from(reports)) or 0
        if count >= MOST:  # an invented crowd pushes no real screen away
            oldest = sql.select(reports.c.device).where(reports.c.seen < now() - GONE)
            leaving = oldest.order_by(reports.c.seen).limit(count - MOST + 1)
            if not base.execute(reports.delete().where(reports.c.device.in_(leaving))).rowcount:
                raise ValueError("as many screens as are kept")
        base.execute(reports.insert().values(**values))


def last_reports() -> list[Report]:
    """The last report of every screen, by screen and name."""
    with engine().connect() as base:
        return [
            Report(**row)
            for row in base.execute(
                sql.select(reports).order_by(reports.c.screen, reports.c.name, reports.c.device)
            ).mappings()
        ]


def forget(device: str) -> None:
    """Takes a screen that has been put away off the list."""
    with engine().begin() as base:
        base.execute(reports.delete().where(reports.c.device == device))


def _whole(value: object) -> int:
    return min(max(int(value), 0), 2**31 - 1) if isinstance(value, (int, float)) and not absent(value) else 0
