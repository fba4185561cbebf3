"""A few values that are dear to make, each made once however many ask at the same time."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Kept(Generic[Key, Value]):
    """At most `most` values; the least recently asked leaves first.

    Who asks for a value that is being made waits for it; who asks for another does not.

    Args:
        make: key → value.
        leave: told a value that leaves.
    """

    def __init__(self, make: Callable[[Key], Value], leave: Callable[[Value], None], most: int):
        self._make, self._leave, self._most = make, leave, most
        self._values: OrderedDict[Key, Value] = OrderedDict()
        self._making: dict[Key, threading.Lock] = {}
        self._lock = threading.Lock()  # of the two dictionaries; never held while a value is made

    def __contains__(self, key: Key) -> bool:
        with self._lock:
            return key in self._values

    def get(self, key: Key) -> Value:
        """The value of a key, made now where it is not there.

        What `make` raises is raised here, and nothing is kept.
        """
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
                return self._values[key]
            making = self._making.setdefault(key, threading.Lock())
        with making:
            with self._lock:
                if key in self._values:
                    return self._values[key]
            value = self._make(key)
            self.put(key, value)
        return value

    def clear(self) -> None:
        """Forgets all, without telling `leave`."""
        with self._lock:
            self._values.clear()
            self._making.clear()

    def put(self, key: Key, value: Value) -> None:
        """Keeps a value that was made elsewhere."""
        with self._lock:
            self._values[key] = value
            self._making.pop(key, None)
            leaving = [self._values.popitem(last=False)[1] for _ in range(len(self._values) - self._most)]
        for old in leaving:
            self._leave(old)
