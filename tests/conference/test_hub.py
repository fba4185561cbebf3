"""News reach every open stream at once; a slow one keeps the latest of each kind.

Over PostgreSQL where there is one.
"""

import asyncio
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pages.live import database, hub, store


@pytest.fixture(autouse=True)
def base(tmp_path, monkeypatch):
    monkeypatch.setenv("DASHBOARD_LAKE", str(tmp_path))
    monkeypatch.delenv("DASHBOARD_LAKE_CATALOGUE", raising=False)
    hub._listening.clear()
    yield
    database._engine.cache_clear()


def heard(code: str, act, streams: int = 1, other: str = "OTHER") -> list[list[tuple[str, str]]]:
    """What streams of `code` hear after `act`, with one of another conference beside them."""

    async def run():
        with hub.Stream(other) as foreign:
            opened = [hub.Stream(code).__enter__() for _ in range(streams)]
            await asyncio.to_thread(act)
            news = await asyncio.gather(*(asyncio.wait_for(s.hear(), 10) for s in opened))
            assert not foreign.news
            for s in opened:
                s.__exit__()
            assert not hub._streams[code]
            return news

    with ThreadPoolExecutor(
        1
    ) as beside:  # a browser test of the same process may have left a loop running in this thread
        return beside.submit(asyncio.run, run()).result()


def test_every_stream_of_the_conference_hears():
    news = heard("ABC234", lambda: hub.tell("ABC234", "state", {"slide": 2}), streams=5)

    assert news == [[("state", '{"slide": 2}')]] * 5


def test_a_slow_stream_keeps_the_latest_of_each_kind():
    def act():
        for n in range(50):
            hub.tell("ABC234", "state", n)
        hub.tell("ABC234", "presence", 1)
        time.sleep(0.2)

    assert heard("ABC234", act) == [[("state", "49"), ("presence", "1")]]


def test_silence_is_a_beat(monkeypatch):
    monkeypatch.setattr(hub, "BEAT", 0.05)

    assert heard("ABC234", lambda: None) == [[]]


def test_another_replica_hears_over_postgres(postgres):
    code = store.create("Hội nghị", 1, {"slides": []}).code
    script = f"from pages.live import hub; hub.tell('{code}', 'state', {{'slide': 4}})"

    def run():
        subprocess.run(
            [sys.executable, "-c", script], check=True, cwd=Path(__file__).parents[2], env={**os.environ}
        )

    assert heard(code, run, streams=3) == [[("state", '{"slide": 4}')]] * 3
    assert store.conference(code).title == "Hội nghị"
