"""Which sessions may send files: those in which somebody who may has an uploader open, for a while.

Of this process, as the sessions themselves are.
"""

import threading
import time

_until: dict[str, float] = {}  # session → until when, by the monotonic clock
_lock = threading.Lock()


def allow(session: str, minutes: float = 30) -> None:
    """Opens the address of uploads for a session; a page that shows an uploader calls it in every run."""
    now = time.monotonic()
    with _lock:
        for past in [known for known, end in _until.items() if end < now]:
            del _until[past]
        _until[session] = now + minutes * 60


def withdraw(session: str) -> None:
    """Closes it again."""
    with _lock:
        _until.pop(session, None)


def allowed(session: str) -> bool:
    """Whether a session may send a file now."""
    return _until.get(session, 0.0) > time.monotonic()
