"""The table of judged plans: districts of one indicator, or all plans of the province."""

from collections.abc import Callable, Mapping

import pandas as pd

from data.absence import absent
from data.catalogue import Indicator
from pages.content.plan_standing import reason
from pages.content.table import Column, Table, table_data
from pages.content.view import View
from pages.statistics.plan_standing import GROUPS, SIGNS
from pages.text.mark import NO_MARK, Mark, mark, the_mark, worded
from pages.text.numbers import date, number, percent, with_unit

NBSP = "\u00a0"
STATUS_OF = {"actual": "actual_status", "plan": "plan_status"}  # others rest on both


def standing_table(view: View, rows: pd.DataFrame, selected: tuple[str, ...], *, by: str, year: int) -> Table:
    """The sortable table of judged rows.

    Args:
        by: “area” (districts of one indicator) or “indicator” (all plans of the province).
    """
    say, texts = view.say("ke_hoach"), view.say("screens")
    latest = rows["as_of"].max()
    projection = Column(say["column_projection"], lambda row: _projection(view, row), lambda row: row["low"])
    columns = [
        *(_first_by_area(view, year) if by == "area" else _first_by_indicator(view)),
        _figure_column(view, "actual", texts["column_actual"], by),
        _figure_column(view, "plan", texts["column_plan"], by),
        Column(texts["column_share"], lambda row: _share(view, row), lambda row: row["plan_share"]),
        _figure_column(view, "missing", texts["column_missing"], by),
        *([_figure_column(view, "weekly", say["column_weekly"], by)] if rows["weekly"].notna().any() else []),
        *([projection] if rows["low"].notna().any() else []),
        Column(
            say["column_state"],
            lambda row: _state(view, row, latest),
            lambda row: float(GROUPS.index(row["group"])),
            numeric=False,
        ),
    ]
    worn = mark(rows["status"], view.language) or (
        the_mark(view.language) if view.rehearsal and rows["low"].notna().any() else NO_MARK
    )
    return table_data(
        rows,
        columns,
        caption=worn.note,
        sort=texts["district_table"],
        language=view.language,
        selected=list(selected),
        code="area" if by == "area" else "indicator",
    )


def _first_by_area(view: View, year: int) -> list[Column]:
    texts = view.say("screens")
    names = view.names(year) | {view.areas.province: texts["province"]}

    def name(row: Mapping) -> str:
        return names[row["area"]]

    return [Column(texts["column_area"], name, name, numeric=False)]


def _first_by_indicator(view: View) -> list[Column]:
    say = view.say("ke_hoach")

    def label(row: Mapping) -> str:
        return view.label(row["indicator"])

    def plan_type(row: Mapping) -> str:
        return _indicator(view, row).plan_type

    return [
        Column(view.say("screens")["indicator"], label, label, numeric=False),
        Column(
            say["column_type"],
            lambda row: say[f"type_{plan_type(row)}"].replace(" ", NBSP),
            plan_type,
            numeric=False,
        ),
    ]


def _figure_column(view: View, key: str, label: str, by: str) -> Column:
    """A column of figures in the indicator's unit, which stands behind each where indicators differ."""

    def write(row: Mapping) -> str:
        if absent(row[key]):
            return _why_absent(view, row, key)
        indicator = _indicator(view, row)
        behind = by == "indicator" and key != "weekly"
        unit = view.catalogue.unit(indicator, view.language) if behind else ""
        worn = mark([row[STATUS_OF.get(key, "status")]], view.language)
        figure = with_unit(row[key], unit, indicator.decimals, view.language)
        return worded(figure, row, key, view.language) + worn.behind

    return Column(label, write, _value_of(key))


def _value_of(key: str) -> Callable[[Mapping], float]:
    return lambda row: row[key]


def _why_absent(view: View, row: Mapping, key: str) -> str:
    if key in ("missing", "weekly"):
        return "–"
    if key == "actual" and row["protected"]:
        return view.say("ke_hoach")["reason_protected"]
    return view.say("screens")["no_data"]


def _share(view: View, row: Mapping) -> str:
    worn: Mark = NO_MARK if absent(row["plan_share"]) else mark([row["status"]], view.language)
    share = percent(row["plan_share"], 1, view.language)
    return worded(share, row, "plan_share", view.language) + worn.behind


def _projection(view: View, row: Mapping) -> str:
    """The range of the year's end; it rests on earlier years, which are made up in a rehearsal."""
    if absent(row["low"]):
        return "–"
    low, high = number(row["low"], 1, view.language), percent(row["high"], 1, view.language)
    worn = the_mark(view.language) if view.rehearsal else mark([row["status"]], view.language)
    return view.say("ke_hoach")("range", low=low, high=high) + worn.behind


def _state(view: View, row: Mapping, latest) -> str:
    say = view.say("ke_hoach")
    behind = row["span"] == "ytd" and row["as_of"] < latest
    parts = [
        f"{SIGNS[row['bucket']]} {say['group_' + row['group']]}:",
        reason(view, row),
        say["low_plan"] if row["low_plan"] else "",
        say("reported_until", date=date(row["as_of"], view.language)) if behind else "",
    ]
    # lines break between parts only, or a phone breaks every word
    first, *more = (part.replace(" ", NBSP) for part in parts if part)
    return f"{first} {'; '.join(more)}"


def _indicator(view: View, row: Mapping) -> Indicator:
    return view.catalogue.indicators[row["indicator"]]
