"""Headline figures as cards on a page."""

from collections.abc import Sequence

import streamlit as st

from pages.content.cards import Cards, cards_state
from pages.content.view import View
from pages.figures.caption import look_of
from pages.web.cards import cards_html


def cards(view: View, indicators: Sequence[str], year: int, area: str = "") -> Cards:
    """Draws one card per indicator, of the province where `area` is empty, and returns what they say."""
    state = cards_state(view, tuple(indicators), year, area)
    st.html(cards_html(state, look_of(view)))
    return state
