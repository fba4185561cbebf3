"""What a screen shows only to presenters: by role, or by the presenter key."""

import streamlit as st

from pages.live.guesses import WITHIN, opens
from pages.live.state import Refused
from pages.text.words import words
from pages.widgets import who
from pages.widgets.plain import plain


def key_given() -> bool:
    """Whether this session has given the key, or needs none."""
    return bool(st.session_state.get("presenter")) or who.may_present()


def unlocked(language: str) -> bool:
    """As `key_given`; asks for the key where that is wanting."""
    if key_given():
        return True
    say = words("hoi_nghi", language)
    given = st.text_input(
        say["key"], type="password", key="presenter_key", help=say["key_help"], on_change=_try_key
    )
    if given and (wrong := st.session_state.get("wrong_key")):
        st.error(plain(say(wrong, seconds=int(WITHIN))))
    return False


def _try_key() -> None:
    state = st.session_state
    try:
        state["presenter"] = opens(state["presenter_key"].strip(), st.context.ip_address or "")
        state["wrong_key"] = "wrong_key"
    except Refused as refused:
        state["wrong_key"] = refused.reason
