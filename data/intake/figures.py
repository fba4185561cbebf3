"""The figures of an office's own table as a long table; every cell of its body is taken, said, or a fault."""

from dataclasses import dataclass
from datetime import date

import pandas as pd
from rapidfuzz import process

from data.areas import Areas
from data.catalogue import Catalogue, Indicator
from data.errors import Fault
from data.intake.area_names import folded
from data.intake.cell_numbers import Read, Written, marks, read
from data.intake.grid import letter
from data.intake.layout import EMPTY, Head, Layout, is_number
from data.intake.mapping import DERIVED, OTHER_YEAR, TWICE, UNKNOWN, Mapping, Meaning
from data.intake.numbers import written
from data.intake.sheet_words import unit_factors
from data.intake.totals import check_sums
from data.intake.workbook import hidden_remarks
from data.table_files import LONG

WHY = {
    DERIVED: "là số so sánh, tính được từ các số khác",
    OTHER_YEAR: "là số của kỳ khác",
    UNKNOWN: "không nhận ra chỉ tiêu",
    TWICE: "trùng chỉ tiêu với một tiêu đề giống hơn",
}


@dataclass(frozen=True)
class Place:
    """A cell of the table that holds a figure: where, of what, and as it is written."""

    row: Head
    column: Head
    indicator: Indicator
    meaning: Meaning  # of the heading that names the indicator
    kind: str
    area: str  # empty in a total
    end: date | None
    cell: Written


def figures(
    layout: Layout,
    mapping: Mapping,
    catalogue: Catalogue,
    areas: Areas,
    end: date | None = None,
    area: str = "",
    source: str = "",
) -> pd.DataFrame:
    """The figures as `tables.read_table` gives a long table, with the cell of each.

    Args:
        end: last day of the period, where neither titles nor headings name one; it is held against theirs.
        area: code, of a table of one area whose titles name none.
        source: of every figure; the file's name without.

    Returns:
        LONG, each str | file str | line int | cell str | sheet str. attrs: file, sheet, letters (empty),
        faults, remarks (lists of Fault).
    """
    reader = _Reader(layout, mapping, catalogue, areas, end, area)
    places = list(reader.places())
    thousands = marks(place.cell for place in places)
    values = {(p.row.at, p.column.at): read(p.cell, thousands) for p in places}
    rows = [reader.figure(p, values[p.row.at, p.column.at], source) for p in places if p.row.role != "total"]
    check_sums(layout, places, values, reader.faults, reader.remarks)
    reader.say_left_out()
    frame = pd.DataFrame([row for row in rows if row], columns=[*LONG, "file", "line", "cell", "sheet"])
    grid = layout.grid
    frame.attrs = {
        "file": grid.file,
        "sheet": grid.sheet,
        "letters": {},
        "faults": reader.faults,
        "remarks": [*grid.remarks, *hidden_remarks(grid), *layout.left, *reader.remarks],
    }
    return frame.astype({"line": int})


