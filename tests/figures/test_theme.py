"""Colours are held to measures, not to taste."""

import subprocess
import sys
from itertools import pairwise

import pytest

from pages.figures import theme
from tests.conftest import ROOT
from tests.figures.colour_vision import SIGHTS, difference, lab

LOOKS = [theme.DESK, theme.HALL, theme.DESK_DARK, theme.HALL_DARK]


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("count", range(2, 8))
def test_neighbouring_classes_are_told_apart(count, sight):
    assert all(difference(a, b, sight) >= 10 for a, b in pairwise(theme.sequential(count)))


@pytest.mark.parametrize("look", [theme.DESK, theme.DESK_DARK], ids=["light", "dark"])
@pytest.mark.parametrize("count", range(2, 8))
def test_more_stands_out_more_from_its_paper(count, look):
    ground = [theme.contrast(colour, look.paper) for colour in theme.sequential(count, dark=look.dark)]

    assert ground == sorted(ground) and ground[-1] >= 5
    lightness = [lab(colour)[0] for colour in theme.sequential(count, dark=look.dark)]
    assert all(abs(a - b) >= 5 for a, b in pairwise(lightness))


def test_on_dark_paper_the_far_classes_of_a_change_are_the_light_ones():
    colours = theme.diverging(2, 2, middle=True, dark=True)
    ground = [theme.contrast(colour, theme.DESK_DARK.paper) for colour in colours]

    assert ground[0] > ground[1] > ground[2] < ground[3] < ground[4]


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize(
    ("below", "above", "middle"), [(3, 3, True), (2, 2, True), (1, 1, True), (4, 2, False), (2, 3, True)]
)
def test_diverging_classes_are_told_apart_and_darken_outwards(below, above, middle, sight):
    colours = theme.diverging(below, above, middle=middle)
    lightness = [lab(colour)[0] for colour in colours]

    assert len(colours) == below + above + middle
    assert all(difference(a, b, sight) >= 10 for a, b in pairwise(colours))
    assert (
        lightness[:below] == sorted(lightness[:below])
        and lightness[-above:] == sorted(lightness[-above:])[::-1]
    )


def test_the_wanted_direction_is_blue_whichever_way_it_points():
    up, down = theme.diverging(2, 2, middle=True), theme.diverging(2, 2, middle=True, high_is_better=False)
    assert up == down[::-1]


@pytest.mark.parametrize("sight", SIGHTS)
def test_judgements_are_told_apart_and_never_by_colour_alone(sight):
    judged = [theme.JUDGEMENTS[k] for k in ("behind", "near", "reached")]
    assert all(difference(a.fill, b.fill, sight) >= 10 for a, b in pairwise(judged))
    assert len({j.symbol for j in theme.JUDGEMENTS.values()}) == len(theme.JUDGEMENTS)


def test_states_without_a_value_differ_by_pattern_and_from_the_lowest_class():
    fills = list(theme.STATES.values())
    assert len({fill.layer for fill in fills}) == 4
    assert all(difference(fill.fill, fill.ink) >= 15 for fill in fills)
    for sight in SIGHTS:
        assert all(difference(theme.SEQUENTIAL[0], fill.ink, sight) >= 15 for fill in fills)


@pytest.mark.parametrize("look", LOOKS)
def test_text_has_contrast_on_its_paper(look):
    inks = [look.ink, look.muted, look.plan, look.province, look.bar, *look.lines]
    assert {
        ink: theme.contrast(ink, look.paper) for ink in inks if theme.contrast(ink, look.paper) < 4.5
    } == {}
    assert theme.contrast(look.mark_ink, look.mark_paper) >= 4.5
    words = [j.text_dark if look.dark else j.text for j in theme.JUDGEMENTS.values()]
    assert all(theme.contrast(word, look.paper) >= 4.5 for word in words)


def test_labels_have_contrast_on_every_fill():
    fills = [*theme.SEQUENTIAL, *theme.WORSE, *theme.BETTER, theme.MIDDLE, theme.LAND, *theme.PARTS]
    fills += [fill.fill for fill in theme.STATES.values()]
    assert {
        f: theme.contrast(theme.text_on(f), f) for f in fills if theme.contrast(theme.text_on(f), f) < 4.5
    } == {}


def test_colours_and_states_of_maps_need_no_plotly():
    """The deck and the light pages take colours and states where Plotly is not loaded."""
    code = (
        "import sys, pages.figures.theme, pages.figures.legend, pages.content.maps\n"
        "print(sorted({m.split('.')[0] for m in sys.modules} & {'plotly', 'streamlit'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
