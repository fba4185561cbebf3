"""Small pieces that official documents are set with: fonts, spacing, rules; what python-docx has no word for is written as XML."""

from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from pages.text.characters import legible

FONT = "Times New Roman"
SHORT, LONG = 210, 297  # mm, A4
TOP, BOTTOM, LEFT, RIGHT = 24, 20, 31, 16  # mm
POINT = 0.3528  # mm


def page(section, *, landscape: bool) -> None:
    """A4 with the margins that the law allows."""
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (Mm(LONG), Mm(SHORT)) if landscape else (Mm(SHORT), Mm(LONG))
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = (
        Mm(TOP),
        Mm(BOTTOM),
        Mm(LEFT),
        Mm(RIGHT),
    )
    section.header_distance = Mm(10)


def dress(style, size: float, bold: bool, language: str) -> None:
    """A style in Times New Roman, black, without the template's own spacing; `language` is what a spelling check takes it for."""
    style.font.name, style.font.size, style.font.bold, style.font.italic, style.font.color.rgb = (
        FONT,
        Pt(size),
        bold,
        False,
        RGBColor(0, 0, 0),
    )
    fonts = style.element.rPr.rFonts
    for attribute in [
        a for a in fonts.attrib if "theme" in a.lower()
    ]:  # a theme's font would win over the named one
        del fonts.attrib[attribute]
    for attribute in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(attribute), FONT)
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), language)
    style.element.rPr.append(spoken)
    space(style.paragraph_format)


def space(layout, *, before: float = 0, after: float = 0, first: float = 0, lines: float = 1) -> None:
    """Space before and after (pt), first line's indent (mm), distance of lines."""
    layout.space_before, layout.space_after, layout.first_line_indent, layout.line_spacing = (
        Pt(before),
        Pt(after),
        Mm(first),
        lines,
    )


def write(
    paragraph,
    text: str,
    size: float,
    *,
    bold: bool = False,
    italic: bool = False,
    align=ALIGN.CENTER,
    before: float = 0,
) -> None:
    """A text at the end of a paragraph; `size` and `before` (space above) in points."""
    run = paragraph.add_run(legible(text))
    run.font.size, run.bold, run.italic = Pt(size), bold, italic
    paragraph.alignment, paragraph.paragraph_format.space_before = align, Pt(before)


def rule(place, wide: float, length: float, *, after: float = 0) -> None:
    """A horizontal line of a length (mm) in the middle of a place (mm): the lower border of an empty, low paragraph."""
    own = place.add_paragraph()
    border, line = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "auto")):
        line.set(qn(f"w:{key}"), value)
    border.append(line)
    own._p.get_or_add_pPr().append(border)
    layout, side = own.paragraph_format, max(0.0, (wide - length) / 2)
    layout.left_indent, layout.right_indent, layout.line_spacing, layout.space_after = (
        Mm(side),
        Mm(side),
        Pt(3),
        Pt(after),
    )


def width_of(text: str, size: float) -> float:
    """About how long a line of Times is (mm): bold; a small letter is half as wide as high, a capital nearly three quarters."""
    return sum(0.72 if c.isupper() else 0.25 if c == " " else 0.53 for c in text) * size * POINT


def flag(row, name: str) -> None:
    """A yes to a question of a table's row: w:tblHeader (returns on every page), w:cantSplit."""
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def unpadded(table) -> None:
    """A table whose cells have no margin at left and right."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        own = OxmlElement(f"w:{side}")
        own.set(qn("w:w"), "0")
        own.set(qn("w:type"), "dxa")
        margins.append(own)
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    look.addprevious(margins)


def count_pages_from_one(section) -> None:
    """The section's page numbers start anew."""
    for old in section._sectPr.findall(qn("w:pgNumType")):
        section._sectPr.remove(old)
    counting = OxmlElement("w:pgNumType")
    counting.set(qn("w:start"), "1")
    section._sectPr.find(qn("w:cols")).addprevious(counting)


def page_number(paragraph) -> None:
    """The number of the page, in the middle."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    field.append(paragraph.add_run("2")._r)  # what stands there until the program that opens it counts
    paragraph._p.append(field)
    paragraph.alignment = ALIGN.CENTER
