"""Carries what changed to every open screen at once; between several replicas PostgreSQL does
(LISTEN/NOTIFY).

A screen that cannot keep up loses no news, only repetitions: of each kind of event the latest is kept for it.
"""

import asyncio
import json
import logging
import threading
import time
from collections import defaultdict
from collections.abc import Iterator

import sqlalchemy as sql

from pages.live.database import engine, postgres

log = logging.getLogger("dashboard")
CHANNEL = "conference"
BEAT = 15.0  # seconds without news after which a stream is told that the server is there
AGAIN = 2.0  # seconds until a lost PostgreSQL connection is tried again


class Closing(Exception):
    """The server stops."""


class Stream:
    """One open screen's news: the latest of each kind, and a bell in its own event loop.

    Use it as a context: it hears from the moment it is entered, so that nothing is missed between reading
    the state and waiting for news.
    """

    def __init__(self, code: str, address: str = ""):
        self.code, self.address, self.news = code, address, {}
        self.loop, self.bell = asyncio.get_running_loop(), asyncio.Event()

    def __enter__(self) -> "Stream":
        if postgres():
            _listen_to_postgres()
        _streams[self.code].add(self)
        return self

    def __exit__(self, *_) -> None:
        _streams[self.code].discard(self)

    def put(self, event: str, data: str) -> None:
        """Called in the stream's own loop."""
        self.news.pop(event, None)
        self.news[event] = data
        self.bell.set()

    async def hear(self) -> list[tuple[str, str]]:
        """(event, JSON) that came; empty after `BEAT` seconds of silence.

        Raises:
            Closing: the server is about to stop; end the stream, or it would wait for it.
        """
        try:
            await asyncio.wait_for(self.bell.wait(), BEAT)
        except TimeoutError:
            return []
        if _closing.is_set():
            raise Closing
        self.bell.clear()
        heard, self.news = list(self.news.items()), {}
        return heard


_streams: defaultdict[str, set[Stream]] = defaultdict(set)

_listening, _closing = threading.Event(), threading.Event()


def listening() -> Iterator["Stream"]:
    """Every open stream of this process."""
    return (stream for streams in list(_streams.values()) for stream in list(streams))


def close() -> None:
    """Ends all streams of this process: screens come back by themselves when a server is there again."""
    _closing.set()
    for stream in listening():
        stream.loop.call_soon_threadsafe(stream.bell.set)


def tell(code: str, event: str, data: object) -> None:
    """News for all screens of a conference, from any thread or replica.

    Args:
        data: plain data, below 8 kB as JSON.
    """
    message = json.dumps({"code": code, "event": event, "data": data}, ensure_ascii=False)
    if postgres():
        _listen_to_postgres()
        with engine().begin() as base:
            base.execute(
                sql.text("select pg_notify(:channel, :message)"), {"channel": CHANNEL, "message": message}
            )
    else:
        _deliver(message)


def _deliver(message: str) -> None:
    event = json.loads(message)
    data = json.dumps(event["data"], ensure_ascii=False)
    for stream in list(_streams[event["code"]]):
        stream.loop.call_soon_threadsafe(stream.put, event["event"], data)


def _listen_to_postgres() -> None:
    """Starts this process's listener once; it comes back by itself when the connection is lost."""
    if _listening.is_set():
        return
    _listening.set()
    ready = threading.Event()
    threading.Thread(target=_hear, args=(ready,), name="conference", daemon=True).start()
    ready.wait(5)


def _hear(ready: threading.Event) -> None:
    import psycopg

    while server := postgres():
        try:
            with psycopg.connect(server, autocommit=True) as connection:
                connection.execute(f"listen {CHANNEL}")
                ready.set()
                for heard in connection.notifies():
                    _deliver(heard.payload)
        except psycopg.Error as error:
            log.warning("conference news: PostgreSQL is away, trying again: %s", error)
            ready.set()
            time.sleep(AGAIN)
    _listening.clear()
