"""Faults of TOML files: in Vietnamese, with line, place and what to do. One reader for all of them."""

from datetime import date
from typing import Literal

import pytest
from pydantic import Field

from data.errors import FaultsFound
from data.toml_files import Strict, read_as


class Point(Strict):
    lat: float
    lon: float
    side: Literal["left", "right"] = "left"


class Slide(Strict):
    title: str = Field(min_length=1)
    minutes: int = Field(default=3, ge=1, le=240)
    day: date | None = None


class File(Strict):
    year: int | None = None
    slides: tuple[Slide, ...] = ()
    label: dict[str, Point] = Field(default_factory=dict)


def fault(text: str):
    with pytest.raises(FaultsFound) as found:
        read_as(File, text, "thu.toml", {"slides": "trang"})
    assert len(found.value.faults) == 1, found.value
    return found.value.faults[0]


@pytest.mark.parametrize(
    "text, line, column, problem, remedy",
    [
        ("yaer = 3", 1, "yaer", "khóa lạ", "“year”"),
        ("xyz = 3", 1, "xyz", "khóa lạ", "Bỏ khóa này"),
        ("year = 'x'", 1, "year", "số nguyên", "Sửa giá trị này"),
        ('# chữ\n[[slides]]\ntitle = "A"\n[[slides]]\ntitle = ""', 5, "trang 2, title", "để trống", "Sửa"),
        ('[[slides]]\ntitle = "A"\nminutes = 300', 3, "trang 1, minutes", "240 trở xuống", "Sửa"),
        ('[[slides]]\ntitle = "A"\nminuts = 3', 3, "trang 1, minuts", "khóa lạ", "“minutes”"),
        ('[[slides]]\ntitle = "A"\nday = "31/12"', 3, "trang 1, day", "2025-06-30", "Sửa"),
        ("[slides]\ntitle = 'A'", 1, "slides", "[[slides]]", "Sửa"),
        ("[label.b]\nlat = 1\nlon = 2\n[label.a]\nlat = 1", 4, "label.a.lon", "thiếu", "Thêm"),
        ("[label.a]\nlat = 1\nlon = 2\nside = 'leftt'", 4, "label.a.side", "danh sách", "“left”"),
        ("label = 3", 1, "label", "bảng", "Sửa"),
        ("year = 1\n[[slides]\n", 2, "", "TOML", "Sửa"),
    ],
)
def test_a_fault_says_where_what_and_what_to_do(text, line, column, problem, remedy):
    found = fault(text)
    assert (found.file, found.line, found.column) == ("thu.toml", line, column)
    assert problem in found.problem and remedy in found.remedy


def test_what_is_right_is_read():
    file = read_as(File, "year = 2017\n[[slides]]\ntitle = 'A'\nday = 2017-12-31", "thu.toml")
    assert file.year == 2017 and file.slides[0].day == date(2017, 12, 31)
