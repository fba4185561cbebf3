"""Which rows of conflicts.csv would tell a protected figure."""

import pandas as pd

from data.protection.cells import base_of
from data.protection.rules import Rules


def gives_away(
    conflicts: pd.DataFrame, observation: pd.DataFrame, withheld: pd.DataFrame, rules: Rules
) -> pd.Series:
    """Which rows of conflicts.csv the public may not see: small counts, rates of such, and whatever stands
    for a protected figure.

    Args:
        conflicts: the table as text. observation: the edition's table. withheld: the protected rows of the
            same edition.
    """
    rows = pd.DataFrame(
        {
            "indicator": conflicts["indicator"],
            "area": conflicts["area"].astype("str"),  # joined with a table of texts
            "year": conflicts["period_end"].str[:4],
            "value": pd.to_numeric(conflicts["value"], errors="coerce"),
        }
    )
    rows["year"] = pd.to_numeric(rows["year"], errors="coerce").fillna(0).astype("int64")
    small = (rows["value"] > 0) & (rows["value"] < rows["indicator"].map(rules.thresholds))
    for rate, (numerator, denominator, factor) in rules.rates.items():
        rates = rows[rows["indicator"] == rate]
        count = rates["value"] * base_of(rates, observation, denominator, rules) / factor
        small[rates.index] = (count.round() >= 1) & (count.round() < rules.thresholds[numerator])
    kept = set(zip(withheld["indicator"], withheld["area"], withheld["year"]))
    return small | pd.Series(
        [key in kept for key in zip(rows["indicator"], rows["area"], rows["year"])],
        index=rows.index,
        dtype=bool,
    )
