"""Dear values are made once; who asks for another value does not wait."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from data.kept import Kept


def test_a_slow_value_makes_nobody_wait_who_asks_for_another():
    slow, finish = threading.Event(), threading.Event()

    def make(key: str) -> str:
        if key == "slow":
            slow.set()
            assert finish.wait(20)
        return key.upper()

    kept = Kept(make, lambda value: None, 5)
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(kept.get, "slow")
        assert slow.wait(20)
        assert kept.get("other") == "OTHER" and not waiting.done()
        finish.set()
        assert waiting.result(20) == "SLOW"


def test_a_value_is_made_once_for_all_who_ask_at_the_same_time():
    made, together = [], threading.Barrier(8)

    def make(key: int) -> int:
        made.append(key)
        return key

    kept = Kept(make, lambda value: None, 5)

    def ask(_) -> int:
        together.wait(20)
        return kept.get(3)

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(ask, range(8))) == [3] * 8
    assert made == [3]


def test_the_least_recently_asked_leaves_first():
    left = []
    kept = Kept(lambda key: key, left.append, 2)
    for key in ("a", "b", "a", "c"):
        kept.get(key)

    assert left == ["b"] and "a" in kept and "c" in kept and "b" not in kept


def test_what_could_not_be_made_is_tried_again():
    tries = []

    def make(key: str) -> str:
        tries.append(key)
        if len(tries) == 1:
            raise OSError("the disk")
        return key

    kept = Kept(make, lambda value: None, 2)
    with pytest.raises(OSError, match="disk"):
        kept.get("x")
    assert kept.get("x") == "x"
