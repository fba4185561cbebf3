"""In a map's place where hardly any district has a figure: all that there are, and the ways to more."""

import streamlit as st

from data.editions import edition
from data.serving import offered
from pages.content.about import About
from pages.content.calendar import calendar_state
from pages.content.view import View
from pages.widgets import address
from pages.widgets.picture import empty
from pages.widgets.picture import show as show_picture
from pages.widgets.plain import plain


def show(
    view: View, indicator: str, year: int, *, fills: bool = False, height: int | None = None
) -> list[About]:
    """The calendar of an indicator's figures by district; a click on one opens its year.

    Returns:
        What the calendar says about itself, for the page's line of sources; nothing without a figure.
    """
    say, state = view.say("screens"), calendar_state(view, indicator, year)
    if state is None:
        empty(view.catalogue.indicators[indicator].name(view.language), say["calendar_none"])
    else:
        show_picture(view, f"lich_{indicator}", state, on_pick=_open, fills=fills, height=height)
    with st.container(horizontal=True, vertical_alignment="center", key=f"more_{indicator}"):
        st.caption(plain(say("calendar_more", year=year)), width="stretch")
        other = next((e.id for e in offered() if e.kind == "rehearsal"), None)
        if other is not None and edition(view.edition).kind != "rehearsal":
            st.button(
                view.say("shell")["only_rehearsal"],
                key=f"rehearse_{indicator}",
                on_click=address.put,
                args=("phien_ban", other),
            )
    return [state.about] if state else []


def _open(picked: str) -> None:
    code, year = picked.split(":")
    address.put("nam", int(year))
    address.put("huyen", [code])
