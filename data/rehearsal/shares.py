"""Counts, money and rates that follow a yearly path of the province."""

import numpy as np

from data.rehearsal.rows import period
from data.rehearsal.work import Bounds, Work, path


def add_shares(work: Work, model: dict) -> None:
    """One indicator of the recipe's `[[shares]]`: the province's figure, shared among districts by weights.

    model: indicator | measure (stock, flow) | weights (an indicator, or indicators with factors) | path (a
    figure a year) | plan (a figure a year, optional) | scale (10 ** decimals of the unit, 1 for counts) |
    profile (district → factor, optional) | spread (how much districts differ, 0.12 where not said) | of (an
    indicator above in the recipe that it is a part of: shared out by that one's districts and never above
    them; takes the place of weights).
    """
    name, chance, scale, count = (
        model["indicator"],
        work.chance(model["indicator"]),
        model.get("scale", 1),
        len(work.districts),
    )
    spread = model.get("spread", 0.12)
    usual = work.profile(model.get("profile", {}), 1.0) * chance.lognormal(0, spread, count)
    if "of" not in model:
        usual = usual * work.weights(model["weights"])
    for n, year in enumerate(work.years):
        when, uneven = period(model["measure"], year), usual * chance.lognormal(0, spread * 0.4, count)
        if "plan" in model:
            work.share_out(name, when, model["plan"][n], usual, kind="plan", scale=scale)
        whole = work.shared[model["of"], year, "actual"] if "of" in model else None
        weights = uneven if whole is None else _part(whole, path(model["path"], n) * scale, uneven)
        work.share_out(name, when, path(model["path"], n), weights, scale=scale, bounds=Bounds(upper=whole))


def _part(whole: np.ndarray, part: float, uneven: np.ndarray) -> np.ndarray:
    """Expected size of a part a district.

    Of a large part it is the rest that differs, so that none is cut off at 100%.
    """
    if part <= whole.sum() / 2:
        return whole * uneven
    rest = whole / uneven
    return np.maximum(whole - (whole.sum() - part) * rest / rest.sum(), 0)


def add_totals(work: Work, model: dict) -> None:
    """One indicator of the recipe's `[[totals]]`: the sum of others above in the recipe, area by area.

    model: indicator | measure | of (indicators).
    """
    for year in work.years:
        for kind in ("actual", "plan"):
            if all((part, year, kind) in work.shared for part in model["of"]):
                values = np.sum([work.shared[part, year, kind] for part in model["of"]], axis=0)
                sums = {work.province: int(values.sum()), **dict(zip(work.districts, values))}
                work.rows.add_exact(model["indicator"], sums, *period(model["measure"], year), kind)


def add_levels(work: Work, model: dict) -> None:
    """One rate of the recipe's `[[levels]]`, which has no numerator in the catalogue and so is never summed.

    model: indicator | measure | path, plan (the province's rate a year, %; plan optional) | decimals |
    weights (districts average to the province by them; without it the province alone gets figures) | offset
    (district → points, optional) | spread (points, 0.3 where not said).
    """
    name, chance, spread = model["indicator"], work.chance(model["indicator"]), model.get("spread", 0.3)
    usual = work.profile(model.get("offset", {}), 0.0) + chance.normal(0, spread, len(work.districts))
    for n, year in enumerate(work.years):
        when = period(model["measure"], year)
        held = work.rows.held(name, work.province, *when)
        whole = model["path"][n] if held is None else held
        work.rows.add(name, work.province, *when, whole)
        if "plan" in model:
            work.rows.add(name, work.province, *when, model["plan"][n], "plan")
        if "weights" not in model:
            continue
        points = usual + chance.normal(0, spread * 0.2, len(work.districts))
        points -= np.average(points, weights=work.weights(model["weights"]))
        for district, value in zip(work.districts, np.clip(whole + points, 0, 100).round(model["decimals"])):
            work.rows.add(name, district, *when, value)