class _Reader:
    """Goes through the body of a layout; `faults` and `remarks` fill on the way."""

    def __init__(
        self,
        layout: Layout,
        mapping: Mapping,
        catalogue: Catalogue,
        areas: Areas,
        end: date | None,
        area: str,
    ):
        self.layout, self.mapping, self.catalogue, self.areas = layout, mapping, catalogue, areas
        self.grid = layout.grid
        self.end, self.area = end or mapping.end, area or mapping.area
        self.faults: list[Fault] = []
        self.remarks: list[Fault] = []
        self._broken = {f.cell for f in self.grid.faults}
        self._guessed: set[str] = set()
        if end and mapping.end and (mapping.end.year, mapping.end.month) != (end.year, end.month):
            what = f"tiêu đề bảng ghi kỳ đến {mapping.end:%d/%m/%Y}, không phải kỳ đến {end:%d/%m/%Y}"
            self.faults.append(self._whole(what, "Chọn đúng kỳ, hoặc đúng tệp."))
        if not self.end and not any(m.end for m in mapping.meanings):
            self.faults.append(self._whole("không rõ kỳ của số liệu", "Ghi kỳ ở tiêu đề, hoặc chọn kỳ."))
        if layout.form == "one_area" and not self.area:
            what, how = "không rõ số liệu của đơn vị nào", "Ghi tên đơn vị (“Huyện …”) ở trên bảng."
            self.faults.append(self._whole(what, how))

    def places(self):
        """Every cell that a figure, a total or a fault stands in; blanks of mapped columns too."""
        for row in self.layout.rows:
            for column in self.layout.columns:
                text = self.grid.text(row.at, column.at)
                at = row.at, column.at
                if column.role in ("order", "unit", "note") or (
                    column.role == "area" and self.layout.form == "areas_down"
                ):
                    continue
                if (self.grid.lines[row.at], column.at) in self.grid.merged:
                    origin = self.grid.merged[self.grid.lines[row.at], column.at]
                    self.faults.append(
                        self._fault(at, f"ô bị gộp vào ô {origin}", "Bỏ gộp ô, ghi số vào từng ô.")
                    )
                elif self.grid.cell(*at) in self._broken:
                    self.faults += [f for f in self.grid.faults if f.cell == self.grid.cell(*at)]
                elif place := self._place(row, column, text):
                    yield place

    def _place(self, row: Head, column: Head, text: str) -> Place | None:
        meanings = [m for m in (self.mapping.of("row", row.at), self.mapping.of("column", column.at)) if m]
        named = next((m for m in meanings if m.indicator), None)
        if text in EMPTY:
            return None
        if any(m.left_out for m in meanings):
            return None  # said once for its heading
        if "unknown" in (row.role, column.role):
            self.faults.append(self._nobody(row, column))
            return None
        if named is None:
            if not any(m.name for m in meanings):
                what = "số không có tiêu đề, không rõ chỉ tiêu"
                self.faults.append(self._fault((row.at, column.at), what, "Ghi tiêu đề, hoặc xoá ô."))
            return None
        indicator = self.catalogue.indicators[named.indicator]
        kind = next((m.kind for m in meanings if m.kind), "actual")
        end = next((m.end for m in meanings if m.end), self.end)
        total = "total" in (row.role, column.role) or row.role == "group"
        area = "" if total else row.area or column.area or self.area
        cell = Written(text, indicator.unit, named.factor, not indicator.decimals and not indicator.is_rate)
        if indicator.unit not in (unit_factors(named.unit) or (indicator.unit,)):
            what = f"đơn vị tính “{named.unit}” không hợp với chỉ tiêu {indicator.name('vi')}"
            how = "Sửa đơn vị tính, hoặc chọn chỉ tiêu khác."
            self.faults.append(self._fault((row.at, column.at), what, how))
            return None
        role = "total" if total else row.role
        row = Head(row.at, row.name, role, row.area, row.unit)
        return Place(row, column, indicator, named, kind, area, end, cell)

    def figure(self, place: Place, found: Read, source: str) -> dict | None:
        """One row of the long table; a fault or None where the cell holds no figure."""
        at = place.row.at, place.column.at
        if found.problem:
            self.faults.append(self._fault(at, found.problem, found.remedy))
        if found.said:
            self.remarks.append(
                self._fault(at, found.said, "Viết liền, dấu phẩy hay chấm chỉ cho số thập phân.")
            )
        end = place.end
        if found.value is None or not place.area or not end:
            return None
        indicator = place.indicator
        if indicator.unit in ("ty_dong", "trieu_dong") and not place.meaning.unit:
            self._say_unit(place)
        end = date(end.year, 12, 31) if place.kind == "plan" else end
        start = end if indicator.measure == "stock" else date(end.year, 1, 1)
        return {
            **dict.fromkeys(LONG, ""),
            "indicator": indicator.id,
            "area": place.area,
            "period_start": start.isoformat(),
            "period_end": end.isoformat(),
            "kind": place.kind,
            "value": written(found.value),
            "source": source or self.grid.file,
            "file": self.grid.file,
            "line": self.grid.lines[place.row.at],
            "cell": self.grid.cell(*at),
            "sheet": self.grid.sheet,
        }

    def say_left_out(self) -> None:
        """Headings whose figures are not read, each with its reason and where."""
        for m in self.mapping.meanings:
            if m.left_out:
                where = f"cột {letter(m.at)}" if m.axis == "column" else f"dòng {self.grid.lines[m.at]}"
                what = f"{where} “{m.name}” không được đọc: {WHY[m.left_out]}"
                self.remarks.append(self._whole(what, "Chọn chỉ tiêu cho tiêu đề này nếu cần."))

    def _say_unit(self, place: Place) -> None:
        if place.meaning.name in self._guessed:
            return
        self._guessed.add(place.meaning.name)
        unit = self.catalogue.unit(place.indicator, "vi")
        what = f"“{place.meaning.name}” không ghi đơn vị tính, được đọc theo {unit}"
        self.remarks.append(self._fault((place.row.at, place.column.at), what, "Ghi đơn vị tính ở tiêu đề."))

    def _nobody(self, row: Head, column: Head) -> Fault:
        text = next((t for t in self.grid.rows[row.at] if len(t) > 2 and not is_number(t)), "")
        if column.role == "unknown":
            what = f"cột {letter(column.at)} “{column.name}” không phải đơn vị nào"
            return self._fault((row.at, column.at), what, "Sửa tên đơn vị ở tiêu đề, hoặc xoá cột.")
        codes = self.areas.districts
        names = [folded(self.areas.at(c).name) for c in codes]
        near = process.extractOne(folded(text), names, score_cutoff=70)
        like = f" Có phải ý bạn là {self.areas.at(codes[near[2]]).full('vi')}?" if near else ""
        what = f"không nhận ra đơn vị “{text}” của số này" if text else "dòng không có tên đơn vị"
        return self._fault((row.at, column.at), what, f"Sửa tên đơn vị, hoặc xoá dòng.{like}")

    def _fault(self, at: tuple[int, int], problem: str, remedy: str) -> Fault:
        grid = self.grid
        return Fault(grid.file, grid.lines[at[0]], "", problem, remedy, grid.sheet, grid.cell(*at))

    def _whole(self, problem: str, remedy: str) -> Fault:
        return Fault(self.grid.file, None, "", problem, remedy, self.grid.sheet)
