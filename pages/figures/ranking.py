"""Districts on one scale as dots, with the province's line: distances instead of places."""

from collections.abc import Iterable, Mapping

import pandas as pd
import plotly.graph_objects as go

from data.catalogue import Catalogue, Indicator
from pages.content.place import Place
from pages.figures.hover import provenance
from pages.figures.rows import Headings, row_layout
from pages.figures.template import NO_CAPTION, Caption, add_key, build, note
from pages.figures.theme import DESK, Look
from pages.text.numbers import with_unit
from pages.text.words import words


def ranking(
    frame: pd.DataFrame,
    indicator: Indicator,
    catalogue: Catalogue,
    *,
    places: Mapping[str, Place],
    province: tuple[str, float] | None = None,
    selected: Iterable[str] = (),
    language: str = "vi",
    look: Look = DESK,
    caption: Caption = NO_CAPTION,
    height: int | None = None,
) -> go.Figure:
    """One dot a district, in the order of the frame; those without a figure are named last.

    Args:
        frame: as `district_values` returns it, sorted as it shall be read.
        province: its name and its value, drawn as a line.
        selected: codes in the accent.
    """
    say = words("figures", language)
    unit = catalogue.unit(indicator, language)
    valued = frame["value"].notna() & (frame["state"] == "value")
    rows = [*frame[valued].to_dict("records"), *frame[~valued].to_dict("records")]
    selected = set(selected)
    room = int(look.small * 1.9)
    base = row_layout(len(rows), caption, look, language, axis=room, height=height)
    values = [row["value"] for row in rows[: int(valued.sum())]]
    top = max([*values, province[1] if province else 0, 0]) * 1.05 or 1.0
    base["xaxis"] = {
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
    heads = Headings(look, right=base["xaxis"]["range"][1])
    base["shapes"], dots = [], []
    for index, row in enumerate(rows):
        place, y = places[row["area"]], -index
        strong = place.code in selected
        if index >= len(values):
            state = row["state"] if row["state"] != "value" else "no_data"
            heads.add(place.name, say[state], y, strong=strong, colour=look.muted)
            continue
        text = with_unit(row["value"], unit, indicator.decimals, language)
        heads.add(place.name, text, y, strong=strong)
        hover = "<br>".join(
            filter(None, [f"{indicator.label(language)}: {text}", *provenance(row, language)])
        )
        dots.append((place, row["value"], y, hover, strong, row.get("status") == "illustrative"))
    if province:
        _province_line(base, *province, indicator, unit, say, look, language)
    if any(dot[5] for dot in dots):
        add_key(base, [say["key_hollow"]], look)
    return build([_stems(dots, look), _dots(dots, look), *heads.traces()], base)


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
        "unselected": {"marker": {"opacity": 1}},
    }


def _province_line(base, name, value, indicator, unit, say, look, language) -> None:
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
    text = say("province_line", name=name, value=with_unit(value, unit, indicator.decimals, language))
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
