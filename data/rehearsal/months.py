"""Flows with a plan, cumulated by month: a total and the parts that make it up."""

import calendar
from datetime import date

import numpy as np

from data.rehearsal.apportion import apportion, over_time, table_with_margins
from data.rehearsal.rows import whole_year
from data.rehearsal.work import Work


def add_months(work: Work, model: dict, monthly: list[int]) -> None:
    """One total of the recipe's `[[months]]`: plans and years for all years, months for `monthly`.

    model: indicator | weights | path, plan (the province's figure a year) | curve (share of the year reached
    by each month, 12 numbers) | attainment (district → its usual share of plan, relative to the others,
    optional) | parts (indicator → share of the total, optional). Districts sum exactly to the province in
    every month; cumulated figures never fall, December is the year's; parts sum to the total in every month
    and area. The province's course follows `curve`, bent to meet every published month. Published figures of
    districts stand; published district figures of parts do not fit.
    """
    name, parts, chance = model["indicator"], model.get("parts", {}), work.chance(model["indicator"])
    usual, count = work.profile(model.get("attainment", {}), 1.0), len(work.districts)
    weights = work.weights(model["weights"])
    mix = np.array(list(parts.values())) * chance.lognormal(0, 0.25, (count, len(parts)))
    for n, year in enumerate(work.years):
        start, end = whole_year(year)
        plans = work.share_out(name, (start, end), model["plan"][n], weights, kind="plan", step=10)
        done = work.share_out(
            name, (start, end), model["path"][n], plans * usual * chance.lognormal(0, 0.035, count)
        )
        ends = (
            [date(year, m, calendar.monthrange(year, m)[1]) for m in range(1, 13)]
            if year in monthly
            else [end]
        )
        reached = _course(
            work, name, ends, int(done.sum()), np.array(model["curve"]) ** chance.normal(1, 0.02)
        )
        steps = np.diff(reached, prepend=0)
        added = over_time(
            done,
            steps,
            chance.lognormal(0, 0.1, (count, len(ends))),
            *_known(work, name, work.districts, ends, done),
        )
        _add(work, name, ends, reached, added)
        if parts:
            _add_parts(work, parts, ends, steps, added, mix)


def _course(work: Work, name: str, ends: list[date], total: int, curve: np.ndarray) -> np.ndarray:
    """The province's cumulated figure at each end: published where known, between them along the curve."""
    if len(ends) == 1:
        return np.array([total])
    curve = np.append(curve[:-1], 1.0)
    known = {0.0: 0, 1.0: total}
    for share, until in zip(curve, ends):
        held = work.rows.held(name, work.province, date(until.year, 1, 1), until)
        if held is not None:
            known[float(share)] = int(held)
    at = sorted(known)
    return np.interp(curve, at, [known[share] for share in at]).round().astype(int)


def _known(
    work: Work, name: str, areas: list[str], ends: list[date], finals: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Least and most that a cumulated figure can be at each end, given the published ones (areas × ends)."""
    held = [[work.rows.held(name, area, date(until.year, 1, 1), until) for until in ends] for area in areas]
    held = np.array([[np.nan if v is None else v for v in row] for row in held], dtype=float)
    held[:, -1] = finals
    return np.nan_to_num(np.fmax.accumulate(held, axis=1)), np.fmin.accumulate(held[:, ::-1], axis=1)[:, ::-1]


def _add(work: Work, name: str, ends: list[date], whole: np.ndarray, added: np.ndarray) -> None:
    for until, total, values in zip(ends, whole, added.cumsum(axis=1).T):
        work.rows.add_exact(
            name,
            {work.province: int(total), **dict(zip(work.districts, values))},
            date(until.year, 1, 1),
            until,
        )


def _add_parts(
    work: Work, parts: dict, ends: list[date], steps: np.ndarray, added: np.ndarray, mix: np.ndarray
) -> None:
    """Splits every month of every district.

    The province's parts first, then districts so that they sum to those.
    """
    start, total = date(ends[0].year, 1, 1), int(steps.sum())
    held = [work.rows.held(part, work.province, start, ends[-1]) for part in parts]
    low, high = ([limit if v is None else v for v in held] for limit in (0, total))
    finals = apportion(total, list(parts.values()), lower=low, upper=high)
    bounds = [
        np.vstack(rows)
        for rows in zip(*(_known(work, p, [work.province], ends, finals[[i]]) for i, p in enumerate(parts)))
    ]
    whole = over_time(finals, steps, np.ones((len(parts), len(ends))), *bounds)
    split = np.stack([table_with_margins(added[:, m], whole[:, m], mix) for m in range(len(ends))], axis=2)
    for i, part in enumerate(parts):
        _add(work, part, ends, whole[i].cumsum(), split[:, i, :])
