"""A small map that only says where: one district filled, its neighbours pale with their names. SVG text, prints sharply."""

import math
from base64 import b64encode
from collections.abc import Collection, Mapping
from html import escape

from pages.figures.theme import DESK, LAND, SEQUENTIAL, Look

WIDTH = 360


def locator_svg(
    rings: Mapping[str, list[list[tuple[float, float]]]],
    frame: tuple[float, float, float, float],
    *,
    code: str,
    neighbours: Collection[str],
    names: Mapping[str, tuple[float, float, str]],
    look: Look = DESK,
    label: str,
) -> str:
    """An `<img>` that holds the map.

    Args:
        rings: code → outer rings, (lon, lat) in degrees. frame: west, south, east, north of what is shown.
        names: code → (lon, lat, name) to write. label: read to those who do not see it.
    """
    west, south, east, north = frame
    squeeze = math.cos(math.radians((south + north) / 2))
    scale = WIDTH / ((east - west) * squeeze)
    height = round((north - south) * scale)

    def spot(lon: float, lat: float) -> str:
        return f"{(lon - west) * squeeze * scale:.1f},{(north - lat) * scale:.1f}"

    shapes = []
    for area in sorted(rings, key=lambda c: c == code):
        fill = SEQUENTIAL[5] if area == code else SEQUENTIAL[1] if area in neighbours else LAND
        path = " ".join("M" + " L".join(spot(*point) for point in ring) + "Z" for ring in rings[area])
        shapes.append(
            f"<path d='{path}' fill='{fill}' stroke='{DESK.border}' stroke-width='{1.6 if area == code else 0.6}'/>"
        )
    for area, (lon, lat, name) in names.items():
        x, y = spot(lon, lat).split(",")
        weight, size = ("700", 15) if area == code else ("400", 12)
        shapes.append(
            f"<text x='{x}' y='{y}' font-size='{size}' font-weight='{weight}' text-anchor='middle' font-family='sans-serif' fill='{DESK.ink}' "
            f"stroke='{DESK.paper}' stroke-width='3' paint-order='stroke'>{escape(name)}</text>"
        )
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {height}' width='{WIDTH}' height='{height}'><rect width='100%' height='100%' fill='{DESK.paper}'/>{''.join(shapes)}</svg>"
    return f'<img class="d-locator" alt="{escape(label, quote=True)}" src="data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}">'
