"""Names of areas as offices write them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import settings
from data.intake.area_names import codes_named
from data.province_files import read_areas

AREAS = read_areas(settings.HERE / "provinces" / "kien_giang" / "areas.csv")
LUONG = next(a.code for a in AREAS.rows if a.name == "Kiên Lương")
GIA = next(a.code for a in AREAS.rows if a.name == "Rạch Giá")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kien Luong", LUONG),
        ("H. Kiên Lương", LUONG),
        ("HUYỆN KIÊN LƯƠNG", LUONG),
        (unicodedata.normalize("NFD", "Kiên Lương"), LUONG),
        ("TP Rạch Giá", GIA),
        ("TP.Rạch Giá", GIA),
        ("thành phố  rạch giá", GIA),
    ],
)
def test_a_name_finds_its_area(text: str, code: str):
    assert codes_named(text, AREAS) == (code,)


@pytest.mark.parametrize("text", ["", "H.", "Tổng cộng", "912", "Luong", "Kiên Lươn"])
def test_what_names_no_area_finds_none(text: str):
    assert codes_named(text, AREAS) == ()


@given(st.text(max_size=30))
def test_any_text_is_read_without_an_error(text: str):
    assert set(codes_named(text, AREAS)) <= set(AREAS.codes)
