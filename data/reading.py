"""What a file of an office holds, told before anything is checked against the lake: `python -m data read`."""

import argparse
import calendar
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pandas as pd

from data.editions import newest
from data.errors import Fault, FaultsFound
from data.intake import dates
from data.intake.grid import letter
from data.intake.kinds import opened, refused
from data.intake.layout import Layout
from data.intake.mapping import Mapping, suggest
from data.intake.reader import Asked, known_as, known_mapping, layouts, read_any, read_book, together
from data.serving import areas as served_areas
from data.serving import catalogue as served_catalogue

FORMS = {
    "areas_down": "đơn vị theo dòng",
    "areas_across": "đơn vị theo cột",
    "one_area": "một đơn vị, chỉ tiêu theo dòng",
}
ROLES = {
    "area": "đơn vị",
    "total": "tổng, chỉ để kiểm tra",
    "order": "số thứ tự, không đọc",
    "unit": "đơn vị tính",
    "note": "ghi chú, không đọc",
    "unknown": "không nhận ra",
}


@dataclass(frozen=True)
class Reading:
    """kind: template | long | foreign. pairs: of a foreign one, each table with what its headings mean.
    rows: as `intake.reader.read_any`."""

    kind: str
    rows: pd.DataFrame
    pairs: list[tuple[Layout, Mapping]] = field(default_factory=list)

    @property
    def faults(self) -> list[Fault]:
        """What could not be read."""
        return self.rows.attrs.get("faults", [])


def known(asked: argparse.Namespace) -> Asked:
    """The period, domain and area that the command line names.

    Raises:
        FaultsFound: no such day, year or month.
    """
    end = None
    if asked.period:
        end = dates.day(asked.period)
        if end is None:
            raise FaultsFound(
                [Fault("--period", None, "", f"“{asked.period}” không phải ngày", dates.remedy(asked.period))]
            )
    elif asked.year:
        month = asked.month or 12
        if not (dates.FIRST_YEAR <= asked.year <= dates.LAST_YEAR and 1 <= month <= 12):
            what = f"không có tháng {month} năm {asked.year}"
            raise FaultsFound([Fault("--year", None, "", what, "Sửa --year, --month.")])
        end = date(asked.year, month, calendar.monthrange(asked.year, month)[1])
    return Asked(end, asked.domain, asked.area)


def read_file(path: Path, asked: Asked) -> Reading:
    """A file as it is understood; a form that nobody has confirmed by what is suggested.

    Raises:
        FaultsFound: nothing can be read.
    """
    file, on = opened(path), newest().id
    catalogue, areas = served_catalogue(on), served_areas(on)
    kind = known_as(file)
    if kind != "foreign":
        return Reading(kind, read_any(file, catalogue, areas, asked))
    book = read_book(file.content, file.name)
    pairs = []
    for layout in layouts(book, areas):
        try:
            mapping = known_mapping(layout, catalogue, areas, asked)
        except FaultsFound:
            mapping = suggest(layout, catalogue, areas, asked.end, asked.domain)
        pairs.append((layout, mapping))
    if not pairs:
        how = "Dùng biểu mẫu (python -m data template)."
        raise refused(file.name, "không thấy bảng số liệu nào", how)
    return Reading(kind, together(book, pairs, catalogue, areas, asked), pairs)


def told(found: Reading) -> list[str]:
    """What was recognised, in lines: each table, its headings and what they mean, what is left out."""
    rows = found.rows
    if found.kind != "foreign":
        called = "biểu mẫu của kho" if found.kind == "template" else "bảng dài"
        lines = [f"{rows.attrs['file']}: {called}, {len(rows)} số."]
    else:
        lines = [f"{rows.attrs['file']}: bảng theo mẫu riêng, {len(rows)} số đọc được."]
    for layout, mapping in found.pairs:
        lines += _table(layout, mapping)
    return lines + [f"Lưu ý: {remark}" for remark in rows.attrs.get("remarks", [])]


def _table(layout: Layout, mapping: Mapping) -> list[str]:
    sheet = f"Trang “{layout.grid.sheet}”: " if layout.grid.sheet else "Bảng: "
    period = f"kỳ đến {mapping.end:%d/%m/%Y}" if mapping.end else "tiêu đề không ghi kỳ"
    lines = [f"{sheet}{FORMS[layout.form]}; {period}; {len(layout.rows)} dòng, {len(layout.columns)} cột"]
    for column in layout.columns:
        if column.role != "figures" and not (column.role == "area" and column.name):
            lines.append(f"  cột {letter(column.at)} {column.name}: {ROLES[column.role]}")
    for m in mapping.meanings:
        where = f"cột {letter(m.at)}" if m.axis == "column" else f"dòng {layout.grid.lines[m.at]}"
        end = f"đến {m.end:%d/%m/%Y}" if m.end else ""
        unit = f"đơn vị “{m.unit}” × {m.factor.normalize():f}" if m.indicator and m.factor != 1 else ""
        means = ", ".join(filter(None, (m.indicator, m.kind, end, unit)))
        near = f" (giống {m.score:.0f}%)" if m.indicator else ""
        lines.append(f"  {where} “{m.name}” → {'không đọc' if m.left_out else means or '(theo bảng)'}{near}")
    return lines
