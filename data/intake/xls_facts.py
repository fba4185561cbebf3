"""What an old Excel workbook (.xls) says of its sheets beside values: a walk over its records.

Records are [MS-XLS] 2.3, of BIFF8 and BIFF5: a type, a length, then the body. Sparse cells would be laid out
by calamine as one rectangle, so its size is held to the limits first.
"""

import io
import struct

import olefile

from data.intake.sheet_xml import COLUMNS, PERCENT_FORMATS, QUOTED, ROWS, SheetFacts, TooLarge

AREA = 4_000_000  # cells of the rectangle that a sheet's content spans
BOF, EOF, SHEET, FORMAT, XF = 0x0809, 0x000A, 0x0085, 0x041E, 0x00E0
ROW, COLUMN, NUMBER, RK, MANY_RK = 0x0208, 0x007D, 0x0203, 0x027E, 0x00BD
FORMULA, RESULT, BOOL_OR_ERROR = 0x0006, 0x0207, 0x0205
TEXTS = (0x00FD, 0x0204, 0x00D6)  # shared, own and rich text
BIFF8 = 0x0600
ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


def facts(content: bytes) -> list[SheetFacts]:
    """Of each sheet, in order.

    Raises:
        TooLarge: more than `COLUMNS` columns or 2 × `ROWS` rows with content, or than `AREA` cells.
        OSError, struct.error: no workbook, or a broken one.
    """
    with olefile.OleFileIO(io.BytesIO(content)) as ole:
        data = ole.openstream("Workbook" if ole.exists("Workbook") else "Book").read()
    reader = _Globals(data)
    return [_sheet(data, place, reader.percent_styles()) for place in reader.places]


def _records(data: bytes, at: int):
    """(type, body) from a place to the end of its substream."""
    depth = 0
    while at + 4 <= len(data):
        kind, size = struct.unpack_from("<HH", data, at)
        yield kind, data[at + 4 : at + 4 + size]
        depth += (kind == BOF) - (kind == EOF)
        if kind == EOF and depth <= 0:
            return
        at += 4 + size


class _Globals:
    """places: where each sheet begins."""

    def __init__(self, data: bytes):
        self.places: list[int] = []
        self._formats: dict[int, str] = {}
        self._styles: list[int] = []
        version = BIFF8
        for kind, body in _records(data, 0):
            if kind == BOF:
                version = struct.unpack_from("<H", body)[0]
            elif kind == SHEET:
                self.places.append(struct.unpack_from("<I", body)[0])
            elif kind == XF:
                self._styles.append(struct.unpack_from("<HH", body)[1])
            elif kind == FORMAT:
                number = struct.unpack_from("<H", body)[0]
                self._formats[number] = _form(body[2:], version)

    def percent_styles(self) -> set[int]:
        """The cell styles whose number format shows per cent."""
        own = {number for number, form in self._formats.items() if "%" in QUOTED.sub("", form)}
        shows = own | {int(number) for number in PERCENT_FORMATS}
        return {style for style, number in enumerate(self._styles) if number in shows}


def _form(body: bytes, version: int) -> str:
    if version < BIFF8:
        return body[1 : 1 + body[0]].decode("cp1252", "replace")
    size, flags = struct.unpack_from("<HB", body)
    if flags & 1:
        return body[3 : 3 + size * 2].decode("utf-16-le", "replace")
    return body[3 : 3 + size].decode("cp1252", "replace")


def _sheet(data: bytes, place: int, percent: set[int]) -> SheetFacts:
    found, hidden, filled, right = SheetFacts(), set(), set(), 0
    formula = 0, 0
    for kind, body in _records(data, place):
        if kind == RESULT:
            found.uncomputed.discard(formula)
        elif kind == FORMULA:
            formula = struct.unpack_from("<HH", body)
            formula = formula[0] + 1, formula[1]
        if kind == ROW and struct.unpack_from("<H", body, 12)[0] & 0x20:
            hidden.add(struct.unpack_from("<H", body)[0] + 1)
        elif kind == COLUMN and struct.unpack_from("<H", body, 8)[0] & 1:
            first, last = struct.unpack_from("<HH", body)
            found.hidden_columns |= set(range(first, min(last, COLUMNS) + 1))
        elif kind in (NUMBER, RK, MANY_RK, FORMULA, BOOL_OR_ERROR, *TEXTS):
            row, column = struct.unpack_from("<HH", body)
            last = struct.unpack_from("<H", body, len(body) - 2)[0] if kind == MANY_RK else column
            filled.add(row + 1)
            right = max(right, last + 1)
            _judge(found, kind, body, percent)
            if right > COLUMNS:
                raise TooLarge(f"có số liệu ở cột thứ {right}, quá {COLUMNS} cột")
    if len(filled) > ROWS:
        raise TooLarge(f"có hơn {ROWS:,} dòng".replace(",", "."))
    if max(filled, default=0) * right > AREA:
        raise TooLarge(f"trải trên {max(filled)} dòng, {right} cột")
    found.hidden_rows = sorted(hidden & filled)
    return found


def _judge(found: SheetFacts, kind: int, body: bytes, percent: set[int]) -> None:
    row, column, style = struct.unpack_from("<HHH", body)
    at = row + 1, column
    if kind == MANY_RK:
        for n in range((len(body) - 6) // 6):
            if struct.unpack_from("<H", body, 4 + 6 * n)[0] in percent:
                found.percent.add((row + 1, column + n))
    elif kind == BOOL_OR_ERROR:
        if body[7]:
            found.errors[at] = ERRORS.get(body[6], "#N/A")
    elif kind == FORMULA and body[12:14] == b"\xff\xff":
        if body[6] == 2:
            found.errors[at] = ERRORS.get(body[8], "#N/A")
        elif body[6] == 0 or (
            body[6] == 3 and body[14] & 3
        ):  # a text whose record follows; or yet to compute
            found.uncomputed.add(at)
    elif kind in (NUMBER, RK, FORMULA) and style in percent:
        found.percent.add(at)
