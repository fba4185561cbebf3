"""Counts by district as circles whose area is the value, on a neutral base map."""

import math

from geo.layout import MapLayout
from pages.content.area_map import AreaMap
from pages.figures.map_frame import subplot
from pages.figures.map_layers import speaking
from pages.figures.template import note
from pages.figures.theme import CLEAR, Look
from pages.text.numbers import number
from pages.text.width import width_of
from pages.text.words import words

LARGEST = 3.4  # diameter of the largest circle, in heights of the map's labels
SLACK = 1.05  # the visitor's font may be a little wider than the one measured
GAP = 6  # px between a circle of the legend and its number


def circles(state: AreaMap, layout: MapLayout, look: Look) -> list[dict]:
    """One circle a district: zero is a small ring, a district without a figure has none."""
    shown = [cell for cell in state.cells if cell.known and cell.place.code in layout.labels]
    spots = [layout.labels[cell.place.code] for cell in shown]
    values, sizes = [cell.value or 0.0 for cell in shown], sizes_of(state, look)
    return [
        {
            "type": "scattergeo",
            "mode": "markers",
            "geo": subplot(0),
            "lon": [round(s.lon, 3) for s in spots],
            "lat": [round(s.lat, 3) for s in spots],
            **speaking(shown),
            "marker": {
                "size": [sizes[cell.place.code] for cell in shown],
                "color": [look.circle if v > 0 else CLEAR for v in values],
                "line": {"color": look.circle_line, "width": 1},
                "opacity": 1,
            },
        }
    ]


def sizes_of(state: AreaMap, look: Look) -> dict[str, float]:
    """Code → diameter in px of the circles drawn; zero is as large as a mark."""
    scale = look.map_label * LARGEST / math.sqrt(largest_of(state) or 1.0)
    known = [(cell.place.code, cell.value or 0.0) for cell in state.cells if cell.known]
    return {code: round(math.sqrt(v) * scale, 1) if v > 0 else look.marker for code, v in known}


def largest_of(state: AreaMap) -> float:
    """The largest value on the map; 0 where there is none."""
    return max((cell.value or 0.0 for cell in state.cells if cell.known), default=0.0)


def round_sizes(largest: float) -> list[float]:
    """Three round values for a legend: the largest 1, 2 or 5 × 10ⁿ that fits, its half and its fifth."""
    power = 10 ** math.floor(math.log10(largest)) if largest > 0 else 1
    top = max(step * power for step in (1, 2, 5) if step * power <= largest) if largest > 0 else 1
    return [top, top / 2, top / 5] if top >= 5 else [top]


def size_legend(state: AreaMap, look: Look) -> dict:
    """Shapes and annotations that say what sizes mean; the upper right corner is kept free of areas."""
    say, largest = words("figures", state.language), largest_of(state) or 1.0
    unit = state.catalogue.unit(state.indicator, state.language)
    diameter = look.map_label * LARGEST
    sizes = [(v, diameter * math.sqrt(v / largest)) for v in round_sizes(largest)] + [(0, look.marker)]
    labels = [number(value, 0, state.language) if value else say["zero"] for value, _ in sizes]
    x = -(
        diameter + GAP + max(width_of(label, look.small) for label in labels) * SLACK
    )  # from the right edge
    y = -look.small * 2.4
    shapes, notes = [], []
    for (value, size), label in zip(sizes, labels):
        room = max(size, look.small * 1.6)
        y -= room / 2
        shapes.append(_ring((x + diameter / 2, y), size, look.circle if value else CLEAR, look.circle_line))
        notes.append(
            note(
                label,
                1,
                1,
                xanchor="left",
                yanchor="middle",
                xshift=x + diameter + GAP,
                yshift=y,
                font={"size": look.small},
            )
        )
        y -= room / 2 + 4
    head = say("circle_size", unit=unit)
    font = {"size": look.small, "color": look.muted}
    notes.append(note(head, 1, 1, xanchor="right", yanchor="top", font=font))
    return {"shapes": shapes, "annotations": notes}


def _ring(at: tuple[float, float], size: float, fill: str, line: str) -> dict:
    """A circle around a point (px from the plot's upper right corner)."""
    x, y = at
    return {
        "type": "circle",
        "xref": "paper",
        "yref": "paper",
        "xsizemode": "pixel",
        "ysizemode": "pixel",
        "xanchor": 1,
        "yanchor": 1,
        "x0": x - size / 2,
        "x1": x + size / 2,
        "y0": y - size / 2,
        "y1": y + size / 2,
        "fillcolor": fill,
        "line": {"color": line, "width": 1},
    }
