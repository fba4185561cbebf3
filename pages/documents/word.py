"""Writes onto the Word template: its styles say how everything looks, the code only what stands where."""

from collections.abc import Iterable
from typing import Any
from zipfile import BadZipFile

import docx
from docx.document import Document as DocumentFile
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Length, Mm
from docx.table import Table, _Cell

from pages.documents.template import WORD, refuse_missing, template_file, unreadable
from pages.text.characters import legible

PARAGRAPHS = (
    "Heading 1",
    "Heading 2",
    "Cơ quan chủ quản",
    "Cơ quan ban hành",
    "Số và ký hiệu",
    "Quốc hiệu",
    "Tiêu ngữ",
    "Địa danh và ngày",
    "Tên loại văn bản",
    "Trích yếu",
    "Kính gửi",
    "Nội dung",
    "Nơi nhận",
    "Danh sách nơi nhận",
    "Chức vụ người ký",
    "Họ tên người ký",
    "Phụ lục",
    "Tên phụ lục",
    "Tham chiếu phụ lục",
    "Tên bảng",
    "Đầu cột",
    "Nhóm cột",
    "Ô chữ",
    "Ô số",
    "Đầu cột nhỏ",
    "Ô chữ nhỏ",
    "Ô số nhỏ",
    "Ghi chú",
    "Diễn tập",
    "Đường kẻ",
    "Đường kẻ dưới trích yếu",
    "Đường kẻ dưới tên phụ lục",
)
TABLES = ("Bảng số liệu", "Hai cột không kẻ")


def open_template(language: str) -> DocumentFile:
    """The template, emptied of its samples; header, page and styles stay.

    Args:
        language: “vi” or “en”, what a spelling check takes the text for.

    Raises:
        FaultsFound: the file is no Word file, or lacks a style that is needed; the fault names it.
    """
    try:
        file = docx.Document(str(template_file(WORD)))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as error:
        raise unreadable(WORD) from error
    known = {(style.name, style.type) for style in file.styles}
    needed = [(name, WD_STYLE_TYPE.PARAGRAPH) for name in PARAGRAPHS]
    needed += [(name, WD_STYLE_TYPE.TABLE) for name in TABLES]
    refuse_missing(WORD, "kiểu", [name for name, kind in needed if (name, kind) not in known])
    body = file.element.body
    for sample in [e for e in body if e.tag != qn("w:sectPr")]:
        body.remove(sample)
    for spelling in file.styles.element.iter(qn("w:lang")):
        spelling.set(qn("w:val"), "vi-VN" if language == "vi" else "en-GB")
    return file


def size_of(file: DocumentFile, style: str) -> float:
    """Points of a style's letters, its own or those of the style that it is based on."""
    look: Any = file.styles[style]
    while look is not None:
        if look.font.size:
            return look.font.size.pt
        look = look.base_style
    return 12


def room(section: Section) -> float:
    """Millimetres between the margins."""
    wide = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    return Length(wide).mm


def turn(section: Section, *, landscape: bool) -> None:
    """A page upright or across, in the margins of the template."""
    short, long = sorted((section.page_width or 0, section.page_height or 0))
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (
        Length(long if landscape else short),
        Length(short if landscape else long),
    )


def count_pages_from_one(section: Section) -> None:
    """The section's page numbers start anew."""
    for old in section._sectPr.findall(qn("w:pgNumType")):
        section._sectPr.remove(old)
    counting = OxmlElement("w:pgNumType")
    counting.set(qn("w:start"), "1")
    section._sectPr.find(qn("w:cols")).addprevious(counting)


def write(place, text: str, style: str):
    """A paragraph at the end of a place (file, cell, header); the empty one that cells begin with is used."""
    first = None if isinstance(place, DocumentFile) else place.paragraphs[0]
    if first is None or len(place.paragraphs) > 1 or any(part.tag != qn("w:pPr") for part in first._p):
        return place.add_paragraph(legible(text), style)
    first.add_run(legible(text))
    first.style = style
    return first


def rule(place, wide: float, length: float, style: str = "Đường kẻ") -> None:
    """A line of a length (mm) in the middle of a place (mm): the style's border, set in at both sides."""
    layout, side = place.add_paragraph(style=style).paragraph_format, Mm(max(0.0, (wide - length) / 2))
    layout.left_indent = layout.right_indent = side


def two_columns(file: DocumentFile, widths: Iterable[float]) -> tuple[_Cell, _Cell]:
    """Two cells side by side (widths in mm), without rules, that no page break parts."""
    table = file.add_table(1, 2, style="Hai cột không kẻ")
    lay_out(table, widths)
    flag(table.rows[0], "w:cantSplit")
    left, right = table.rows[0].cells
    return left, right


def lay_out(table: Table, widths: Iterable[float]) -> None:
    """A centred table whose columns keep their widths (mm)."""
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(table.columns, widths):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def flag(row, name: str) -> None:
    """A yes to a question of a table's row: w:tblHeader (returns on every page), w:cantSplit."""
    row._tr.get_or_add_trPr().append(OxmlElement(name))
