"""For whom a question is answered: the office sees everything, the public what `protection` leaves.

`current()` is the only place that decides: first what `seen_by` says for the time of a request or a build,
then the session in which it is asked, then what holds for strangers.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

from data import settings

INTERNAL, PUBLIC = settings.AUDIENCES
Made = TypeVar("Made")
Given = ParamSpec("Given")
_visitor: ContextVar[str | None] = ContextVar("audience", default=None)


def _session() -> str | None:
    """Outside of Streamlit there is none; `asked_in` puts another in its place."""
    return None


def current() -> str:
    """“internal” or “public”.

    Raises:
        SettingError: DASHBOARD_AUDIENCE is neither.
    """
    return _visitor.get() or _session() or of_strangers()


def of_strangers() -> str:
    """The audience of whoever has not said who he is: public where roles are given, else the setting's."""
    return PUBLIC if settings.settings().roles else settings.settings().audience


def asked_in(session: Callable[[], str | None]) -> None:
    """Names what knows the audience of the session in which a question is asked; None outside of one."""
    global _session
    _session = session


def carried(make: Callable[[], Made]) -> Callable[[], Made]:
    """`make`, answered for who asks now whenever it is called: a file that is made when it is fetched."""
    audience = current()

    def made() -> Made:
        with seen_by(audience):
            return make()

    return made


def kept_apart(most: int) -> Callable[[Callable[Given, Made]], Callable[Given, Made]]:
    """`lru_cache` for what is asked by edition alone: each audience has its own answers."""

    def decorate(make: Callable[Given, Made]) -> Callable[Given, Made]:
        @lru_cache(maxsize=most)
        def kept(_audience: str, *given: Given.args, **named: Given.kwargs) -> Made:
            return make(*given, **named)

        @wraps(make)
        def asked(*given: Given.args, **named: Given.kwargs) -> Made:
            return kept(current(), *given, **named)

        asked.cache_clear = kept.cache_clear  # type: ignore[attr-defined] – as `lru_cache` has it
        return asked

    return decorate


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
