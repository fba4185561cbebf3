"""A district among all as a line of dots: SVG text for tables."""

from base64 import b64encode

from markupsafe import Markup

from pages.content.spine import Spine
from pages.figures.theme import Look
from pages.figures.tones import FILLS
from pages.web.html import render

WIDTH, HEIGHT, EDGE = 320, 30, 9  # px


def spine_html(spine: Spine | None, look: Look) -> Markup:
    """An `<img>` that holds the SVG (Streamlit strips bare `<svg>`); nothing without a spine."""
    if spine is None:
        return Markup("")

    def x(place: float) -> float:
        return round(EDGE + (WIDTH - 2 * EDGE) * place, 1)

    svg = render(
        "spine.svg",
        width=WIDTH,
        height=HEIGHT,
        others=[x(place) for place in spine.others],
        own=None if spine.own is None else x(spine.own),
        band=[x(place) for place in spine.band],
        province=None if spine.province is None else x(spine.province),
        fill=FILLS.get(spine.tone, look.bar),
        look=look,
    )
    return render("spine.html", label=spine.label, data=b64encode(svg.encode()).decode())
