"""The small map of where a district lies, as a picture of its own: SVG text, prints sharply."""

import math
from base64 import b64encode

from markupsafe import Markup

from pages.content.locator import Locator, Ring
from pages.figures.theme import DESK, LAND, SEQUENTIAL
from pages.web.html import render

WIDTH = 360  # px


def locator_html(state: Locator) -> Markup:
    """An `<img>` that holds the map; always on light paper, for it is printed too."""
    svg = render("locator.svg", **_drawing(state), look=DESK)
    return render("locator.html", label=state.label, data=b64encode(svg.encode()).decode())


def _drawing(state: Locator) -> dict[str, object]:
    west, south, east, north = state.frame
    squeeze = math.cos(math.radians((south + north) / 2))
    scale = WIDTH / ((east - west) * squeeze)

    def spot(lon: float, lat: float) -> tuple[str, str]:
        return f"{(lon - west) * squeeze * scale:.1f}", f"{(north - lat) * scale:.1f}"

    def path(ring: Ring) -> str:
        return "M" + " L".join(",".join(spot(*point)) for point in ring) + "Z"

    def fill(code: str) -> str:
        if code == state.code:
            return SEQUENTIAL[5]
        return SEQUENTIAL[1] if code in state.neighbours else LAND

    return {
        "width": WIDTH,
        "height": round((north - south) * scale),
        "areas": [
            (" ".join(map(path, state.rings[code])), fill(code), code == state.code)
            for code in sorted(state.rings, key=lambda c: c == state.code)
        ],
        "names": [
            (*spot(lon, lat), name, code == state.code) for code, (lon, lat, name) in state.names.items()
        ],
    }
