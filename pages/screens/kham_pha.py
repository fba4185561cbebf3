"""Tra cứu: any indicator, area and period as trend, map and table, with what the indicator means."""

import streamlit as st

from data.queries import coverage, years
from pages.parts import address, choices
from pages.parts.charts import trend_picture
from pages.parts.lookup import Asked, ask_visitor
from pages.parts.lookup_facts import facts
from pages.parts.lookup_table import about_rows, for_files, periods_by_areas, rows_asked
from pages.parts.maps import layouts, level_map
from pages.parts.picture import downloads, empty, heading, picture
from pages.parts.table import table
from pages.parts.view import View
from pages.text.words import words


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
            empty(name, words("kham_pha", view.language)("no_figures", name=name))
        return
    with right:
        _map(view, asked)
    _trend(view, asked)
    _table(view, asked, rows)


def _map(view: View, asked: Asked) -> None:
    """The map of a year in which districts have figures."""
    say, name = (
        words("kham_pha", view.language),
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
    figure, legend, said, frame = level_map(view, asked.indicator, year, asked.selected, layout)
    picture(view, f"ban_do_{asked.indicator}", figure, said, frame, legend=legend, on_pick=choices.pick_area)


def _trend(view: View, asked: Asked) -> None:
    name = view.catalogue.indicators[asked.indicator].name(view.language)
    made = trend_picture(
        view, asked.indicator, (view.areas.province, *asked.selected), 380, (asked.first, asked.last)
    )
    if made:
        picture(view, f"dien_bien_{asked.indicator}", *made)
    else:
        title = words("screens", view.language)("trend_of", name=name)
        empty(title, words("kham_pha", view.language)("no_trend", first=asked.first, last=asked.last))


def _year(view: View, options: list[int]) -> int:
    default = choices.default_year(view, options)
    if len(options) == 1:
        return address.chosen("nam", options, default)
    return address.slider("nam", options, default, label=words("screens", view.language)["year"])


def _table(view: View, asked: Asked, rows) -> None:
    said = about_rows(view, asked, rows)
    if rows.empty:
        empty(said.title, words("kham_pha", view.language)["no_rows"])
        return
    heading(said)
    table(periods_by_areas(view, asked), key=f"bang_{asked.indicator}")
    told, headings = for_files(view, rows)
    downloads(view, f"so_lieu_{asked.indicator}", said, told, headings=headings)
