"""Nguồn và phương pháp: what every figure means, where it comes from, what is illustrative, what differs."""

from collections.abc import Callable
from math import ceil
from typing import Any

import streamlit as st

from data.errors import told_outside
from data.publish import last_fault
from data.queries import sources
from pages.content import indicator_facts
from pages.content import method_texts as texts
from pages.content.sources import sources_table
from pages.content.view import View
from pages.routes.parameters import CAP
from pages.web.html import render
from pages.web.pieces import grid_html, heading
from pages.widgets import address
from pages.widgets.plain import plain

ROWS = 10  # of a long table at a time


def show(view: View) -> None:
    """Draws the screen: of its parts only the one that is asked for."""
    say = view.say("nguon")
    if fault := last_fault():
        st.error(say["fault"])
        with st.expander(say["fault_lines"], key="fault"):
            st.code(told_outside(fault), language=None, wrap_lines=True)
    part = address.segmented(
        "phan", list(PARTS), "danh_muc", label=say["parts"], format_func=lambda p: say[f"part_{p}"]
    )
    PARTS[str(part)](view)


def _catalogue(view: View) -> None:
    """A folded field each; what is searched stands open."""
    say = view.say("nguon")
    wanted = st.text_input(
        say["search"], key="loc", label_visibility="collapsed", placeholder=say["search"]
    ).strip()
    found = indicator_facts.fields(view, wanted)
    if not found:
        st.info(plain(say("no_hit", wanted=wanted)))
    for field in found:
        label = say("field", name=field.name, count=len(field.indicators))
        key = f"field_{field.id}{'_found' if wanted else ''}"
        with st.expander(plain(label), expanded=bool(wanted), key=key, on_change="rerun") as folded:
            if folded.open:
                st.html(render("catalogue.html", entries=indicator_facts.entries(view, field)))


def _sources(view: View) -> None:
    say = view.say("nguon")
    _paged(view, sources_table(view, sources(view.edition)), "dong")
    with st.expander(say["grade"], key="grades"):
        st.markdown(say["grades_text"])


def _method(view: View) -> None:
    say = view.say("nguon")
    st.markdown(say["rules_text"])
    with st.expander(say["breaks"], key="breaks"):
        st.markdown(say["breaks_text"])
        st.html(grid_html(texts.standards_table(view)))
    if method := texts.rehearsal_method(view):
        with st.expander(say["rehearsal"], key="rehearsal"):
            st.markdown(method)
    if kept_back := texts.protection(view):
        with st.expander(say["protection"], key="protection"):
            st.markdown(kept_back)
    if shown_all_the_same := texts.lifted_table(view):
        with st.expander(say["lifted"], key="lifted"):
            st.html(grid_html(shown_all_the_same))
    with st.expander(say["frame"], key="areas"):
        st.markdown(plain(texts.frame(view)))
    with st.expander(say["map_credit"], key="map_credit"):
        st.markdown(plain(texts.credit(view)))


def _differences(view: View) -> None:
    say = view.say("nguon")
    tables = {"differences": texts.differences_table(view), "conflicts": texts.conflicts_table(view)}
    for key, grid in tables.items():
        st.html(heading(say[key]))
        if grid is None:
            st.markdown(plain(say[f"{key}_none"]))
        else:
            _paged(view, grid, {"differences": "dong_chenh", "conflicts": "dong_mau"}[key])


def _open_data(view: View) -> None:
    say = view.say("nguon")
    st.markdown(say("api_text", cap=CAP))


PARTS: dict[str, Callable[[View], None]] = {
    "danh_muc": _catalogue,
    "nguon": _sources,
    "phuong_phap": _method,
    "chenh_lech": _differences,
    "du_lieu_mo": _open_data,
}


def _paged(view: View, grid: texts.Grid, name: str) -> None:
    """A table, `ROWS` rows at a time; which of them stands in the address as `name`."""
    say, pages = view.say("nguon"), ceil(len(grid.rows) / ROWS)

    def label(page: int) -> str:
        return say(
            "rows_of", first=(page - 1) * ROWS + 1, last=min(page * ROWS, len(grid.rows)), all=len(grid.rows)
        )

    page: Any = 1
    if pages > 1:
        page = address.select(
            name,
            range(1, pages + 1),
            1,
            label=say["page"],
            format_func=label,
            label_visibility="collapsed",
            width=260,
        )
    rows = grid.rows[(page - 1) * ROWS : page * ROWS]
    st.html(grid_html(texts.Grid(grid.heads, rows, grid.title)))
