"""An indicator over the years: the province thick, chosen districts beside it, every break left open."""

import pandas as pd
import plotly.graph_objects as go

from data.absence import absent
from data.status import illustrative
from pages.content.hover import provenance
from pages.content.place import Place
from pages.content.trend import Trend
from pages.figures.break_marks import break_marks, documents, room_above
from pages.figures.links import links
from pages.figures.spread import spread
from pages.figures.template import (
    NO_CAPTION,
    Caption,
    add_key,
    base_layout,
    build,
    note,
    plot_height,
)
from pages.figures.theme import DESK, Look
from pages.statistics.segments import Point, strokes
from pages.text.mark import shown, worded
from pages.text.numbers import number, with_unit
from pages.text.width import widest
from pages.text.words import words

FEWEST = "0" * 10  # a label is never given less room


def trend(
    state: Trend, *, look: Look = DESK, caption: Caption = NO_CAPTION, height: int | None = 420
) -> go.Figure:
    """Lines by year, cut at changes of standard and missing years, labelled at the end; plans are ticks."""
    frame = state.frame[state.frame["area"].isin([place.code for place in state.places])]
    colours = _colours(state, look)
    cuts, labels = break_marks(state, frame, look)
    base = base_layout(
        caption,
        look,
        state.language,
        height,
        left=_axis_width(frame, look),
        right=_label_width(state, frame, look),
        axis=look.text * 2,
        legend=room_above(labels, look),
    )
    traces, ends = [], []
    for place in reversed(state.places):  # the first is drawn last, on top
        rows, colour = frame[frame["area"] == place.code], colours[place.code]
        runs = strokes(rows)
        traces += links(runs, colour, look.line * (1.6 if place.code == state.province else 1))
        traces += _markers(state, place, runs, colour, look)
        traces += _plans(state, place, rows, colour, look)
        if runs:
            ends.append((place, runs[-1][-1]))
    top = float(frame["value"].max()) * 1.06 if frame["value"].notna().any() else 1.0
    _axes(base, frame, look, top or 1.0, state.axis)
    heights = spread(
        [point.value for _, point in ends],
        look.small * 2.75 * (top or 1.0) / plot_height(base),
        0,
        top or 1.0,
    )
    base["annotations"] += [
        _end_label(state, place, point, y, colours[place.code], look)
        for (place, point), y in zip(ends, heights, strict=True)
    ]
    base["shapes"] = cuts
    base["annotations"] += labels
    add_key(base, _key(state, frame, bool(cuts)), look, *documents(state, frame))
    return build(traces, base)


def _colours(state: Trend, look: Look) -> dict[str, str]:
    others = [place.code for place in state.places if place.code != state.province]
    return {state.province: look.province} | {
        code: look.lines[i % len(look.lines)] for i, code in enumerate(others)
    }


def _amount(state: Trend, value: float) -> str:
    unit = state.catalogue.unit(state.indicator, state.language)
    return with_unit(value, unit, state.indicator.decimals, state.language)


def _markers(state: Trend, place: Place, runs: list[list[Point]], colour: str, look: Look) -> list[dict]:
    points = [point for run in runs for point in run]
    if not points:
        return []
    say, name = words("figures", state.language), state.indicator.label(state.language)
    hovers = []
    for point in points:
        kind = f" ({say['estimate']})" if point.row["kind"] == "estimate" else ""
        when = {"period_start": point.row.get("period_start", point.row["period_end"])}
        figure = worded(_amount(state, point.value), point.row, "value", state.language)
        lines = [f"{figure}{kind}", *provenance({**point.row, **when}, state.language)]
        hovers.append("<br>".join(filter(None, lines)))
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [p.year for p in points],
            "y": [p.value for p in points],
            "customdata": [[place.code, hover] for hover in hovers],
            "hovertemplate": f"<b>{place.full}</b><br>{name}: %{{customdata[1]}}<extra></extra>",
            "marker": {
                "color": colour,
                "size": look.marker,
                "line": {"color": colour, "width": look.line * 0.8},
                "symbol": ["circle" if p.firm else "circle-open" for p in points],
            },
            "cliponaxis": False,
        }
    ]


def _plans(state: Trend, place: Place, rows: pd.DataFrame, colour: str, look: Look) -> list[dict]:
    plans = rows[(rows["kind"] == "plan") & rows["value"].notna()]
    if plans.empty:
        return []
    say = words("figures", state.language)
    texts = [
        shown(_amount(state, row["value"]), row, "value", state.language) for row in plans.to_dict("records")
    ]
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": plans["year"].tolist(),
            "y": plans["value"].tolist(),
            "customdata": [[place.code, text] for text in texts],
            "hovertemplate": f"<b>{place.full}</b><br>{say['plan']} %{{x}}: "
            "%{customdata[1]}<extra></extra>",
            "marker": {
                "symbol": "line-ew-open",
                "size": look.marker * 2,
                "color": colour,
                "line": {"width": look.line * 0.9},
            },
            "cliponaxis": False,
        }
    ]


def _axes(base: dict, frame: pd.DataFrame, look: Look, top: float, axis: tuple[int, int] | None) -> None:
    years = frame.loc[frame["value"].notna(), "year"]
    first, last = axis or ((int(years.min()), int(years.max())) if len(years) else (0, 1))
    base["xaxis"] = {
        "range": [first - 0.3, last + 0.2],
        "dtick": 1 if last - first < 7 else 2,
        "tick0": last,
        "tickformat": "d",
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "ticks": "outside",
        "tickcolor": look.grid,
        "tickangle": 0,
    }
    base["yaxis"] = {
        "range": [0, top],
        "gridcolor": look.grid,
        "zeroline": True,
        "zerolinecolor": look.muted,
        "fixedrange": True,
        "nticks": 6,
        "tickformat": ",~r" if top < 1 else ",",
    }


def _end_label(state: Trend, place: Place, point: Point, y: float, colour: str, look: Look) -> dict:
    return note(
        f"<b>{place.name}</b><br>{point.year}: {_end_text(state, point.value)}",
        1,
        y,
        yref="y",
        xanchor="left",
        xshift=8,
        align="left",
        font={"color": colour, "size": look.small},
    )


def _key(state: Trend, frame: pd.DataFrame, broken: bool) -> list[str]:
    say = words("figures", state.language)
    hollow = illustrative(frame["status"]) or (frame["kind"] == "estimate").any()
    entries = [say["key_plan"]] if (frame["kind"] == "plan").any() else []
    entries += [say["key_hollow"]] if hollow else []
    entries += [say["key_break"]] if broken else []
    return entries


def _axis_width(frame: pd.DataFrame, look: Look) -> int:
    top = frame["value"].max()
    digits = "0" if absent(top) else f"{top:,.0f}"
    return int(widest([digits, "000"], look.text) + look.text * 0.8)


def _end_text(state: Trend, value: float) -> str:
    """A figure at a line's end: the unit stands in the subtitle, only % goes with the number."""
    if state.catalogue.unit(state.indicator, state.language) == "%":
        return _amount(state, value)
    return number(value, state.indicator.decimals, state.language)


def _label_width(state: Trend, frame: pd.DataFrame, look: Look) -> int:
    texts = [
        FEWEST,
        f"0000: {_end_text(state, frame['value'].max())}",
        *(place.name for place in state.places),
    ]
    return int(widest(texts, look.small, bold=True)) + 14
