"""Ranks with ties, bands, the middle: hand-computed, and what must hold for any figures."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.statistics.middle import middle, position
from pages.statistics.ranks import rank_bands, ranks, rounded

NAN = float("nan")
FIGURES = st.lists(st.one_of(st.floats(0, 100), st.just(NAN)), min_size=1, max_size=15).map(pd.Series)


def test_ties_share_the_better_rank_and_the_missing_is_not_last():
    values = pd.Series([1.014, 3.5, 1.011, NAN, 0.2])

    assert ranks(values, "lower_is_better", 2).tolist()[:3] == [2, 4, 2]
    assert math.isnan(ranks(values, "lower_is_better", 2)[3])
    assert ranks(values, "higher_is_better", 2).dropna().tolist() == [2, 1, 2, 4]


def test_what_is_not_judged_is_not_ranked():
    values = pd.Series([1.0, 3.5, NAN])

    assert ranks(values, "neutral", 2).isna().all()
    assert rank_bands(values, "neutral", 2).isna().all().all()


def test_ties_are_judged_by_what_the_reader_sees():
    assert rounded(pd.Series([0.125, -0.125, 2.5, 1.005]), 2).tolist() == [0.13, -0.13, 2.5, 1.01]


def test_districts_closer_than_one_household_are_not_told_apart():
    values = pd.Series([1.00, 1.01, 1.50])  # per cent of 5,000 households: one household is 0.02

    bands = rank_bands(values, "lower_is_better", 2, pd.Series([0.02, 0.02, 0.02]))
    assert bands.values.tolist() == [[1, 2], [1, 2], [3, 3]]
    assert rank_bands(values, "lower_is_better", 2).values.tolist() == [[1, 1], [2, 2], [3, 3]]


@given(FIGURES)
def test_a_rank_lies_in_its_band_and_bands_fill_the_places(values):
    rank, bands = ranks(values, "higher_is_better", 2), rank_bands(values, "higher_is_better", 2)
    known = values.notna()

    assert ((bands["best"] <= rank) & (rank <= bands["worst"]))[known].all()
    assert bands[~known].isna().all().all()
    if known.any():
        assert bands["best"].min() == 1 and bands["worst"].max() == known.sum()


def test_the_middle_is_median_and_mad():
    values = pd.Series([1, 2, 3, 4, 100, NAN])  # median 3; distances 2, 1, 0, 1, 97: their median 1

    assert middle(values) == (3, 1)
    assert position(values).tolist()[:5] == [-1, 0, 0, 0, 2]
    assert math.isnan(position(values)[5])


@given(FIGURES)
def test_at_least_half_stand_in_the_middle(values):
    at = position(values).dropna()

    assert (at == 0).sum() * 2 >= len(at)


@pytest.mark.parametrize("moved", [0.0, 5.0])
def test_one_extreme_district_does_not_move_the_middle(moved):
    assert middle(pd.Series([1, 2, 3, 4, 5 + 1000 * moved])) == (3, 1)
