"""An indicator over the years: the province thick, chosen districts beside it, every break left open."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from data.absence import absent
from data.catalogue import Catalogue, Indicator
from pages.content.hover import provenance
from pages.content.place import Place
from pages.figures.segments import Point, breaks, line, strokes
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
from pages.figures.theme import DESK, Look
from pages.text.numbers import number, with_unit
from pages.text.words import words

BREAK = "break"  # name of the labels over a series' breaks: a narrow screen sets them one above the other
LINE_HEIGHT = 1.3  # of Plotly's text, in its size


def trend(
    frame: pd.DataFrame,
    indicator: Indicator,
    catalogue: Catalogue,
    *,
    places: Sequence[Place],
    province: str = "",
    language: str = "vi",
    look: Look = DESK,
    caption: Caption = NO_CAPTION,
    height: int | None = None,
) -> go.Figure:
    """Lines by year, cut at changes of standard and at missing years, labelled at their ends.

    Args:
        frame: as `yearly_series` returns it; plans become level ticks.
        places: the areas to draw, in order; further districts in the frame are left out.
        province: code of the area that is drawn thick.
    """
    say = words("figures", language)
    unit = catalogue.unit(indicator, language)
    frame = frame[frame["area"].isin([place.code for place in places])]
    colours = _colours(places, province, look)
    cuts, labels = _break_marks(frame, indicator, catalogue, look, language)
    base = base_layout(
        caption,
        look,
        language,
        height,
        left=_axis_width(frame, look),
        right=_label_width(frame, places, indicator, unit, look, language),
        axis=look.text * 2,
        legend=_room_above(labels, look),
    )
    traces, ends = [], []
    for place in reversed(places):  # the first is drawn last, on top
        own = frame[frame["area"] == place.code]
        runs = strokes(own)
        thick = place.code == province
        traces += _lines(runs, colours[place.code], look.line * (1.6 if thick else 1))
        traces += _markers(runs, place, indicator, unit, colours[place.code], look, language)
        traces += _plans(own, place, indicator, unit, colours[place.code], look, language)
        if runs:
            ends.append((place, runs[-1][-1]))
    top = float(frame["value"].max()) * 1.06 if frame["value"].notna().any() else 1.0
    _axes(base, frame, indicator, look, top or 1.0)
    base["annotations"] += _end_labels(ends, indicator, unit, colours, look, language, base, top or 1.0)
    base["shapes"] = cuts
    base["annotations"] += labels
    _key(frame, bool(base["shapes"]), look, say, base)
    return build(traces, base)


def _colours(places: Sequence[Place], province: str, look: Look) -> dict[str, str]:
    others = [place.code for place in places if place.code != province]
    return {province: look.province} | {
        code: look.lines[i % len(look.lines)] for i, code in enumerate(others)
    }


def _lines(runs: list[list[Point]], colour: str, width: float) -> list[dict]:
    found = []
    for firm, dash in ((True, "solid"), (False, "dot")):
        x, y = line(runs, firm=firm)
        if x:
            found.append(
                {
                    "type": "scatter",
                    "mode": "lines",
                    "x": x,
                    "y": y,
                    "hoverinfo": "skip",
                    "connectgaps": False,
                    "line": {"color": colour, "width": width, "dash": dash},
                }
            )
    return found


def _markers(
    runs, place: Place, indicator: Indicator, unit: str, colour: str, look: Look, language: str
) -> list[dict]:
    points = [point for run in runs for point in run]
    if not points:
        return []
    say = words("figures", language)
    hovers = []
    for point in points:
        value = with_unit(point.value, unit, indicator.decimals, language)
        kind = f" ({say['estimate']})" if point.row["kind"] == "estimate" else ""
        when = {"period_start": point.row.get("period_start", point.row["period_end"])}
        hovers.append("<br>".join(filter(None, [f"{value}{kind}", *provenance(point.row | when, language)])))
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [p.year for p in points],
            "y": [p.value for p in points],
            "customdata": [[place.code, hover] for hover in hovers],
            "hovertemplate": f"<b>{place.full}</b><br>{indicator.label(language)}: %{{customdata[1]}}<extra></extra>",
            "marker": {
                "color": colour,
                "size": look.marker,
                "line": {"color": colour, "width": look.line * 0.8},
                "symbol": ["circle" if p.firm else "circle-open" for p in points],
            },
            "cliponaxis": False,
        }
    ]


def _plans(
    own: pd.DataFrame, place: Place, indicator: Indicator, unit: str, colour: str, look: Look, language: str
):
    plans = own[(own["kind"] == "plan") & own["value"].notna()]
    if plans.empty:
        return []
    say = words("figures", language)
    texts = [with_unit(value, unit, indicator.decimals, language) for value in plans["value"]]
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": plans["year"].tolist(),
            "y": plans["value"].tolist(),
            "customdata": [[place.code, text] for text in texts],
            "hovertemplate": f"<b>{place.full}</b><br>{say['plan']} %{{x}}: %{{customdata[1]}}<extra></extra>",
            "marker": {
                "symbol": "line-ew-open",
                "size": look.marker * 2,
                "color": colour,
                "line": {"width": look.line * 0.9},
            },
            "cliponaxis": False,
        }
    ]


def _axes(base: dict, frame: pd.DataFrame, indicator: Indicator, look: Look, top: float) -> None:
    years = frame.loc[frame["value"].notna(), "year"]
    first, last = (int(years.min()), int(years.max())) if len(years) else (0, 1)
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


def _end_labels(ends, indicator, unit, colours, look, language, base, top) -> list[dict]:
    pixel = top / plot_height(base)
    spots = spread([point.value for _, point in ends], look.small * 2.75 * pixel, 0, top)
    return [
        note(
            f"<b>{place.name}</b><br>{_end_text(point.value, unit, indicator, language)}",
            1,
            y,
            yref="y",
            xanchor="left",
            xshift=8,
            align="left",
            font={"color": colours[place.code], "size": look.small},
        )
        for (place, point), y in zip(ends, spots)
    ]


def _break_marks(frame, indicator, catalogue, look, language) -> tuple[list[dict], list[dict]]:
    found, first = breaks(frame, indicator, catalogue)
    if not found:
        return [], []
    shapes = [
        {
            "type": "line",
            "x0": b.at,
            "x1": b.at,
            "xref": "x",
            "y0": 0,
            "y1": 1,
            "yref": "paper",
            "layer": "below",
            "line": {"color": look.muted, "width": max(1, look.line * 0.5), "dash": "dash"},
        }
        for b in found
    ]
    edge = float(frame.loc[frame["value"].notna(), "year"].min()) - 0.3
    named = [(edge, first), *((b.at, b.standard) for b in found)]
    labels = [
        note(
            f"{wrapped(standard.name(language), 12)}<br>{wrapped(standard.document, 14)}",
            at,
            1,
            xref="x",
            xanchor="left",
            name=BREAK,
            yanchor="bottom",
            align="left",
            xshift=2,
            font={"size": max(10, look.small - 2), "color": look.muted},
        )
        for at, standard in named
    ]
    return shapes, labels


def _room_above(labels: list[dict], look: Look) -> int:
    """Px above the plot for the labels of the breaks, whole lines with the signs over their letters."""
    tallest = max(
        ((label["text"].count("<br>") + 1) * label["font"]["size"] * LINE_HEIGHT for label in labels),
        default=0,
    )
    return int(tallest + look.small * 0.8)


def _key(frame, broken, look, say, base) -> None:
    hollow = ((frame["status"] == "illustrative") | (frame["kind"] == "estimate")).any()
    entries = [say["key_plan"]] if (frame["kind"] == "plan").any() else []
    entries += [say["key_hollow"]] if hollow else []
    entries += [say["key_break"]] if broken else []
    add_key(base, entries, look)


def _axis_width(frame: pd.DataFrame, look: Look) -> int:
    top = frame["value"].max()
    digits = len(f"{top:,.0f}") if not absent(top) else 1
    return int(look.text * (0.62 * max(digits, 3) + 0.8))


def _end_text(value: float, unit: str, indicator: Indicator, language: str) -> str:
    """A figure at a line's end: the unit stands in the subtitle, only % goes with the number."""
    return (
        with_unit(value, unit, indicator.decimals, language)
        if unit == "%"
        else number(value, indicator.decimals, language)
    )


def _label_width(
    frame, places: Sequence[Place], indicator: Indicator, unit: str, look: Look, language: str
) -> int:
    largest = _end_text(frame["value"].max(), unit, indicator, language)
    longest = max((len(text) for text in [largest, *(place.name for place in places)]), default=8)
    return int(look.small * 0.58 * max(longest, 10)) + 14
