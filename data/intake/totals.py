"""Totals of an office's own table, each held against the sum of its parts: they are checked, never stored."""

from collections.abc import Mapping as Readings
from decimal import Decimal
from typing import TYPE_CHECKING

from data.errors import Fault
from data.intake.cell_numbers import Read
from data.intake.layout import Layout
from data.intake.numbers import written

if TYPE_CHECKING:
    from data.intake.figures import Place

At = tuple[int, int]


def check_sums(
    layout: Layout,
    places: list["Place"],
    values: Readings[At, Read],
    faults: list[Fault],
    remarks: list[Fault],
) -> None:
    """Adds a fault where a total is not the sum of its parts, a remark where it cannot be computed.

    A total is that of all areas of the table, or of those between it and the group before or after.
    """
    cells = {(p.row.at, p.column.at): p for p in places}
    totals = [p for p in places if not p.area and p.row.role == "total"]
    spans = _spans(layout)
    unsummed: dict[str, Place] = {}
    for place in totals:
        at = place.row.at, place.column.at
        found, grid = values[at], layout.grid
        where = (grid.file, grid.lines[at[0]], "")
        here = (grid.sheet, grid.cell(*at))
        if found.problem:
            faults.append(Fault(*where, found.problem, found.remedy, *here))
            continue
        if found.value is None:
            continue
        if place.indicator.is_rate or place.indicator.aggregate != "sum":
            unsummed.setdefault(place.meaning.name, place)
            continue
        sums = [s for part in _parts(layout, place, spans) if (s := _sum(part, cells, values)) is not None]
        rounding = (
            Decimal(len(layout.rows)) / 2 / 10**place.indicator.decimals if place.indicator.decimals else 0
        )
        if sums and not any(abs(s - found.value) <= rounding for s in sums):
            what = f"ô tổng ghi {written(found.value)}, các phần cộng lại là {written(sums[0])}"
            faults.append(Fault(*where, what, "Sửa ô tổng, hoặc số của các phần.", *here))
        elif not sums:
            what = "ô tổng không kiểm được vì các phần không có số đọc được"
            remarks.append(Fault(*where, what, "Ghi số của từng đơn vị.", *here))
    for name, place in unsummed.items():
        grid, at = layout.grid, (place.row.at, place.column.at)
        what = f"ô tổng của “{name}” không cộng được từ các đơn vị, không được đọc"
        how = "Kho tự tính tỷ lệ của tỉnh từ các số đếm."
        remarks.append(Fault(grid.file, grid.lines[at[0]], "", what, how, grid.sheet, grid.cell(*at)))


def _spans(layout: Layout) -> dict[int, list[list[int]]]:
    """Total row → the sets of rows that it can be the sum of."""
    found: dict[int, list[list[int]]] = {}
    every = [row.at for row in layout.rows if row.role == "area"]
    for n, row in enumerate(layout.rows):
        if row.role not in ("total", "group"):
            continue
        before, after = [], []
        for other in reversed(layout.rows[:n]):
            if other.role != "area":
                break
            before.insert(0, other.at)
        for other in layout.rows[n + 1 :]:
            if other.role != "area":
                break
            after.append(other.at)
        found[row.at] = [s for s in ((after, before) if row.role == "group" else (every, before, after)) if s]
    return found


def _parts(layout: Layout, place: "Place", spans: dict[int, list[list[int]]]) -> list[list[At]]:
    if layout.form == "areas_down":
        return [[(n, place.column.at) for n in rows] for rows in spans.get(place.row.at, [])]
    columns = [c.at for c in layout.columns if c.role == "area" and c.name == place.column.name]
    return [[(place.row.at, m) for m in columns]]


def _sum(cells: list[At], places: Readings[At, "Place"], values: Readings[At, Read]) -> Decimal | None:
    """The sum of the cells that hold figures; None where one cannot be read, or none is there."""
    found = [values[at] for at in cells if at in places]
    if not found or any(r.problem for r in found):
        return None
    return sum((r.value for r in found if r.value is not None), Decimal(0))
