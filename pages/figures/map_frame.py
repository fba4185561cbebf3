"""What stays the same on every map: geo frames of the main picture and its insets, scale bars, labels.

A layout is anything with `layout` (“map” or “tiles”), `frame` [w, s, e, n], `insets` (title(language),
bbox, domain, areas, scale_bar), `labels` {code: (lon, lat, anchor)}, `halos` and `scale_bar` (km, lon,
lat): `geo` makes it, figures only read it.
"""

import math
from collections.abc import Callable, Iterable, Mapping

from geo.layout import MapLayout
from geo.map_settings import ScaleBar
from pages.figures.template import note
from pages.figures.theme import CLEAR, Look

KM_PER_DEGREE = 111.32
ON_LAND, BELOW = "middle center", "bottom center"


def subplot(index: int) -> str:
    """Name of the main map's geo (0) or an inset's (1, 2 …)."""
    return "geo" if index == 0 else f"geo{index + 1}"


def frames(layout: MapLayout, look: Look, *, width: float = 1.0) -> dict:
    """The geo frames: nothing drawn but ours, nothing that moves.

    Args:
        width: share of the figure's width that the map may take, the rest is the legend's.
    """
    boxes = {subplot(0): _frame(layout.frame, ((0, 1), (0, 1)), width)}
    for index, inset in enumerate(layout.insets, start=1):
        box = _frame(inset.bbox, inset.domain, width)
        box |= {"showframe": True, "framecolor": look.border, "framewidth": 1}
        boxes[subplot(index)] = box
    return boxes


def inset_titles(layout: MapLayout, look: Look, language: str, *, width: float = 1.0) -> list[dict]:
    """The name over each inset's frame."""
    titles = []
    for inset in layout.insets:
        (x0, _), (_, y1) = inset.domain
        titles.append(
            note(
                inset.title(language),
                x0 * width,
                y1,
                xanchor="left",
                yanchor="bottom",
                font={"size": look.small, "color": look.muted},
            )
        )
    return titles


def scale_bars(layout: MapLayout, look: Look) -> list[dict]:
    """A bar of round length for the main map and each inset, where the layout names one."""
    bars = [layout.scale_bar, *(inset.scale_bar for inset in layout.insets)]
    return [_scale_bar(bar, subplot(i), look) for i, bar in enumerate(bars) if bar]


def labels(
    texts: Mapping[str, str],
    inks: Mapping[str, str],
    layout: MapLayout,
    look: Look,
    circles: Mapping[str, float] | None = None,
) -> list[dict]:
    """Labels in one trace an ink.

    Args:
        texts: code → text with `<br>`. inks: code → colour of its text.
        circles: code → diameter (px) of the circle at its place: the label stands under it, not on it.
    """
    traces = []
    for ink in dict.fromkeys(inks[code] for code in texts if code in layout.labels):
        codes = [code for code in texts if code in layout.labels and inks[code] == ink]
        spots = [layout.labels[code] for code in codes]
        anchors = [BELOW if circles and spot.anchor == ON_LAND else spot.anchor for spot in spots]
        clear = {
            "size": [(circles or {}).get(code, 0) for code in codes],
            "color": CLEAR,
            "line": {"width": 0},
        }
        traces.append(
            {
                "type": "scattergeo",
                **({"mode": "markers+text", "marker": clear} if circles else {"mode": "text"}),
                "hoverinfo": "skip",
                "lon": [round(spot.lon, 3) for spot in spots],
                "lat": [round(spot.lat, 3) for spot in spots],
                "text": [texts[code] for code in codes],
                "customdata": codes,
                "textposition": anchors[0] if len(set(anchors)) == 1 else anchors,
                "textfont": {"color": ink, "size": look.map_label},
            }
        )
    return traces


def label_inks(
    fills: Mapping[str, str], layout: MapLayout, look: Look, on_fill: Callable[[str], str]
) -> dict[str, str]:
    """Ink of each label: by the fill under it where it stands on land, the look's where at sea."""
    return {code: on_fill(fill) if _on_land(layout, code) else look.ink for code, fill in fills.items()}


def _on_land(layout: MapLayout, code: str) -> bool:
    spot = layout.labels.get(code)
    return code not in layout.halos and spot is not None and spot.anchor == ON_LAND


def _frame(box: Iterable[float], domain: tuple, width: float) -> dict:
    west, south, east, north = box
    (x0, x1), (y0, y1) = domain
    return {
        "visible": False,
        "bgcolor": CLEAR,
        "projection": {"type": "mercator"},
        "lonaxis": {"range": [west, east]},
        "lataxis": {"range": [south, north]},
        "domain": {"x": [round(x0 * width, 3), round(x1 * width, 3)], "y": [y0, y1]},
    }


def _scale_bar(bar: ScaleBar, geo: str, look: Look) -> dict:
    end = bar.lon + bar.km / (KM_PER_DEGREE * math.cos(math.radians(bar.lat)))
    trace = {
        "type": "scattergeo",
        "mode": "lines+text",
        "hoverinfo": "skip",
        "lon": [round(bar.lon, 3), round(end, 3)],
        "lat": [round(bar.lat, 3)] * 2,
        "text": [f" {bar.km:g} km"],
        "textposition": "top right",
        "textfont": {"size": look.small, "color": look.muted},
        "line": {"color": look.muted, "width": 2},
    }
    return trace if geo == "geo" else trace | {"geo": geo}
