"""The composite against a hand-computed case, and how far ranks depend on weights."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.statistics.composite import composite, normalised, rank_range
from pages.statistics.ranks import ranks

VALUES = pd.DataFrame({"poverty": [2.0, 4.0, 6.0], "jobs": [100.0, 90.0, 110.0]}, index=["A", "B", "C"])
POLARITY = {"poverty": "lower_is_better", "jobs": "higher_is_better"}
# by hand: both columns have the mean in the middle and the population standard deviation √(8/3) and √(200/3)
Z = {"poverty": [1.224745, 0.0, -1.224745], "jobs": [0.0, -1.224745, 1.224745]}


def test_z_scores_turn_round_where_lower_is_better():
    scales = normalised(VALUES, POLARITY, "z")

    assert scales["poverty"].tolist() == pytest.approx(Z["poverty"], abs=1e-6)
    assert scales["jobs"].tolist() == pytest.approx(Z["jobs"], abs=1e-6)


def test_min_max_runs_from_worst_to_best():
    scales = normalised(VALUES, POLARITY, "min_max")

    assert scales["poverty"].tolist() == [100, 50, 0] and scales["jobs"].tolist() == [50, 0, 100]


def test_the_composite_is_the_weighted_mean():
    score = composite(normalised(VALUES, POLARITY, "z"), {"poverty": 3, "jobs": 1})

    assert score.tolist() == pytest.approx([0.918559, -0.306186, -0.612372], abs=1e-6)
    assert ranks(score, "higher_is_better", 2).tolist() == [1, 2, 3]


def test_the_range_of_ranks_by_hand():
    # weights 3:1, each halved, kept or doubled: from 1.5:2 to 6:0.5. At 1.5:2 A has 0.525, C 0.175, B −0.7:
    # A stays first and C overtakes B; at 3:1 B has −0.306 and C −0.612: B stands before C.
    spread = rank_range(normalised(VALUES, POLARITY, "z"), {"poverty": 3, "jobs": 1})

    assert spread.values.tolist() == [[1, 1], [2, 3], [2, 3]]


def test_what_cannot_be_judged_is_refused():
    with pytest.raises(ValueError, match="jobs"):
        normalised(VALUES, POLARITY | {"jobs": "neutral"}, "z")
    with pytest.raises(ValueError, match="weights"):
        composite(normalised(VALUES, POLARITY, "z"), {"poverty": 0, "jobs": 0})


def test_an_indicator_equal_everywhere_decides_nothing():
    values = VALUES.assign(jobs=5.0)

    assert normalised(values, POLARITY, "z")["jobs"].tolist() == [0, 0, 0]
    assert normalised(values, POLARITY, "min_max")["jobs"].tolist() == [50, 50, 50]


@given(
    st.lists(st.tuples(*[st.floats(0, 100)] * 3), min_size=2, max_size=15),
    st.tuples(*[st.integers(0, 5)] * 3).filter(any),
)
def test_the_rank_lies_in_its_range(rows, weights):
    values = pd.DataFrame(rows, columns=list("abc"))
    scales = normalised(values, dict.fromkeys("abc", "higher_is_better"), "min_max")
    asked = dict(zip("abc", weights, strict=True))
    spread, rank = rank_range(scales, asked), ranks(composite(scales, asked), "higher_is_better", 2)

    assert ((spread["best"] <= rank) & (rank <= spread["worst"])).all()
    assert spread["best"].min() == 1
