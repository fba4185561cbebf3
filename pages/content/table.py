"""A table as data: columns with their words and raw values, rows with their codes; the same on a page, in a test and in an export."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from data.absence import absent


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
    """What a table shows, as plain data."""
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


def _cell(column: Column, row: dict) -> list:
    """Text, raw value and, where the cell has a tone, fill and ink."""
    tone = column.tone(row) if column.tone else None
    return [column.text(row), _raw(column.value(row)), *(tone or ())]


def _raw(value):
    return None if value is None or absent(value) else value if isinstance(value, str) else float(value)
