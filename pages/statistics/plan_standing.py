"""Judging a plan: share, projection, state and what is missing, by the plan's type.

States follow the four groups of Hồ Chí Minh City's yearly target reports (at risk, on the way, will reach,
cannot be judged yet). Progress is never held against the calendar alone: what a month means is what it meant
in earlier years.
"""

import math
from dataclasses import dataclass
from datetime import date

import pandas as pd

from data.absence import absent

LATE, DUE = 95.0, 100.0  # % of plan: below LATE a plan is missed by more than rounding, at DUE it is reached
HISTORY = 2  # years before a projection is made
LOW_PLAN = 120.0  # % above which the plan itself is asked about
GROUPS = ("at_risk", "on_the_way", "will_reach", "unknown")  # in the order they are shown
BUCKETS = {
    "at_risk": "behind",
    "on_the_way": "near",
    "will_reach": "reached",
    "unknown": "unknown",
}  # signs and colours of the theme


@dataclass(frozen=True)
class Standing:
    """How one plan stands.

    share: % of plan reached, NaN where it has no meaning. low, high: projected % of plan at the year's end,
    NaN without a projection. missing: in the indicator's unit, never below 0. weekly: what a week must bring
    to close the gap, NaN once the year is over. group: one of GROUPS. reason: why, a key of the words.
    """

    share: float
    low: float
    high: float
    missing: float
    weekly: float
    group: str
    reason: str

    @property
    def low_plan(self) -> bool:
        """So far above the plan that the plan itself is in question; a limit overrun is no such case."""
        return self.group == "will_reach" and self.share > LOW_PLAN


NOTHING = (math.nan,) * 5


def judge(
    plan_type: str,
    *,
    actual: float,
    plan: float,
    before: float,
    finished: bool,
    share_low: float,
    share_high: float,
    years: int,
    as_of: date | None,
    protected: bool = False,
    whole: bool = True,
) -> Standing:
    """One plan's standing.

    Formulas (% of plan): reach: actual ÷ plan. not_exceed: actual ÷ limit, reached while not above 100.
    reduce_points: (before − actual) ÷ (before − plan), the plan being the rate to come down to. keep: actual ÷ before.
    Projection of a reach plan: cumulated ÷ (largest … smallest share of the same month in earlier years).

    Args:
        plan_type: `Indicator.plan`. before: the year before under the same standard, NaN where unknown.
        finished: the figure is the whole year's (or a count at its end). share_low, share_high: 0–1.
        whole: counts are rounded up to whole units a week.
    """
    if protected:
        return Standing(*NOTHING, "unknown", "protected")
    if absent(plan):
        return Standing(*NOTHING, "unknown", "no_plan")
    if absent(actual):
        return Standing(*NOTHING, "unknown", "no_report")
    share, missing = _share(plan_type, actual, plan, before)
    weekly = math.nan if finished or plan_type != "reach" else _weekly(missing, as_of, whole)
    if plan_type != "reach":
        reached = missing <= 0
        if finished:
            return Standing(
                share,
                math.nan,
                math.nan,
                max(missing, 0.0),
                math.nan,
                "will_reach" if reached else "at_risk",
                "reached" if reached else "missed",
            )
        return Standing(share, math.nan, math.nan, max(missing, 0.0), math.nan, "unknown", "year_goes_on")
    if missing <= 0:  # not by the share: 100 × a ÷ a may fall short of 100 in the last binary digit
        return Standing(share, math.nan, math.nan, 0.0, math.nan, "will_reach", "reached")
    if finished:
        return Standing(
            share,
            math.nan,
            math.nan,
            missing,
            math.nan,
            *(("on_the_way", "nearly") if share >= LATE else ("at_risk", "missed")),
        )
    if years < HISTORY or not share_low > 0:
        return Standing(share, math.nan, math.nan, missing, weekly, "unknown", "no_history")
    low, high = share / share_high, share / share_low
    if high < LATE:
        group = ("at_risk", "projected_below")
    elif low >= DUE:
        group = ("will_reach", "projected_above")
    else:
        group = ("on_the_way", "projected_wide" if low < LATE and high >= DUE else "projected_near")
    return Standing(share, low, high, missing, weekly, *group)


def hit_rate(history: pd.DataFrame) -> tuple[int, int]:
    """How often the range would have held: for every year with `HISTORY` years before it, whether the year's own share
    of that month lay between the smallest and the largest of the years before, pooled over areas.

    Args:
        history: area | year | share, as `queries.plan_history`.

    Returns:
        (hits, tries).
    """
    hits = tries = 0
    for _, own in history.groupby("area"):
        shares = own.sort_values("year")["share"].tolist()
        for n in range(HISTORY, len(shares)):
            tries += 1
            hits += min(shares[:n]) <= shares[n] <= max(shares[:n])
    return hits, tries


def _share(plan_type: str, actual: float, plan: float, before: float) -> tuple[float, float]:
    """% of plan and what is missing (negative: to spare)."""
    if plan_type == "not_exceed":
        return (100 * actual / plan if plan else math.nan), actual - plan
    if plan_type == "reduce_points":
        wanted = before - plan
        return (
            100 * (before - actual) / wanted if not absent(before) and wanted > 0 else math.nan
        ), actual - plan
    if plan_type == "keep":
        return (100 * actual / before if not absent(before) and before else math.nan), (
            before if not absent(before) else plan
        ) - actual
    return (100 * actual / plan if plan else math.nan), max(plan - actual, 0.0)


def _weekly(missing: float, as_of: date | None, whole: bool) -> float:
    if as_of is None or missing <= 0:
        return math.nan
    weeks = (date(as_of.year, 12, 31) - as_of).days / 7
    if weeks <= 0:
        return math.nan
    return float(math.ceil(missing / weeks)) if whole else missing / weeks
