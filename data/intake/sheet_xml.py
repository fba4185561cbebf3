"""What an XLSX workbook says of a sheet beside its values: read as a stream, to refuse huge ones early.

calamine gives values and dates; that a cell shows per cent, holds an error or a formula never computed, or
that a row is hidden, stands only in the XML (ECMA-376, part 1, 18.3 and 18.8).
"""

import io
import re
import zipfile
from dataclasses import dataclass, field
from xml.parsers import expat

ROWS, COLUMNS, BYTES = 60_000, 200, 120_000_000  # of one sheet; bytes of XML once unpacked
PERCENT_FORMATS = {"9", "10"}  # built-in number formats 0% and 0.00%
QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')  # parts of a number format that are no placeholders
Area = tuple[tuple[int, int], tuple[int, int]]  # first and last cell, rows and columns from 0
CELL = re.compile(r"([A-Z]+)([0-9]+)")


class TooLarge(Exception):
    """The sheet goes beyond a limit; the message says which, in Vietnamese."""


@dataclass
class SheetFacts:
    """Cells are (line, position from 0)."""

    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: set[int] = field(default_factory=set)
    percent: set[tuple[int, int]] = field(default_factory=set)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    uncomputed: set[tuple[int, int]] = field(default_factory=set)
    merged: list[Area] = field(default_factory=list)  # where calamine does not say it


def facts(content: bytes, sheet: int) -> SheetFacts:
    """What the XML of a sheet (its place in the workbook) says.

    Raises:
        TooLarge: more than `ROWS` rows or `COLUMNS` columns with content, or than `BYTES` in any part.
        KeyError, zipfile.BadZipFile, expat.ExpatError: no workbook, or a broken one.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        percent_styles = _percent_styles(archive)
        reader = _SheetReader(percent_styles)
        stream(archive, _part(archive, sheet), reader.start, reader.end, reader.text)
    return reader.facts


def check_size(content: bytes) -> None:
    """Refuses a workbook whose texts would unpack to more than `BYTES`, before anybody unpacks them.

    Raises:
        TooLarge: so it is. zipfile.BadZipFile: no archive.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for part in archive.infolist():
            if part.filename == "xl/sharedStrings.xml":
                _within(part.file_size)


def _within(size: int) -> None:
    if size > BYTES:
        raise TooLarge(f"có hơn {BYTES // 1_000_000} MB nội dung")


