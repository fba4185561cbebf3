"""The table beside the ranking: value, side of the middle, change, and the band of ranks."""

from collections.abc import Mapping

import pandas as pd

from data.absence import absent
from data.catalogue import Indicator
from pages.content.compared import by_result as sort_by_result
from pages.content.compared import compared, of_districts, rank_notes
from pages.content.table import Column, Table, table_data
from pages.content.view import View
from pages.text import sentences
from pages.text.mark import marked, notes, shown
from pages.text.numbers import number, signed


def rank_table(
    view: View,
    indicator_id: str,
    year: int,
    selected: tuple[str, ...],
    only: tuple[str, ...],
    by_result: bool,
) -> Table:
    """One indicator's districts, in official order or by result."""
    say, texts = view.say("so_sanh"), view.say("screens")
    indicator = view.catalogue.indicators[indicator_id]
    rows = of_districts(compared(view, (indicator_id,), year), indicator_id, only)
    rows = sort_by_result(rows, indicator) if by_result else rows
    names, column = view.names(year), "points" if indicator.in_points else "percent"
    columns = [
        Column(texts["column_area"], lambda r: names[r["area"]], lambda r: names[r["area"]], numeric=False),
        Column(
            texts["column_value"],
            lambda r: _value(view, r, indicator),
            lambda r: r["value"],
            unit=view.catalogue.unit(indicator, view.language),
        ),
        Column(say["column_middle"], lambda r: _against(view, r), lambda r: r["position"]),
        Column(texts[f"column_{column}"], lambda r: _change(view, r, indicator), lambda r: r[column]),
    ]
    if rows["rank"].notna().any():
        columns.append(Column(say["column_band"], lambda r: _band(view, r), lambda r: -r["best"]))
    return table_data(
        rows,
        columns,
        caption=" ".join(_notes(view, rows, indicator, names)),
        sort=texts["district_table"],
        language=view.language,
        selected=selected,
    )


def _value(view: View, row: dict, indicator: Indicator) -> str:
    if absent(row["value"]):
        return view.say("figures")[row["state"]]
    figure = number(row["value"], indicator.decimals, view.language) + (" *" if row["unstable"] else "")
    return shown(figure, row, "value", view.language)


def _against(view: View, row: dict) -> str:
    if absent(row["position"]):
        return "–"
    side = "higher" if row["position"] > 0 else "lower" if row["position"] < 0 else "similar"
    return view.say("so_sanh")[side]


def _change(view: View, row: dict, indicator: Indicator) -> str:
    moved = row["points" if indicator.in_points else "percent"]
    text = signed(moved, indicator.decimals if indicator.in_points else 1, view.language)
    return text if absent(moved) else shown(text, row, "points", view.language)


def _band(view: View, row: dict) -> str:
    if absent(row["best"]):
        return "–"
    return marked(
        sentences.ranks(row["best"], row["worst"], view.language), [row["rank_status"]], view.language
    )


def _notes(view: View, rows: pd.DataFrame, indicator: Indicator, names: Mapping[str, str]) -> list[str]:
    say = view.say("so_sanh")
    missing = [names[c] for c in rows.loc[rows["value"].isna(), "area"]]
    ranked = rows["rank"].notna().any()
    return [
        *rank_notes(view, rows, indicator)[:1],
        *([say["band_note"]] if ranked else []),
        *([say("left_out", names=", ".join(missing))] if missing else []),
        *notes(rows["status"], view.language),
    ]
