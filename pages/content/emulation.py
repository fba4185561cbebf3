"""Bảng thi đua: a composite with weights that the visitor moves, and how far its ranks depend on them."""

from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from data.status import Status, illustrative
from pages.content.about import About, about
from pages.content.compared import LEAST, compared, of_districts
from pages.content.table import Column, Table, table_data
from pages.content.view import View
from pages.statistics.composite import DECIMALS, composite, normalised, rank_range
from pages.statistics.ranks import ranks
from pages.text import sentences
from pages.text.numbers import number

STEADY = 2  # ranks


@dataclass(frozen=True)
class Scored:
    """What can be scored: values districts × indicators without gaps; who and what was left out."""

    values: pd.DataFrame
    by_plan: tuple[str, ...]
    neutral: tuple[str, ...]
    missing: tuple[str, ...]
    illustrative: bool

    @property
    def indicators(self) -> tuple[str, ...]:
        """Those that are scored, in the order asked for."""
        return tuple(map(str, self.values.columns))


@lru_cache(maxsize=300)
def scored(view: View, indicators: tuple[str, ...], year: int, only: tuple[str, ...]) -> Scored:
    """The figures to score: the share of plan where every district with a figure has one, else the figure.

    Districts without one of the figures are left out and named; what is not judged (neutral ones, counts
    without plans) and those of fewer than two districts are not scored.
    """
    frame = compared(view, indicators, year)
    columns, by_plan, neutral, made_up = {}, [], [], False
    for key in indicators:
        rows, indicator = of_districts(frame, key, only).set_index("area"), view.catalogue.indicators[key]
        if rows["value"].notna().sum() < LEAST:
            continue
        shares = rows.loc[rows["value"].notna(), "plan_share"]
        planned = indicator.plan_type == "reach" and not indicator.is_rate and shares.notna().all()
        if indicator.polarity == "neutral" or not (planned or indicator.is_rate):
            neutral.append(key)
            continue
        columns[key] = rows["plan_share"] if planned else rows["value"]
        by_plan += [key] if planned else []
        made_up |= illustrative(rows["status"]) or bool(planned and illustrative(rows["plan_status"]))
    values = pd.DataFrame(columns)
    missing = tuple(values.index[values.isna().any(axis=1)]) if columns else ()
    return Scored(values.dropna(), tuple(by_plan), tuple(neutral), missing, made_up)


def table_of(view: View, data: Scored, weights: dict[str, float], method: str) -> pd.DataFrame:
    """score | rank | best | worst | status | each indicator's score; indexed by district, official order."""
    polarity = {key: view.catalogue.indicators[key].polarity for key in data.indicators}
    scales = normalised(data.values, polarity, method)
    score = composite(scales, weights)
    return (
        pd.DataFrame(
            {
                "score": score,
                "rank": ranks(score, "higher_is_better", DECIMALS),
                "status": Status.ILLUSTRATIVE if data.illustrative else Status.PUBLISHED,
            }
        )
        .join(rank_range(scales, weights))
        .join(scales)
    )


def about_table(
    view: View,
    indicators: tuple[str, ...],
    year: int,
    data: Scored,
    result: pd.DataFrame,
    weights: dict[str, float],
    method: str,
) -> About:
    """What the table of `table_of` says about itself."""
    say = view.say("so_sanh")
    frame = compared(view, indicators, year)
    frame = frame[frame["indicator"].isin(data.values.columns) & frame["area"].isin(data.values.index)]
    best = result.reset_index(names="area").iloc[result["score"].argmax()]
    finding = say(
        "emulation_finding",
        year=year,
        best=view.names(year)[best["area"]],
        band=sentences.ranks(best["best"], best["worst"], view.language),
        steady=int((result["worst"] - result["best"] <= STEADY).sum()),
    )
    weighing = "; ".join(f"{view.label(k)} {number(w, 0, view.language)}" for k, w in weights.items())
    frame = frame.assign(status=Status.ILLUSTRATIVE) if data.illustrative else frame
    return about(
        view,
        frame,
        year=year,
        title=say("emulation_title", count=len(data.values.columns), year=year),
        subtitle=say("emulation_subtitle", method=say[f"method_{method}"], weights=weighing),
        finding=finding,
    )


def columns_of(view: View, result: pd.DataFrame, data: Scored, selected: list[str], year: int) -> Table:
    """The sortable table's data, official order."""
    say, texts, names = view.say("so_sanh"), view.say("screens"), view.names(year)
    shown = {key: data.values[key] for key in data.indicators}

    def cell(key: str):
        indicator = view.catalogue.indicators[key]
        decimals = 1 if key in data.by_plan else indicator.decimals
        return lambda r: number(shown[key][r["area"]], decimals, view.language)

    columns = [
        Column(texts["column_area"], lambda r: names[r["area"]], lambda r: names[r["area"]], numeric=False),
        Column(
            say["column_score"], lambda r: number(r["score"], DECIMALS, view.language), lambda r: r["score"]
        ),
        Column(say["column_band"], lambda r: number(r["rank"], 0, view.language), lambda r: -r["rank"]),
        Column(
            say["column_range"],
            lambda r: sentences.ranks(r["best"], r["worst"], view.language),
            lambda r: -(r["worst"] - r["best"]),
        ),
    ]
    columns += [
        Column(
            view.label(key),
            cell(key),
            lambda r, k=key: shown[k][r["area"]],
            unit=say["emulation_plan"]
            if key in data.by_plan
            else view.catalogue.unit(view.catalogue.indicators[key], view.language),
        )
        for key in data.indicators
    ]
    return table_data(
        result.reset_index(names="area"),
        columns,
        caption="",
        sort=texts["district_table"],
        language=view.language,
        selected=selected,
    )
