"""Judging a plan by its type: group, reason, projection.

States follow the four groups of Hồ Chí Minh City's yearly target reports (at risk, on the way, will reach,
cannot be judged yet). Progress is never held against the calendar alone: what a month means is what it meant
in earlier years.
"""

import math
from dataclasses import dataclass
from datetime import date

import pandas as pd

LATE, DUE = 95.0, 100.0  # % of plan: below LATE a plan is missed by more than rounding, at DUE it is reached
HISTORY = 2  # years before a projection is made
LOW_PLAN = 120.0  # % above which the plan itself is asked about
GROUPS = ("at_risk", "on_the_way", "will_reach", "unknown")  # in the order they are shown
BUCKETS = {
    "at_risk": "behind",
    "on_the_way": "near",
    "will_reach": "reached",
    "unknown": "unknown",
}  # signs, and colours of the theme
SIGNS = {
    "behind": "▼",
    "near": "■",
    "reached": "▲",
    "unknown": "–",
}  # a judgement never speaks by colour alone


@dataclass(frozen=True)
class Standing:
    """How one plan stands.

    low, high: projected % of plan at the year's end, NaN without a projection. weekly: what a week must bring
    to close the gap, NaN once the year is over. group: one of GROUPS. reason: why, a key of the words.
    low_plan: so far above the plan that the plan itself is in question; a ceiling is no such case.
    """

    group: str
    reason: str
    low: float = math.nan
    high: float = math.nan
    weekly: float = math.nan
    low_plan: bool = False


@dataclass(frozen=True)
class Progress:
    """What a plan is judged by, with what the served tables have already computed
    (`data/sql/serve/rules.sql`).

    share: % of plan; NaN where it has no meaning. missing: in the indicator's unit, NaN where plan or figure
    is unknown. met: whether the plan is met; None where that is judged at the year's end only. finished: the
    figure is the whole year's, or a count at its end. share_low, share_high: 0–1, what part of its year's
    total had been reached by the same month in earlier years. years: how many. as_of: the figure's last day.
    """

    share: float
    missing: float
    met: bool | None
    finished: bool
    share_low: float
    share_high: float
    years: int
    as_of: date | None


def judge(plan_type: str, progress: Progress, *, unknown: str = "", whole: bool = True) -> Standing:
    """One plan's standing.

    Projection of a plan to be reached: share ÷ (largest … smallest part of the same month in earlier years).

    Args:
        plan_type: `Indicator.plan_type`.
        unknown: why nothing can be said (protected, no_plan, no_report), "" where it can.
        whole: counts are rounded up to whole units a week.
    """
    if unknown:
        return Standing("unknown", unknown)
    if progress.met is None:
        return Standing("unknown", "year_goes_on")
    if progress.met:
        return Standing("will_reach", "reached", low_plan=plan_type == "reach" and progress.share > LOW_PLAN)
    if progress.finished:
        nearly = plan_type == "reach" and progress.share >= LATE
        return Standing("on_the_way", "nearly") if nearly else Standing("at_risk", "missed")
    weekly = _weekly(progress.missing, progress.as_of, whole)
    if progress.years < HISTORY or not progress.share_low > 0:
        return Standing("unknown", "no_history", weekly=weekly)
    low, high = progress.share / progress.share_high, progress.share / progress.share_low
    return Standing(*_projected(low, high), low, high, weekly)


def _projected(low: float, high: float) -> tuple[str, str]:
    """(group, reason) of a projected range."""
    if high < LATE:
        return "at_risk", "projected_below"
    if low >= DUE:
        return "will_reach", "projected_above"
    return "on_the_way", "projected_wide" if low < LATE and high >= DUE else "projected_near"


def hit_rate(history: pd.DataFrame) -> tuple[int, int]:
    """How often the range would have held: for every year with `HISTORY` years before it, whether the year's
    own share of that month lay between the smallest and the largest of the years before, pooled over areas.

    Args:
        history: area | year | share, as `queries.plan_history`.

    Returns:
        (hits, tries).
    """
    hits = tries = 0
    for _, rows in history.groupby("area"):
        shares = rows.sort_values("year")["share"].tolist()
        for n in range(HISTORY, len(shares)):
            tries += 1
            hits += min(shares[:n]) <= shares[n] <= max(shares[:n])
    return hits, tries


def _weekly(missing: float, as_of: date | None, whole: bool) -> float:
    if as_of is None or missing <= 0:
        return math.nan
    weeks = (date(as_of.year, 12, 31) - as_of).days / 7
    if weeks <= 0:
        return math.nan
    return float(math.ceil(missing / weeks)) if whole else missing / weeks
