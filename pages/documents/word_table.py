"""The one writer of tables of figures in Word files."""

from collections.abc import Sequence
from dataclasses import dataclass

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT

from pages.documents.word import flag, lay_out, write


@dataclass(frozen=True)
class Table:
    """What a table says, all as text.

    widths: of the columns, mm. groups: a line above the head, (text, columns) from the left.
    left: columns of text from the left, the others are numbers. total: the last row is bold.
    small: the styles for many columns.
    """

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[float]
    groups: Sequence[tuple[str, int]] = ()
    left: int = 1
    total: bool = False
    small: bool = False


def write_table(file: Document, data: Table) -> None:
    """A ruled table at the end of a file; its heading returns on every page, no row is parted."""
    top = 1 if data.groups else 0
    size = " nhỏ" if data.small else ""
    table = file.add_table(top + 1 + len(data.rows), len(data.head), style="Bảng số liệu")
    lay_out(table, data.widths)
    rows = list(table.rows)
    for row in rows:
        flag(row, "w:cantSplit")
    for row in rows[: top + 1]:
        flag(row, "w:tblHeader")
    for cell, text in zip(rows[top].cells, data.head):
        _cell(cell, text, f"Đầu cột{size}")
    for row, texts in zip(rows[top + 1 :], data.rows):
        bold = data.total and row is rows[-1]
        for n, (cell, text) in enumerate(zip(row.cells, texts)):
            _cell(cell, text, f"Ô chữ{size}" if n < data.left else f"Ô số{size}", bold=bold)
    start = 0
    for text, span in data.groups:
        _cell(rows[0].cells[start].merge(rows[0].cells[start + span - 1]), text, "Nhóm cột")
        start += span


def _cell(cell, text: str, style: str, *, bold: bool = False) -> None:
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    for run in write(cell, text, style).runs:
        run.bold = bold or None
