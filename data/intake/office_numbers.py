"""Numbers as offices write them in their own sheets: every figure that a text can mean, never a guess."""

import re
from decimal import Decimal

POWERS = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}
MAY_DIVIDE = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")  # 38.255: thousands, or a decimal part
GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+|(?:,[0-9]{3})+|(?:[ \u00a0][0-9]{3})+)")
MIXED = re.compile(r"[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+,|(?:,[0-9]{3})+\.)[0-9]+")
SIMPLE = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
PIECE = re.compile(rf"([0-9.,]+)\s*({'|'.join(POWERS)})\s*", re.IGNORECASE)


def readings(text: str) -> tuple[Decimal, ...]:
    """All that a cell can mean: none (“-”, blank, no number), one, or two where a mark is ambiguous.

    Args:
        text: as `intake.grid.plain` leaves it; words for powers of ten (“115 nghìn 788”) are multiplied out,
            “%” is left to the caller, who knows the unit.
    """
    sign, bare = (Decimal(-1), text[1:]) if text[:1] in ("-", "−") else (Decimal(1), text)
    bare = bare.removesuffix("%").rstrip()
    found = _in_words(bare) if PIECE.match(bare) else _in_digits(bare)
    return tuple(sign * value for value in found)


def _in_digits(text: str) -> tuple[Decimal, ...]:
    digits = re.sub(r"[^0-9]", "", text)
    if MAY_DIVIDE.fullmatch(text):
        return Decimal(digits), Decimal(text.replace(",", "."))
    if GROUPED.fullmatch(text):
        return (Decimal(digits),)
    if MIXED.fullmatch(text):
        whole, _, part = text.rpartition(max(",.", key=text.rfind))
        return (Decimal(f"{re.sub('[.,]', '', whole)}.{part}"),)
    return (Decimal(text.replace(",", ".")),) if SIMPLE.fullmatch(text) else ()


def _in_words(text: str) -> tuple[Decimal, ...]:
    """“2 triệu 300 nghìn 15”: powers fall, and what follows one is whole and below it."""
    totals, limit, rest = (Decimal(0),), None, text
    while rest:
        piece = PIECE.match(rest)
        power = Decimal(10) ** (POWERS[piece[2].lower()] if piece else 0)
        found = tuple(value * power for value in _in_digits(piece[1] if piece else rest))
        if not found or (limit and any(value >= limit or value % 1 for value in found)):
            return ()
        totals = tuple(total + value for total in totals for value in found)
        limit, rest = power, rest[piece.end() :] if piece else ""
    return totals
