"""A sortable table whose numbers are written in the visitor's language; a click on a row selects the area.

Streamlit's own grid writes numbers the browser's way and its menus in English, so this is a small
component of ours: a real HTML table, read by screen readers and printed as it stands.
"""

from collections.abc import Callable

import streamlit as st

from pages.content.table import Table
from pages.web.tables import table_json
from pages.widgets.component import component

_component = component("table")


def table(table: Table, *, key: str, on_pick: Callable[[str], None] = lambda code: None) -> None:
    """Draws the table; `on_pick` is called with the code of a row that was clicked."""

    def picked() -> None:
        if (code := st.session_state[key].get("picked")) is not None:
            on_pick(code)

    _component(data={**table_json(table), "container": key}, key=key, on_picked_change=picked)
