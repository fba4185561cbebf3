"""Colours and runs of text as PowerPoint knows them; what python-pptx has no word for is written as XML."""

import re

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_PATTERN
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Pt

from pages.documents.deck.measure import Run
from pages.figures.theme import STATES
from pages.text.characters import legible

PATTERNS = {
    "hatch": MSO_PATTERN.WIDE_UPWARD_DIAGONAL,
    "dots": MSO_PATTERN.PERCENT_20,
    "protect": MSO_PATTERN.NARROW_VERTICAL,
    "cross": MSO_PATTERN.NARROW_HORIZONTAL,
}


def colour(code: str) -> RGBColor:
    """A colour of the theme: six hexadecimal digits behind a hash, or rgba(…), whose opacity is left out."""
    if code.startswith("rgba"):
        return RGBColor(*(int(part) for part in re.findall(r"[\d.]+", code)[:3]))
    return RGBColor.from_string(code.lstrip("#").upper())


def fill(filling, code: str, *, opacity: float | None = None) -> None:
    """Fills with a colour of the theme; of its own opacity where none is given."""
    filling.solid()
    filling.fore_color.rgb = colour(code)
    if opacity is None and code.startswith("rgba"):
        opacity = float(re.findall(r"[\d.]+", code)[3])
    if opacity is not None:
        alpha = OxmlElement("a:alpha")
        alpha.set("val", str(round(opacity * 100_000)))
        filling._xPr.find(".//{*}srgbClr").append(alpha)


def edge(shape, code: str, width: float) -> None:
    """A line of so many points around a shape (or the line itself), without the shadow of its style."""
    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)
    shape.line.color.rgb, shape.line.width = colour(code), Pt(width)


def fill_state(filling, state: str) -> None:
    """Fills with the pattern of a state without a value (a key of `theme.STATES`)."""
    look = STATES[state]
    filling.patterned()
    filling.pattern = PATTERNS[look.layer]
    filling.fore_color.rgb, filling.back_color.rgb = colour(look.ink), colour(look.fill)


def dot(paragraph, indent: int) -> None:
    """A bullet before a paragraph, its lines set in by `indent` (EMU)."""
    layout = paragraph._p.get_or_add_pPr()
    layout.set("marL", str(indent))
    layout.set("indent", str(-indent))
    sign = OxmlElement("a:buChar")
    sign.set("char", "•")
    layout.append(sign)


def describe(shape, name: str, text: str) -> None:
    """A shape's name, and its text for those who do not see it."""
    shape.name = legible(name)
    shape._element.xpath(".//p:cNvPr")[0].set("descr", legible(text))


def spelled(language: str) -> MSO_LANGUAGE_ID:
    """What a spelling check takes a text for."""
    return MSO_LANGUAGE_ID.VIETNAMESE if language == "vi" else MSO_LANGUAGE_ID.ENGLISH_UK


def write(paragraph, run: Run, language: str) -> None:
    """A run at the end of a paragraph, in the font of the template's theme."""
    written = paragraph.add_run()
    written.text = legible(run.text)
    written.font.size, written.font.bold = Pt(run.size), run.bold
    if run.ink:
        written.font.color.rgb = colour(run.ink)
    written.font.language_id = spelled(language)
