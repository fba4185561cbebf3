"""What the pages of fields have in common: a sentence, compact cards, one line of sources."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from pages.content.about import About
from pages.content.cards import cards_state
from pages.content.state import State
from pages.content.view import View
from pages.figures.caption import look_of
from pages.web import pieces
from pages.web.cards import cards_html
from pages.web.year_parts import LAID_OUT
from pages.widgets.picture import empty
from pages.widgets.picture import show as show_picture
from pages.widgets.plain import plain


def slot(key: str, html: str) -> None:
    """A piece of HTML in a container of its own, where the browser finds it when a year is stepped to."""
    with st.container(key=key):
        st.html(html)


def finding(text: str) -> None:
    """The answer of a page in one sentence."""
    slot("finding", pieces.paragraph(text, "d-finding"))


def compact_cards(view: View, indicators: Sequence[str], year: int, area: str = "", most: int = 5) -> About:
    """The first `most` figures of a year as cards, the others' names in one line; what they rest on."""
    state = cards_state(view, tuple(indicators), year, area)
    known = tuple(card for card in state.cards if not card.missing)
    if known:
        st.html(cards_html(replace(state, cards=known[:most]), look_of(view)))
    if missing := [card.title for card in state.cards if card.missing]:
        st.caption(plain(view.say("screens")("missing_of", year=year, names="; ".join(missing))))
    return state.about


def pane(view: View, key: str, state: State | None, title: str, reason: str, **more) -> None:
    """A picture that takes its pane's height; one sentence where there is nothing to draw."""
    if state is None:
        empty(title, reason)
    else:
        show_picture(view, key, state, height=LAID_OUT, fills=True, **more)


def quiet_foot(view: View, abouts: Sequence[About]) -> None:
    """Sources, edition and boundaries of all that a page shows, in one quiet line."""
    slot("sources", pieces.sources(view, abouts))
