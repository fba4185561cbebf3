"""By when figures are expected: days after a month, the indicator's own day after a year."""

from datetime import date

import pytest

from data.catalogue import Expected
from data.intake.deadlines import deadlines
from tests.figures.samples import COUNT, JOBS

DECLARED = COUNT.model_copy(update={"expected": Expected(day=15, month=1, years_later=1)})


def test_a_month_is_due_some_days_after_it_ended(made_up):
    assert deadlines([DECLARED], date(2018, 9, 30), 9) == [date(2018, 10, 10)]


def test_a_year_is_due_on_each_indicators_own_day(made_up):
    other = JOBS.model_copy(update={"expected": None})

    assert deadlines([other, DECLARED, DECLARED], date(2018, 12, 31)) == [
        date(2019, 1, 15),
        date(2019, 2, 14),
    ]


@pytest.mark.parametrize(("end", "day"), [(date(2018, 1, 31), date(2018, 2, 3))])
def test_a_province_has_its_own_rules(made_up, end, day):
    (made_up / "data" / "reports.toml").write_text(
        "month_days = 3\nyear_days = 20\n[forms]\n", encoding="utf-8"
    )

    assert deadlines([COUNT], end, 1) == [day]
