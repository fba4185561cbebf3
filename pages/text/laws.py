"""The documents that an indicator rests on: those that held on the days of the figures shown."""

from collections.abc import Iterable
from datetime import date as Day

import pandas as pd

from data.catalogue import Catalogue, Indicator, LegalBasis
from pages.text.numbers import date
from pages.text.words import words

Days = tuple[Day, Day]  # the first and the last of what is shown
ALWAYS: Days = Day.min, Day.max


def legal_basis(indicator: Indicator, catalogue: Catalogue, language: str, days: Days = ALWAYS) -> str:
    """The documents in force on any of the days; one that held on a part of them says which.

    Returns:
        “Nghị định số 136/2013/NĐ-CP (đến 30/6/2021); Nghị định số 20/2021/NĐ-CP (từ 01/7/2021)”; "" without.
    """
    held = map(catalogue.legal_basis, _held(indicator, catalogue, days))
    return "; ".join(_dated(basis, days, language) for basis in held)


def documents_of_year(
    indicators: Iterable[Indicator], catalogue: Catalogue, language: str, year: int
) -> list[str]:
    """The documents that indicators rest on in a year, each once; dated where it held on a part of it."""
    named = (key for i in indicators for key in _held(i, catalogue, days_of_years(year, year, i)))
    whole = Day(year, 1, 1), Day(year, 12, 31)
    return [_dated(catalogue.legal_basis(key), whole, language) for key in dict.fromkeys(named)]


def _held(indicator: Indicator, catalogue: Catalogue, days: Days) -> list[str]:
    """Ids of an indicator's documents that were in force on any of the days."""
    declared = ((key, catalogue.legal_basis(key)) for key in indicator.legal_basis)
    return [key for key, basis in declared if basis.first_day <= days[1] and basis.last_day >= days[0]]


def days_of(rows: pd.DataFrame, indicator: Indicator) -> Days:
    """The days that rows speak of; all where they do not say.

    Args:
        rows: with period_start and period_end, with as_of or with year. A year of a stock is its last day.
    """
    ends = next((rows[c].dropna() for c in ("period_end", "as_of") if c in rows), ())
    if len(ends):
        starts = rows["period_start"].dropna() if "period_start" in rows else ends
        return _day(min(starts)), _day(max(ends))
    if "year" in rows and len(rows):
        return days_of_years(int(rows["year"].min()), int(rows["year"].max()), indicator)
    return ALWAYS


def days_of_years(first: int, last: int, indicator: Indicator) -> Days:
    """The days of years from first to last: of a stock the ends of the years."""
    begin = (12, 31) if indicator.measure == "stock" else (1, 1)
    return Day(first, *begin), Day(last, 12, 31)


def _day(day: Day) -> Day:
    return Day(day.year, day.month, day.day)


def _dated(basis: LegalBasis, days: Days, language: str) -> str:
    say, name = words("nguon", language), basis.name(language)
    later, over = basis.first_day > days[0], basis.last_day < days[1]
    if not later and not over:
        return name
    key = "legal_between" if later and over else "legal_since" if later else "legal_until"
    return say(key, name=name, first=date(basis.first_day, language), last=date(basis.last_day, language))
