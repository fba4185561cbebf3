"""Map classes: the same every year, zero lowest, the last one open."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pages.content import classes as c
from pages.figures.theme import class_colours
from tests.figures.samples import RATE


def test_two_years_have_the_same_classes():
    first, second = c.registered([0.5, 3], RATE, "new"), c.registered([7, 20], RATE, "new")
    assert first.limits == second.limits == (1, 2, 4, 8) and first.comparable and second.comparable


def test_zero_is_lowest_a_limit_belongs_below_and_missing_has_no_class():
    classes = c.counted((1, 2, 4), [])
    assert [classes.class_of(v) for v in (0, 1, 1.01, 4, 99)] == [0, 0, 1, 2, 3]
    assert classes.class_of(float("nan")) is None and classes.class_of(None) is None


def test_labels_are_written_in_the_language():
    classes = c.counted((0.5, 1, 2.5), [0, 0.7, 0.8, 9])
    assert classes.labels("vi") == ("0–0,5", "0,5–1", "1–2,5", "> 2,5")
    assert classes.labels("en")[0] == "0–0.5"
    assert classes.counts == (1, 2, 0, 1)


def test_a_hundred_per_cent_of_plan_is_reached():
    classes = c.diverging([100], (50, 90, 100, 120), centre=100, closed_right=False)
    assert classes.counts == (0, 0, 0, 1, 0)
    assert classes.labels("vi")[0] == "< 50" and classes.labels("vi")[-1] == "≥ 120"


def test_a_middle_class_is_neutral():
    classes = c.diverging([0], (-1, -0.25, 0.25, 1), centre=0)
    assert len(class_colours(classes)) == 5 and classes.class_of(0) == 2


def test_equal_values_make_one_class():
    assert c.free([3, 3, 3]).counts == (3,)


@settings(deadline=None)  # the first call imports mapclassify
@given(st.lists(st.floats(0, 1000), min_size=1, max_size=40))
def test_free_classes_hold_every_value_once_and_are_never_called_comparable(values):
    classes = c.free(values)

    assert sum(classes.counts) == len(values)
    assert list(classes.limits) == sorted(set(classes.limits))
    assert not classes.comparable and all(count > 0 for count in classes.counts)


def test_without_registered_limits_there_are_free_ones():
    assert c.registered([1, 2], RATE, "unknown") is None
    assert not c.for_indicator([1, 2, 5], RATE, "unknown").comparable


@pytest.mark.parametrize("values", [[], [float("nan")]])
def test_nothing_to_class_is_no_error(values):
    assert c.free(values).counts == (0,)
