"""Numbers as written in a cell: read only where they can mean one thing."""

import re
from decimal import Decimal

from data.intake.office_numbers import readings

NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
AMBIGUOUS = re.compile(r"[+-]?[1-9][0-9]{0,2}\.[0-9]{3}")  # 12.500: twelve and a half, or twelve thousand?
EXACT = 2**53  # beyond it a double skips whole numbers
DOT = "Chỉ ghi chữ số, dấu chấm cho phần thập phân, không dấu ngăn hàng nghìn: 38255 hoặc 6.2."


def number(text: str, percent: bool) -> tuple[float | None, str]:
    """The value of a cell, or what is wrong with it.

    Args:
        text: as `intake.grid.plain` leaves it, not empty.
        percent: whether the indicator's unit is per cent, so that “4.65%” is 4.65.

    Returns:
        (value, ""), or (None, what is wrong). −0 is 0.
    """
    bare = text.removesuffix("%").rstrip() if percent else text
    if not NUMBER.fullmatch(bare):
        return None, f"“{text}” không phải số"
    value = float(bare)
    if abs(Decimal(bare)) > EXACT:
        return None, f"{text} lớn quá mức lưu được chính xác"
    return value + 0.0, ""


def ambiguous(text: str) -> bool:
    """Whether a dot before exactly three digits may as well divide thousands."""
    return bool(AMBIGUOUS.fullmatch(text.removesuffix("%").rstrip()))


def written(value: float | Decimal) -> str:
    """A number as a text that reads back as the same number and is never ambiguous: 12.345 as “12.3450”."""
    exact = value if isinstance(value, Decimal) else Decimal(repr(float(value)))
    text = format(exact, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text + "0" if ambiguous(text) else text


def remedy(text: str) -> str:
    """How a cell that is no number is mended; with the likely figure where a comma stands for the dot."""
    if re.fullmatch(r"[0-9]+,[0-9]+%?", text):
        meant = text.removesuffix("%").replace(",", ".")
        return DOT if ambiguous(meant) else f"Viết {meant} (dấu chấm cho phần thập phân)."
    if text == "":
        return "Bỏ cả dòng nếu chưa có số liệu; ô trống không phải số 0."
    meant = readings(text) if not re.search(r"[^0-9., \u00a0%-]", text) else ()
    if len(meant) == 1:
        return f"Viết {written(meant[0])} (không dấu ngăn hàng nghìn, dấu chấm cho phần thập phân)."
    return DOT
