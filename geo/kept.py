"""What is computed from a province's shapes: made once, and by one thread at a time.

GEOS keeps what it finds out about a geometry inside it, without a lock: two threads that compute with the
same shapes ended the whole process.
"""

import threading
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar, cast

Arguments = ParamSpec("Arguments")
Value = TypeVar("Value")
_GEOS = threading.RLock()  # of all that computes with shapes, and calls each other


def alone(make: Callable[Arguments, Value]) -> Callable[Arguments, Value]:
    """A function that computes with shapes which other threads may hold, too."""

    @wraps(make)
    def one_at_a_time(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Value:
        with _GEOS:
            return make(*args, **kwargs)

    return one_at_a_time


def kept(most: int) -> Callable[[Callable[Arguments, Value]], Callable[Arguments, Value]]:
    """As `alone`, and keeps the values of the last `most` arguments, as functools.lru_cache does."""

    def decorate(make: Callable[Arguments, Value]) -> Callable[Arguments, Value]:
        return alone(cast(Callable[Arguments, Value], lru_cache(maxsize=most)(make)))

    return decorate
