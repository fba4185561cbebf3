"""A table as it stands in a file, before anything is known of its columns."""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from data.errors import Fault

UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"  # marks without width that copying brings along
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")  # no XML file may hold them
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet takes for the start of a formula


@dataclass(frozen=True)
class Grid:
    """Cells as text, row by row.

    Attributes:
        rows: cell texts as `plain` leaves them; rows may differ in length.
        lines: of each row, as an editor (CSV) or Excel (workbook) counts it.
        sheet: name of the sheet, empty for a text file.
        merged: cells (line, position from 0) that another one covers → that one's name.
        faults: what was wrong with single cells while reading.
        remarks: what the reader did that the writer should know (other sheets, hidden rows).
        hidden: whether the whole sheet is.
        hidden_rows: lines with content that Excel does not show; hidden_columns: positions from 0.
    """

    file: str
    rows: list[list[str]]
    lines: list[int]
    sheet: str = ""
    merged: dict[tuple[int, int], str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    remarks: list[Fault] = field(default_factory=list)
    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()

    def text(self, n: int, m: int) -> str:
        """The cell of a row and a column, both from 0; empty beyond the row's end."""
        row = self.rows[n]
        return row[m] if m < len(row) else ""

    def cell(self, n: int, m: int) -> str:
        """The cell's name, as F12."""
        return f"{letter(m)}{self.lines[n]}"


@lru_cache(maxsize=65536)  # a table says the same thing in most of its rows
def plain(text: str) -> str:
    """A cell's text without surrounding blanks, marks without width and control characters, composed (NFC).

    The apostrophe that `data.export.harmless` puts before a formula is taken away again.
    """
    clean = CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    bare = unicodedata.normalize("NFC", clean.strip().strip(UNSEEN).strip())
    return bare[1:] if bare.startswith("'") and bare[1:].startswith(FORMULA_SIGNS) else bare


def letter(position: int) -> str:
    """The name of a column in Excel: 0 is A, 26 is AA."""
    name = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
