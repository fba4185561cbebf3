"""The periods that districts report on, and the forms they hand in for one."""

import calendar
from dataclasses import dataclass
from datetime import date

from data.areas import Areas
from data.catalogue import Catalogue
from data.intake.deadlines import deadlines, report_rules
from data.templates import template
from pages.intake.records import Form

FIRST = 2006  # of the year list: the first year of the earliest poverty standard that is declared


@dataclass(frozen=True)
class Period:
    """A year, or from its first day to the end of a month. month: None for the whole year."""

    year: int
    month: int | None = None

    @property
    def start(self) -> date:
        return date(self.year, 1, 1)

    @property
    def end(self) -> date:
        month = self.month or 12
        return date(self.year, month, calendar.monthrange(self.year, month)[1])


def districts_at(areas: Areas, day: date) -> list[str]:
    """Codes of the districts that there are on a day, in official order."""
    there = {a.code for a in areas.rows if a.valid_from <= day <= a.valid_to}
    return [code for code in areas.districts if code in there]


def years(areas: Areas, today: date) -> list[int]:
    """Years of which districts report: from `FIRST` to the running one, while there are districts."""
    return [year for year in range(FIRST, today.year + 1) if districts_at(areas, date(year, 1, 31))]


def months(areas: Areas, year: int, today: date) -> list[int | None]:
    """Months by whose end districts report in a year, the whole year (None) last; none that has not begun."""
    begun = [m for m in range(1, 13) if date(year, m, 1) <= today]
    there: list[int | None] = [m for m in begun if districts_at(areas, Period(year, m).end)]
    return [*there, None] if 12 in there else there


def forms(areas: Areas, period: Period) -> list[Form]:
    """A form for each district and domain."""
    return [
        Form(district, domain, period.start, period.end)
        for district in districts_at(areas, period.end)
        for domain in report_rules().forms
    ]


def due(catalogue: Catalogue, period: Period) -> dict[str, date]:
    """domain → the first day by which its figures are expected."""
    return {
        domain: deadlines([catalogue.indicators[i] for i in asked], period.end, period.month)[0]
        for domain, asked in report_rules().forms.items()
    }


def blank_form(form: Form, period: Period, subject: str) -> bytes:
    """The workbook to be filled in for a form. subject: of its title.

    Raises:
        NoTemplate: as `data.templates.template`.
    """
    return template(
        domain=None,
        indicators=report_rules().forms[form.domain],
        year=period.year,
        month=period.month,
        area=form.district,
        subject=subject,
    )[0]
