"""Shapes are computed with by one thread at a time, and once."""

import threading
from concurrent.futures import ThreadPoolExecutor

from geo.kept import kept

running = threading.Lock()
made: list[int] = []


@kept(4)
def inner(n: int) -> int:
    assert running.acquire(blocking=False), "two threads compute at once"
    threading.Event().wait(0.02)
    running.release()
    made.append(n)
    return n


@kept(4)
def outer(n: int) -> int:
    return inner(n) + 1


def test_many_threads_make_each_value_once_and_never_two_at_once():
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(outer, [1, 2, 3] * 8))

    assert found == [2, 3, 4] * 8 and sorted(made) == [1, 2, 3]
