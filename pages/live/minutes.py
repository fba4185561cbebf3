"""Minutes of a conference: conclusions as they are typed, kept at once.

Those with an owner or a deadline are tasks.
"""

from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sql

from pages.live.database import engine, minutes
from pages.live.state import Refused
from pages.live.store import conference, now
from pages.text.characters import legible

LONGEST = 4000  # characters of a conclusion, and of its owner


@dataclass(frozen=True)
class Minute:
    """One conclusion. written: UTC without zone; owner: who carries it out, may be empty.

    done: the day, if it is.
    """

    id: int
    code: str
    text: str
    owner: str
    deadline: date | None
    done: date | None
    written: datetime

    @property
    def is_task(self) -> bool:
        return bool(self.owner or self.deadline)


def add(code: str, text: str, owner: str = "", deadline: date | None = None) -> Minute:
    """Keeps a conclusion, in a transaction of its own: what has been answered survives a crash.

    Raises:
        Refused: refused_minute (no words, or too many), wrong_code (no such conference).
    """
    text, owner = legible(text).strip(), " ".join(legible(owner).split())
    if not text or max(len(text), len(owner)) > LONGEST:
        raise Refused("refused_minute", most=LONGEST)
    if (found := conference(code)) is None:
        raise Refused("wrong_code", code=code)
    values = {"code": found.code, "text": text, "owner": owner, "deadline": deadline, "written": now()}
    with engine().begin() as base:
        key = base.execute(minutes.insert().values(**values)).inserted_primary_key[0]
    return Minute(id=key, done=None, **values)


def of(code: str) -> list[Minute]:
    """The conclusions of a conference in the order they were typed."""
    return _read(minutes.c.code == code.strip().upper())


def tasks() -> list[Minute]:
    """Conclusions with an owner or a deadline, of all conferences.

    Open ones first, the most urgent on top, undated ones after them.
    """
    found = _read(sql.or_(minutes.c.owner != "", minutes.c.deadline.is_not(None)))
    return sorted(found, key=lambda m: (m.done is not None, m.deadline or date.max, m.id))


def set_done(key: int, day: date | None) -> Minute:
    """Notes the day a task was done, or with None that it is not.

    Raises:
        Refused: refused_no_minute.
    """
    with engine().begin() as base:
        base.execute(minutes.update().where(minutes.c.id == key).values(done=day))
    if not (found := _read(minutes.c.id == key)):
        raise Refused("refused_no_minute", id=key)
    return found[0]


def _read(which) -> list[Minute]:
    with engine().connect() as base:
        return [
            Minute(**row)
            for row in base.execute(sql.select(minutes).where(which).order_by(minutes.c.id)).mappings()
        ]
