"""Conferences as they are kept: created, changed by commands, followed, ended. Times are UTC without zone."""

import contextlib
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import sqlalchemy as sql
from sqlalchemy.exc import IntegrityError

from data.settings import settings
from pages.live.database import conferences, engine, keys, visitors
from pages.live.state import Limits, Refused, State, apply

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that is read wrongly over a bad line: no I, O, 0, 1
CODE_LENGTH = 6
CODE = re.compile(r"[A-Za-z0-9]{1,16}")
PRESENT = timedelta(seconds=45)  # a visitor not seen for so long is gone
TRIES = 20


@dataclass(frozen=True)
class Conference:
    """One conference as stored. agenda: plain data of `agenda.Agenda`."""

    code: str
    title: str
    edition: int
    agenda: dict
    state: State
    presenter: str
    created: datetime
    ended: datetime | None


@dataclass(frozen=True)
class Visitor:
    """One open screen."""

    client: str
    site: str
    role: str
    since: datetime


def now() -> datetime:
    """This moment in UTC, without zone, as it is stored."""
    return datetime.now(UTC).replace(tzinfo=None)


def presenter_key() -> str:
    """What opens the presenter's page.

    DASHBOARD_PRESENTER_KEY, else made once and kept, so that a restart locks nobody out.
    """
    return settings().presenter_key or kept_key("presenter", 9)


def administrator_key() -> str:
    """What makes an administrator at this machine: DASHBOARD_ADMIN_KEY, else made once and kept."""
    return settings().admin_key or kept_key("administrator", 12)


def kept_key(name: str, size: int = 32) -> str:
    """A secret of this lake's servers, made once and kept.

    Args:
        size: bytes of chance.
    """
    asked = sql.select(keys.c.value).where(keys.c.name == name)
    with engine().begin() as base:
        if (kept := base.scalar(asked)) is not None:
            return kept
    with contextlib.suppress(IntegrityError), engine().begin() as base:  # another process was first
        base.execute(keys.insert().values(name=name, value=secrets.token_urlsafe(size)))
    with engine().begin() as base:
        return base.execute(asked).scalar_one()


def key_fits(given: str, of: Callable[[], str] = presenter_key) -> bool:
    """Compared in constant time; who counts the tries: `pages.live.guesses`."""
    return secrets.compare_digest(given.encode(errors="replace"), of().encode())


def create(title: str, edition: int, agenda: dict) -> Conference:
    """A new conference on its first slide, under a code that no other has."""
    code = "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))
    with engine().begin() as base:
        base.execute(
            conferences.insert().values(
                code=code,
                title=title,
                edition=edition,
                agenda=agenda,
                state=State().as_dict(),
                revision=0,
                presenter="",
                created=now(),
            )
        )
    return conference(code)


def conference(code: str) -> Conference | None:
    """The conference with this code (letters of either case); None where there is none."""
    if not CODE.fullmatch(code.strip()):
        return None
    with engine().connect() as base:
        row = (
            base.execute(sql.select(conferences).where(conferences.c.code == code.strip().upper()))
            .mappings()
            .first()
        )
    return _read(row) if row else None


def all_conferences() -> list[Conference]:
    """Newest first."""
    with engine().connect() as base:
        rows = base.execute(sql.select(conferences).order_by(conferences.c.created.desc())).mappings().all()
    return [_read(row) for row in rows]


def change(code: str, client: str, command: object, limits: Limits) -> State:
    """Follows a presenter's command; of two at the same moment none is lost.

    Raises:
        Refused: another presenter steers, the conference has ended, or the command cannot be followed.
    """
    for _ in range(TRIES):
        found = conference(code)
        if found.ended:
            raise Refused("refused_ended")
        if found.presenter != client:
            raise Refused("refused_other_presenter")
        after = apply(found.state, command, limits)
        with engine().begin() as base:
            written = base.execute(
                conferences.update()
                .where(conferences.c.code == found.code, conferences.c.revision == found.state.revision)
                .values(state=after.as_dict(), revision=after.revision)
            )
        if written.rowcount:
            return after
    raise Refused("refused_busy")


def take(code: str, client: str, *, by_force: bool = False) -> bool:
    """Makes a client the one that steers, if nobody present does or by force; whether it steers now."""
    found = conference(code)
    present = {v.client for v in present_visitors(code) if v.role == "presenter"}
    if found.presenter not in ("", client) and found.presenter in present and not by_force:
        return False
    with engine().begin() as base:
        base.execute(conferences.update().where(conferences.c.code == found.code).values(presenter=client))
    return True


def end(code: str) -> None:
    """Ends a conference: it can be read, no longer steered."""
    with engine().begin() as base:
        base.execute(conferences.update().where(conferences.c.code == code).values(ended=now()))


def seen(code: str, client: str, site: str, role: str) -> None:
    """Notes that a screen is there; the first time since when."""
    with engine().begin() as base:
        known = base.execute(
            visitors.update()
            .where(visitors.c.client == client, visitors.c.code == code)
            .values(seen=now(), site=site, role=role)
        )
        if not known.rowcount:
            base.execute(visitors.delete().where(visitors.c.client == client))
            base.execute(
                visitors.insert().values(
                    client=client, code=code, site=site, role=role, since=now(), seen=now()
                )
            )


def left(client: str) -> None:
    """Notes that a screen has gone."""
    with engine().begin() as base:
        base.execute(visitors.delete().where(visitors.c.client == client))


def present_visitors(code: str) -> list[Visitor]:
    """Screens seen within `PRESENT`, those that came first on top."""
    with engine().connect() as base:
        rows = (
            base.execute(
                sql.select(visitors)
                .where(visitors.c.code == code, visitors.c.seen > now() - PRESENT)
                .order_by(visitors.c.since)
            )
            .mappings()
            .all()
        )
    return [Visitor(r["client"], r["site"], r["role"], r["since"]) for r in rows]


def _read(row) -> Conference:
    return Conference(
        row["code"],
        row["title"],
        row["edition"],
        row["agenda"],
        State.from_dict(row["state"]),
        row["presenter"],
        row["created"],
        row["ended"],
    )
