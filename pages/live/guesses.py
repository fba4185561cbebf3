"""Tries of a key, presenter's or administrator's: wrong ones are counted by address, slowed down, logged.

Of this process alone: with several replicas each has its own count.
"""

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable

from pages.live.state import Refused
from pages.live.store import key_fits, presenter_key

log = logging.getLogger("dashboard")
WRONG, WITHIN = 10, 60.0  # wrong tries of one address in so many seconds
KEPT = 10_000  # addresses, and screens that have given the key; the oldest are forgotten

_lock = threading.Lock()
_wrong: OrderedDict[str, tuple[int, float]] = OrderedDict()  # address → how many since when
_known: OrderedDict[str, None] = OrderedDict()  # names of screens, which nobody else knows


def opens(given: str, address: str, screen: str = "", of: Callable[[], str] = presenter_key) -> bool:
    """Whether a key is the presenter's, or another's.

    Args:
        address: of the one who gives it. screen: its random name; one that has given the presenter's key
            before may go on while others at its address guess. of: what the key must be.

    Raises:
        Refused: too_many_tries; the key has not been looked at.
    """
    with _lock:
        count, since = _wrong.get(address, (0, time.monotonic()))
        if time.monotonic() - since > WITHIN:
            count, since = 0, time.monotonic()
        if count >= WRONG and screen not in _known:
            raise Refused("too_many_tries", seconds=int(WITHIN))
        if key_fits(given, of):
            if screen:
                _keep(_known, screen, None)
            return True
        if given:
            _keep(_wrong, address, (count + 1, since))
            if count + 1 == WRONG:
                log.warning("key: %d wrong tries from %s, refused for a while", WRONG, address)
    return False


def forget() -> None:
    """Nobody has tried."""
    _wrong.clear()
    _known.clear()


def _keep(kept: OrderedDict, name: str, value: object) -> None:
    kept[name] = value
    kept.move_to_end(name)
    if len(kept) > KEPT:
        kept.popitem(last=False)
