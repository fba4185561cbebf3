"""Counts, money and rates that follow a yearly path of the province, shared among districts by weights."""

import numpy as np

from data.rehearsal.apportion import apportion
from data.rehearsal.rows import Rows, whole_year, year_end


def add_shares(rows: Rows, model: dict, districts: list[str], province: str, weights, years: list[int], noise: np.random.Generator) -> None:
    """One indicator of the recipe's `[[shares]]`.

    model: indicator | measure (stock, flow) | path (a figure a year) | plan (a figure a year, optional) |
        scale (10 ** decimals, 1 for counts) | of (indicator that bounds it, optional) | spread (how much districts differ).
    weights: number a district (people, households …).
    """
    scale = model.get("scale", 1)
    uneven = noise.lognormal(0, model.get("spread", 0.12), len(districts))
    for n, year in enumerate(years):
        start, end = whole_year(year) if model["measure"] == "flow" else (year_end(year),) * 2
        for kind, path in (("actual", model["path"]), ("plan", model.get("plan"))):
            if not path:
                continue
            held = rows.held(model["indicator"], province, start, end, kind)
            whole = held if held is not None else path[n]
            drift = uneven * (noise.lognormal(0, 0.05, len(districts)) if kind == "actual" else 1)
            bound = model["bounds"][year] if "bounds" in model else None
            values = apportion(round(whole * scale), weights * drift, upper=bound)
            rows.add(model["indicator"], province, start, end, whole, kind)
            rows.add_all(model["indicator"], districts, start, end, values / scale, kind)
            if kind == "actual" and "keep" in model:
                model["keep"][year] = values


def add_levels(rows: Rows, model: dict, districts: list[str], province: str, years: list[int], noise: np.random.Generator) -> None:
    """One rate of the recipe's `[[levels]]`, which has no numerator in the catalogue.

    model: indicator | measure | path (the province's rate a year, %) | decimals | offset (district → points, optional) | spread (points).
    """
    usual = np.array([model.get("offset", {}).get(code, 0.0) for code in districts]) + noise.normal(0, model.get("spread", 0.3), len(districts))
    for n, year in enumerate(years):
        start, end = whole_year(year) if model["measure"] == "flow" else (year_end(year),) * 2
        held = rows.held(model["indicator"], province, start, end)
        whole = held if held is not None else model["path"][n]
        rows.add(model["indicator"], province, start, end, whole)
        if plan := model.get("plan"):
            rows.add(model["indicator"], province, start, end, plan[n], "plan")
        values = np.clip(whole + usual, 0, 100).round(model["decimals"])
        rows.add_all(model["indicator"], districts, start, end, values)
