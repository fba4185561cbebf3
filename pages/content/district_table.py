"""The table of districts beside a map: value, rank, change, base; illustrative figures marked."""

from collections.abc import Callable
from functools import lru_cache

import pandas as pd

from data.absence import absent
from data.catalogue import Indicator
from data.queries import district_change, district_values
from data.status import Status, illustrative
from pages.content.compared import placed, rank_notes
from pages.content.plain_table import why_empty
from pages.content.table import Column, Table, table_data
from pages.content.view import View
from pages.text.mark import marked, shown, the_mark
from pages.text.numbers import number, signed


@lru_cache(maxsize=600)
def district_table(view: View, indicator_id: str, year: int, selected: tuple[str, ...]) -> Table:
    """The sortable table of one indicator in one year, official order; rank only where there is a figure."""
    say, indicator = view.say("screens"), view.catalogue.indicators[indicator_id]
    frame = _rows(view, indicator, year)
    names, unit = view.names(year), view.catalogue.unit(indicator, view.language)
    rank = Column(say["column_rank"], lambda r: _rank(view, r), lambda r: -r["rank"])
    columns = [
        Column(say["column_area"], lambda r: names[r["area"]], lambda r: names[r["area"]], numeric=False),
        Column(f"{say['column_value']} ({unit})", lambda r: _value(view, r, indicator), lambda r: r["value"]),
        *([rank] if frame["rank"].notna().any() else []),
        Column(
            say["column_points"] if indicator.in_points else say["column_percent"],
            lambda r: _change(view, r, indicator),
            lambda r: r["change"],
        ),
    ]
    if indicator.is_rate and frame["numerator"].notna().any():
        columns += [
            Column(say["column_count"], _whole(view, "numerator", "count_mark"), lambda r: r["numerator"]),
            Column(say["column_base"], _whole(view, "denominator", "count_mark"), lambda r: r["denominator"]),
        ]
    return table_data(
        frame,
        columns,
        caption=" ".join(_notes(view, frame, indicator)),
        sort=say["district_table"],
        language=view.language,
        selected=selected,
    )


def _rows(view: View, indicator: Indicator, year: int) -> pd.DataFrame:
    """`queries.district_values`, the columns of `placed` | change | change_mark, count_mark (is it there)."""
    frame = district_values(view.edition, indicator.id, year, today=view.today)
    change = district_change(view.edition, indicator.id, year).set_index("area")
    frame = frame.join(placed(frame, indicator))
    frame["change"] = frame["area"].map(change["points"] if indicator.in_points else change["percent"])
    firm = frame["status"].ne(Status.ILLUSTRATIVE)
    frame["change_mark"] = frame["area"].map(change["status"]).eq(Status.ILLUSTRATIVE) & firm
    # a stored rate says nothing of its counts
    frame["count_mark"] = view.rehearsal & ~frame["derived"] & firm
    return frame


def _value(view: View, row: dict, indicator: Indicator) -> str:
    if absent(row["value"]):
        return why_empty(view, row)
    figure = number(row["value"], indicator.decimals, view.language) + (" *" if row["unstable"] else "")
    return shown(figure, row, "value", view.language)


def _rank(view: View, row: dict) -> str:
    if absent(row["rank"]):
        return "–"
    return marked(number(row["rank"], 0, view.language), [row["rank_status"]], view.language)


def _change(view: View, row: dict, indicator: Indicator) -> str:
    if absent(row["change"]):
        return "–"
    moved = signed(row["change"], indicator.decimals if indicator.in_points else 1, view.language)
    return moved + (the_mark(view.language).behind if row["change_mark"] else "")


def _whole(view: View, key: str, marked: str = "") -> Callable[[dict], str]:
    """Writes a whole number; marked: the column that says whether it wears the mark."""

    def text(row: dict) -> str:
        if absent(row[key]):
            return "–"
        sign = the_mark(view.language).behind if marked and row[marked] else ""
        return number(row[key], 0, view.language) + sign

    return text


def _notes(view: View, frame: pd.DataFrame, indicator: Indicator) -> list[str]:
    say = view.say("screens")
    made_up = illustrative(frame["status"]) or (frame["change_mark"] | frame["count_mark"]).any()
    return [
        *rank_notes(view, frame, indicator),
        *([the_mark(view.language).note] if made_up else []),
        *([say["unstable_note"]] if frame["unstable"].any() else []),
    ]
