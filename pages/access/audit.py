"""The audit of what is done outside of the districts' reports: lines are added, never changed or deleted."""

import logging
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sql
from sqlalchemy.exc import SQLAlchemyError

from data.clock import local
from pages.access.tables import audit
from pages.intake.flow import Actor
from pages.live.database import engine
from pages.live.store import now

log = logging.getLogger("dashboard")


@dataclass(frozen=True)
class Entry:
    """One line. at: Việt Nam's time. who: e-mail address or what stands for a key. role: "" for none."""

    at: datetime
    who: str
    role: str
    action: str
    details: dict


def noted(actor: Actor | str, action: str, details: dict | None = None) -> None:
    """Adds a line; to be called in the step itself, so that what cannot be noted is not done.

    Args:
        actor: who acts; a bare name has no role (somebody refused, a file).
        action: a short word, as “publish”. details: what JSON can hold.

    Raises:
        sqlalchemy.exc.SQLAlchemyError: the database cannot be written.
    """
    name, role = (actor, "") if isinstance(actor, str) else (actor.name, str(actor.role))
    values = {"who": name, "role": role, "action": action, "details": details or {}}
    with engine().begin() as base:
        base.execute(audit.insert().values(at=now(), **values))


def noted_or_logged(actor: Actor | str, action: str, details: dict | None = None) -> None:
    """As `noted`, where the step itself must not depend on the audit: whoever signs in sees his figures."""
    try:
        noted(actor, action, details)
    except SQLAlchemyError as error:
        log.error("%s is not noted: %s", action, error)


def entries(most: int = 100, action: str = "") -> list[Entry]:
    """The last lines, newest first; of one action alone where it is given."""
    asked = sql.select(audit).order_by(audit.c.id.desc()).limit(most)
    with engine().connect() as base:
        rows = base.execute(asked.where(audit.c.action == action) if action else asked).mappings().all()
    return [Entry(local(r["at"]), r["who"], r["role"], r["action"], r["details"]) for r in rows]
