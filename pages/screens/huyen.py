"""Hồ sơ huyện: one district on one page, on screen and on paper."""

from urllib.parse import urlencode

import streamlit as st

from pages.content.compared import comparable, district_years
from pages.content.likes import likes
from pages.content.profile import Profile, profile_state
from pages.content.profile_rows import rows_of
from pages.content.trend import trend_state
from pages.content.view import View
from pages.content.years import fullest_year
from pages.documents.print_browser import browser
from pages.web.profile import head_html, notes_html, rates_html, section_html
from pages.widgets import address, choices, who
from pages.widgets.picture import show as show_picture


def show(view: View) -> None:
    """Draws the screen: who and where at the left, the rates among all at the right, then the rest."""
    say = view.say("huyen")
    known = sorted({y for i in comparable(view) for y in district_years(view.edition, i)})
    if not known:
        st.info(view.say("so_sanh")["no_districts"])
        return
    with st.container(key="profile_choices", horizontal=True, vertical_alignment="center"):
        year = choices.year_among(view, known, fullest_year(view, known))
        code = choices.district(view, year, whole=False)
        asked = urlencode({"huyen": code, "nam": year, "phien_ban": view.edition, "ngon_ngu": view.language})
        st.link_button(say["print"], who.own(f"ho-so/in?{asked}"))
        if browser():
            st.link_button(say["pdf"], who.own(f"ho-so/huyen.pdf?{asked}"), type="primary")
    profile = profile_state(view, code, year)
    place, rates = st.columns([5, 9], gap="medium")
    place.html(head_html(view, profile))
    if profile.rates:
        rates.html(rates_html(view, profile))
    with st.expander(say["rest"], key="profile_rest", expanded=not profile.rates, on_change="rerun") as rest:
        if rest.open:
            left, right = st.columns([9, 7], gap="medium")
            with left:
                _field(view, profile)
            with right:
                _trend(view, code, year)
    st.html(notes_html(view, profile))


def _field(view: View, profile: Profile) -> None:
    """The other figures, a field at a time."""
    if not profile.sections:
        return
    sections = {section.id: section for section in profile.sections}
    chosen = address.select(
        "linh_vuc",
        list(sections),
        next(iter(sections)),
        label=view.say("huyen")["field"],
        format_func=lambda key: sections[key].name,
    )
    st.html(section_html(view, profile, sections[chosen]))


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
