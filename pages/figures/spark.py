"""A trend the size of a word, for cards: no axes, breaks left open, the last figure marked."""

import pandas as pd
import plotly.graph_objects as go

from data.catalogue import Catalogue, Indicator
from pages.figures.segments import line, strokes
from pages.figures.template import Caption, base_layout, build
from pages.figures.theme import DESK, Look
from pages.text.numbers import with_unit


def spark(
    frame: pd.DataFrame,
    indicator: Indicator,
    catalogue: Catalogue,
    *,
    language: str = "vi",
    look: Look = DESK,
    height: int = 56,
) -> go.Figure:
    """Lines only, from zero, of one area's rows of `yearly_series`; lonely years are dots.

    The mark of illustrative figures is the card's: here they are hollow or dotted.
    """
    runs = strokes(frame)
    unit = catalogue.unit(indicator, language)
    traces = []
    for firm, dash in ((True, "solid"), (False, "dot")):
        x, y = line(runs, firm=firm)
        if x:
            traces.append({"type": "scatter", "mode": "lines", "x": x, "y": y, "hoverinfo": "skip",
                           "line": {"color": look.bar, "width": 2, "dash": dash}})
    points = [point for run in runs for point in run]
    if points:
        shown = {id(run[0]) for run in runs if len(run) == 1} | {id(runs[-1][-1])}
        texts = [f"{p.year}: {with_unit(p.value, unit, indicator.decimals, language)}" for p in points]
        traces.append({
            "type": "scatter", "mode": "markers", "x": [p.year for p in points], "y": [p.value for p in points],
            "text": texts, "hovertemplate": "%{text}<extra></extra>",
            "marker": {"size": [7 if id(p) in shown else 4 for p in points], "color": look.bar, "line": {"color": look.bar, "width": 1.5},
                       "symbol": ["circle" if p.firm else "circle-open" for p in points]},
            "cliponaxis": False,
        })
    base = base_layout(Caption(imprint=False), look, language, height, left=4, right=6)
    base["margin"] |= {"t": 6, "b": 6}
    top = max((p.value for p in points), default=1) or 1
    base["xaxis"] = {"visible": False, "fixedrange": True}
    base["yaxis"] = {"visible": False, "fixedrange": True, "range": [-0.06 * top, 1.1 * top]}
    return build(traces, base)
