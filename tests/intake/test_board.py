"""The board: where each district's form stands, and what is late."""

from datetime import date, datetime

import pytest

from data.areas import Areas
from data.province_files import read_areas
from pages.intake.board import Progress, counted, followed
from pages.intake.flow import Standing, State
from pages.intake.period import Period, districts_at, months, years
from pages.intake.records import Form, Submission

DUE, PERIOD = date(2018, 1, 31), (date(2017, 1, 1), date(2017, 12, 31))
ONE, TWO = Form("Z1", "poverty", *PERIOD), Form("Z2", "poverty", *PERIOD)


def report(form: Form, state: State, faults: int = 0, key: int = 1) -> Submission:
    standing = Standing(form.district, state, faults)
    when = datetime(2018, 1, 20)
    return Submission(key, form, standing, "a.xlsx", "0" * 64, "x", when, [], [], "", "", "", None)


@pytest.mark.parametrize(
    ("state", "faults", "today", "progress", "overdue"),
    [
        (None, 0, DUE, Progress.WAITING, False),
        (None, 0, date(2018, 2, 1), Progress.LATE, True),
        (State.DRAFT, 2, DUE, Progress.IN_ERROR, False),
        (State.DRAFT, 2, date(2018, 2, 1), Progress.IN_ERROR, True),
        (State.DRAFT, 0, date(2018, 2, 1), Progress.DRAFT, True),
        (State.RETURNED, 0, date(2018, 2, 1), Progress.RETURNED, True),
        (State.SUBMITTED, 0, date(2018, 2, 1), Progress.SUBMITTED, False),
        (State.APPROVED, 0, date(2018, 2, 1), Progress.APPROVED, False),
        (State.PUBLISHED, 0, date(2018, 2, 1), Progress.PUBLISHED, False),
    ],
)
def test_a_form_stands_by_its_report_and_the_day(state, faults, today, progress, overdue):
    reports = [report(ONE, state, faults)] if state else []
    found = followed([ONE], {"poverty": DUE}, reports, today)[ONE]

    assert (found.progress, found.overdue, found.due) == (progress, overdue, DUE)


def test_the_last_report_of_a_form_counts_and_other_forms_are_left_out():
    published, corrected = report(ONE, State.PUBLISHED, key=1), report(ONE, State.SUBMITTED, key=2)
    other = report(Form("Z9", "poverty", *PERIOD), State.DRAFT)
    found = followed([ONE, TWO], {"poverty": DUE}, [published, corrected, other], DUE)

    assert list(found) == [ONE, TWO] and found[ONE].report == corrected
    assert counted(found.values()) == {Progress.WAITING: 1, Progress.SUBMITTED: 1}


@pytest.fixture
def areas(made_up) -> Areas:
    return read_areas(made_up / "data" / "areas.csv")


def test_districts_report_while_there_are_any(areas):
    """All four end on 30 June 2025; Z2 is one district under two names."""
    assert districts_at(areas, date(2025, 6, 30)) == ["Z1", "Z2", "Z3", "Z4"]
    assert districts_at(areas, date(2025, 7, 1)) == []
    assert years(areas, date(2026, 11, 23))[-1] == 2025


def test_months_are_offered_once_they_have_begun_and_the_year_last(areas):
    assert months(areas, 2018, date(2018, 3, 1)) == [1, 2, 3]
    assert months(areas, 2018, date(2018, 12, 1)) == [*range(1, 13), None]
    assert months(areas, 2025, date(2026, 11, 23)) == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(("month", "end"), [(2, date(2020, 2, 29)), (None, date(2020, 12, 31))])
def test_a_period_ends_with_its_last_day(month, end):
    assert Period(2020, month).start == date(2020, 1, 1) and Period(2020, month).end == end
