"""Counts by district as circles whose area is the value, on a neutral base map."""

import math
from collections.abc import Iterable, Mapping

import pandas as pd
import plotly.graph_objects as go

from data.absence import absent
from data.catalogue import Catalogue, Indicator
from pages.content.place import Place
from pages.figures.choropleth import cells_of
from pages.figures.map_core import Labels, draw_map, speaking
from pages.figures.map_frame import subplot
from pages.figures.template import NO_CAPTION, Caption, note
from pages.figures.theme import CIRCLE, CIRCLE_LINE, CLEAR, DESK, Look
from pages.text.numbers import attach, number
from pages.text.words import words

LARGEST = 4.2  # diameter of the largest circle, in heights of the map's labels


def circles(
    frame: pd.DataFrame,
    indicator: Indicator,
    catalogue: Catalogue,
    *,
    places: Mapping[str, Place],
    layout: object,
    geojson: str,
    language: str = "vi",
    look: Look = DESK,
    caption: Caption = NO_CAPTION,
    largest: float | None = None,
    selected: Iterable[str] = (),
    labels: Labels = "values",
    height: int | None = None,
) -> go.Figure:
    """One circle a district: zero is a small ring, a missing figure is hatched land without a circle.

    Args:
        frame: as `district_values` returns it.
        largest: the value that gets the largest circle (e.g. of all years); the frame's where None.
        selected: codes to outline.
    """
    facts, cells = cells_of(frame, indicator, places, language, None)
    values = {
        row.area: float(row.value)
        for row in frame.itertuples()
        if row.state == "value" and not absent(row.value)
    }
    largest = largest or max(values.values(), default=0) or 1.0
    diameter = look.map_label * LARGEST
    heading, unit = indicator.label(language), catalogue.unit(indicator, language)
    extra = _circles(cells, values, layout, diameter / math.sqrt(largest), look)
    figure = draw_map(
        cells,
        (),
        layout=layout,
        geojson=geojson,
        heading=heading,
        facts=facts,
        unit=attach("", unit, language),
        caption=caption,
        look=look,
        language=language,
        selected=selected,
        extra=extra,
        labels=labels,
        height=height,
    )
    _size_legend(figure, largest, diameter, look, indicator, unit, language)
    return figure


def round_sizes(largest: float) -> list[float]:
    """Three round values for the legend: the largest 1, 2 or 5 × 10ⁿ that fits, and a half and a fifth of it."""
    power = 10 ** math.floor(math.log10(largest)) if largest > 0 else 1
    top = max(step * power for step in (1, 2, 5) if step * power <= largest) if largest > 0 else 1
    return [top, top / 2, top / 5] if top >= 5 else [top]


def _circles(cells, values, layout, scale, look) -> list[dict]:
    shown = [cell for cell in cells if cell.place.code in values and cell.place.code in layout.labels]
    spots = [layout.labels[cell.place.code] for cell in shown]
    sizes = [values[cell.place.code] for cell in shown]
    return [
        {
            "type": "scattergeo",
            "mode": "markers",
            "geo": subplot(0),
            "lon": [round(s.lon, 3) for s in spots],
            "lat": [round(s.lat, 3) for s in spots],
            **speaking(shown),
            "marker": {
                "size": [round(math.sqrt(v) * scale, 1) if v > 0 else look.marker for v in sizes],
                "color": [CIRCLE if v > 0 else CLEAR for v in sizes],
                "line": {"color": CIRCLE_LINE, "width": 1},
                "opacity": 1,
            },
        }
    ]


def _size_legend(figure, largest, diameter, look, indicator, unit, language) -> None:
    say = words("figures", language)
    height = figure.layout.height - figure.layout.margin.t - figure.layout.margin.b
    shapes, notes = list(figure.layout.shapes), list(figure.layout.annotations)
    sizes = [(v, diameter * math.sqrt(v / largest)) for v in round_sizes(largest)] + [(0, look.marker)]
    step = max(look.small * 1.6, 0)
    y = height - look.small * 2.4
    room = diameter + 6 + look.small * 0.62 * max(len(number(value, 0, language)) for value, _ in sizes)
    x = -room  # from the right edge: the upper right corner of a layout is kept free of areas
    for value, size in sizes:
        y -= max(size, step) / 2
        shapes.append(
            {
                "type": "circle",
                "xref": "paper",
                "yref": "paper",
                "xsizemode": "pixel",
                "ysizemode": "pixel",
                "xanchor": 1,
                "yanchor": 0,
                "x0": x + (diameter - size) / 2,
                "x1": x + (diameter + size) / 2,
                "y0": y - size / 2,
                "y1": y + size / 2,
                "fillcolor": CIRCLE if value else CLEAR,
                "line": {"color": CIRCLE_LINE, "width": 1},
            }
        )
        label = number(value, 0, language) if value else say["zero"]
        notes.append(
            note(
                label,
                1,
                0,
                xanchor="left",
                yanchor="middle",
                xshift=x + diameter + 6,
                yshift=y,
                font={"size": look.small},
            )
        )
        y -= max(size, step) / 2 + 4
    notes.append(
        note(
            say("circle_size", unit=unit),
            1,
            1,
            xanchor="right",
            yanchor="top",
            font={"size": look.small, "color": look.muted},
        )
    )
    figure.layout.shapes, figure.layout.annotations = shapes, notes
