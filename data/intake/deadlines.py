"""By when the districts' figures of a period are to be handed in."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from data import HERE
from data.catalogue import Indicator
from data.intake.template_cells import due
from data.settings import province_folder
from data.toml_files import Strict, read_as

FILE = "reports.toml"


class Deadlines(Strict):
    """`reports.toml`: days after the last day of a month, or of a year where an indicator declares no day."""

    month_days: int
    year_days: int


def deadlines(indicators: Sequence[Indicator], end: date, month: int | None = None) -> list[date]:
    """The days by which the figures of a period are expected, without repetition, first one first.

    Args:
        end: last day of the period. month: up to which it is cumulated; None for a whole year.

    Raises:
        FaultsFound: `reports.toml` has an unknown or missing key.
    """
    own = province_folder() / FILE
    rules = _rules(own if own.is_file() else HERE / FILE)
    if month:
        return [end + timedelta(days=rules.month_days)]
    return sorted({due(i, end.year) or end + timedelta(days=rules.year_days) for i in indicators})


@cache
def _rules(path: Path) -> Deadlines:
    return read_as(Deadlines, path.read_text(encoding="utf-8"), FILE)
