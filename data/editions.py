"""Editions: what was published, by whom, when; publishing, comparing and going back."""

import json
import logging
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pandas as pd

from data.errors import UnknownEdition
from data.lake import cursor, sql

log = logging.getLogger("dashboard")
LOOK_AGAIN = 1.0  # seconds between two looks at the lake, for all sessions of the process together
_aside: set[int] = set()  # editions that cannot be read whole
_seen: dict[str, Any] = {"at": 0.0, "snapshot": None, "editions": []}


@dataclass(frozen=True)
class Edition:
    """One publication. `kind` is what it holds at worst: rehearsal (illustrative figures),
    reported (an office's own), published (public sources only). `time` is UTC."""

    id: int
    kind: str
    author: str
    message: str
    time: datetime
    rows: int
    text: str  # fingerprint of the text tables that it was built from


def editions() -> list[Edition]:
    """All editions, newest first; at most twice `LOOK_AGAIN` seconds old."""
    if time.monotonic() - _seen["at"] > 2 * LOOK_AGAIN or not _seen["editions"]:
        _look()
    return _seen["editions"]


def _look() -> None:
    lake = cursor()
    (snapshot,) = lake.execute("from ducklake_current_snapshot('lake')").fetchall()[0]
    if snapshot != _seen["snapshot"]:
        _seen["editions"] = [_edition(row) for row in lake.execute(sql("lake/snapshots")).fetchall()]
        _seen["snapshot"] = snapshot
    _seen["at"] = time.monotonic()


@contextmanager
def watched() -> Iterator[None]:
    """Looks into the lake every `LOOK_AGAIN` seconds beside the sessions, so that none of them waits."""
    done = threading.Event()

    def watch() -> None:
        while not done.wait(LOOK_AGAIN):
            try:
                _look()
            except Exception as error:  # the lake may be away for a while: the last known editions stay
                log.warning("the lake did not answer: %s", error)

    threading.Thread(target=watch, name="editions", daemon=True).start()
    try:
        yield
    finally:
        done.set()


def forget() -> None:
    """Makes the next question look into the lake at once (after a publication in this process)."""
    _seen.update(at=0.0, snapshot=None, editions=[])


def newest() -> Edition:
    """The default edition.

    Raises:
        UnknownEdition: the lake is empty; `python -m data build` fills it.
    """
    known = whole()
    if not known:
        raise UnknownEdition("mới nhất", [])
    return known[0]


def whole() -> list[Edition]:
    """The editions that have not been set aside, newest first."""
    return [known for known in editions() if known.id not in _aside]


def set_aside(ids: Iterable[int]) -> None:
    """Takes editions that cannot be read out of service, until the server starts again."""
    _aside.clear()
    _aside.update(ids)


def edition(edition_id: int) -> Edition:
    """The edition with this id.

    Raises:
        UnknownEdition: no edition has it.
    """
    for known in editions():
        if known.id == edition_id:
            return known
    raise UnknownEdition(edition_id, [e.id for e in editions()])


def diff(a: int, b: int) -> pd.DataFrame:
    """What differs between two editions: change | key columns | value_a | value_b | source_a | source_b.

    Raises:
        UnknownEdition: one of them does not exist.
    """
    first, second = edition(a), edition(b)
    return cursor().execute(sql("lake/diff").format(a=first.id, b=second.id)).df()


def _edition(row: tuple) -> Edition:
    snapshot, author, message, moment, extra = row
    about = json.loads(extra)
    return Edition(
        snapshot,
        about["kind"],
        author or "",
        message or "",
        datetime.fromisoformat(moment),
        about["rows"],
        about.get("text", ""),
    )


def stored_rows(edition_id: int) -> pd.DataFrame:
    """The long table as stored in an edition (nothing derived), dates as ISO text."""
    return cursor().execute(sql("lake/stored_rows").format(id=edition(edition_id).id)).df()
