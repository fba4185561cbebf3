"""A sortable table whose numbers are written in the visitor's language; a click on a row selects the area.

Streamlit's own grid writes numbers the browser's way and its menus in English, so this is a small
component of ours: a real HTML table, read by screen readers and printed as it stands.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import streamlit as st

_HERE = Path(__file__)
_component = st.components.v2.component(
    "figures_table",
    html="<div class='root'></div>",
    css=_HERE.with_suffix(".css").read_text(encoding="utf-8"),
    js=_HERE.with_suffix(".js").read_text(encoding="utf-8"),
)


@dataclass(frozen=True)
class Column:
    """One column: its heading, how a row's cell is written, and the raw value it sorts by (None = no figure).

    unit: a smaller line under the heading. tone: (fill, ink) of a row's cell, None for the page's own.
    """

    label: str
    text: Callable[[dict], str]
    value: Callable[[dict], float | str | None]
    numeric: bool = True
    unit: str = ""
    tone: Callable[[dict], tuple[str, str] | None] | None = None


def table_data(
    frame: pd.DataFrame,
    columns: list[Column],
    *,
    caption: str,
    sort: str,
    language: str,
    selected: list[str] = (),
    code: str = "area",
) -> dict:
    """What the table shows, as plain data: the same on a page, in a test and in an export."""
    rows = [
        {"code": row[code], "selected": row[code] in selected, "cells": [_cell(c, row) for c in columns]}
        for row in frame.to_dict("records")
    ]
    header = next((n for n, c in enumerate(columns) if not c.numeric), 0)
    return {
        "columns": [{"label": c.label, "numeric": c.numeric, "unit": c.unit} for c in columns],
        "rows": rows,
        "header": header,
        "caption": caption,
        "sort": sort,
        "language": language,
    }


def table(data: dict, *, key: str, on_pick: Callable[[str], None] = lambda code: None) -> None:
    """Draws the table; `on_pick` is called with the code of a row that was clicked."""

    def picked() -> None:
        if (code := st.session_state[key].get("picked")) is not None:
            on_pick(code)

    _component(data=data, key=key, on_picked_change=picked)


def _cell(column: Column, row: dict) -> list:
    """Text, raw value and, where the cell has a tone, fill and ink."""
    tone = column.tone(row) if column.tone else None
    return [column.text(row), _raw(column.value(row)), *(tone or ())]


def _raw(value):
    return None if value is None or value != value else value if isinstance(value, str) else float(value)
