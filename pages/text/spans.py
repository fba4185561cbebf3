"""Which part of its year a figure covers, as a sentence names it."""

import pandas as pd

from data.absence import absent
from data.status import Row
from pages.text.numbers import date, period
from pages.text.words import words


def partial(row: Row) -> bool:
    """Whether a figure covers only a part of its year, or counts at another day than its end.

    Args:
        row: with period_end and, where a part of a year is possible, span.
    """
    end = row["period_end"]
    return not absent(end) and (row.get("span") == "ytd" or (end.month, end.day) != (12, 31))


def shared_period(rows: pd.DataFrame, language: str) -> str:
    """The period of several figures of a year: theirs where it is one, else from the first to the last.

    Args:
        rows: with period_start and period_end, at least one.
    """
    starts, ends = rows["period_start"], rows["period_end"]
    if ends.nunique() == 1 and starts.nunique() == 1:
        return period(starts.iloc[0], ends.iloc[0], language)
    first, last = (date(day, language) for day in (ends.min(), ends.max()))
    key = "counted_on_days" if (starts == ends).all() else "periods_end"
    return words("sentences", language)(key, first=first, last=last)


def when(row: Row, language: str) -> str:
    """The time that a figure speaks of: “năm 2017”, “9 tháng đầu năm 2023”, “đến 15/7/2022”.

    Args:
        row: with period_start, period_end, span.
    """
    say, end = words("sentences", language), row["period_end"]
    if not partial(row):
        return say("in_year", year=end.year)
    if row["period_start"] == end:
        return say("by_day", day=date(end, language))
    return say("in_period", period=period(row["period_start"], end, language))


def when_counted(row: Row, language: str) -> str:
    """As `when`, but a count at the end of a year is “cuối năm 2017”.

    Args:
        row: as for `when`.
    """
    if partial(row) or row["period_start"] != row["period_end"]:
        return when(row, language)
    return words("sentences", language)("at_end", year=row["period_end"].year)
