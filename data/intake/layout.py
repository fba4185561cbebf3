"""Where the table of an office's own sheet lies: headings, areas, totals, and what is left out.

Three forms are known: areas as rows, areas as columns, and a table of one area whose rows are indicators.
"""

import hashlib
import re
from dataclasses import dataclass, field
from typing import Literal

from data.areas import Areas
from data.errors import Fault, runs
from data.intake.area_names import codes_named, folded
from data.intake.grid import Grid
from data.intake.office_numbers import readings
from data.intake.sheet_words import is_word, sheet_words
from data.intake.sheet_xml import CELL, position

Role = Literal["area", "figures", "total", "group", "order", "unit", "note", "unknown"]
Axis = Literal["row", "column"]
Form = Literal["areas_down", "areas_across", "one_area"]
ORDINAL = re.compile(r"^\s*(?:[0-9]{1,3}|[IVX]{1,5}|[a-zA-Z])\s*[.)\-]\s+|^\s*[-+*•]\s*")
COLUMN_NUMBER = re.compile(r"\(?\s*(?:[0-9]{1,2}|[A-ZĐa-z])\s*\)?(?:\s*=.*)?")
EMPTY = {"", "-", "–", "—", "−", "…", "...", "..", "."}  # written where there is no figure


@dataclass(frozen=True)
class Head:
    """A row or a column of the table.

    Attributes:
        at: its place in the grid, from 0.
        name: its heading; those of several rows joined by “ > ”.
        role: area (figures of one area) | figures | total | group (a part's total) | order (STT) | unit |
            note | unknown (figures of nobody knows whom).
        area: code.
        unit: as the sheet's column of units writes it.
    """

    at: int
    name: str
    role: Role
    area: str = ""
    unit: str = ""


@dataclass(frozen=True)
class Layout:
    """A table on a sheet.

    Attributes:
        rows, columns: of the table's body, in the sheet's order.
        titles: the lines above; unit: what they name.
        left: rows of the sheet that are left out (notes, signatures), as remarks.
    """

    grid: Grid = field(repr=False)
    form: Form
    rows: tuple[Head, ...]
    columns: tuple[Head, ...]
    titles: tuple[str, ...] = ()
    unit: str = ""
    left: tuple[Fault, ...] = ()

    @property
    def headings(self) -> list[tuple[Axis, Head]]:
        """What a person is asked about: (“row” or “column”, heading) of everything that names figures."""
        down: list[tuple[Axis, Head]] = [("row", h) for h in self.rows if h.role == "figures"]
        asked = [h for h in self.columns if h.role == "figures" or (h.role == "area" and h.name)]
        across: list[tuple[Axis, Head]] = [("column", h) for h in asked]
        return across + down if self.form != "areas_across" else down + across

    @property
    def signature(self) -> str:
        """The same for the same form in another year: headings without their digits of years."""
        names = [f"{axis}:{re.sub('[12][0-9]{3}', '#', folded(head.name))}" for axis, head in self.headings]
        text = "\n".join([self.form, folded(self.unit), *dict.fromkeys(names)])
        return hashlib.sha256(text.encode("utf-8")).hexdigest()[:24]


