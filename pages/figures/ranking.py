"""Districts on one scale as dots, with the province's line: distances instead of places."""

import plotly.graph_objects as go

from data.status import illustrative
from pages.content.hover import provenance
from pages.content.ranking import Ranking
from pages.figures.rows import Headings, row_layout
from pages.figures.template import NO_CAPTION, Caption, add_key, build, note
from pages.figures.theme import DESK, Look
from pages.text.mark import worded
from pages.text.numbers import with_unit
from pages.text.words import words


def ranking(
    state: Ranking, *, look: Look = DESK, caption: Caption = NO_CAPTION, height: int | None = None
) -> go.Figure:
    """One dot a district, in the order of the frame; those without a figure are named last."""
    say, frame, indicator = words("figures", state.language), state.frame, state.indicator
    unit = state.catalogue.unit(indicator, state.language)
    valued = frame["value"].notna() & (frame["state"] == "value")
    rows, empty = frame[valued].to_dict("records"), frame[~valued].to_dict("records")
    base = row_layout(len(frame), caption, look, state.language, axis=int(look.small * 1.9), height=height)
    base["xaxis"] = _scale(state, [row["value"] for row in rows], look)
    heads = Headings(look, right=base["xaxis"]["range"][1])
    base["shapes"], dots = [], []
    for index, row in enumerate(rows):
        place, strong = state.places[row["area"]], row["area"] in state.selected
        text = with_unit(row["value"], unit, indicator.decimals, state.language)
        text = worded(text, row, "value", state.language)
        heads.add(place.name, text, -index, strong=strong)
        lines = [f"{indicator.label(state.language)}: {text}", *provenance(row, state.language)]
        hover = "<br>".join(filter(None, lines))
        dots.append((place, row["value"], -index, hover, strong, illustrative([row.get("status")])))
    for index, row in enumerate(empty, start=len(rows)):
        reason = say[row["state"] if row["state"] != "value" else "no_data"]
        strong = row["area"] in state.selected
        heads.add(state.places[row["area"]].name, reason, -index, strong=strong, colour=look.muted)
    if state.province:
        _province_line(base, state, *state.province, look)
    if any(dot[5] for dot in dots):
        add_key(base, [say["key_hollow"]], look)
    return build([_stems(dots, look), _dots(dots, look), *heads.traces()], base)


def _scale(state: Ranking, values: list[float], look: Look) -> dict:
    top = max([*values, state.province[1] if state.province else 0, 0]) * 1.05 or 1.0
    return {
        "range": [min(0, *values, 0) * 1.05 - top * 0.012, top],
        "fixedrange": True,
        "gridcolor": look.grid,
        "zeroline": True,
        "zerolinecolor": look.muted,
        "nticks": 6,
        "tickformat": ",",
        "tickangle": 0,
        "tickfont": {"size": look.small, "color": look.muted},
    }


def _stems(dots: list[tuple], look: Look) -> dict:
    x = [value for dot in dots for value in (0, dot[1], None)]
    y = [value for dot in dots for value in (dot[2], dot[2], None)]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "hoverinfo": "skip",
        "line": {"color": look.bar, "width": look.line * 0.8},
    }


def _dots(dots: list[tuple], look: Look) -> dict:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [d[1] for d in dots],
        "y": [d[2] for d in dots],
        "text": [d[0].full for d in dots],
        "customdata": [[d[0].code, d[3]] for d in dots],
        "hovertemplate": "<b>%{text}</b><br>%{customdata[1]}<extra></extra>",
        "cliponaxis": False,
        "marker": {
            "size": look.marker * 1.4,
            "color": [look.province if d[4] else look.bar for d in dots],
            "symbol": ["circle-open" if d[5] else "circle" for d in dots],
            "line": {"width": look.line * 0.8},
        },
    }


def _province_line(base: dict, state: Ranking, name: str, value: float, look: Look) -> None:
    indicator, language = state.indicator, state.language
    unit = state.catalogue.unit(indicator, language)
    base["shapes"].append(
        {
            "type": "line",
            "x0": value,
            "x1": value,
            "y0": 0,
            "y1": 1,
            "yref": "paper",
            "layer": "below",
            "line": {"color": look.plan, "width": look.line * 0.8, "dash": "dash"},
        }
    )
    room = int(look.small * 1.7)
    base["margin"]["t"] += room
    base["height"] += room
    for entry in base["annotations"]:
        if entry["yref"] == "paper" and entry["y"] == 1:
            entry["yshift"] += room
    amount = with_unit(value, unit, indicator.decimals, language)
    text = words("figures", language)("province_line", name=name, value=amount)
    right = value > 0.55 * base["xaxis"]["range"][1]
    base["annotations"].append(
        note(
            f"<b>{text}</b>",
            value,
            1,
            xref="x",
            xanchor="right" if right else "left",
            yanchor="bottom",
            font={"color": look.plan, "size": look.small},
        )
    )
