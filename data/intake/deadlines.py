"""What the districts hand in, and by when."""

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


class ReportRules(Strict):
    """`reports.toml`.

    forms: domain → the indicators of the form that each district hands in. month_days, year_days: from the
    last day of a month to its deadline, and of a year where an indicator declares no day.
    """

    forms: dict[str, tuple[str, ...]]
    month_days: int
    year_days: int


def report_rules() -> ReportRules:
    """The province's own rules, or those that are shipped.

    Raises:
        FaultsFound: an unknown or missing key.
    """
    own = province_folder() / FILE
    return _read(own if own.is_file() else HERE / FILE)


def deadlines(indicators: Sequence[Indicator], end: date, month: int | None = None) -> list[date]:
    """The days by which the figures of a period are expected, without repetition, first one first.

    Args:
        end: last day of the period. month: up to which it is cumulated; None for a whole year.

    Raises:
        FaultsFound: as `report_rules`.
    """
    rules = report_rules()
    if month:
        return [end + timedelta(days=rules.month_days)]
    return sorted({due(i, end.year) or end + timedelta(days=rules.year_days) for i in indicators})


@cache
def _read(path: Path) -> ReportRules:
    return read_as(ReportRules, path.read_text(encoding="utf-8"), FILE)
