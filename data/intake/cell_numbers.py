"""The numbers of a table's cells: what a text can mean where several cells tell each other apart.

A dot or a comma before three digits may divide thousands or a decimal part (`office_numbers.readings`). It is
read only one way where other cells of the same table leave one: cells that can be read in one way only, or
counts, which have no decimal part.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from data.intake.cell_checks import EXCEL_ERROR
from data.intake.layout import EMPTY
from data.intake.numbers import EXACT, written
from data.intake.office_numbers import MAY_DIVIDE, PIECE, readings
from data.intake.sheet_words import unit_factors

TAIL = re.compile(r"(.*[0-9%])\s*([^\W\d_][^\d]*)", re.DOTALL)


@dataclass(frozen=True)
class Written:
    """A cell that should hold a figure.

    Attributes:
        text: as `grid.plain` leaves it.
        unit: the indicator's, of the catalogue; factor: a bare number times it is in that unit.
        whole: whether the figure is a count.
    """

    text: str
    unit: str
    factor: Decimal
    whole: bool


@dataclass(frozen=True)
class Read:
    """value: in the indicator's unit, None where there is none. problem, remedy: a fault; said: a remark."""

    value: Decimal | None = None
    problem: str = ""
    remedy: str = ""
    said: str = ""


def marks(cells: Iterable[Written]) -> set[str]:
    """By which marks the cells divide thousands: “.” or “,”; both or neither where they do not agree."""
    found: set[str] = set()
    for cell in cells:
        text = cell.text.lstrip("-−").removesuffix("%").rstrip()
        kinds = [mark for mark in re.findall("[.,]", text)]
        if not kinds or PIECE.match(text) or not readings(cell.text):
            continue
        if len(set(kinds)) == 2 or len(kinds) > 1:
            found.add(kinds[0])
        elif MAY_DIVIDE.fullmatch(text):
            if cell.whole and all(v % 1 for v in _decimal(text, cell)):
                found.add(kinds[0])
        else:  # 46,5 or 0.125: the mark of decimals
            found.add("," if kinds[0] == "." else ".")
    return found


def read(cell: Written, thousands: set[str]) -> Read:
    """What a cell means.

    Args:
        thousands: as `marks` gives them for the whole table.
    """
    text = cell.text
    if text in EMPTY:
        return Read()
    if re.fullmatch(EXCEL_ERROR, text):
        return Read(problem=f"ô báo lỗi {text}", remedy="Sửa công thức trong ô, hoặc ghi thẳng số.")
    number, factor, wrong = _unit(cell)
    if wrong:
        return wrong
    found = list(dict.fromkeys(readings(number)))
    if not found:
        how = "Ghi một số; để trống nếu chưa có số liệu."
        return Read(problem=f"“{text}” không phải số", remedy=how)
    said = ""
    if len(found) > 1:
        mark = re.findall("[.,]", number)[0]
        if thousands not in ({"."}, {","}) or PIECE.match(number):
            both = " hoặc ".join(written(v) for v in found)
            how = f"Viết {written(found[0])} nếu là hàng nghìn, {written(found[1])} nếu là số thập phân."
            return Read(problem=f"“{text}” có thể là {both}, các ô khác không cho biết", remedy=how)
        found = found[:1] if mark in thousands else found[1:]
        said = f"“{text}” được đọc là {written(found[0])}, như các ô khác của bảng"
    value = found[0] * factor
    if abs(value) > EXACT:
        return Read(problem=f"{text} lớn quá mức lưu được chính xác", remedy="Kiểm tra đơn vị tính.")
    return Read(value.normalize() + 0, said=said)


def _decimal(text: str, cell: Written) -> list[Decimal]:
    return [Decimal(text.replace(",", ".")) * cell.factor]


def _unit(cell: Written) -> tuple[str, Decimal, Read | None]:
    """The number without its unit, and its factor; or that the unit is another than the indicator's."""
    text, percent = cell.text, cell.unit in ("phan_tram", "diem_phan_tram")
    if text.endswith("%"):
        if percent:
            return text, Decimal(1), None
        what = f"“{text}” là phần trăm, chỉ tiêu không tính bằng %"
        return text, cell.factor, Read(problem=what, remedy="Ghi số theo đơn vị tính của chỉ tiêu.")
    if readings(text):
        if PIECE.match(text.lstrip("-−")):  # “67,5 tỷ” says its power itself
            of_money = unit_factors("đồng").get(cell.unit)
            return text, of_money or Decimal(1), None
        return text, cell.factor, None
    found = TAIL.fullmatch(text)
    if found and (factors := unit_factors(found[2])) and readings(found[1]):
        if cell.unit in factors:
            return found[1], factors[cell.unit], None
        what = f"“{text}”: đơn vị {found[2]} không phải đơn vị tính của chỉ tiêu"
        return text, cell.factor, Read(problem=what, remedy="Sửa số hoặc đơn vị tính.")
    return text, cell.factor, None
