"""A frame as a plain HTML table in words: under every picture, for eyes and screen readers alike."""

from html import escape

import pandas as pd

from pages.parts.view import View
from pages.text.numbers import date, number
from pages.text.words import words

# Columns of query frames that a person reads, and the words over them; others stay in the download.
SHOWN = {
    "area": "column_area", "indicator": "indicator", "part": "indicator", "year": "column_year", "month": "column_month",
    "standard": "column_standard", "kind": "column_kind", "value": "column_value", "actual": "column_actual", "plan": "column_plan",
    "plan_share": "column_share", "missing": "column_missing", "before": "column_before", "points": "column_points",
    "percent": "column_percent", "pace": "column_pace", "status": "column_status", "source_title": "column_source",
}
ONE_DECIMAL = {"plan_share", "pace", "percent"}


def plain_table(frame: pd.DataFrame, view: View, decimals: int = 2) -> str:
    """The readable columns of a query's frame; no figure is written “chưa có số liệu”, never 0.

    Args:
        decimals: at most so many for values.
    """
    say = words("screens", view.language)
    columns = [c for c in SHOWN if c in frame]
    head = "".join(f"<th scope='col'{_right(frame, c)}>{escape(say[SHOWN[c]])}</th>" for c in columns)
    body = "".join(
        "<tr>" + "".join(f"<td{_right(frame, c)}>{escape(_cell(view, c, row[c], decimals, say))}</td>" for c in columns) + "</tr>"
        for row in frame[columns].to_dict("records")
    )
    return f"<table class='d-table'><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _right(frame: pd.DataFrame, column: str) -> str:
    return " class='n'" if pd.api.types.is_numeric_dtype(frame[column]) else ""


def _cell(view: View, column: str, value, decimals: int, say) -> str:
    if value is None or value != value:
        return say["no_data"]
    if column == "area":
        return view.areas.at(value).full(view.language)
    if column in ("indicator", "part"):
        return view.label(value)
    if column in ("status", "kind"):
        return say[f"{column}_{value}"] if value else ""
    if column == "standard":
        standard = view.catalogue.standard(value)
        return standard.name(view.language) if standard else ""
    if column in ("year", "month"):
        return str(int(value))
    if hasattr(value, "year"):
        return date(value, view.language)
    if isinstance(value, str):
        return value
    whole = float(value).is_integer()
    return number(value, 1 if column in ONE_DECIMAL else 0 if whole else decimals, view.language)
