"""What a screen shows only to those who have given the presenter key."""

import streamlit as st

from pages.live.guesses import WITHIN, opens
from pages.live.state import Refused
from pages.text.words import words
from pages.widgets.plain import plain


def key_given() -> bool:
    """Whether this session has given the key."""
    return bool(st.session_state.get("presenter"))


def unlocked(language: str) -> bool:
    """Whether this session has given the key; asks for it where it has not."""
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
