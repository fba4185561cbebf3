"""A frame as a plain table in words: under every picture, for eyes and screen readers alike."""

from collections.abc import Mapping

import pandas as pd

from data.absence import absent
from pages.content.table import Cell, Heading, Row, Table
from pages.content.view import View
from pages.text.mark import shown
from pages.text.numbers import date, number

# Columns of query frames that a person reads, and the words over them; others stay in the download.
SHOWN = {
    "area": "column_area",
    "indicator": "indicator",
    "part": "indicator",
    "year": "column_year",
    "month": "column_month",
    "standard": "column_standard",
    "kind": "column_kind",
    "value": "column_value",
    "actual": "column_actual",
    "plan": "column_plan",
    "plan_share": "column_share",
    "missing": "column_missing",
    "before": "column_before",
    "points": "column_points",
    "percent": "column_percent",
    "pace": "column_pace",
    "status": "column_status",
    "source_title": "column_source",
}
PLANNED = {"plan", "pace"}  # never protected
CHANGES = {"before", "points", "percent"}  # protected with either end
ONE_DECIMAL = {"plan_share", "pace", "percent"}
REASONS = {"no_data", "not_due", "protected", "not_applicable"}  # why there is no figure
LONGEST = 500  # rows under a picture; a file holds them all


def plain_table(
    frame: pd.DataFrame,
    view: View,
    decimals: int = 2,
    headings: Mapping[str, str] | None = None,
    year: int | None = None,
) -> Table:
    """The readable columns of a query's frame; no figure is written “chưa có số liệu”, never 0.

    Args:
        decimals: at most so many for values.
        headings: columns beyond `SHOWN`, and the words over them.
        year: whose names hold for rows without a day.
    """
    say = view.say("screens")
    named = {c: say[word] for c, word in SHOWN.items() if c in frame} | dict(headings or {})
    rows = tuple(
        Row("", tuple(Cell(_text(view, column, row, decimals)) for column in named))
        for row in with_names(view, frame.head(LONGEST), year).to_dict("records")
    )
    over = tuple(Heading(label, pd.api.types.is_numeric_dtype(frame[c])) for c, label in named.items())
    more = say("first_rows", shown=LONGEST, all=len(frame)) if len(frame) > LONGEST else ""
    return Table(over, rows, view.language, caption=more)


def why_empty(view: View, row: Mapping, column: str = "value") -> str:
    """Why a row of a query has no figure: protected, not due, not applicable, else that there is none."""
    say = view.say("figures")
    if column in PLANNED:
        return say["no_data"]
    kept_back = row.get("protected") or (column in CHANGES and row.get("reason") == "protected")
    state = "protected" if kept_back else row.get("state")
    return say[state] if state in REASONS else say["no_data"]


def with_names(view: View, frame: pd.DataFrame, year: int | None) -> pd.DataFrame:
    """The frame with areas written out, under the names in force on each row's own day.

    Args:
        year: whose names hold for rows without period_end, as_of or year; today's where None.
    """
    if "area" not in frame:
        return frame
    days = pd.Series(pd.NaT, index=frame.index, dtype="datetime64[ns]")
    for column in ("period_end", "as_of", "year"):
        if column in frame:
            text = (
                frame[column].astype("Int64").astype("string") + "-12-31"
                if column == "year"
                else frame[column]
            )
            days = days.fillna(pd.to_datetime(text))
    days = days.fillna(pd.Timestamp(year, 12, 31) if year else pd.Timestamp(view.today))
    names = [
        view.areas.at(code, day.date()).full(view.language)
        for code, day in zip(frame["area"], days, strict=True)
    ]
    return frame.assign(area=names)


def in_words(view: View, column: str, value) -> str | None:
    """A code or text as a person reads it; None for what is a number."""
    say = view.say("screens")
    if column == "area":
        return value
    if column in ("indicator", "part"):
        return view.label(value)
    if column == "status":
        return say[f"status_{value}"] if value else ""
    if column == "kind":
        return say[f"kind_{value}"] if value else ""
    if column == "standard":
        standard = view.catalogue.standard(value)
        return standard.name(view.language) if standard else ""
    if column in ("year", "month"):
        return str(int(value))
    if hasattr(value, "year"):
        return date(value, view.language)
    return value if isinstance(value, str) else None


def _text(view: View, column: str, row: Mapping, decimals: int) -> str:
    value = row[column]
    if absent(value):
        return why_empty(view, row, column)
    if (text := in_words(view, column, value)) is not None:
        return text
    text = number(value, 1 if column in ONE_DECIMAL else decimals, view.language)
    return shown(text, row, column, view.language)
