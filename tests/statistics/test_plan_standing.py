"""Each plan type and each state by hand; the projection's range and its hit rate."""

import math
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.statistics.plan_standing import GROUPS, Progress, Standing, hit_rate, judge

NAN = float("nan")


def standing(kind: str = "reach", unknown: str = "", **facts) -> Standing:
    """A plan of 100 of which 50 are reached by the end of September, three earlier years at 50–60%."""
    progress = Progress(
        share=50.0,
        missing=50.0,
        met=False,
        finished=False,
        share_low=0.5,
        share_high=0.6,
        years=3,
        as_of=date(2019, 9, 30),
    )
    return judge(kind, replace(progress, **facts), unknown=unknown)


def test_the_projection_is_cumulated_over_the_shares_of_the_month():
    judged = standing(share=72.0, missing=28.0, share_low=0.70, share_high=0.75)

    assert judged.low == pytest.approx(96) and judged.high == pytest.approx(102.857, abs=1e-3)
    assert judged.weekly == 3  # 28 over the 13.1 weeks of October to December: 2.1, and a placement is whole


@pytest.mark.parametrize(
    ("facts", "group", "reason"),
    [
        (
            {"share": 55.0, "share_low": 0.70, "share_high": 0.75},
            "at_risk",
            "projected_below",
        ),  # ≤ 78.6%
        ({"share": 72.0, "share_low": 0.70, "share_high": 0.75}, "on_the_way", "projected_near"),
        ({"share": 60.0, "share_low": 0.50, "share_high": 0.80}, "on_the_way", "projected_wide"),  # 75–120%
        ({"share": 80.0, "share_low": 0.70, "share_high": 0.75}, "will_reach", "projected_above"),
        ({"share": 101.0, "missing": 0.0, "met": True, "years": 0}, "will_reach", "reached"),
        ({"years": 1}, "unknown", "no_history"),
        ({"unknown": "no_plan"}, "unknown", "no_plan"),
        ({"unknown": "no_report"}, "unknown", "no_report"),
        ({"unknown": "protected"}, "unknown", "protected"),
        ({"share": 94.9, "finished": True}, "at_risk", "missed"),
        ({"share": 95.0, "finished": True}, "on_the_way", "nearly"),
        ({"share": 100.0, "missing": 0.0, "met": True, "finished": True}, "will_reach", "reached"),
    ],
)
def test_the_four_groups(facts, group, reason):
    judged = standing(**facts)

    assert (judged.group, judged.reason) == (group, reason)
    if facts.get("finished") or group == "unknown" or reason == "reached":
        assert math.isnan(judged.low) and math.isnan(judged.high)


@pytest.mark.parametrize("kind", ["not_exceed", "reduce_points"])
def test_a_ceiling_or_a_level_is_judged_when_its_year_is_over(kind):
    assert standing(kind, met=None, share=NAN).reason == "year_goes_on"
    kept = standing(kind, met=True, share=NAN, missing=0.0, finished=True)
    assert (kept.group, kept.reason) == ("will_reach", "reached")
    overrun = standing(kind, met=False, share=NAN, missing=0.3, finished=True)
    assert (overrun.group, overrun.reason) == ("at_risk", "missed")


def test_above_120_per_cent_the_plan_is_in_question():
    assert standing(share=121.0, met=True).low_plan and not standing(share=120.0, met=True).low_plan
    assert not standing("reduce_points", share=141.0, met=True, finished=True).low_plan


def test_hits_are_counted_over_years_that_had_two_before_them():
    history = pd.DataFrame(
        {
            "area": ["A"] * 4 + ["B"] * 2,
            "year": [2016, 2017, 2018, 2019, 2016, 2017],
            "share": [0.70, 0.72, 0.71, 0.75, 0.5, 0.6],
        }
    )

    assert hit_rate(history) == (1, 2)  # A 2018 lay in 0.70–0.72; A 2019 did not; B has no third year


@given(st.floats(0, 99.9), st.floats(0.01, 1), st.floats(0.01, 1), st.integers(0, 5))
def test_the_range_is_ordered_and_every_plan_has_a_group(share, a, b, years):
    judged = standing(share=share, share_low=min(a, b), share_high=max(a, b), years=years)

    assert judged.group in GROUPS
    assert math.isnan(judged.low) or (share - 1e-9 <= judged.low <= judged.high)
