"""Days as written in a cell: 2017-12-31, in ASCII digits, of a year that can be meant."""

import re
from datetime import date

ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
PUBLISHED = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
FIRST_YEAR, LAST_YEAR = 1945, 2100


def day(text: str) -> date | None:
    """The day, None where the text is none or its year is beyond `FIRST_YEAR`–`LAST_YEAR`."""
    if not ISO.fullmatch(text):
        return None
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None


def publication(text: str) -> date | None:
    """The first day of a publication date as 2018, 2018-01 or 2018-01-24; None where it is none."""
    return day(text + "-01-01"[len(text) - 4 :]) if PUBLISHED.fullmatch(text) else None


def remedy(text: str) -> str:
    """How a day is to be written; names the likely one where the text lets it be seen."""
    turned = re.fullmatch(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})", text)
    if turned:
        meant = f"{turned[3]}-{int(turned[2]):02}-{int(turned[1]):02}"
        if day(meant):
            return f"Viết {meant} (năm-tháng-ngày)."
    if re.fullmatch(r"[1-9][0-9]{4}", text):
        return "Đây là số ngày của Excel: định dạng ô là Ngày (Date), hoặc viết 2017-12-31."
    return f"Viết ngày theo dạng 2017-12-31, năm từ {FIRST_YEAR} đến {LAST_YEAR}."
