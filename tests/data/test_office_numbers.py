"""Numbers as offices write them: what each can mean."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.intake.numbers import remedy
from data.intake.office_numbers import readings


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("38255", ["38255"]),
        ("38.255", ["38255", "38.255"]),
        ("38,255", ["38255", "38.255"]),
        ("1.234.567", ["1234567"]),
        ("1.234,5", ["1234.5"]),
        ("1,234.5", ["1234.5"]),
        ("38 255", ["38255"]),
        ("46,5%", ["46.5"]),
        ("0,125", ["0.125"]),
        ("115 nghìn 788", ["115788"]),
        ("67,5 tỷ", ["67500000000"]),
        ("2 triệu 300 nghìn 15", ["2300015"]),
        ("-2,5", ["-2.5"]),
        ("-", []),
        ("", []),
        ("12 hộ", []),
        ("1.23.456", []),
        ("115 nghìn 2 triệu", []),
        ("115 nghìn 1788", []),
        ("٣٨", []),
    ],
)
def test_what_a_text_can_mean(text: str, meant: list[str]):
    assert readings(text) == tuple(Decimal(value) for value in meant)


@given(st.integers(10**6, 10**15))
def test_grouped_thousands_mean_one_number(value: int):
    for mark in (".", ",", " "):
        assert readings(f"{value:,}".replace(",", mark)) == (Decimal(value),)


@given(st.text(max_size=20))
def test_any_text_is_read_without_an_error(text: str):
    assert len(readings(text)) <= 8


def test_the_likely_figure_is_named_where_it_is_the_only_one():
    assert remedy("1.234.567").startswith("Viết 1234567 ")
    assert remedy("1.234,5").startswith("Viết 1234.5 ")
    assert not remedy("67,5 tỷ").startswith("Viết ")
