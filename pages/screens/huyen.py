"""Hồ sơ huyện: one district on one page, on screen and on paper."""

from urllib.parse import urlencode

import streamlit as st

from pages.content.compared import comparable, district_years
from pages.content.likes import likes
from pages.content.profile_rows import rows_of
from pages.content.trend import trend_state
from pages.content.view import View
from pages.content.years import fullest_year
from pages.documents.print_browser import browser
from pages.web.profile import profile_html
from pages.widgets import address, choices
from pages.widgets.picture import show as show_picture


def show(view: View) -> None:
    """Draws the screen."""
    say = view.say("huyen")
    known = sorted({y for i in comparable(view) for y in district_years(view.edition, i)})
    if not known:
        st.info(view.say("so_sanh")["no_districts"])
        return
    who, when, paper = st.columns([4, 5, 3], vertical_alignment="bottom")
    default = fullest_year(view, known)
    with who:
        code = _district(view, say, int(address.peek("nam", known, default)))
    with when:
        year = choices.year_among(view, known, default)
    with paper, st.container(horizontal=True):
        asked = urlencode({"huyen": code, "nam": year, "phien_ban": view.edition, "ngon_ngu": view.language})
        st.link_button(say["print"], f"/ho-so/in?{asked}")
        if browser():
            st.link_button(say["pdf"], f"/ho-so/huyen.pdf?{asked}", type="primary")
    st.html(profile_html(view, code, year))
    _trend(view, code, year)


def _district(view: View, say, year: int) -> str:
    """The first of the selected districts; another one is chosen here."""
    chosen = address.chosen_many("huyen", view.areas.districts)
    code = chosen[0] if chosen else view.areas.districts[0]
    st.session_state["w_ho_so"] = code
    st.selectbox(
        say["district"],
        view.areas.districts,
        format_func=view.names(year, full=True).__getitem__,
        key="w_ho_so",
        on_change=lambda: address.put("huyen", [st.session_state["w_ho_so"]]),
    )
    return code


def _trend(view: View, code: str, year: int) -> None:
    """One indicator of the district against similar ones, and the province for rates."""
    options = list(dict.fromkeys(i for i in rows_of(view, code, year)["indicator"] if i in comparable(view)))
    if not options:
        return
    say = view.say("huyen")
    indicator = address.select(
        "chi_tieu",
        options,
        options[0],
        label=say["trend_of"],
        format_func=lambda i: view.catalogue.indicators[i].name(view.language),
    )
    province = (view.areas.province,) if view.catalogue.indicators[indicator].is_rate else ()
    if state := trend_state(view, indicator, (*province, code, *likes(view, code, year).codes)):
        show_picture(view, f"ho_so_{indicator}", state)
