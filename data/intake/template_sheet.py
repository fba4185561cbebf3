"""The visible sheet of a filled template: figures by the ids of their row and column, and what is wrong."""

import re
from collections.abc import Iterator

from data.errors import Fault, FaultsFound, runs
from data.intake import dates
from data.intake.grid import Grid, plain
from data.intake.template_form import COLUMNS, INPUTS, MARKER, SUM
from data.intake.template_words import template_words

AGAIN = "Lập lại biểu mẫu (python -m data template) rồi chép số sang."
BACK = "Hoàn tác (Ctrl+Z), hoặc lập lại biểu mẫu rồi chép số sang."
MISSING = "?"  # stands for a source whose lack has been named once, at its own cell
WRITTEN_DAY = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
HEADINGS, SOURCE, PUBLISHED = "headings", "source", "published"  # ids of rows that hold no figures


def marker(grid: Grid) -> tuple[int, int] | None:
    """Row and column, from 0, where the ids of rows and columns meet; None on another sheet."""
    places = ((n, m) for n, row in enumerate(grid.rows) for m, text in enumerate(row) if text == MARKER)
    return next(places, None)


class Form:
    """A sheet that carries the marker.

    Attributes:
        faults, remarks: as `findings.Checked` has them, filled by `figures`.
    """

    def __init__(self, grid: Grid):
        self.grid = grid
        self.faults: list[Fault] = []
        self.remarks: list[Fault] = []
        self._top, self._left = marker(grid) or (0, 0)
        self._named = [(text, m) for m, text in enumerate(grid.rows[self._top]) if text and m != self._left]
        self._columns = dict(self._named)
        self._rows: dict[str, list[int]] = {}
        for n in range(len(grid.rows)):
            if n != self._top and (row := self.grid.text(n, self._left)):
                self._rows.setdefault(row, []).append(n)

    def figures(self, entries: list[dict[str, str]]) -> list[dict]:
        """The filled input cells: columns of LONG | file | line | cell.

        Args:
            entries: the hidden sheet's, `template_form.ENTRY` and `LABELS` each.

        Raises:
            FaultsFound: columns are missing, doubled, added or renamed.
        """
        if wrong := list(self._column_faults()):
            raise FaultsFound(wrong)
        places = self._places(entries)
        self._look_beside(entries)
        found = [
            (entry, places[entry["row"]])
            for entry in entries
            if entry["row"] in places and self.grid.text(places[entry["row"]], self._columns[entry["kind"]])
        ]
        taken = {
            self.grid.cell(places[e["row"]], self._columns[e["kind"]]) for e in entries if e["row"] in places
        }
        self.faults += [fault for fault in self.grid.faults if fault.cell in taken]
        for n in sorted(set(places.values()) - {n for _, n in found}):
            if self.grid.text(n, self._columns["note"]):
                at = n, self._columns["note"]
                self.remarks.append(
                    self._fault(at, "ghi chú ở dòng không có số", "Nhập số, hoặc bỏ ghi chú.")
                )
        source, published = self._document(bool(found))
        return [self._figure(entry, n, source, published) for entry, n in found]

    def _figure(self, entry: dict[str, str], n: int, source: str, published: str) -> dict:
        column = self._columns[entry["kind"]]
        key = {name: entry[name] for name in ("indicator", "area", "kind", "standard")}
        days = {name: entry[name] for name in ("period_start", "period_end")}
        beside = {"note": self.grid.text(n, self._columns["note"]), "source": source, "published": published}
        at = {"file": self.grid.file, "line": self.grid.lines[n], "cell": self.grid.cell(n, column)}
        return {**key, **days, "value": self.grid.text(n, column), "status": "", "approx": "", **beside, **at}

    def _column_faults(self) -> Iterator[Fault]:
        headings = self._rows.get(HEADINGS, [])
        for name in COLUMNS:
            heading = plain(getattr(template_words().columns, name))
            places = [m for text, m in self._named if text == name]
            if not places:
                yield self._fault((self._top, self._left), f"thiếu cột “{heading}”", BACK)
            for m in places[1:]:
                yield self._fault((self._top, m), f"hai cột “{heading}”", "Xoá cột thừa.")
            for n, m in ((n, m) for n in headings for m in places):
                if self.grid.text(n, m) != heading:
                    yield self._fault((n, m), f"tiêu đề phải là “{heading}”: cột đã bị dời hoặc sửa", BACK)
        if len(headings) != 1:
            yield self._fault((self._top, self._left), "dòng tiêu đề đã bị xoá hoặc nhân đôi", BACK)
        for text, m in self._named:
            if text not in COLUMNS:
                yield self._fault((self._top, m), f"cột lạ “{text}” trong dòng mã ẩn", "Xoá cột này.")

    def _places(self, entries: list[dict[str, str]]) -> dict[str, int]:
        """id → row of those rows that stand once and under their own names."""
        expected = {entry["row"]: entry for entry in entries}
        places = {}
        for row, entry in expected.items():
            name = f"“{entry['indicator_label']}”, {entry['area_label']}"
            at = self._rows.get(row, [])
            if not at:
                cell = entry["cell"]
                line = int(re.sub("[A-Z]", "", cell))
                what = f"dòng {name} không còn (hoặc mất mã ẩn)"
                self.faults.append(Fault(self.grid.file, line, "", what, BACK, self.grid.sheet, cell))
            elif len(at) > 1:
                lines = runs(self.grid.lines[n] for n in at)
                self.faults.append(
                    self._fault(
                        (at[1], self._left), f"dòng {name} có nhiều lần (dòng {lines})", "Giữ một dòng đúng."
                    )
                )
            elif self._labelled(at[0], entry):
                places[row] = at[0]
        known = {*expected, HEADINGS, SOURCE, PUBLISHED}
        for row, at in self._rows.items():
            if row not in known and not row.endswith(f"|{SUM}"):
                self.faults += [self._fault((n, self._left), f"mã dòng lạ “{row}”", BACK) for n in at]
        return places

    def _labelled(self, n: int, entry: dict[str, str]) -> bool:
        """Whether the names that the officer reads are those of the row's id."""
        good = True
        for name in ("indicator", "area"):
            column, label = self._columns[name], entry[f"{name}_label"]
            if self.grid.text(n, column) != label:
                problem = f"ô này phải là “{label}”: dòng bị sắp xếp hoặc sửa tên, không rõ số của ai"
                self.faults.append(self._fault((n, column), problem, BACK))
                good = False
        return good

    def _look_beside(self, entries: list[dict[str, str]]) -> None:
        """Numbers where none is taken: in added rows, locked cells, merged ones, columns beside the form."""
        open_cells = {(entry["row"], entry["kind"]) for entry in entries}
        inputs = [self._columns[kind] for kind in INPUTS]
        below = self._rows[HEADINGS][0]
        for n in range(below + 1, len(self.grid.rows)):
            row = self.grid.text(n, self._left)
            for kind, m in zip(INPUTS, inputs):
                at = self.grid.lines[n], m
                if at in self.grid.merged:
                    problem = f"ô bị gộp vào ô {self.grid.merged[at]}"
                    self.faults.append(self._fault((n, m), problem, "Bỏ gộp ô, ghi số vào từng dòng."))
                elif self.grid.text(n, m) and (row, kind) not in open_cells and not row.endswith(f"|{SUM}"):
                    problem = (
                        "ô này không nhận số" if row else "dòng thêm vào (không có mã ẩn), không rõ số của ai"
                    )
                    self.faults.append(
                        self._fault((n, m), problem, "Chuyển số vào đúng ô, rồi xoá số hoặc dòng thừa.")
                    )
            for m in range(len(self.grid.rows[n])):
                if m not in self._columns.values() and m != self._left and self.grid.text(n, m):
                    self.remarks.append(
                        self._fault((n, m), "ô ngoài biểu mẫu, không được đọc", "Chuyển vào cột Ghi chú.")
                    )

    def _document(self, needed: bool) -> tuple[str, str]:
        """The source and its day (as 2018-01-24) as the officer wrote them; what is wrong is named once."""
        column = self._columns["area"]
        texts = {}
        for row in (SOURCE, PUBLISHED):
            at = self._rows.get(row, [])
            if len(at) != 1:
                self.faults.append(self._fault((self._top, self._left), f"dòng mã “{row}” không còn", BACK))
            texts[row] = self.grid.text(at[0], column) if at else ""
        source, day = texts[SOURCE], texts[PUBLISHED]
        if needed and not source and self._rows.get(SOURCE):
            place = self._rows[SOURCE][0], column
            self.faults.append(self._fault(place, "thiếu nguồn", "Ghi số, ngày của văn bản vào ô này."))
        if written := WRITTEN_DAY.fullmatch(day):
            day = f"{written[3]}-{int(written[2]):02}-{int(written[1]):02}"
        if day and dates.publication(day) is None:
            place = self._rows[PUBLISHED][0], column
            problem = f"“{texts[PUBLISHED]}” không phải ngày"
            self.faults.append(self._fault(place, problem, "Ghi ngày như 24/01/2018, hoặc để trống."))
            day = ""
        return source or MISSING, day

    def _fault(self, at: tuple[int, int], problem: str, remedy: str) -> Fault:
        return Fault(
            self.grid.file, self.grid.lines[at[0]], "", problem, remedy, self.grid.sheet, self.grid.cell(*at)
        )
