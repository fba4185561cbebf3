"""Tra cứu: any indicator, area and period as trend, map and table, with what the indicator means."""

import streamlit as st

from data.queries import coverage, years
from pages.content.lookup_table import about_rows, for_files, periods_by_areas, rows_asked
from pages.content.maps import layouts, level_map
from pages.content.trend import trend_state
from pages.content.view import View
from pages.content.years import default_year
from pages.widgets import choices
from pages.widgets.lookup import Asked, ask_visitor
from pages.widgets.lookup_facts import facts
from pages.widgets.picture import downloads, empty, heading
from pages.widgets.picture import show as show_picture
from pages.widgets.table import table


def show(view: View) -> None:
    """Draws the screen."""
    asked = ask_visitor(view)
    rows = rows_asked(view, asked)
    left, right = st.columns([5, 6])
    with left:
        facts(view, asked.indicator, rows)
    if not coverage(view.edition).set_index("indicator").loc[asked.indicator, "rows"] and rows.empty:
        with right:
            name = view.catalogue.indicators[asked.indicator].name(view.language)
            empty(name, view.say("kham_pha")("no_figures", name=name))
        return
    with right:
        _map(view, asked)
    _trend(view, asked)
    _table(view, asked, rows)


def _map(view: View, asked: Asked) -> None:
    """The map of a year in which districts have figures."""
    say, name = (
        view.say("kham_pha"),
        view.catalogue.indicators[asked.indicator].name(view.language),
    )
    options = sorted(
        {
            int(r.year)
            for r in years(view.edition, asked.indicator).itertuples()
            if r.districts and asked.first <= r.year <= asked.last
        }
    )
    if not options:
        empty(say("map", name=name), say("no_map", first=asked.first, last=asked.last))
        return
    when, shape = st.columns([5, 3], vertical_alignment="bottom")
    with when:
        year = _year(view, options)
    with shape:
        layout = choices.layout(view, layouts())
    state = level_map(view, asked.indicator, year, asked.selected, layout)
    show_picture(view, f"ban_do_{asked.indicator}", state, on_pick=choices.pick_area)


def _trend(view: View, asked: Asked) -> None:
    name = view.catalogue.indicators[asked.indicator].name(view.language)
    areas, span = (view.areas.province, *asked.selected), (asked.first, asked.last)
    if state := trend_state(view, asked.indicator, areas, span):
        show_picture(view, f"dien_bien_{asked.indicator}", state, height=380)
    else:
        title = view.say("screens")("trend_of", name=name)
        empty(title, view.say("kham_pha")("no_trend", first=asked.first, last=asked.last))


def _year(view: View, options: list[int]) -> int:
    return choices.year_among(view, options, default_year(view, options))


def _table(view: View, asked: Asked, rows) -> None:
    finding = about_rows(view, asked, rows)
    if rows.empty:
        empty(finding.title, view.say("kham_pha")["no_rows"])
        return
    heading(finding)
    table(periods_by_areas(view, asked), key=f"bang_{asked.indicator}")
    file_rows, headings = for_files(view, rows)
    downloads(view, f"so_lieu_{asked.indicator}", finding, file_rows, headings=headings)
