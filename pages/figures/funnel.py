"""Rates against the number of households behind them, with the limits of chance around the province's rate."""

from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from data.catalogue import Catalogue, Indicator
from pages.content.place import Place
from pages.figures.dot_names import Dot, dot_names
from pages.figures.hover import provenance
from pages.figures.template import NO_CAPTION, Caption, add_key, base_layout, build, note
from pages.figures.theme import DESK, JUDGEMENTS, Look
from pages.statistics.funnel import NARROW, WIDE, limits, verdict
from pages.text.numbers import number, percent, with_unit
from pages.text.words import words

ROOM = 1.16  # right of the curves, for the province's rate
SYMBOLS = {"inside": "circle", "near": "square", "high": "triangle-up", "low": "triangle-down"}


def funnel(
    frame: pd.DataFrame,
    indicator: Indicator,
    catalogue: Catalogue,
    *,
    places: Mapping[str, Place],
    target: float,
    selected: Iterable[str] = (),
    language: str = "vi",
    look: Look = DESK,
    caption: Caption = NO_CAPTION,
    height: int | None = None,
) -> go.Figure:
    """A dot a district; beyond the outer limits its name is written.

    Args:
        frame: area | value (per cent) | denominator, without gaps.
        target: the province's rate in per cent, Σ numerator ÷ Σ denominator.
    """
    say, unit = words("figures", language), catalogue.unit(indicator, language)
    rows, selected = frame.to_dict("records"), set(selected)
    base = base_layout(
        caption, look, language, height or 560, left=int(look.text * 3.6), right=14, axis=int(look.text * 3.4)
    )
    largest = float(frame["denominator"].max()) * 1.08
    sizes = np.linspace(max(largest / 200, 1), largest, 120)
    curves = [
        (quantile, dash, [edge * 100 for edge in limits(target / 100, sizes, quantile)])
        for quantile, dash in ((NARROW, "dot"), (WIDE, "solid"))
    ]
    inner = float(frame["denominator"].min()) * 0.7
    top = max(float(frame["value"].max()), float(max(curves[1][2][1][sizes >= inner], default=target))) * 1.1
    base["xaxis"] = {
        "range": [0, largest * ROOM],
        "title": {"text": say("funnel_size"), "font": {"size": look.small + 1}, "standoff": 8},
        "showgrid": False,
        "zeroline": False,
        "tickformat": ",",
        "fixedrange": True,
        "nticks": 7,
        "tickfont": {"size": look.small},
        "tickangle": 0,
    }
    base["yaxis"] = {
        "range": [0, top],
        "title": {
            "text": f"{indicator.label(language)} ({unit})",
            "font": {"size": look.small + 1},
            "standoff": 8,
        },
        "gridcolor": look.grid,
        "zeroline": False,
        "tickformat": ",",
        "fixedrange": True,
        "nticks": 7,
        "tickfont": {"size": look.small},
    }
    traces = [
        {
            "type": "scatter",
            "mode": "lines",
            "x": sizes.round(1).tolist(),
            "y": edge.round(4).tolist(),
            "hoverinfo": "skip",
            "line": {"color": look.muted, "width": 1.5, "dash": dash},
        }
        for _, dash, edges in curves
        for edge in edges
    ]
    base["shapes"] = [
        {
            "type": "line",
            "x0": 0,
            "x1": 1,
            "xref": "paper",
            "y0": target,
            "y1": target,
            "layer": "below",
            "line": {"color": look.plan, "width": look.line * 0.8, "dash": "dash"},
        }
    ]
    base["annotations"].append(
        note(
            say("funnel_target", value=percent(target, indicator.decimals, language)),
            1,
            target,
            yref="y",
            xanchor="right",
            yanchor="bottom",
            font={"size": look.small, "color": look.plan},
        )
    )
    verdicts = [verdict(r["value"] / 100, target / 100, r["denominator"]) for r in rows]
    traces.append(_dots(rows, verdicts, indicator, unit, places, selected, look, language))
    named = [(r, said) for r, said in zip(rows, verdicts) if said in ("low", "high") or r["area"] in selected]
    base["annotations"] += dot_names(
        [
            Dot(r["denominator"], r["value"], look.marker, places[r["area"]].name, r["area"] in selected)
            for r, _ in named
        ],
        base,
        look,
    )
    add_key(base, [say["key_funnel_narrow"], say["key_funnel_wide"], say["key_funnel_out"]], look)
    return build(traces, base)


def _dots(
    rows: list[dict],
    verdicts: list[str],
    indicator: Indicator,
    unit: str,
    places: Mapping[str, Place],
    selected: set[str],
    look: Look,
    language: str,
) -> dict:
    say = words("figures", language)
    out = JUDGEMENTS["behind"].fill
    hovers = [
        "<br>".join(
            filter(
                None,
                [
                    f"{indicator.label(language)}: {with_unit(r['value'], unit, indicator.decimals, language)}",
                    say("funnel_of", size=number(r["denominator"], 0, language)),
                    say[f"funnel_{said}"],
                    *provenance(r, language),
                ],
            )
        )
        for r, said in zip(rows, verdicts)
    ]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [r["denominator"] for r in rows],
        "y": [r["value"] for r in rows],
        "cliponaxis": False,
        "text": [places[r["area"]].full for r in rows],
        "customdata": [[r["area"], hover] for r, hover in zip(rows, hovers)],
        "hovertemplate": "<b>%{text}</b><br>%{customdata[1]}<extra></extra>",
        "unselected": {"marker": {"opacity": 1}},
        "marker": {
            "size": look.marker * 1.5,
            "color": [out if said in ("low", "high") else look.bar for said in verdicts],
            "symbol": [SYMBOLS[said] for said in verdicts],
            "line": {"width": [2.5 if r["area"] in selected else 0 for r in rows], "color": look.accent},
        },
    }
