"""Each plan type and each state by hand; the projection's range and its hit rate."""

import math
from datetime import date

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pages.statistics.plan_standing import GROUPS, hit_rate, judge

NAN = float("nan")


def standing(kind: str = "reach", **given_):
    facts = {
        "actual": 50.0,
        "plan": 100.0,
        "before": NAN,
        "finished": False,
        "share_low": 0.5,
        "share_high": 0.6,
        "years": 3,
        "as_of": date(2019, 9, 30),
    }
    return judge(kind, **facts | given_)


def test_the_projection_is_cumulated_over_the_shares_of_the_month():
    one = standing(actual=72.0, share_low=0.70, share_high=0.75)

    assert (
        one.share == pytest.approx(72)
        and one.low == pytest.approx(96)
        and one.high == pytest.approx(102.857, abs=1e-3)
    )
    assert one.missing == 28 and one.weekly == math.ceil(
        28 / ((date(2019, 12, 31) - date(2019, 9, 30)).days / 7)
    )


@pytest.mark.parametrize(
    ("facts", "group", "reason"),
    [
        (
            {"actual": 55.0, "share_low": 0.70, "share_high": 0.75},
            "at_risk",
            "projected_below",
        ),  # at most 78.6 %
        ({"actual": 72.0, "share_low": 0.70, "share_high": 0.75}, "on_the_way", "projected_near"),
        ({"actual": 60.0, "share_low": 0.50, "share_high": 0.80}, "on_the_way", "projected_wide"),  # 75–120 %
        ({"actual": 80.0, "share_low": 0.70, "share_high": 0.75}, "will_reach", "projected_above"),
        ({"actual": 101.0, "years": 0}, "will_reach", "reached"),
        ({"years": 1}, "unknown", "no_history"),
        ({"plan": NAN}, "unknown", "no_plan"),
        ({"actual": NAN}, "unknown", "no_report"),
        ({"actual": NAN, "protected": True}, "unknown", "protected"),
        ({"actual": 94.9, "finished": True}, "at_risk", "missed"),
        ({"actual": 95.0, "finished": True}, "on_the_way", "nearly"),
        ({"actual": 100.0, "finished": True}, "will_reach", "reached"),
    ],
)
def test_the_four_groups(facts, group, reason):
    one = standing(**facts)

    assert (one.group, one.reason) == (group, reason)
    if facts.get("finished") or group == "unknown" or reason == "reached":
        assert math.isnan(one.low) and math.isnan(one.high)


def test_a_limit_is_kept_from_below():
    within, above = (
        standing("not_exceed", actual=2.8, plan=3.0, finished=True),
        standing("not_exceed", actual=3.3, plan=3.0, finished=True),
    )

    assert (
        within.group == "will_reach"
        and within.share == pytest.approx(93.333, abs=1e-3)
        and within.missing == 0
    )
    assert above.group == "at_risk" and above.missing == pytest.approx(0.3)
    assert standing("not_exceed", actual=2.8, plan=3.0).reason == "year_goes_on"


def test_a_reduction_is_measured_in_points_from_the_year_before():
    one = standing("reduce_points", before=8.32, actual=6.2, plan=6.82, finished=True)

    assert one.share == pytest.approx(100 * 2.12 / 1.5) and one.group == "will_reach"
    missed = standing("reduce_points", before=8.32, actual=7.57, plan=6.82, finished=True)
    assert (
        missed.share == pytest.approx(50)
        and missed.group == "at_risk"
        and missed.missing == pytest.approx(0.75)
    )
    assert math.isnan(standing("reduce_points", before=NAN, actual=7.0, plan=6.0, finished=True).share)


def test_keeping_is_against_the_year_before():
    assert standing("keep", before=60.0, actual=61.0, finished=True).group == "will_reach"
    assert standing("keep", before=60.0, actual=57.0, finished=True).share == pytest.approx(95)


def test_above_120_per_cent_the_plan_is_in_question():
    assert standing(actual=121.0).low_plan and not standing(actual=120.0).low_plan
    overrun = standing("not_exceed", actual=4.0, plan=3.0, finished=True)
    assert overrun.share > 120 and not overrun.low_plan


@pytest.mark.parametrize("plan", [6037.77, 24442.08, 89713.32, 0.3, 0.0])
def test_a_plan_met_exactly_is_reached(plan):
    assert standing(actual=plan, plan=plan, finished=True).reason == "reached"
    assert (
        standing("reduce_points", before=plan + 1.7, actual=plan, plan=plan, finished=True).reason
        == "reached"
    )


def test_hits_are_counted_over_years_that_had_two_before_them():
    history = pd.DataFrame(
        {
            "area": ["A"] * 4 + ["B"] * 2,
            "year": [2016, 2017, 2018, 2019, 2016, 2017],
            "share": [0.70, 0.72, 0.71, 0.75, 0.5, 0.6],
        }
    )

    assert hit_rate(history) == (1, 2)  # A 2018 lay in 0.70–0.72; A 2019 did not; B has no third year


@given(st.floats(0, 200), st.floats(1, 500), st.floats(0.01, 1), st.floats(0.01, 1), st.integers(0, 5))
def test_the_range_is_ordered_and_every_plan_has_a_group(actual, plan, a, b, years):
    one = standing(actual=actual, plan=plan, share_low=min(a, b), share_high=max(a, b), years=years)

    assert one.group in GROUPS and not one.missing < 0
    assert math.isnan(one.low) or (one.share - 1e-9 <= one.low <= one.high)


@given(st.lists(st.tuples(st.integers(0, 1000), st.integers(1, 1000)), min_size=1, max_size=15))
def test_the_whole_is_sum_over_sum_and_lies_among_the_parts(pairs):
    assume(sum(plan for _, plan in pairs))
    whole = standing(actual=float(sum(a for a, _ in pairs)), plan=float(sum(p for _, p in pairs))).share
    shares = [standing(actual=float(a), plan=float(p)).share for a, p in pairs]

    assert min(shares) - 1e-9 <= whole <= max(shares) + 1e-9
