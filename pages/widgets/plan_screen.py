"""A field whose year is judged against a plan: jobs, training. Both screens are this one."""

import streamlit as st

from data.headlines import headlines
from pages.content.maps import plan_map
from pages.content.plan import plan_bars
from pages.content.split import split_state
from pages.content.state import State
from pages.content.trend import trend_state
from pages.content.view import View
from pages.content.year_to_date import year_to_date_state
from pages.widgets import choices
from pages.widgets.cards import cards
from pages.widgets.gaps import gaps
from pages.widgets.picture import empty, show


def show_plan_field(view: View, domain: str) -> None:
    """Cards, the year by month, bullets and map of % of plan, parts, trends.

    Args:
        domain: its leading indicator has the plan, its other headlines are cards and trends.
    """
    say, total = view.say("screens"), headlines().leading[domain]
    indicator = view.catalogue.indicators[total]
    name = indicator.name(view.language)
    others = [i.id for i in view.catalogue.of_domain(domain) if i.headline and i.id != total]
    left, right = st.columns(2, vertical_alignment="bottom")
    with left:
        year = choices.year(view, (total, *others))
    with right:
        selected = choices.districts(view, year)
    if year is None:
        empty(name, say["no_figures"])
        return
    area = selected[0] if selected else view.areas.province
    place = view.places_of(year)[area]
    cards(view, [total, *others], year)
    left, right = st.columns(2)
    with left:
        _or_empty(
            view,
            f"luy_ke_{total}",
            year_to_date_state(view, total, area, year),
            say("ytd_of", name=name, year=year, area=place.inside),
            say("no_months", area=place.full, year=year),
        )
    with right:
        _or_empty(
            view,
            f"co_cau_{total}",
            split_state(view, total, area),
            say("split_of", name=name, area=place.inside),
            say("no_split", name=name),
        )
    left, right = st.columns(2)
    with left:
        _or_empty(
            view,
            f"ke_hoach_{total}",
            plan_bars(view, total, year, selected),
            say("bullet_of", name=name, year=year),
            say("no_plan", year=year),
        )
    with right:
        state = plan_map(view, total, year, selected)
        show(view, f"ban_do_{total}", state, on_pick=choices.pick_area)
    columns = st.columns(2)
    trends = {key: trend_state(view, key, (view.areas.province, *selected)) for key in (total, *others)}
    for n, (key, state) in enumerate((k, s) for k, s in trends.items() if s):
        with columns[n % 2]:
            show(view, f"dien_bien_{key}", state, height=320)
    gaps(view, domain)


def _or_empty(view: View, key: str, state: State | None, title: str, reason: str) -> None:
    if state is None:
        empty(title, reason)
    else:
        show(view, key, state)
