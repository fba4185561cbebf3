"""Numbers, dates and periods as they are written in Vietnamese (38.255; 6,2%) and English (38,255; 6.2%).

Rounding is half away from zero, as in published tables, and happens here only: at the end.
"""

import math
from datetime import date as Day
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from babel.dates import format_date
from babel.numbers import format_decimal

from data.absence import absent
from data.catalogue import UnitName
from data.clock import local

MISSING = "–"  # the words “chưa có số liệu” are the caller's
MINUS = "−"
NBSP = "\u00a0"
QUARTERS = ("I", "II", "III", "IV")


def separators(language: str) -> str:
    """Decimal and thousands sign, as Plotly's `layout.separators` wants them."""
    return ".," if language == "en" else ",."


def number(value: float | None, decimals: int, language: str) -> str:
    """A number with at most `decimals` decimals and no trailing zeros: 6,2 but 8,32; “–” when there is none.

    One rule for every picture: a source that says 6,2 is not told as 6,20 beside it.
    """
    if value is None or _missing(value):
        return MISSING
    return _shortest(_rounded(value, decimals), language)


def signed(value: float | None, decimals: int, language: str) -> str:
    """A difference with its sign: “+1,2”, “−2,12”; “0” when nothing is left after rounding."""
    if _missing(value):
        return MISSING
    rounded = _rounded(value, decimals)
    if rounded == 0:
        return "0"
    return ("+" if rounded > 0 else "") + _shortest(rounded, language)


def percent(value: float | None, decimals: int, language: str) -> str:
    """A value that is already in per cent: “6,2%” (unbroken) or “6.2%”."""
    return with_unit(value, "%", decimals, language)


def with_unit(value: float | None, unit: str, decimals: int, language: str) -> str:
    """A number and its unit on one line: “38.255 hộ”, “6,2%”; “–” alone when there is no number."""
    written = number(value, decimals, language)
    return written if written == MISSING else attach(written, unit)


def attach(written: str, unit: str) -> str:
    """A unit set after a number that is already written; the two never part at a line's end."""
    if not unit:
        return written
    return written + (unit if unit == "%" else NBSP + unit_after(written, unit))


def unit_after(written: str, unit: str) -> str:
    """The form of a unit that fits a written number: “1 inspection”, but “1.0 inspections”."""
    return unit.one if isinstance(unit, UnitName) and written == "1" else unit


def date(day: Day | str | None, language: str) -> str:
    """A day as 24/01/2018 or 15/7/2022, from a date, a timestamp or an ISO text.

    Zeros stand as Nghị định 30/2020/NĐ-CP has them: before days under 10 and before the months 1 and 2.
    A text that is no day is given as it stands: one bad cell must not cost a page.
    """
    if day is None or absent(day):
        return MISSING
    try:
        when = _day(day)
    except ValueError:
        return str(day)
    return f"{_short(when, language)}/{when.year}"


def moment(when: datetime, language: str) -> str:
    """A moment in Việt Nam's time, as 14:05 24/01/2018; one without a zone is UTC."""
    here = local(when)
    return f"{here:%H:%M} {date(here.date(), language)}"


def period(start: Day | str, end: Day | str, language: str) -> str:
    """A period in words: a day, a month, a quarter, months from January, a year, or from … to."""
    first, last = _day(start), _day(end)
    if first == last:
        return date(last, language)
    english = language == "en"
    if first.day == 1 and first.year == last.year and _ends_a_month(last):
        months = last.month - first.month + 1
        if months == 12:
            return f"{last.year}" if english else f"năm {last.year}"
        if months == 1:
            return (
                format_date(last, "MMMM yyyy", locale="en") if english else f"tháng {last.month}/{last.year}"
            )
        if months == 3 and first.month % 3 == 1:
            quarter = (last.month - 1) // 3
            return f"Q{quarter + 1} {last.year}" if english else f"quý {QUARTERS[quarter]}/{last.year}"
        if first.month == 1:
            return (
                f"the first {months} months of {last.year}"
                if english
                else f"{months} tháng đầu năm {last.year}"
            )
    begins = _short(first, language) if first.year == last.year else date(first, language)
    return f"{begins} to {date(last, language)}" if english else f"từ {begins} đến {date(last, language)}"


def _short(day: Day, language: str) -> str:
    """A day without its year: 24/01, 15/7."""
    return format_date(day, "dd/MM" if day.month < 3 else "dd/M", locale=_locale(language))


def _missing(value: float | None) -> bool:
    return absent(value) or math.isinf(value)


def _rounded(value: float, decimals: int) -> Decimal:
    return Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def _shortest(rounded: Decimal, language: str) -> str:
    decimals = max(0, -int(rounded.normalize().as_tuple().exponent))
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    written = format_decimal(
        abs(rounded), format=pattern, locale=_locale(language), decimal_quantization=False
    )
    return MINUS + written if rounded < 0 else written


def _locale(language: str) -> str:
    return "en_GB" if language == "en" else "vi"


def _day(day: Day | str) -> Day:
    return Day.fromisoformat(day[:10]) if isinstance(day, str) else Day(day.year, day.month, day.day)


def _ends_a_month(day: Day) -> bool:
    return (day + timedelta(days=1)).day == 1
