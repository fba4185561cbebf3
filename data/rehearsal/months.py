"""Flows with a plan, cumulated by month: jobs and training with their parts."""

import calendar
from datetime import date

import numpy as np

from data.rehearsal.apportion import apportion, matrix
from data.rehearsal.rows import Rows, whole_year


def add_months(rows: Rows, model: dict, districts: list[str], province: str, weights, years: list[int], monthly: list[int], noise: np.random.Generator) -> None:
    """One total of the recipe's `[[months]]`: plans and years for all `years`, months for `monthly`.

    model: indicator | path, plan (a figure a year) | curve (share of the year reached by each month, 12 numbers) |
        attainment (district → usual share of its plan, optional) | parts (indicator → share, in order).
    Districts sum exactly to the province in every month; cumulated figures never fall; parts sum to the total.
    """
    usual = np.array([model.get("attainment", {}).get(code, 1.0) for code in districts])
    mix = noise.dirichlet(np.array(list(model["parts"].values())) * 60, len(districts))
    for n, year in enumerate(years):
        start, end = whole_year(year)
        plan = _known(rows, model, province, start, end, "plan", model["plan"][n])
        total = _known(rows, model, province, start, end, "actual", model["path"][n])
        step = 10 if plan % 10 == 0 else 1
        plans = apportion(int(plan) // step, weights) * step
        done = apportion(int(total), plans * usual * noise.lognormal(0, 0.035, len(districts)))
        rows.add(model["indicator"], province, start, end, plan, "plan")
        rows.add_all(model["indicator"], districts, start, end, plans, "plan")
        ends = [date(year, m, calendar.monthrange(year, m)[1]) for m in range(1, 13)] if year in monthly else [end]
        reached = _reached(rows, model, province, start, ends, total, noise)
        table = matrix(done, np.diff([0, *reached]), noise.lognormal(0, 0.1, (len(districts), len(ends))))
        split = np.zeros((len(districts), len(mix[0])), dtype=int)
        so_far = np.zeros(len(districts), dtype=int)
        for month, until in enumerate(ends):
            for d in range(len(districts)):
                wanted = np.maximum(mix[d] * (so_far[d] + table[d, month]) - split[d], 0)
                split[d] += apportion(int(table[d, month]), wanted)
            so_far += table[:, month]
            rows.add(model["indicator"], province, start, until, reached[month])
            rows.add_all(model["indicator"], districts, start, until, so_far)
            for p, part in enumerate(model["parts"]):
                rows.add(part, province, start, until, int(split[:, p].sum()))
                rows.add_all(part, districts, start, until, split[:, p])


def _known(rows: Rows, model: dict, area: str, start: date, end: date, kind: str, otherwise: float) -> float:
    held = rows.held(model["indicator"], area, start, end, kind)
    return held if held is not None else otherwise


def _reached(rows: Rows, model: dict, province: str, start: date, ends: list[date], total: float, noise: np.random.Generator) -> list[int]:
    """The province's cumulated figure at each end: published where known, else along the curve, never falling."""
    if len(ends) == 1:
        return [int(total)]
    bent = np.array(model["curve"]) ** noise.normal(1, 0.04)
    reached = [rows.held(model["indicator"], province, start, until) or round(total * share) for until, share in zip(ends, bent)]
    reached[-1] = int(total)
    known = [i for i, until in enumerate(ends) if rows.held(model["indicator"], province, start, until) is not None]
    for i in known:  # what is published bounds its neighbours
        reached[:i] = [min(r, int(reached[i])) for r in reached[:i]]
    return [int(r) for r in np.maximum.accumulate(reached)]
