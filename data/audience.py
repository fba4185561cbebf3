"""For whom a question is answered: the office sees everything, the public what `protection` leaves.

`current()` is the only place that decides. A sign-in that knows its visitor sets the audience with
`seen_by` for the time of a request or a script run; without one the server's setting holds.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from data import settings

INTERNAL, PUBLIC = settings.AUDIENCES
_visitor: ContextVar[str | None] = ContextVar("audience", default=None)


def current() -> str:
    """“internal” or “public”.

    Raises:
        SettingError: DASHBOARD_AUDIENCE is neither.
    """
    return _visitor.get() or settings.settings().audience


@contextmanager
def seen_by(audience: str) -> Iterator[None]:
    """Answers what is asked inside for this audience, whatever the setting says.

    Raises:
        ValueError: there is no such audience.
    """
    if audience not in settings.AUDIENCES:
        raise ValueError(f"no audience “{audience}”")
    token = _visitor.set(audience)
    try:
        yield
    finally:
        _visitor.reset(token)
