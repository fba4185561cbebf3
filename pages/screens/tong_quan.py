"""Tổng quan: the year in four figures, the poverty map beside the trends of jobs and training."""

import streamlit as st

from data.headlines import headlines
from pages.content.closed import closing_note
from pages.content.maps import level_map
from pages.content.trend import trend_state
from pages.content.view import View
from pages.content.years import newest
from pages.web import pieces
from pages.web.cards import review_html
from pages.widgets import address, choices
from pages.widgets.cards import cards
from pages.widgets.picture import empty
from pages.widgets.picture import show as show_picture
from pages.widgets.plain import plain
from pages.widgets.task_list import tasks_html


def show(view: View) -> None:
    """Draws the screen."""
    say, overview = view.say("screens"), headlines().overview
    left, middle, right = st.columns([3, 3, 4], vertical_alignment="bottom")
    with left:
        year = choices.year(view, overview.cards)
    if year is None:
        st.info(say["no_figures"])
        return
    with middle:
        selected = choices.districts(view, year)
    with right:
        st.html(pieces.heading(say("overview_title", year=year), level=2))
    _opened_at(view, year)
    st.html(review_html(cards(view, overview.cards, year)))
    where, when = st.columns([6, 5])
    with where:
        state = level_map(view, overview.map, year, selected)
        show_picture(view, "ban_do_ngheo", state, on_pick=choices.pick_area)
    with when:
        for indicator in overview.trends:
            state = trend_state(view, indicator, (view.areas.province, *selected))
            if state is None:
                empty(
                    say("trend_of", name=view.catalogue.indicators[indicator].name(view.language)),
                    say["no_figures"],
                )
            else:
                show_picture(view, f"dien_bien_{indicator}", state, height=340)
    if note := closing_note(view):
        st.caption(plain(note))
    if listed := tasks_html(view.language):
        st.html(listed)


def _opened_at(view: View, year: int) -> None:
    """Why the page opened at this year, and the way to the newest figure; nothing once a year is chosen."""
    if address.pinned("nam"):
        return
    latest = newest(view, headlines().overview.map)
    if latest is None or latest[0] <= year:
        return
    say, (then, value) = view.say("screens"), latest
    with st.container(horizontal=True, vertical_alignment="center", key="opened_at"):
        st.caption(plain(say("opened_at", value=value, year=then)), width="content")
        to_newest = {"on_click": address.put, "args": ("nam", then), "key": "to_newest"}
        st.button(say("see_year", year=then), type="tertiary", **to_newest)
