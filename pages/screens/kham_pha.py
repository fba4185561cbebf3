"""Tra cứu: any indicator, area and period as table, trend and map, with what the indicator means."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from data.queries import coverage, years
from pages.content.calendar import LEAST
from pages.content.lookup import Asked
from pages.content.lookup_table import about_rows, for_files, periods_by_areas, rows_asked
from pages.content.maps import layouts, level_map
from pages.content.trend import trend_state
from pages.content.view import View
from pages.content.years import default_year, newest
from pages.web import pieces
from pages.widgets import address, calendar, choices
from pages.widgets.lookup import ask_visitor
from pages.widgets.lookup_facts import facts
from pages.widgets.picture import downloads, empty
from pages.widgets.picture import show as show_picture
from pages.widgets.plain import plain
from pages.widgets.table import table

FIRST = 8  # periods that the table opens with, the newest


def show(view: View) -> None:
    """Draws the screen: what is asked for, the answer, then pictures of it."""
    with st.container(key="lookup", gap="xsmall"):
        asked = ask_visitor(view)
        rows = rows_asked(view, asked)
        if not coverage(view.edition).set_index("indicator").loc[asked.indicator, "rows"] and rows.empty:
            name = view.catalogue.indicators[asked.indicator].name(view.language)
            _head(view, asked, rows, name, "")
            st.info(plain(view.say("kham_pha")("no_figures", name=name)))
            return
        _table(view, asked, rows)
        left, right = st.columns(2)
        with left:
            _trend(view, asked)
        with right:
            _map(view, asked)


def _head(view: View, asked: Asked, rows: pd.DataFrame, title: str, subtitle: str) -> None:
    """The indicator's name, and in a popover what it means."""
    with st.container(key="head_so_lieu", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(pieces.heading(title, subtitle))
        facts(view, asked.indicator, rows)


def _table(view: View, asked: Asked, rows: pd.DataFrame) -> None:
    """The newest periods, all when asked for."""
    say, finding = view.say("kham_pha"), about_rows(view, asked, rows)
    _head(view, asked, rows, finding.title, finding.subtitle)
    if rows.empty:
        st.info(plain(say["no_rows"]))
        return
    if known := newest(view, asked.indicator):
        year, figure = known
        st.html(pieces.paragraph(say("newest", year=year, figure=figure)))
    whole = periods_by_areas(view, asked)
    more = len(whole.rows) > FIRST
    every = address.chosen("het", ("0", "1"), "0") == "1"
    shown = whole if every else replace(whole, rows=whole.rows[:FIRST])
    table(shown, key=f"bang_{asked.indicator}")
    file_rows, headings = for_files(view, rows)
    with st.container(horizontal=True, vertical_alignment="center"):
        if more:
            address.flag("het", label=say("every_period", count=len(whole.rows)))
        downloads(view, f"so_lieu_{asked.indicator}", finding, file_rows, headings=headings)


def _map(view: View, asked: Asked) -> None:
    """The map of a year of which enough districts have figures; where there is none, all that there are."""
    known = years(view.edition, asked.indicator)
    known = known[known["year"].between(asked.first, asked.last)]
    options = [int(y) for y in known.loc[known["districts"] >= LEAST, "year"]]
    if not options:
        some = [int(y) for y in known["year"]] or [asked.last]
        year = address.peek("nam", some, default_year(view, some))
        calendar.show(view, asked.indicator, year, height=430)
        return
    with st.container(key="lookup_map"):
        when, shape = st.columns([5, 4], vertical_alignment="center")
    with when:
        year = _year(view, options)
    with shape:
        layout = choices.layout(view, layouts())
    state = level_map(view, asked.indicator, year, asked.selected, layout)
    show_picture(view, f"ban_do_{asked.indicator}", state, on_pick=choices.pick_area, height=400)


def _trend(view: View, asked: Asked) -> None:
    name = view.catalogue.indicators[asked.indicator].name(view.language)
    areas, span = (view.areas.province, *asked.selected), (asked.first, asked.last)
    if state := trend_state(view, asked.indicator, areas, span):
        show_picture(view, f"dien_bien_{asked.indicator}", state, height=400)
    else:
        title = view.say("screens")("trend_of", name=name)
        empty(title, view.say("kham_pha")("no_trend", first=asked.first, last=asked.last))


def _year(view: View, options: list[int]) -> int:
    return choices.year_among(view, options, default_year(view, options))
