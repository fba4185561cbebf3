"""Districts in three groups as HTML, for public screens."""

from markupsafe import Markup

from pages.content.bands import Bands
from pages.figures.tones import fill_and_ink
from pages.web.html import render


def bands_html(state: Bands) -> Markup:
    """A coloured heading a group, its districts below; those without a figure under all."""
    groups = [(group, *fill_and_ink(group.tone)) for group in state.groups]
    return render("bands.html", groups=groups, without=state.without)
