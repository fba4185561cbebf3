"""A figure on a page: drawn by a component of ours, so that a year is stepped to without the server.

Streamlit's own chart draws what the last run sent; the browser may not change it.
"""

from collections.abc import Callable

import streamlit as st

from pages.widgets.component import component

_component = component("chart", isolated=False)


def chart(content: dict, *, key: str, on_pick: Callable[[str], None] | None = None) -> None:
    """Draws the figure in a container of its own, `fig_<key>`.

    Args:
        content: as `web.chart.chart_json` gives it.
        on_pick: called with the code of a mark that was clicked.
    """
    container = f"fig_{key}"

    def picked() -> None:
        if on_pick and (code := st.session_state[key].get("picked")):
            on_pick(code)

    with st.container(key=container):
        data = {**content, "container": container, "picked": on_pick is not None}
        _component(data=data, key=key, on_picked_change=picked)
