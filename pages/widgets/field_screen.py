"""Fields without a monthly plan: their figures, then any of their indicators on map, as list and over the
years.
"""

from functools import partial

import streamlit as st

from pages.content.about import About
from pages.content.cards import cards_state
from pages.content.explored import MODES, Asked, Explored, explored
from pages.content.headline_table import headline_table
from pages.content.view import View
from pages.content.years import years_of
from pages.widgets import address, choices
from pages.widgets.explorer import districts, manner, trend
from pages.widgets.field_parts import compact_cards, finding, quiet_foot
from pages.widgets.gaps import gaps
from pages.widgets.picture import empty
from pages.widgets.table import table


def show_fields(view: View, *domains: str) -> None:
    """The year, an indicator, and what there is of it; one field has cards, several a table of figures."""
    say = view.say("screens")
    declared = view.catalogue.of_domain(*domains)
    options = tuple(i.id for i in declared if years_of(view.edition, (i.id,)))
    if not options:
        empty(", ".join(view.catalogue.domains[d].name(view.language) for d in domains), say["no_figures"])
        gaps(view, *domains)
        return
    headlines = tuple(i.id for i in declared if i.headline)
    with st.container(key="field"):
        with st.container(key="controls", horizontal=True, vertical_alignment="center"):
            year = choices.year(view, options) or 0
            indicator = choices.indicator(view, options, options[0])
            selected = choices.districts(view, year)
            asked = Asked(indicator, *manner(view, indicator, MODES), selected)
        shown = explored(view, asked, year)
        finding(shown.about.finding)
        drawn = _several if len(domains) > 1 else _single
        quiet_foot(view, [shown.about, *drawn(view, headlines, asked, year, shown)])
        gaps(view, *domains)


def _single(view: View, headlines: tuple[str, ...], asked: Asked, year: int, shown: Explored) -> list[About]:
    """Cards in a row, the map beside its list, the years below."""
    cards = compact_cards(view, headlines, year)
    drawn = districts(view, asked, year, shown, choices.pick_area)
    trend(view, asked.indicator, asked.selected)
    return [cards, *drawn]


def _several(view: View, headlines: tuple[str, ...], asked: Asked, year: int, shown: Explored) -> list[About]:
    """A table of all figures, a click on a row shows it: its years under the table, beside them its map."""
    left, right = st.columns([5, 6])
    with left.container(key="pane_figures"):
        rows = headline_table(view, headlines, year, asked.indicator)
        table(rows, key="bang_chi_tieu", on_pick=partial(address.put, "chi_tieu"))
        trend(view, asked.indicator, asked.selected)
    with right.container(key="pane_right"):
        drawn = districts(view, asked, year, shown, choices.pick_area, beside=False)
    return [cards_state(view, headlines, year).about, *drawn]
