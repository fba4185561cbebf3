"""The legend of a map as HTML, for pages, slides and screens."""

from markupsafe import Markup

from pages.content.area_map import AreaMap
from pages.figures.legend import swatches
from pages.figures.theme import Look
from pages.text.words import words
from pages.web.html import render


def legend_html(state: AreaMap, look: Look) -> Markup:
    """A list that a screen reader reads too; wraps on narrow screens."""
    say = words("figures", state.language)
    return render(
        "map_legend.html",
        label=say["legend"],
        title=state.legend_title,
        note=state.note,
        look=look,
        entries=[(s.css, s.label, say("districts", count=s.count)) for s in swatches(state, look)],
    )
