"""What an OpenDocument sheet says beside its values; also holds it to the limits before it is unpacked.

A run of equal cells or rows is written once with a count (OpenDocument 1.3, part 3, 19.675 and 19.678): a
file of a few bytes can stand for billions of cells.
"""

import io
import zipfile

from data.intake.sheet_xml import COLUMNS, ROWS, SheetFacts, TooLarge, stream

AREA = 4_000_000  # cells of the rectangle that a sheet's content spans
HIDDEN = ("collapse", "filter")


def facts(content: bytes) -> list[SheetFacts]:
    """Of each sheet, in order.

    Raises:
        TooLarge: as `sheet_xml.facts`, or more than `AREA` cells.
        KeyError, zipfile.BadZipFile, expat.ExpatError: no spreadsheet, or a broken one.
    """
    reader = _Reader()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        stream(archive, "content.xml", reader.start, reader.end, reader.text)
    return reader.sheets


class _Reader:
    """Handlers of table, table-column, table-row, table-cell and the paragraphs inside."""

    def __init__(self):
        self.sheets: list[SheetFacts] = []
        self._row = self._column = self._places = 0  # of the next row, cell and column style
        self._rows = self._columns = 1  # how often the current row and cell stand there
        self._hidden = self._filled = self._row_filled = False
        self._filled_rows = self._right = 0

    def start(self, name: str, given: dict[str, str]) -> None:
        match name:
            case "table:table":
                self.sheets.append(SheetFacts())
                self._row = self._places = self._filled_rows = self._right = 0
            case "table:table-column":
                count = int(given.get("table:number-columns-repeated", 1))
                if given.get("table:visibility") in HIDDEN:
                    places = range(self._places, min(self._places + count, COLUMNS + 1))
                    self.sheets[-1].hidden_columns |= set(places)
                self._places += count
            case "table:table-row":
                self._rows = int(given.get("table:number-rows-repeated", 1))
                self._column, self._row_filled = 0, False
                self._hidden = given.get("table:visibility") in HIDDEN
            case "table:table-cell" | "table:covered-table-cell":
                self._columns = int(given.get("table:number-columns-repeated", 1))
                self._filled = "office:value-type" in given
                self._spans(given)
                if given.get("office:value-type") == "percentage":
                    self._percent()

    def text(self, written: str) -> None:
        self._filled = self._filled or bool(written.strip())

    def end(self, name: str) -> None:
        if name in ("table:table-cell", "table:covered-table-cell"):
            self._column += self._columns
            if self._filled:
                self._row_filled = True
                self._right = max(self._right, self._column)
            if self._filled and self._column > COLUMNS:
                raise TooLarge(f"có số liệu ở cột thứ {self._column}, quá {COLUMNS} cột")
            self._filled = False
        elif name == "table:table-row":
            self._row += self._rows
            if self._row_filled:
                self._check_rows()
                if self._hidden:
                    self.sheets[-1].hidden_rows += range(self._row - self._rows + 1, self._row + 1)

    def _check_rows(self) -> None:
        self._filled_rows += self._rows
        if self._filled_rows > ROWS or self._row > 2 * ROWS:
            raise TooLarge(f"có hơn {ROWS:,} dòng".replace(",", "."))
        if self._row * self._right > AREA:
            raise TooLarge(f"trải trên {self._row} dòng, {self._right} cột")

    def _spans(self, given: dict[str, str]) -> None:
        down = int(given.get("table:number-rows-spanned", 1))
        right = int(given.get("table:number-columns-spanned", 1))
        if down > 1 or right > 1:
            first = self._row, self._column
            last = self._row + min(down, ROWS) - 1, self._column + min(right, COLUMNS) - 1
            self.sheets[-1].merged.append((first, last))

    def _percent(self) -> None:
        rows = range(self._row, self._row + min(self._rows, ROWS))
        columns = range(self._column, self._column + min(self._columns, COLUMNS))
        self.sheets[-1].percent |= {(n + 1, m) for n in rows for m in columns}
