"""What a screen shows only to those who have given the presenter key."""

import streamlit as st

from pages.live import store
from pages.text.words import words


def unlocked(language: str) -> bool:
    """Whether this session has given the key; asks for it where it has not."""
    if st.session_state.get("presenter"):
        return True
    say = words("hoi_nghi", language)
    given = st.text_input(
        say["key"], type="password", key="presenter_key", help=say["key_help"], on_change=_try_key
    )
    if given:
        st.error(say["wrong_key"])
    return False


def _try_key() -> None:
    st.session_state["presenter"] = store.key_fits(st.session_state["presenter_key"].strip())
