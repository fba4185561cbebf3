"""A pass: what a page gives its own addresses, so that they answer for its audience.

A page's session knows its visitor; an address outside of Streamlit (a year's parts, a profile on paper) does
not. The pass says the audience alone, signed with a secret of this lake's servers. It holds for the hour in
which it was made and the next one; in between it is the same, so that an address stays as it is.
"""

import time
from functools import lru_cache
from pathlib import Path

from itsdangerous import BadSignature, Signer

from data.audience import INTERNAL, PUBLIC
from data.settings import lake_folder
from pages.live.database import postgres
from pages.live.store import kept_key

PARAMETER = "quyen"
HOUR = 3600  # seconds


def issue(audience: str) -> str:
    """A pass for an audience."""
    return _signer().sign(f"{audience}.{_hour()}").decode()


def audience_of(given: str) -> str:
    """The audience that a pass is for.

    Raises:
        ValueError: not signed here, or of an hour that is past.
    """
    try:
        audience, _, hour = _signer().unsign(given.encode(errors="replace")).decode().partition(".")
    except BadSignature:
        raise ValueError("not a pass of ours") from None
    if audience not in (INTERNAL, PUBLIC) or hour not in (str(_hour()), str(_hour() - 1)):
        raise ValueError("a pass of another hour")
    return audience


def _hour() -> int:
    return int(time.time() // HOUR)


def _signer() -> Signer:
    return Signer(_secret(postgres(), lake_folder()), salt="page")


@lru_cache(maxsize=4)
def _secret(server: str, folder: Path) -> str:
    """Read once for each database."""
    return kept_key("passes")
