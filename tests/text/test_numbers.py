"""Numbers as an official would write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.catalogue import UnitName
from pages.text import numbers as n


@pytest.mark.parametrize(
    ("value", "decimals", "vi", "en"),
    [
        (38255, 0, "38.255", "38,255"),
        (1234567.891, 2, "1.234.567,89", "1,234,567.89"),
        (0, 2, "0", "0"),
        (-2.115, 2, "−2,12", "−2.12"),
        (2.675, 2, "2,68", "2.68"),
        (-0.001, 2, "0", "0"),
        (0.5, 0, "1", "1"),
    ],
)
def test_numbers_are_written_in_both_languages(value, decimals, vi, en):
    assert n.number(value, decimals, "vi") == vi
    assert n.number(value, decimals, "en") == en


@pytest.mark.parametrize("absent", [None, float("nan"), float("inf")])
def test_what_is_absent_is_a_dash_and_never_zero(absent):
    assert n.number(absent, 2, "vi") == n.signed(absent, 2, "vi") == "–"
    assert n.with_unit(absent, "hộ", 0, "vi") == "–"


@pytest.mark.parametrize(
    ("value", "written"),
    [(6.2, "6,2"), (8.32, "8,32"), (10.0, "10"), (100.0, "100"), (0.0, "0"), (9.996, "10")],
)
def test_figures_have_no_trailing_zeros(value, written):
    assert n.number(value, 2, "vi") == written


@pytest.mark.parametrize(("value", "written"), [(1.2, "+1,2"), (-2.12, "−2,1"), (0, "0"), (-0.04, "0")])
def test_differences_carry_a_true_minus_and_zero_no_sign(value, written):
    assert n.signed(value, 1, "vi") == written


def test_the_percent_sign_and_units_do_not_part_from_their_number():
    assert n.percent(6.2, 1, "vi") == "6,2%"
    assert n.percent(6.2, 1, "en") == "6.2%"
    assert n.with_unit(38255, "lượt người", 0, "vi") == "38.255\u00a0lượt người"


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [(1, 0, "1\u00a0inspection"), (1.5, 1, "1.5\u00a0inspections"), (2, 0, "2\u00a0inspections")],
)
def test_an_english_unit_follows_its_number(value, decimals, written):
    assert n.with_unit(value, UnitName("inspections", "inspection"), decimals, "en") == written


@pytest.mark.parametrize(
    ("start", "end", "vi", "en"),
    [
        ("2017-12-31", "2017-12-31", "31/12/2017", "31/12/2017"),
        ("2017-01-01", "2017-09-30", "9 tháng đầu năm 2017", "the first 9 months of 2017"),
        ("2017-01-01", "2017-12-31", "năm 2017", "2017"),
        ("2017-01-01", "2017-03-31", "quý I/2017", "Q1 2017"),
        ("2017-10-01", "2017-12-31", "quý IV/2017", "Q4 2017"),
        ("2016-02-01", "2016-02-29", "tháng 2/2016", "February 2016"),
        ("2022-07-15", "2022-07-15", "15/7/2022", "15/7/2022"),
        ("2021-01-05", "2021-01-05", "05/01/2021", "05/01/2021"),
        ("2023-01-01", "2023-07-25", "từ 01/01 đến 25/7/2023", "01/01 to 25/7/2023"),
        ("2021-10-01", "2021-12-30", "từ 01/10 đến 30/12/2021", "01/10 to 30/12/2021"),
        ("2016-01-01", "2020-12-31", "từ 01/01/2016 đến 31/12/2020", "01/01/2016 to 31/12/2020"),
    ],
)
def test_periods_are_named_as_people_name_them(start, end, vi, en):
    assert n.period(start, end, "vi") == vi
    assert n.period(date.fromisoformat(start), date.fromisoformat(end), "en") == en


@given(st.floats(-1e12, 1e12), st.integers(0, 4), st.sampled_from(["vi", "en"]))
def test_a_written_number_reads_back_within_half_a_unit(value, decimals, language):
    written = n.number(value, decimals, language)
    point, thousands = n.separators(language)

    back = float(written.replace(thousands, "").replace(point, ".").replace(n.MINUS, "-"))

    assert abs(back - value) <= 0.5 * 10**-decimals * (1 + 1e-9) + abs(value) * 1e-12
    behind = written.partition(point)[2]
    assert len(behind) <= decimals and not behind.endswith("0")


@given(st.floats(-1e6, 1e6), st.integers(0, 4))
def test_languages_differ_only_in_their_signs(value, decimals):
    swapped = n.number(value, decimals, "en").translate(str.maketrans(",.", ".,"))
    assert swapped == n.number(value, decimals, "vi")
