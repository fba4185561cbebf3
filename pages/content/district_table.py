"""The list of districts beside a map: value, rank, change, rate; illustrative figures marked."""

from functools import lru_cache

import pandas as pd

from data.absence import absent
from data.catalogue import Catalogue, Indicator
from data.queries import district_change, district_values
from data.status import Status, all_illustrative, illustrative
from pages.content.compared import placed, rank_notes
from pages.content.plain_table import why_empty
from pages.content.table import Column, Table, table_data, unsigned
from pages.content.view import View
from pages.text.mark import NBSP, marked, shown, the_mark
from pages.text.numbers import number, signed


@lru_cache(maxsize=600)
def district_table(view: View, indicator_id: str, year: int, selected: tuple[str, ...]) -> Table:
    """The sortable list of one indicator in one year, the highest first.

    Rank only where districts compare, beside a count the rate that it is the numerator of; who has no figure
    is named under the rows.
    """
    say, indicator = view.say("screens"), view.catalogue.indicators[indicator_id]
    whole = _rows(view, indicator, year)
    frame = whole[whole["value"].notna()].sort_values("value", ascending=False, kind="stable")
    names, unit = view.names(year), view.catalogue.unit(indicator, view.language)
    rate = rate_of(view.catalogue, indicator)
    rates = _known(view, rate, year) if rate else frame.iloc[:0]
    rank = Column(say["column_rank"], lambda r: _rank(view, r), lambda r: -r["rank"])
    columns = [
        Column(say["column_area"], lambda r: names[r["area"]], lambda r: names[r["area"]], numeric=False),
        Column(
            say["column_value"],
            lambda r: _value(view, r, indicator),
            lambda r: r["value"],
            unit=unit,
            bar=True,
        ),
        *([rank] if frame["rank"].notna().any() else []),
        Column(
            say["column_change"],
            lambda r: _change(view, r, indicator),
            lambda r: r["change"],
            unit=say["points_unit" if indicator.in_points else "percent_unit"],
        ),
        *_rate_column(view, rates, rate),
    ]
    alike = all_illustrative([*frame["status"], *rates["status"]])
    notes = [*_missing(view, whole[whole["value"].isna()], names), *_notes(view, frame, indicator, alike)]
    table = table_data(
        frame,
        columns,
        caption=" ".join(notes),
        sort=say["district_table"],
        language=view.language,
        selected=selected,
    )
    return unsigned(table, NBSP + the_mark(view.language).sign) if alike else table


def rate_of(catalogue: Catalogue, indicator: Indicator) -> Indicator | None:
    """The first rate that a count is the numerator of: by it large and small districts compare."""
    rates = (i for i in catalogue.indicators.values() if i.numerator == indicator.id and i.is_rate)
    return None if indicator.is_rate else next(rates, None)


def _known(view: View, indicator: Indicator, year: int) -> pd.DataFrame:
    frame = district_values(view.edition, indicator.id, year, today=view.today)
    return frame[frame["value"].notna()]


def _rate_column(view: View, rates: pd.DataFrame, rate: Indicator | None) -> list[Column]:
    """What a count is to its base, where any district has both."""
    if rate is None or rates.empty:
        return []
    rows = {row["area"]: row for row in rates.to_dict("records")}
    value = dict(zip(rates["area"], rates["value"]))

    def text(row: dict) -> str:
        return _value(view, rows[row["area"]], rate) if row["area"] in rows else "–"

    unit = view.catalogue.unit(rate, view.language)
    return [Column(view.say("screens")["column_rate"], text, lambda r: value.get(r["area"]), unit=unit)]


def _missing(view: View, rows: pd.DataFrame, names: dict[str, str]) -> list[str]:
    """Who has no figure, by the reason why."""
    found: dict[str, list[str]] = {}
    for row in rows.to_dict("records"):
        found.setdefault(why_empty(view, row), []).append(names[row["area"]])
    return [f"{reason[:1].upper()}{reason[1:]}: {', '.join(areas)}." for reason, areas in found.items()]


def _rows(view: View, indicator: Indicator, year: int) -> pd.DataFrame:
    """`queries.district_values`, the columns of `placed` | change | change_mark (it wears the mark)."""
    frame = district_values(view.edition, indicator.id, year, today=view.today)
    change = district_change(view.edition, indicator.id, year).set_index("area")
    frame = frame.join(placed(frame, indicator))
    frame["change"] = frame["area"].map(change["points"] if indicator.in_points else change["percent"])
    firm = frame["status"].ne(Status.ILLUSTRATIVE)
    frame["change_mark"] = frame["area"].map(change["status"]).eq(Status.ILLUSTRATIVE) & firm
    return frame


def _value(view: View, row: dict, indicator: Indicator) -> str:
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


def _notes(view: View, frame: pd.DataFrame, indicator: Indicator, alike: bool) -> list[str]:
    """What signs mean. alike: every figure is illustrative, and the badge says so once."""
    say, worn = view.say("screens"), the_mark(view.language)
    made_up = illustrative(frame["status"]) or frame["change_mark"].any()
    return [
        *rank_notes(view, frame, indicator),
        *([f"{worn.badge}." if alike else worn.note] if made_up else []),
        *([say["unstable_note"]] if frame["unstable"].any() else []),
    ]
