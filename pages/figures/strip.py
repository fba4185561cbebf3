"""The distribution of several indicators: one row an indicator, one dot a district, the province's tick."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from data.catalogue import Indicator
from data.status import illustrative
from pages.content.hover import provenance
from pages.content.place import Place
from pages.content.strip import Strip
from pages.figures.rows import BAR, Headings, row_layout, uprights
from pages.figures.template import NO_CAPTION, Caption, add_key, build
from pages.figures.theme import DESK, Look
from pages.statistics.middle import middle
from pages.text.mark import worded
from pages.text.numbers import with_unit
from pages.text.words import words

ROW = 66  # px of one row on a desk
NEAR = 0.12  # share of the width that a name needs
UNDER = BAR * 0.4  # rows from a row's line down to its scale


@dataclass(frozen=True)
class _Dot:
    place: Place
    x: float
    y: float
    hover: str
    strong: bool
    hollow: bool


def strip(
    state: Strip, *, look: Look = DESK, caption: Caption = NO_CAPTION, height: int | None = None
) -> go.Figure:
    """Each row has its own scale from the lowest to the highest district; a grey band is median ± 1 MAD."""
    say, whole, language = words("figures", state.language), state.whole, state.language
    held = whole[(whole["level"] == "district") & whole["value"].notna()]
    shown = [key for key in whole["indicator"].unique() if key in set(held["indicator"])]
    margins = row_layout(1, caption, look, language, axis=6, height=None)["margin"]
    high = margins["t"] + margins["b"] + len(shown) * int(ROW * look.text / DESK.text)
    base = row_layout(len(shown), caption, look, language, axis=6, height=height or high)
    base["xaxis"] = {"range": [-0.02, 1.02], "visible": False, "fixedrange": True}
    base["shapes"] = []
    heads, dots, ticks = Headings(look, right=1.02, left=-0.02), [], []
    for n, key in enumerate(shown):
        indicator, rows = state.catalogue.indicators[key], held[held["indicator"] == key]
        province = _province(whole[whole["indicator"] == key], indicator)
        beside = [] if province is None else [province]
        low, top = min([*rows["value"], *beside]), max([*rows["value"], *beside])
        at = _scale(low, top)
        heads.add(indicator.label(language), _ends(state, rows["value"], indicator), -n)
        base["shapes"] += [_band(rows["value"], (low, top), at, -n, look), _axis(-n, look)]
        ticks += [(at(value), -n - UNDER) for value in beside]
        dots += [_dot(state, row, indicator, at, -n) for row in rows.to_dict("records")]
    entries = [say["key_band"], *([say["key_province_tick"]] if ticks else [])]
    add_key(base, [*entries, *([say["key_hollow"]] if any(d.hollow for d in dots) else [])], look)
    dots.sort(key=lambda d: (-d.y, d.strong))  # selected ones last in their row, on top
    names = _names(dots, look)
    return build(
        [
            uprights(ticks, BAR * 0.6, look.plan, look.line * 1.4),
            _markers(dots, look),
            *heads.traces(),
            names,
        ],
        base,
    )


def _province(rows: pd.DataFrame, indicator: Indicator) -> float | None:
    """The province's figure where it lies on the districts' scale: of rates."""
    values = rows.loc[rows["level"] == "province", "value"].dropna()
    return float(values.iloc[0]) if indicator.is_rate and len(values) else None


def _scale(low: float, high: float) -> Callable[[float], float]:
    """From figures to shares of the width."""
    width = high - low
    return lambda value: round((value - low) / width, 4) if width else 0.5


def _ends(state: Strip, values: pd.Series, indicator: Indicator) -> str:
    unit = state.catalogue.unit(indicator, state.language)
    low, high = (
        with_unit(v, unit if v == values.max() else "", indicator.decimals, state.language)
        for v in (values.min(), values.max())
    )
    return words("figures", state.language)("from_to_ends", low=low, high=high)


def _band(
    values: pd.Series, ends: tuple[float, float], at: Callable[[float], float], y: float, look: Look
) -> dict:
    median, mad = middle(values)
    return {
        "type": "rect",
        "x0": at(max(median - mad, ends[0])),
        "x1": at(min(median + mad, ends[1])),
        "y0": y - BAR,
        "y1": y + BAR * 0.2,
        "layer": "below",
        "fillcolor": look.band,
        "line": {"width": 0},
    }


def _axis(y: float, look: Look) -> dict:
    return {
        "type": "line",
        "x0": 0,
        "x1": 1,
        "y0": y - UNDER,
        "y1": y - UNDER,
        "layer": "below",
        "line": {"color": look.grid, "width": 2},
    }


def _dot(state: Strip, row: dict, indicator: Indicator, at: Callable[[float], float], y: float) -> _Dot:
    unit = state.catalogue.unit(indicator, state.language)
    figure = with_unit(row["value"], unit, indicator.decimals, state.language)
    figure = worded(figure, row, "value", state.language)
    lines = [f"{indicator.label(state.language)}: {figure}", *provenance(row, state.language)]
    return _Dot(
        state.places[row["area"]],
        at(row["value"]),
        y - UNDER,
        "<br>".join(filter(None, lines)),
        row["area"] in state.selected,
        illustrative([row["status"]]),
    )


def _markers(dots: list[_Dot], look: Look) -> dict:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [d.x for d in dots],
        "y": [d.y for d in dots],
        "cliponaxis": False,
        "text": [d.place.full for d in dots],
        "customdata": [[d.place.code, d.hover] for d in dots],
        "hovertemplate": "<b>%{text}</b><br>%{customdata[1]}<extra></extra>",
        "marker": {
            "size": [look.marker * (1.9 if d.strong else 1.4) for d in dots],
            "opacity": 0.85,
            "color": [look.lines[1] if d.strong else look.bar for d in dots],
            "symbol": ["circle-open" if d.hollow else "circle" for d in dots],
            "line": {"width": 2},
        },
    }


def _names(dots: list[_Dot], look: Look) -> dict:
    """Names of the selected districts under their dots, above them where the one before is too near."""
    strong = sorted((d for d in dots if d.strong), key=lambda d: (-d.y, d.x))
    above: list[bool] = []
    for n, dot in enumerate(strong):
        near = n > 0 and strong[n - 1].y == dot.y and dot.x - strong[n - 1].x < NEAR
        above.append(near and not above[-1])
    return {
        "type": "scatter",
        "mode": "text",
        "x": [d.x for d in strong],
        "y": [d.y + BAR * (0.3 if up else -0.3) for d, up in zip(strong, above, strict=True)],
        "text": [d.place.name for d in strong],
        "textposition": ["top center" if up else "bottom center" for up in above],
        "hoverinfo": "skip",
        "cliponaxis": False,
        "textfont": {"size": look.small, "color": look.lines[1]},
    }
