"""Titles that say what a picture shows; there is none where few districts have a figure or all the same."""

import pandas as pd
import pytest

from data.catalogue import Unit
from pages.text.titles import (
    change_title,
    map_title,
    months_title,
    plan_title,
    split_title,
    trend_title,
)
from tests.figures.samples import CATALOGUE, CODES, COUNT, JOBS, RATE, district_values, series
from tests.figures.test_plan import months, progress

NAN = float("nan")
RATES = CATALOGUE.model_copy(
    update={"units": CATALOGUE.units | {"phan_tram": Unit(vi="%", en="%", level=True)}}
)
NAMES = {code: f"Số {int(code)}" for code in CODES}
VALUES = [3.0, 1.5, 13.714, *[2.0] * 12]


@pytest.mark.parametrize(
    ("indicator", "title"),
    [(RATE, "Nghèo: cao nhất Số 3 13,71%"), (COUNT, "Nghèo: nhiều nhất Số 3 14\u00a0hộ")],
)
def test_a_map_names_its_highest_district(indicator, title):
    assert map_title("Nghèo", district_values(VALUES), indicator, RATES, NAMES, "vi") == title


@pytest.mark.parametrize("values", [[3.0, *[NAN] * 14], [2.0] * 15, [NAN] * 15], ids=["one", "same", "none"])
def test_none_is_the_highest_of_few_or_of_equals(values):
    assert map_title("Nghèo", district_values(values), RATE, CATALOGUE, NAMES, "vi") == ""


@pytest.mark.parametrize(
    ("points", "title"),
    [
        ([-2.0, -0.1, 0.0, 1.5], "Nghèo 2017: 2/4 đơn vị giảm"),
        ([0.0, 0.5, NAN], "Nghèo 2017: 1/2 đơn vị tăng"),
        ([0.0, 0.0], "Nghèo 2017: 0/2 đơn vị giảm"),
        ([-1.0, NAN, NAN], ""),
        ([NAN], ""),
    ],
)
def test_a_change_counts_who_fell(points, title):
    assert change_title("Nghèo 2017", pd.Series(points), "vi") == title


def test_a_split_names_its_largest_part_of_the_last_year():
    rows = pd.DataFrame(
        {
            "part": [COUNT.id, JOBS.id] * 2,
            "year": [2016, 2016, 2017, 2017],
            "value": [9.0, 1.0, 400.0, 1600.0],
            "status": ["published", "published", "published", "computed"],
            "approx": [""] * 4,
        }
    )

    assert (
        split_title("Tất cả", rows, CATALOGUE, "vi")
        == "Tất cả 2017: nhiều nhất là giải quyết việc làm, 1.600\u00a0lượt người\u00a0ᵗ"
    )
    assert split_title("Tất cả", rows.assign(value=[9.0, 1.0, 5.0, NAN]), CATALOGUE, "vi") == ""
    assert split_title("Tất cả", rows.assign(value=[9.0, 1.0, 5.0, 5.0]), CATALOGUE, "vi") == ""


def test_a_plan_counts_who_reached_it_and_a_ceiling_who_kept_it():
    ceiling = JOBS.model_copy(update={"plan": "not_exceed"})

    assert plan_title("Việc làm", progress(), JOBS, "vi") == "Việc làm: 1/3 đơn vị đạt kế hoạch"
    assert plan_title("Việc làm", progress(), ceiling, "vi").endswith("1/3 đơn vị không vượt mức kế hoạch")
    assert plan_title("Việc làm", progress().iloc[[0, 4]], JOBS, "vi") == ""


def test_a_trend_is_told_within_its_latest_standard_and_without_plans():
    rows = series(
        (2014, "old", "actual", 9.0, "published"),
        (2016, "new", "actual", 8.32, "published"),
        (2017, "new", "actual", 6.2, "published"),
        (2018, "new", "plan", 5.0, "published"),
    )

    assert trend_title("Nghèo", rows, RATE, "vi") == "Nghèo: 8,32% (2016) → 6,2% (2017)"
    assert trend_title("Nghèo", rows.iloc[:2], RATE, "vi") == ""
    assert trend_title("Nghèo", rows.iloc[:0], RATE, "vi") == ""
    computed = rows.assign(status=["published", "computed", "published", "published"])
    assert trend_title("Nghèo", computed, RATE, "vi") == "Nghèo: 8,32%\u00a0ᵗ (2016) → 6,2% (2017)"


def test_a_year_to_date_says_what_of_its_plan_is_reached_by_when():
    assert months_title("Việc làm", months(9), "vi") == "Việc làm: 77,1% kế hoạch sau 9 tháng"
    assert months_title("Jobs", months(1), "en") == "Jobs: 8.6% of plan after 1 month"
    assert months_title("Việc làm", pd.DataFrame(months(9)).assign(actual=NAN), "vi") == ""
