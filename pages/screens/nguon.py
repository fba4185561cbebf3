"""Nguồn và phương pháp: what every figure means, where it comes from, what is illustrative, what differs."""

import streamlit as st

from data.errors import told_outside
from data.publish import last_fault
from data.queries import sources
from pages.content import method_texts as texts
from pages.content.sources import sources_table
from pages.content.view import View
from pages.routes.parameters import CAP
from pages.web.pieces import grid_html
from pages.widgets.plain import plain


def show(view: View) -> None:
    """Draws the screen."""
    say = view.say("nguon")
    if fault := last_fault():
        st.error(say["fault"])
        st.code(told_outside(fault), language=None, wrap_lines=True)
    catalogue, where, how, differ, api = st.tabs(
        [say[f"tab_{t}"] for t in ("catalogue", "sources", "method", "differences", "api")]
    )
    with catalogue:
        wanted = st.text_input(say["search"], key="loc")
        st.html("".join(grid_html(grid) for grid in texts.catalogue_tables(view, wanted)))
    with where:
        st.markdown(say["grades_text"])
        st.html(grid_html(sources_table(view, sources(view.edition))))
    with how:
        st.subheader(say["rules"])
        st.markdown(say["rules_text"])
        st.subheader(say["breaks"])
        st.markdown(say["breaks_text"])
        st.html(grid_html(texts.standards_table(view)))
        if method := texts.rehearsal_method(view):
            st.subheader(say["rehearsal"])
            st.markdown(method)
        if kept_back := texts.protection(view):
            st.subheader(say["protection"])
            st.markdown(kept_back)
        if shown_all_the_same := texts.lifted_table(view):
            st.subheader(say["lifted"])
            st.html(grid_html(shown_all_the_same))
        st.subheader(say["frame"])
        st.markdown(plain(texts.frame(view)))
        st.subheader(say["map_credit"])
        st.markdown(plain(texts.credit(view)))
    with differ:
        st.subheader(say["differences"])
        _grid_or(texts.differences_table(view), say["differences_none"])
        st.subheader(say["conflicts"])
        _grid_or(texts.conflicts_table(view), say["conflicts_none"])
    with api:
        st.markdown(say("api_text", cap=CAP))


def _grid_or(grid: texts.Grid | None, none: str) -> None:
    if grid is None:
        st.markdown(plain(none))
    else:
        st.html(grid_html(grid))
