"""An office's own workbook back: each cell in question coloured, with what is wrong and how to mend it."""

import io
from collections.abc import Iterable, Sequence

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from data.errors import Fault
from data.intake.kinds import HANDED_IN, File, kind_of
from data.intake.reader import read_book

AUTHOR = "Kiểm tra số liệu"  # of our comments: by it an earlier check's are found again
FAULT = PatternFill("solid", fgColor="FFF6C9AD")
REMARK = PatternFill("solid", fgColor="FFFBE3AE")
WIDTH, HEIGHT = 320, 110  # px of a comment


def marked(content: bytes, name: str, faults: Sequence[Fault], remarks: Sequence[Fault] = ()) -> bytes:
    """The file as XLSX with its findings: its own sheets and formulas where it is one, else its cells.

    What an earlier check had marked is taken away first. A finding without cell stands at the first cell of
    its line, or of its sheet.

    Raises:
        FaultsFound: as `reader.read_book`.
    """
    own = kind_of(File(name, content), HANDED_IN) == "xlsx"
    book = load_workbook(io.BytesIO(content)) if own else _copied(content, name)
    for sheet in book.worksheets:
        _unmark(sheet)
    for found, fill in ((remarks, REMARK), (faults, FAULT)):
        for fault in found:
            _mark(book, fault, fill)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _copied(content: bytes, name: str) -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    for grid in read_book(content, name).sheets:
        sheet = book.create_sheet(grid.sheet or "Số liệu")
        for line, row in zip(grid.lines, grid.rows):
            for position, text in enumerate(row):
                if text:
                    cell = sheet.cell(line, position + 1, text)
                    cell.data_type = "s"  # a text, never a formula
    return book


def _unmark(sheet: Worksheet) -> None:
    for row in sheet.iter_rows():
        for cell in row:
            if cell.comment and cell.comment.author == AUTHOR:
                cell.comment, cell.fill = None, PatternFill()


def _mark(book: Workbook, fault: Fault, fill: PatternFill) -> None:
    named = [sheet for sheet in book.worksheets if sheet.title == fault.sheet]
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    sheet = (named or shown or book.worksheets)[0]
    cell = sheet[fault.cell or f"A{fault.line or 1}"]
    told = f"{fault.problem}\n→ {fault.remedy}"
    texts: Iterable[str] = (cell.comment.text, told) if cell.comment else (told,)
    cell.comment = Comment("\n\n".join(texts), AUTHOR, HEIGHT, WIDTH)
    cell.fill = fill
