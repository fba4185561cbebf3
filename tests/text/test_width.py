"""The width of a text: of the letters, not of their marks."""

import pytest

from pages.text import width
from pages.text.width import width_of


def test_a_width_grows_with_size_letters_and_weight():
    assert width_of("Kiên Giang", 20) == pytest.approx(2 * width_of("Kiên Giang", 10))
    assert width_of("", 20) == 0
    assert width_of("iii", 20) < width_of("nnn", 20) < width_of("WWW", 20)
    assert width_of("Rạch Giá", 20) < width_of("Rạch Giá", 20, bold=True)


def test_marks_over_letters_take_no_room():
    assert width_of("Đông Hồ, thị xã Hà Tiên", 14) == pytest.approx(
        width_of("Dong Ho, thi xa Ha Tien", 14), rel=0.02
    )


def test_arial_is_as_wide_as_its_maker_says():
    """Advance widths of Arial in thousandths of an em: digit 556, W 944, i 222, space 278."""
    assert width_of("2017", 1000) == pytest.approx(4 * 556, rel=0.04)
    assert width_of("W i", 1000) == pytest.approx(944 + 278 + 222, rel=0.1)


def test_without_known_fonts_a_text_still_has_a_width(monkeypatch):
    known = width_of("Toàn tỉnh 4,67%", 20)
    monkeypatch.setattr(width, "FACES", {key: ("khong-co.ttf",) for key in width.FACES})
    width._face.cache_clear()
    width._ems.cache_clear()
    try:
        assert width_of("Toàn tỉnh 4,67%", 20) == pytest.approx(known, rel=0.15)
    finally:
        width._face.cache_clear()
        width._ems.cache_clear()
