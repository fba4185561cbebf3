"""Which district has a figure of which year: a row a district, years in their place in time."""

import plotly.graph_objects as go

from pages.content.calendar import Calendar
from pages.content.hover import provenance
from pages.figures.template import NO_CAPTION, Caption, base_layout, build
from pages.figures.theme import DESK, Look
from pages.text.mark import worded
from pages.text.numbers import with_unit
from pages.text.width import widest

ROW = 0.66  # of the look's row
HALF = 0.46  # of a year, on each side of its figure


def calendar(
    state: Calendar, *, look: Look = DESK, caption: Caption = NO_CAPTION, height: int | None = None
) -> go.Figure:
    """Each figure stands where its district and year meet; the year in view is a band."""
    names = [place.name for place in state.places.values()]
    room = {"left": int(widest(names, look.small)) + 14, "right": 8, "legend": int(look.small * 1.8)}
    probe = base_layout(caption, look, state.language, look.height, **room)
    margins = probe["margin"]["t"] + probe["margin"]["b"]
    base = base_layout(
        caption, look, state.language, height or int(margins + len(names) * look.row * ROW), **room
    )
    rows = {code: -n for n, code in enumerate(state.places)}
    years = sorted({*state.frame["year"].astype(int), state.year})
    base["xaxis"] = {
        "range": [years[0] - 0.7, years[-1] + 0.7],
        "tickvals": years,
        "ticktext": [f"<b>{year}</b>" if year == state.year else str(year) for year in years],
        "tickangle": 0,
        "tickfont": {"size": look.small},
        "side": "top",
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
    }
    base["yaxis"] = {
        "range": [0.5 - len(names), 0.5],
        "tickvals": list(rows.values()),
        "ticktext": names,
        "tickfont": {"size": look.small, "color": look.ink},
        "gridcolor": look.grid,
        "zeroline": False,
        "fixedrange": True,
    }
    base["shapes"] = [_band(state.year, look)]
    return build([_figures(state, rows, look)], base)


def _band(year: int, look: Look) -> dict:
    return {
        "type": "rect",
        "x0": year - HALF,
        "x1": year + HALF,
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "layer": "below",
        "fillcolor": look.band,
        "line": {"width": 0},
    }


def _figures(state: Calendar, rows: dict[str, int], look: Look) -> dict:
    held = state.frame.to_dict("records")
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [int(row["year"]) for row in held],
        "y": [rows[row["area"]] for row in held],
        "text": [row["text"] for row in held],
        "textfont": {"size": look.small, "color": look.ink},
        "marker": {
            "symbol": "square",
            "size": look.small * 2.6,
            "color": look.bar,
            "opacity": 0.28,
        },
        "customdata": [f"{row['area']}:{int(row['year'])}" for row in held],
        "hovertext": [_hover(state, row) for row in held],
        "hoverinfo": "text",
        "cliponaxis": False,
    }


def _hover(state: Calendar, row: dict) -> str:
    unit = state.catalogue.unit(state.indicator, state.language)
    figure = with_unit(row["value"], unit, state.indicator.decimals, state.language)
    lines = [
        f"<b>{state.places[row['area']].name}</b>, {int(row['year'])}",
        worded(figure, row, "value", state.language),
        *provenance(row, state.language),
    ]
    return "<br>".join(filter(None, lines))
