"""Who acts in this session, and for whom its questions are answered.

The audience is settled once a run of the whole page and holds until the next one: parts that are run again by
themselves, callbacks and what a page keeps by its view all belong to the run that drew them.
"""

import time
from collections import OrderedDict
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from data import audience
from data.settings import settings
from pages.access import passes, uploads
from pages.access.audit import noted, noted_or_logged
from pages.access.local import is_local
from pages.access.roles import roles
from pages.intake.flow import DISTRICT, Actor, Refused, Role
from pages.live import guesses, store

KEY_NAME = "khóa quản trị"  # what stands in the audit for whoever gave the administrator's key
HOURS = 12  # how long a sign-in gives a role; Streamlit's cookie would last a month
PRESENTING = frozenset({Role.PRESENTER, Role.ADMINISTRATOR})
SESSIONS = 10_000  # the oldest are forgotten, and are the public until their next run

_audiences: OrderedDict[str, str] = OrderedDict()  # session → its audience, where roles are given


@dataclass(frozen=True)
class SignedIn:
    """A person whom the provider vouches for. why: a key of the words `truy_cap` (why_…) where that gives no
    role, "" where it does.
    """

    name: str
    address: str
    why: str


def can_sign_in() -> bool:
    """Whether a provider is configured (`[auth]` in secrets.toml)."""
    return "is_logged_in" in st.user


def signed_in() -> SignedIn | None:
    """Who has signed in, with or without role; None for nobody."""
    claims = st.user.to_dict()
    if claims.get("is_logged_in") is not True:
        return None
    address = str(claims.get("email") or "").strip().lower()
    return SignedIn(str(claims.get("name") or address), address, _why(claims, address))


def actor() -> Actor | None:
    """Who acts: a signed-in person with a role, or an administrator by key at this machine; else None."""
    person = signed_in()
    if person and not person.why:
        return roles().of(person.address)
    return Actor(KEY_NAME, Role.ADMINISTRATOR) if st.session_state.get("administrator") and here() else None


def may_present() -> bool:
    """Whether whoever acts may do what the presenter key opens."""
    acting = actor()
    return acting is not None and acting.role in PRESENTING


def here() -> bool:
    """Whether the visitor sits at this machine, and has not come through a proxy."""
    return is_local(st.context.ip_address, st.context.headers)


def try_key(given: str) -> bool:
    """Takes the administrator's key for this session, at this machine alone.

    Raises:
        pages.live.state.Refused: too_many_tries.
    """
    if not here() or not guesses.opens(given, st.context.ip_address or "", of=store.administrator_key):
        return False
    noted(Actor(KEY_NAME, Role.ADMINISTRATOR), "sign_in")
    st.session_state["administrator"] = True
    return True


def leave() -> None:
    """Signs out, of the provider too where it knows how; gives up the administrator's key."""
    if acting := actor():
        noted_or_logged(acting, "sign_out")
    close_uploads()
    st.session_state.pop("administrator", None)
    if signed_in():
        st.logout()


def arrive() -> None:
    """Settles for whom this run of the page is; to be called before anything is asked."""
    audience.asked_in(_of_session)
    acting, run = actor(), get_script_run_ctx()
    if run and settings().roles:
        _audiences[run.session_id] = audience.INTERNAL if acting else audience.PUBLIC
        _audiences.move_to_end(run.session_id)
        if len(_audiences) > SESSIONS:
            _audiences.popitem(last=False)
    _note(acting)
    st.session_state["acting"] = acting


def changed() -> bool:
    """Whether somebody else acts than when the page was drawn: a role given or taken, a sign-in run out."""
    return st.session_state.get("acting") != actor()


def own(address: str) -> str:
    """An address of ours outside of Streamlit, so that it answers as this page does."""
    if audience.current() == audience.of_strangers():
        return address
    mark = "&" if "?" in address else "?"
    return f"{address}{mark}{passes.PARAMETER}={passes.issue(audience.current())}"


def open_uploads(minutes: float = 30) -> None:
    """Lets this session send files for a while; to be called in every run that shows an uploader.

    Raises:
        Refused: refused_role (whoever acts here hands nothing in).
    """
    acting = actor()
    if acting is None or acting.role not in DISTRICT:
        raise Refused("refused_role")
    if run := get_script_run_ctx():
        uploads.allow(run.session_id, minutes)


def close_uploads() -> None:
    """Takes no more files from this session."""
    if run := get_script_run_ctx():
        uploads.withdraw(run.session_id)


def _of_session() -> str | None:
    run = get_script_run_ctx(suppress_warning=True)
    return _audiences.get(run.session_id) if run and settings().roles else None


def _why(claims: dict[str, Any], address: str) -> str:
    since = claims.get("iat")  # of the ID token (OpenID Connect Core 1.0, section 2: required)
    if not isinstance(since, int | float) or not -300 <= time.time() - since < HOURS * 3600:
        return "why_expired"
    if not address:
        return "why_no_address"
    if str(claims.get("email_verified", True)).lower() in ("false", "0"):
        return "why_unverified"
    return "" if roles().of(address) else "why_unlisted"


def _note(acting: Actor | None) -> None:
    """A line of the audit for each session that begins to act, and one a day for whoever is refused."""
    if acting and acting.name != KEY_NAME and acting != st.session_state.get("acting"):
        noted_or_logged(acting, "sign_in")
    elif (person := signed_in()) and person.why:
        _refused(person.address, person.why, int(time.time() // 86400))


@lru_cache(maxsize=1000)
def _refused(address: str, why: str, day: int) -> None:
    """Once a day, as `lru_cache` remembers: a page that is opened again adds no line."""
    noted_or_logged(address, "sign_in_refused", {"why": why})