def stream(archive: zipfile.ZipFile, part: str, start, end=None, text=None) -> None:
    """Feeds a part of the archive to expat, no more than `BYTES` of it.

    Raises:
        TooLarge: the part is larger. KeyError: there is none. expat.ExpatError: it is no XML.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    _within(archive.getinfo(part).file_size)  # as the archive says; what is unpacked is counted below
    fed = 0
    with archive.open(part) as file:
        while block := file.read(1 << 16):
            fed += len(block)
            _within(fed)
            parser.Parse(block, False)
    parser.Parse(b"", True)


def sheet_names(content: bytes) -> list[str]:
    """The names of all sheets of cells, hidden ones too, in order; none of a broken workbook."""
    names: dict[str, str] = {}
    charts: set[str] = set()

    def sheets(name: str, attributes: dict[str, str]) -> None:
        if _bare(name) == "sheet":
            names[next(v for k, v in attributes.items() if _bare(k) == "id")] = attributes.get("name", "")

    def relations(name: str, attributes: dict[str, str]) -> None:
        if _bare(name) == "Relationship" and attributes["Type"].endswith("/chartsheet"):
            charts.add(attributes["Id"])

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            stream(archive, "xl/workbook.xml", sheets)
            stream(archive, "xl/_rels/workbook.xml.rels", relations)
    except (KeyError, StopIteration, zipfile.BadZipFile, expat.ExpatError, TooLarge):
        return []
    return [name for relation, name in names.items() if relation not in charts]


def _part(archive: zipfile.ZipFile, sheet: int) -> str:
    """The name of a sheet's part, by the workbook's list of sheets and its relations."""
    ids: list[str] = []
    targets: dict[str, str] = {}

    def sheets(name: str, attributes: dict[str, str]) -> None:
        if _bare(name) == "sheet":
            ids.append(next(v for k, v in attributes.items() if _bare(k) == "id"))

    def relations(name: str, attributes: dict[str, str]) -> None:
        if _bare(name) == "Relationship":
            targets[attributes["Id"]] = attributes["Target"]

    stream(archive, "xl/workbook.xml", sheets)
    stream(archive, "xl/_rels/workbook.xml.rels", relations)
    target = targets[ids[sheet]]
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _percent_styles(archive: zipfile.ZipFile) -> set[int]:
    """The cell styles whose number format shows per cent."""
    if "xl/styles.xml" not in archive.namelist():
        return set()
    custom: set[str] = set()
    formats: list[str] = []
    inside = False

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal inside
        bare = _bare(name)
        if bare == "numFmt" and "%" in QUOTED.sub("", attributes.get("formatCode", "")):
            custom.add(attributes.get("numFmtId", ""))
        elif bare == "cellXfs":
            inside = True
        elif inside and bare == "xf":
            formats.append(attributes.get("numFmtId", "0"))

    def end(name: str) -> None:
        nonlocal inside
        inside = inside and _bare(name) != "cellXfs"

    stream(archive, "xl/styles.xml", start, end)
    return {style for style, known in enumerate(formats) if known in PERCENT_FORMATS | custom}


def _bare(name: str) -> str:
    return name.rpartition(":")[2]


def position(letters: str) -> int:
    """The place of a column from 0: A is 0, AA is 26."""
    place = 0
    for character in letters:
        place = place * 26 + ord(character) - 64
    return place - 1


class _SheetReader:
    """Handlers of a sheet's elements: row, c (cell), f (formula), v (value), is (text inside)."""

    def __init__(self, percent_styles: set[int]):
        self.facts = SheetFacts()
        self._styles = {str(style) for style in percent_styles}
        self._line = self._column = self._filled_rows = 0
        self._hidden = self._formula = self._filled = self._row_filled = self._value = False
        self._type = self._style = self._written = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match _bare(name):
            case "col":
                if attributes.get("hidden") in ("1", "true"):
                    first, last = int(attributes["min"]) - 1, int(attributes["max"]) - 1
                    self.facts.hidden_columns |= set(range(first, min(last, COLUMNS) + 1))
            case "row":
                self._line = int(attributes.get("r", self._line + 1))
                self._column, self._row_filled = -1, False
                self._hidden = attributes.get("hidden") in ("1", "true")
            case "c":
                found = CELL.fullmatch(attributes.get("r", ""))
                self._column = position(found[1]) if found else self._column + 1
                self._type, self._style = attributes.get("t", "n"), attributes.get("s", "0")
                self._formula = self._filled = False
                self._written = ""
            case "f":
                self._formula = True
            case "v":
                self._value = True
            case "is":
                self._filled = True

    def text(self, written: str) -> None:
        if self._value:
            self._filled = True
            if self._type == "e":
                self._written += written

    def end(self, name: str) -> None:
        match _bare(name):
            case "v":
                self._value = False
            case "c":
                self._cell()
            case "row":
                if self._row_filled and self._hidden:
                    self.facts.hidden_rows.append(self._line)

    def _cell(self) -> None:
        at = self._line, self._column
        if self._formula and not self._filled:
            self.facts.uncomputed.add(at)
        if not self._filled:
            return
        if self._type == "e":
            self.facts.errors[at] = self._written
        elif self._type == "n" and self._style in self._styles:
            self.facts.percent.add(at)
        if self._column >= COLUMNS:
            raise TooLarge(f"có số liệu ở cột thứ {self._column + 1}, quá {COLUMNS} cột")
        if not self._row_filled:
            self._row_filled = True
            self._filled_rows += 1
        if self._filled_rows > ROWS or self._line > 2 * ROWS:
            raise TooLarge(f"có hơn {ROWS:,} dòng".replace(",", "."))
