"""Positions against the middle, reckoned by hand."""

import pandas as pd
import pytest

from pages.statistics.middle import middle, position, standing

NAN = float("nan")
# median 10; distances 6 3 2 1 0 1 2 3 6 have the median 2: one MAD is 2, two are 4
NINE = pd.Series([4.0, 7, 8, 9, 10, 11, 12, 13, 16])


def test_median_and_mad():
    assert middle(NINE) == (10, 2)


def test_similar_holds_its_borders_and_much_begins_beyond_two_mads():
    assert position(NINE).tolist() == [-2, -1, 0, 0, 0, 0, 0, 1, 2]


def test_exactly_two_mads_is_not_much():
    # median 10, distances 4 2 2 1 0 1 2 2 5: MAD 2
    values = pd.Series([6.0, 8, 8, 9, 10, 11, 12, 12, 15])

    assert middle(values) == (10, 2)
    assert position(values).iloc[0] == -1 and position(values).iloc[-1] == 2


def test_half_of_all_equal_leaves_no_mad():
    assert position(pd.Series([5.0, 5, 5, 7, 1])).tolist() == [0, 0, 0, 1, -1]


def test_no_figure_has_no_position():
    assert position(pd.Series([1.0, 2, 3, NAN])).isna().tolist() == [False, False, False, True]
    assert standing(NAN, "lower_is_better") == ""


@pytest.mark.parametrize(
    ("polarity", "names"),
    [
        ("higher_is_better", ["much_worse", "worse", "similar", "better", "much_better"]),
        ("lower_is_better", ["much_better", "better", "similar", "worse", "much_worse"]),
        ("neutral", ["much_lower", "lower", "near", "higher", "much_higher"]),
    ],
)
def test_polarity_turns_positions_into_judgements(polarity, names):
    assert [standing(at, polarity) for at in (-2, -1, 0, 1, 2)] == names
