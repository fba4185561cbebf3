"""Tổng quan: the year on one screen: sentence, four figures, the poverty map beside the two trends."""

from functools import partial

import streamlit as st

from data.headlines import headlines
from pages.content.about import About
from pages.content.board import Board, board, board_shape
from pages.content.cards import Cards
from pages.content.closed import closing_note
from pages.content.trend import Trend
from pages.content.view import View
from pages.content.years import newest
from pages.figures.caption import look_of
from pages.web import pieces
from pages.web.cards import cards_html, review_html
from pages.web.year_parts import BOARD_MAP, board_address
from pages.widgets import address, calendar, choices
from pages.widgets.field_parts import quiet_foot, slot
from pages.widgets.picture import empty
from pages.widgets.picture import show as show_picture
from pages.widgets.plain import plain
from pages.widgets.stepper import Ahead
from pages.widgets.task_list import tasks_html

TREND = 190  # px that a trend is laid out for; it takes what its pane has


def show(view: View) -> None:
    """Draws the screen; a district chosen is what cards, sentence and trends speak of."""
    overview = headlines().overview
    with st.container(key="board", gap="small"):
        with st.container(key="controls", horizontal=True, vertical_alignment="center"):
            year = choices.year_asked(view, overview.cards)
            if year is None:
                st.info(view.say("screens")["no_figures"])
                return
            steps = st.container(width="content")
            area = choices.district(view, year)
            ahead = Ahead(board_address(view, area), lambda y: board_shape(view, y, area))
            with steps:
                choices.step_ahead(view, overview.cards, ahead, partial(_opened_at, view))
        shown = board(view, year, area)
        with st.container(key="finding", horizontal=True, vertical_alignment="center", gap="small"):
            _finding(view, shown.cards)
        slot("cards", cards_html(shown.cards, look_of(view)))
        with st.container(key="panes", height="stretch", gap="xsmall"):
            where, when = st.columns([6, 5])
            with where.container(key="pane_map", height="stretch", gap="xsmall"):
                extra = _map(view, shown, overview.map, year)
            with when.container(key="pane_trends", height="stretch", gap="xsmall"):
                for indicator, trend in shown.trends.items():
                    _trend(view, indicator, trend)
            quiet_foot(view, [*shown.abouts, *extra])
    if listed := tasks_html(view.language):
        st.html(listed)


def _map(view: View, shown: Board, indicator: str, year: int) -> list[About]:
    """The map; else the calendar, and what it says about itself."""
    if shown.map:
        show_picture(view, BOARD_MAP, shown.map, on_pick=_pick, fills=True)
        return []
    return calendar.show(view, indicator, year, fills=True)


def _finding(view: View, state: Cards) -> None:
    """One sentence as the page's heading, the paragraph that is read aloud one click away."""
    say = view.say("screens")
    st.html(pieces.heading(state.headline, level=1))
    with st.popover(say["read_all"], key="read_all", type="tertiary", on_change="rerun") as paragraph:
        if paragraph.open:
            st.html(review_html(state))
            if note := closing_note(view):
                st.caption(plain(note))


def _trend(view: View, indicator: str, state: Trend | None) -> None:
    """One area on its own scale: beside the province a district would be a line at zero."""
    if state is None:
        say, name = view.say("screens"), view.catalogue.indicators[indicator].name(view.language)
        empty(say("trend_of", name=name), say["no_figures"])
    else:
        show_picture(view, f"dien_bien_{indicator}", state, height=TREND, fills=True)


def _pick(code: str) -> None:
    """A click on the map chooses the district, a second one the province again."""
    address.put("huyen", [] if address.peek_many("huyen") == [code] else [code])


def _opened_at(view: View, year: int) -> None:
    """Why the page opened at this year, and the way to the newest figure; nothing once a year is chosen."""
    if address.pinned("nam"):
        return
    latest = newest(view, headlines().overview.map)
    if latest is None or latest[0] <= year:
        return
    say, (then, value) = view.say("screens"), latest
    with st.container(horizontal=True, vertical_alignment="center", key="opened_at", width="content"):
        st.caption(plain(say("opened_at", value=value, year=then)), width="content")
        to_newest = {"on_click": address.put, "args": ("nam", then), "key": "to_newest"}
        st.button(say("see_year", year=then), type="tertiary", **to_newest)