class Sheet:
    """A grid with the questions that finding a table asks of it."""

    def __init__(self, grid: Grid, areas: Areas):
        self.grid, self.areas = grid, areas
        self.width = max((len(row) for row in grid.rows), default=0)
        self.places = {line: n for n, line in enumerate(grid.lines)}
        self._codes: dict[str, tuple[str, ...]] = {}

    def shown(self, n: int, m: int) -> str:
        """The cell's text, or that of the merged cell which covers it."""
        origin = self.origin(n, m)
        return self.grid.text(*origin) if origin else self.grid.text(n, m)

    def origin(self, n: int, m: int) -> tuple[int, int] | None:
        """Row and column of the merged cell that covers this one."""
        covered = self.grid.merged.get((self.grid.lines[n], m))
        found = CELL.fullmatch(covered or "")
        return (self.places[int(found[2])], position(found[1])) if found else None

    def covered_from_above(self, n: int) -> bool:
        """Whether a merged cell reaches from a row above into this one."""
        return any((o := self.origin(n, m)) and o[0] < n for m in range(self.width))

    def filled(self, n: int) -> list[str]:
        """The texts of a row."""
        return [text for text in self.grid.rows[n] if text]

    def codes(self, text: str) -> tuple[str, ...]:
        """The areas that a cell names, without its number in a list."""
        if text not in self._codes:
            bare = ORDINAL.sub("", text)
            found = codes_named(bare, self.areas) if len(bare) < 60 else ()
            rank = [c for c in found if folded(f"- {self.areas.at(c).full('vi')}") == folded(f"- {bare}")]
            self._codes[text] = tuple(rank) if len(rank) == 1 else found
        return self._codes[text]

    def district(self, text: str) -> str:
        """The one district that a cell names, else empty."""
        found = self.codes(text)
        return found[0] if len(found) == 1 and found[0] != self.areas.province else ""

    def is_total(self, text: str) -> bool:
        """“Tổng cộng”, “Toàn tỉnh”, or the province's own name."""
        return is_word(text, "total") or self.areas.province in self.codes(text)

    def numbers_row(self, n: int) -> bool:
        """The row of column numbers: (1) (2) (3), or A B 1 2."""
        texts = self.filled(n)
        if len(texts) < 2 or not all(COLUMN_NUMBER.fullmatch(t) for t in texts):
            return False
        counted = [int(found[0]) for t in texts if (found := re.search("[0-9]+", t.partition("=")[0]))]
        return len(counted) > 1 and counted == list(range(counted[0], counted[0] + len(counted)))

    def numeric(self, n: int, columns) -> bool:
        """Whether a row holds a number in one of the columns."""
        return any(is_number(self.grid.text(n, m)) for m in columns)

    def top(self, body: int, floor: int) -> int:
        """The first row of the headings over a body; `floor`: where they cannot reach beyond."""
        n = body
        while n > floor and (
            len(self.filled(n - 1)) > 1
            or self.covered_from_above(n - 1)
            or (n < body and self.filled(n - 1) and self.covered_from_above(n))
        ):
            n -= 1
        return n

    def heading(self, rows: range, m: int) -> str:
        """The texts of a column's headings from top to bottom, joined."""
        parts = []
        for n in rows:
            text = " ".join((self.shown(n, m) or self._parent(rows, n, m)).split())
            if text and text not in parts:
                parts.append(text)
        return " > ".join(parts)

    def _parent(self, rows: range, n: int, m: int) -> str:
        """The heading to the left that stands over this column too, where cells are not merged."""
        below = range(n + 1, rows.stop)
        if not any(self.grid.text(b, m) for b in below) or self.covered_from_above(n):
            return ""
        if any(self.shown(a, m) for a in range(rows.start, n)):
            return ""
        for left in range(m - 1, -1, -1):
            if text := self.shown(n, left):
                return text if any(self.grid.text(b, left) for b in below) else ""
        return ""


def is_number(text: str) -> bool:
    """Whether a cell can be a figure."""
    return bool(text) and bool(readings(text.rstrip("*").strip()))


def outline(sheet: Sheet, rows: list[int]) -> tuple[Fault, ...]:
    """Rows that are left out, as one remark."""
    kept = [n for n in rows if sheet.filled(n)]
    if not kept:
        return ()
    words = "; ".join(sheet.filled(n)[0][:40] for n in kept[:3]) + ("; …" if len(kept) > 3 else "")
    lines = [sheet.grid.lines[n] for n in kept]
    what = f"dòng {runs(lines)} ngoài bảng không được đọc ({words})"
    how = "Ghi chú, chữ ký thì để nguyên; nếu là số liệu, chuyển vào trong bảng."
    return (Fault(sheet.grid.file, lines[0], "", what, how, sheet.grid.sheet),)


def role_of_column(name: str, texts: list[str], before_label: bool) -> Role:
    """What a column holds, by its heading and its cells."""
    leaf = name.rpartition(" > ")[2]
    if is_word(leaf, "order") or (before_label and all(len(t) < 6 for t in texts)):
        return "order"
    if is_word(leaf, "unit"):
        return "unit"
    if re.fullmatch(sheet_words().note, folded(leaf)):
        return "note"
    return "figures"


def is_roman(sheet: Sheet, n: int, label: int) -> bool:
    """Whether a row opens a group: a Roman number or a capital before its name."""
    pattern = sheet_words().roman
    words = [sheet.grid.text(n, m).strip(" .)") for m in range(label)]
    own, dot, _ = sheet.grid.text(n, label).partition(".")
    return any(re.fullmatch(pattern, w) for w in words if w) or bool(dot and re.fullmatch("[IVX]+", own))
