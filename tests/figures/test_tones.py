"""Colours of judged cells: which is better and which worse, told by eye and by hand."""

import colorsys

import pytest

from pages.figures.theme import contrast
from pages.figures.tones import FILLS, fill_and_ink


def hue(colour: str) -> float:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return 360 * colorsys.rgb_to_hls(red, green, blue)[0]


@pytest.mark.parametrize("tone", ["better", "much_better"])
def test_better_is_blue(tone):
    assert 190 < hue(FILLS[tone]) < 230


@pytest.mark.parametrize("tone", ["worse", "much_worse"])
def test_worse_is_orange(tone):
    assert 15 < hue(FILLS[tone]) < 40


@pytest.mark.parametrize(("weak", "strong"), [("better", "much_better"), ("worse", "much_worse")])
def test_much_is_darker(weak, strong):
    assert contrast(FILLS[strong], "#ffffff") > contrast(FILLS[weak], "#ffffff") > 1.5


@pytest.mark.parametrize("tone", ["much_lower", "lower", "near", "higher", "much_higher"])
def test_what_is_not_judged_is_neither_orange_nor_the_blue_of_better(tone):
    assert 190 < hue(FILLS[tone]) < 230 and FILLS[tone] not in (FILLS["better"], FILLS["much_better"])


@pytest.mark.parametrize("tone", FILLS)
def test_letters_read_on_every_fill(tone):
    assert contrast(*fill_and_ink(tone)) >= 4.5
