"""The PowerPoint template: slide size, theme, layouts and their placeholders, found by their names."""

from zipfile import BadZipFile

import pptx
from pptx.exc import PackageNotFoundError
from pptx.presentation import Presentation
from pptx.slide import SlideLayout

from pages.documents.template import DECK, refuse_missing, template_file, unreadable

COVER, PAGE = "Bìa", "Trang"  # layouts
TITLE, SUBTITLE, BODY, MARK = "Tiêu đề", "Đơn vị và kỳ", "Nội dung", "Dấu"  # placeholders
SOURCE, EDITION = "Nguồn", "Phiên bản"
NEEDED = {COVER: (TITLE, BODY, SOURCE, EDITION), PAGE: (TITLE, SUBTITLE, BODY, MARK, SOURCE, EDITION)}


def open_template() -> Presentation:
    """The template without its sample slides.

    Raises:
        FaultsFound: the file is no PowerPoint file, or lacks a layout or a placeholder; the fault names it.
    """
    try:
        deck = pptx.Presentation(str(template_file(DECK)))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as error:
        raise unreadable(DECK) from error
    known = {layout.name: set(placeholders(layout)) for layout in deck.slide_layouts}
    refuse_missing(DECK, "bố cục", [name for name in NEEDED if name not in known])
    lacking = [f"{layout}/{n}" for layout, names in NEEDED.items() for n in names if n not in known[layout]]
    refuse_missing(DECK, "ô giữ chỗ", lacking)
    listed = deck.slides._sldIdLst
    for sample in list(listed):
        deck.part.drop_rel(sample.rId)
        listed.remove(sample)
    return deck


def layout_of(deck: Presentation, *, cover: bool) -> SlideLayout:
    """The layout of the first page or of all others, in a deck that `open_template` gave."""
    name = COVER if cover else PAGE
    return next(layout for layout in deck.slide_layouts if layout.name == name)


def placeholders(layout) -> dict:
    """A layout's placeholders by name."""
    return {shape.name: shape for shape in layout.placeholders}


def size_of(placeholder, otherwise: float) -> float:
    """Points of a layout placeholder's text, where it says them itself."""
    sizes = placeholder._element.xpath("./p:txBody/a:lstStyle/a:lvl1pPr/a:defRPr/@sz")
    return int(sizes[0]) / 100 if sizes else otherwise
