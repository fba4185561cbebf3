"""Files as offices write them, made by the tests: workbooks, OpenDocument sheets, text."""

import io
import zipfile
from xml.sax.saxutils import escape

from openpyxl import Workbook

Rows = list[list[object]]
OPEN_DOCUMENT = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"><office:body>'
    "<office:spreadsheet>{}</office:spreadsheet></office:body></office:document-content>"
)


def xlsx(*sheets: Rows, merged: str = "", percent: str = "", hide: str = "", names: str = "") -> bytes:
    """A workbook, a sheet for each table.

    Args:
        merged, percent: ranges and cells of the first sheet, blanks between: “A1:A2 B1:D1”.
        hide: rows (“5”), columns (“D”) of the first sheet, or sheets (“!Nháp”).
        names: of the sheets, “|” between.
    """
    book = Workbook()
    for n, rows in enumerate(sheets):
        sheet = book.active if n == 0 else book.create_sheet()
        if n < len(names.split("|")) and names:
            sheet.title = names.split("|")[n]
        for row in rows:
            sheet.append(row)
    first = book.worksheets[0]
    for cells in merged.split():
        first.merge_cells(cells)
    for cell in percent.split():
        first[cell].number_format = "0.00%"
    for what in hide.split():
        if what.startswith("!"):
            book[what[1:]].sheet_state = "hidden"
        elif what.isdigit():
            first.row_dimensions[int(what)].hidden = True
        else:
            first.column_dimensions[what].hidden = True
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def ods(rows: Rows, more: str = "") -> bytes:
    """An OpenDocument sheet; a text “4.65%” becomes a cell of per cent. more: XML of further rows."""
    body = "".join("<table:table-row>" + "".join(map(_cell, row)) + "</table:table-row>" for row in rows)
    content = OPEN_DOCUMENT.format(f'<table:table table:name="Biểu">{body}{more}</table:table>')
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return buffer.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return "<table:table-cell/>"
    text = f"<text:p>{escape(str(value))}</text:p></table:table-cell>"
    if isinstance(value, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{value}">{text}'
    if str(value).endswith("%") and str(value)[0].isdigit():
        share = float(str(value)[:-1]) / 100
        return f'<table:table-cell office:value-type="percentage" office:value="{share}">{text}'
    return f'<table:table-cell office:value-type="string">{text}'


def csv(rows: Rows, mark: str = ",", encoding: str = "utf-8") -> bytes:
    """A text table; cells hold no quotation marks."""
    quoted = [[f'"{c}"' if mark in str(c) else str("" if c is None else c) for c in row] for row in rows]
    return "\r\n".join(mark.join(row) for row in quoted).encode(encoding)
