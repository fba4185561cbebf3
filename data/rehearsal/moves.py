"""How poverty changed in a year: who left, who fell back, who is newly poor.

By how many points the rate fell.
"""

from datetime import date

import numpy as np

from data.rehearsal.roles import roles
from data.rehearsal.rows import whole_year
from data.rehearsal.work import Bounds, Work


def add_moves(work: Work, model: dict, year: int, before: np.ndarray, poor: np.ndarray) -> None:
    """poor = poor of the year before − left + fell back + newly poor, in every district.

    model: back, new (shares of last year's poor that fell back, that are newly poor).
    The province's published figure stands; of the three, the one left over follows from the identity.
    """
    ids, span, fall = roles(), whole_year(year), int(before.sum() - poor.sum())
    left, back, new = (
        work.rows.held(i, work.province, *span) for i in (ids["left"], ids["fell_back"], ids["newly_poor"])
    )
    back = round(before.sum() * model["back"]) if back is None else back
    if new is None:
        new = round(before.sum() * model["new"]) if left is None else left - fall - back
    chance = work.chance(f"moves/{year}")
    fell_back = work.share_out(
        ids["fell_back"],
        span,
        back,
        before * chance.lognormal(0, 0.15, len(before)),
        bounds=Bounds(upper=np.minimum(poor, before)),
    )
    least = np.maximum(poor - before - fell_back, 0)
    uneven = before * chance.lognormal(0, 0.15, len(before))
    arrived = work.share_out(
        ids["newly_poor"],
        span,
        max(new, least.sum()),
        uneven,
        bounds=Bounds(lower=least, upper=poor - fell_back),
    )
    gone = before - poor + fell_back + arrived
    work.share_out(ids["left"], span, int(gone.sum()), gone, bounds=Bounds(lower=gone, upper=gone))


def add_reduction(
    work: Work, model: dict, n: int, before: np.ndarray, now: np.ndarray, days: tuple[date, date]
) -> None:
    """The fall of the poverty rate in percentage points, planned and reached; nothing without `reduction`.

    model: reduction (indicator | plan: points a year of the province; a district's is in proportion to its
    rate before).
    """
    if "reduction" not in model:
        return
    ids, name, span = roles(), model["reduction"]["indicator"], whole_year(work.years[n])
    rates = [work.rows.held(ids["poor_rate"], work.province, day, day) for day in days]
    whole = [
        100
        * work.shared[ids["poor"], day.year, "actual"].sum()
        / work.shared[ids["households"], day.year, "actual"].sum()
        for day in days
    ]
    first, last = (exact if rate is None else rate for rate, exact in zip(rates, whole))
    plan = model["reduction"]["plan"][n]
    work.rows.add(name, work.province, *span, round(first - last, 2))
    work.rows.add(name, work.province, *span, plan, "plan")
    for district, was, value in zip(work.districts, before.round(2), now.round(2)):
        work.rows.add(name, district, *span, round(was - value, 2))
        work.rows.add(name, district, *span, max(round(plan * was / first, 1), 0.1), "plan")
