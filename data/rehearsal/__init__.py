"""The rehearsal edition: illustrative district figures, so that the screens can be tried.

Seeded and documented. Published figures stay as they are; districts add up exactly to the
province's. Everything about a province (profiles, paths, weights) stands in its rehearsal.toml.
"""

import numpy as np
import pandas as pd

from data.rehearsal.months import add_months
from data.rehearsal.poverty import add_poverty
from data.rehearsal.rows import Rows
from data.rehearsal.shares import add_levels, add_shares


def generate(published: pd.DataFrame, districts: list[str], province: str, recipe: dict) -> pd.DataFrame:
    """The illustrative rows that go beside the published ones.

    Args:
        published: as `checks.check_rows` returns it.
        recipe: rehearsal.toml; its tables are described at the functions that follow them.

    Returns:
        The long table, status “illustrative”, never a key that is published; the same on every run.

    Raises:
        KeyError: the recipe lacks a key or a district.
        ValueError: paths cannot be met, e.g. a part is larger than its whole.
    """
    years, monthly = recipe["years"], recipe.get("monthly", [])
    rows = Rows(published, recipe["source"])

    def weights(indicator: str) -> np.ndarray:
        """The latest complete published set of an indicator, a number a district; equal where there is none."""
        own = published[(published["indicator"] == indicator) & published["area"].isin(districts) & (published["kind"] == "actual")]
        for _, day in own.sort_values("period_end", ascending=False).groupby("period_end", sort=False):
            if day["area"].nunique() == len(districts):
                return day.set_index("area")["value"].reindex(districts).to_numpy(float)
        return np.ones(len(districts))

    if "poverty" in recipe:
        add_poverty(rows, recipe["poverty"], districts, province, weights(recipe["poverty"]["weights"]), years)
    for n, model in enumerate(recipe.get("months", [])):
        add_months(rows, model, districts, province, weights(model["weights"]), years, monthly, np.random.default_rng([recipe["seed"], 1, n]))
    kept: dict[str, dict] = {}
    for n, model in enumerate(recipe.get("shares", [])):
        kept[model["indicator"]] = {}
        limited = {**model, "keep": kept[model["indicator"]], **({"bounds": kept[model["of"]]} if "of" in model else {})}
        add_shares(rows, limited, districts, province, weights(model["weights"]), years, np.random.default_rng([recipe["seed"], 2, n]))
    for n, model in enumerate(recipe.get("levels", [])):
        add_levels(rows, model, districts, province, years, np.random.default_rng([recipe["seed"], 3, n]))
    return rows.frame()
