"""Rates against the households behind them, with the limits of chance around the province's rate."""

import numpy as np
import plotly.graph_objects as go

from pages.content.funnel import Funnel
from pages.content.hover import provenance
from pages.figures.dot_names import Dot, dot_names
from pages.figures.template import NO_CAPTION, Caption, add_key, base_layout, build, note
from pages.figures.theme import DESK, JUDGEMENTS, Look
from pages.statistics.funnel import NARROW, WIDE, limits
from pages.text.mark import worded
from pages.text.numbers import number, percent, with_unit
from pages.text.words import words

ROOM = 1.16  # right of the curves, for the province's rate
SYMBOLS = {"inside": "circle", "near": "square", "high": "triangle-up", "low": "triangle-down"}
OUT = ("low", "high")


def funnel(
    state: Funnel, *, look: Look = DESK, caption: Caption = NO_CAPTION, height: int | None = None
) -> go.Figure:
    """A dot a district; beyond the outer limits its name is written."""
    say = words("figures", state.language)
    base = base_layout(
        caption,
        look,
        state.language,
        height or 560,
        left=int(look.text * 3.6),
        right=14,
        axis=int(look.text * 3.4),
    )
    largest = float(state.frame["denominator"].max()) * 1.08
    sizes = np.linspace(max(largest / 200, 1), largest, 120)
    inner, outer = (
        [edge * 100 for edge in limits(state.target / 100, sizes, quantile)] for quantile in (NARROW, WIDE)
    )
    reach = outer[1][sizes >= float(state.frame["denominator"].min()) * 0.7]
    top = max(float(state.frame["value"].max()), float(max(reach, default=state.target))) * 1.1
    base |= _axes(state, largest * ROOM, top, look)
    traces = [
        _curve(sizes, edge, dash, look)
        for edges, dash in ((inner, "dot"), (outer, "solid"))
        for edge in edges
    ]
    base["shapes"] = [_target_line(state, look)]
    base["annotations"] += [_target_name(state, look), *_names(state, base, look)]
    add_key(base, [say["key_funnel_narrow"], say["key_funnel_wide"], say["key_funnel_out"]], look)
    return build([*traces, _dots(state, look)], base)


def _axes(state: Funnel, right: float, top: float, look: Look) -> dict:
    """Cases across, the rate up."""
    indicator, language = state.indicator, state.language
    common = {
        "zeroline": False,
        "tickformat": ",",
        "fixedrange": True,
        "nticks": 7,
        "tickfont": {"size": look.small},
    }

    def title(text: str) -> dict:
        return {"text": text, "font": {"size": look.small + 1}, "standoff": 8}

    across = {"range": [0, right], "showgrid": False, "tickangle": 0}
    rate = f"{indicator.label(language)} ({state.catalogue.unit(indicator, language)})"
    return {
        "xaxis": common | across | {"title": title(words("figures", language)["funnel_size"])},
        "yaxis": common | {"range": [0, top], "gridcolor": look.grid, "title": title(rate)},
    }


def _curve(sizes: np.ndarray, edge: np.ndarray, dash: str, look: Look) -> dict:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": sizes.round(1).tolist(),
        "y": edge.round(4).tolist(),
        "hoverinfo": "skip",
        "line": {"color": look.muted, "width": 1.5, "dash": dash},
    }


def _target_line(state: Funnel, look: Look) -> dict:
    return {
        "type": "line",
        "x0": 0,
        "x1": 1,
        "xref": "paper",
        "y0": state.target,
        "y1": state.target,
        "layer": "below",
        "line": {"color": look.plan, "width": look.line * 0.8, "dash": "dash"},
    }


def _target_name(state: Funnel, look: Look) -> dict:
    rate = percent(state.target, state.indicator.decimals, state.language)
    return note(
        words("figures", state.language)("funnel_target", value=rate),
        1,
        state.target,
        yref="y",
        xanchor="right",
        yanchor="bottom",
        font={"size": look.small, "color": look.plan},
    )


def _names(state: Funnel, base: dict, look: Look) -> list[dict]:
    """Of the districts beyond the outer limits, and of those selected."""
    dots = [
        Dot(
            r["denominator"],
            r["value"],
            look.marker,
            state.places[r["area"]].name,
            r["area"] in state.selected,
        )
        for r in state.frame.to_dict("records")
        if state.verdicts[r["area"]] in OUT or r["area"] in state.selected
    ]
    return dot_names(dots, base, look)


def _dots(state: Funnel, look: Look) -> dict:
    rows = state.frame.to_dict("records")
    verdicts = [state.verdicts[r["area"]] for r in rows]
    out = JUDGEMENTS["behind"].fill
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [r["denominator"] for r in rows],
        "y": [r["value"] for r in rows],
        "cliponaxis": False,
        "text": [state.places[r["area"]].full for r in rows],
        "customdata": [[r["area"], _hover(state, r)] for r in rows],
        "hovertemplate": "<b>%{text}</b><br>%{customdata[1]}<extra></extra>",
        "marker": {
            "size": look.marker * 1.5,
            "color": [out if v in OUT else look.bar for v in verdicts],
            "symbol": [SYMBOLS[v] for v in verdicts],
            "line": {
                "width": [2.5 if r["area"] in state.selected else 0 for r in rows],
                "color": look.accent,
            },
        },
    }


def _hover(state: Funnel, row: dict) -> str:
    say, indicator, language = words("figures", state.language), state.indicator, state.language
    unit = state.catalogue.unit(indicator, language)
    figure = worded(with_unit(row["value"], unit, indicator.decimals, language), row, "value", language)
    lines = [
        f"{indicator.label(language)}: {figure}",
        say("funnel_of", size=number(row["denominator"], 0, language)),
        say[f"funnel_{state.verdicts[row['area']]}"],
        *provenance(row, language),
    ]
    return "<br>".join(filter(None, lines))
