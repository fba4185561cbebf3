"""A total and its parts over the years: stacked columns with their figures written in."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from data.status import illustrative
from pages.content.split import Split
from pages.figures.spread import spread
from pages.figures.template import (
    NO_CAPTION,
    Caption,
    add_key,
    base_layout,
    build,
    note,
    plot_height,
    wrapped,
)
from pages.figures.theme import DESK, PARTS, Look, text_on
from pages.text.mark import worded
from pages.text.numbers import number, percent, with_unit
from pages.text.words import words


@dataclass(frozen=True)
class Part:
    """One part of the total: its name, its colour, its rows by year, the height of its name."""

    label: str
    colour: str
    rows: pd.DataFrame
    middle: float


def split(
    state: Split, *, look: Look = DESK, caption: Caption = NO_CAPTION, height: int | None = 440
) -> go.Figure:
    """Parts by year from the catalogue's first upwards, named beside the last column.

    A year with a part missing shows no total.
    """
    present = state.frame[state.frame["value"].notna()]
    years = sorted(int(y) for y in present["year"].unique())
    stacked = {y: float(present.loc[present["year"] == y, "value"].sum()) for y in years}
    parts = _parts(state, present)
    complete = {y: stacked[y] for y in years if len(present[present["year"] == y]) == len(parts)}
    tallest = max(present["value"] if state.grouped else stacked.values(), default=1)
    top = tallest * 1.1 or 1
    base = base_layout(
        caption,
        look,
        state.language,
        height,
        left=int(look.text * 0.9),
        right=int(look.small * 9.6),
        axis=int(look.text * 2),
    )
    base |= {"barmode": "group" if state.grouped else "stack", "bargap": 0.28}
    base["xaxis"] = {
        "tickvals": years,
        "tickformat": "d",
        "showgrid": False,
        "fixedrange": True,
        "tickangle": 0,
    }
    base["yaxis"] = {"visible": False, "range": [0, top], "fixedrange": True}
    base["annotations"] += _names(parts, look, base, top)
    if not state.grouped:
        base["annotations"] += _totals(state, complete, look) + _protected(state, stacked, look)
    if illustrative(present["status"]):
        add_key(base, [words("figures", state.language)["illustrative"]], look)
    return build([_columns(state, part, complete, top, look) for part in parts], base)


def _parts(state: Split, present: pd.DataFrame) -> list[Part]:
    """Those with a figure, in the catalogue's order."""
    order = [p for p in state.catalogue.indicators if p in set(present["part"])]
    last = present[present["year"] == present["year"].max()].set_index("part")["value"]
    parts, below = [], 0.0
    for index, key in enumerate(order):
        value = float(last.get(key, 0.0))
        middle = below + value / (1 if state.grouped else 2) if key in last else 0.0
        rows = present[present["part"] == key].sort_values("year")
        label = state.catalogue.indicators[key].label(state.language)
        parts.append(Part(label, PARTS[index % len(PARTS)], rows, middle))
        below += 0.0 if state.grouped else value
    return parts


def _columns(state: Split, part: Part, totals: Mapping[int, float], top: float, look: Look) -> dict:
    values, decimals = part.rows["value"].tolist(), state.indicator.decimals
    texts = [number(v, decimals, state.language) if state.grouped or v > top * 0.045 else "" for v in values]
    hovers = [_hover(state, part, row, totals) for row in part.rows.to_dict("records")]
    return {
        "type": "bar",
        "x": [int(y) for y in part.rows["year"]],
        "y": values,
        "name": part.label,
        "text": texts,
        "textangle": 0,
        "textposition": "outside" if state.grouped else "inside",
        "insidetextanchor": "middle",
        "constraintext": "none",
        "cliponaxis": False,
        "textfont": {"size": look.small, "color": look.ink if state.grouped else text_on(part.colour)},
        "customdata": [[state.place.code, hover] for hover in hovers],
        "hovertemplate": f"<b>{state.place.full}</b><br>%{{customdata[1]}}<extra></extra>",
        "marker": {"color": part.colour, "line": {"color": look.paper, "width": 1}},
    }


def _hover(state: Split, part: Part, row: Mapping, totals: Mapping[int, float]) -> str:
    """The figure, its share of the year's total where that is complete, its status."""
    say, language, indicator = words("figures", state.language), state.language, state.indicator
    unit = state.catalogue.unit(indicator, language)
    figure = worded(with_unit(row["value"], unit, indicator.decimals, language), row, "value", language)
    lines = [f"{part.label}, {row['year']}: {figure}"]
    if total := totals.get(int(row["year"])):
        lines.append(say("share_of_total", share=percent(100 * row["value"] / total, 1, language)))
    if isinstance(row["status"], str) and row["status"]:
        lines.append(say[row["status"]])
    return "<br>".join(lines)


def _totals(state: Split, totals: Mapping[int, float], look: Look) -> list[dict]:
    """The total over each complete column."""
    return [
        _above(year, total, f"<b>{number(total, state.indicator.decimals, state.language)}</b>", look.small)
        for year, total in totals.items()
    ]


def _protected(state: Split, stacked: Mapping[int, float], look: Look) -> list[dict]:
    """What stands over a column with a protected part."""
    if "protected" not in state.frame:
        return []
    text = f"<i>{wrapped(words('figures', state.language)['protected'], 6)}</i>"
    years = set(state.frame.loc[state.frame["protected"].eq(True), "year"])
    size = max(10, look.small - 2)
    return [_above(year, at, text, size, look.muted) for year, at in stacked.items() if year in years]


def _above(year: int, height: float, text: str, size: float, colour: str = "") -> dict:
    font = {"size": size, "color": colour} if colour else {"size": size}
    return note(text, year, height, xref="x", yref="y", yanchor="bottom", font=font)


def _names(parts: list[Part], look: Look, base: dict, top: float) -> list[dict]:
    heights = spread([p.middle for p in parts], look.small * 2.9 * top / plot_height(base), 0, top)
    return [
        note(
            f'<span style="color:{part.colour}">■</span> {wrapped(part.label, 18)}',
            1,
            y,
            yref="y",
            xanchor="left",
            xshift=2,
            align="left",
            font={"size": look.small},
        )
        for part, y in zip(parts, heights, strict=True)
    ]
