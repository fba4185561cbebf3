"""Figures as unknowns: which numbers of an edition say the same thing, and which equations bind them.

A rate whose denominator is known says its numerator, so both are one cell, in counts. A stock that is
given for several days of a year with one value is one cell too.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.protection.rules import Rules

KEY = ["indicator", "area", "period_start", "period_end", "kind", "standard"]
READ = [*KEY, "value", "denominator", "year", "span"]  # of the table observation
NOWHERE = -1


@dataclass(frozen=True)
class Figures:
    """An edition's figures, ready to be protected.

    Attributes:
        rows: the figures concerned, in the edition's order: columns READ of `observation`, and province
            (bool) | cell (the row that stands for the same number) | count (the figure in the cell's unit) |
            factor (figure = factor × count) | base (row of the denominator, NOWHERE where none) | threshold
            (0 where none) | whole (bool: counts persons or households) | released (bool: lifted by the
            office) | small (bool).
        terms: equation int | cell | weight: Σ weight × count = 0, but for what rounding leaves.
        follows: leader | follower: cells; the one protected, so is the other.
    """

    rows: pd.DataFrame
    terms: pd.DataFrame
    follows: pd.DataFrame


def figures(
    observation: pd.DataFrame, rules: Rules, province: str, districts: int, lifted: set[tuple[str, str, int]]
) -> Figures:
    """The figures that protection has to look at.

    Args:
        observation: the table of that name, true values.
        districts: how many the province has.
        lifted: (indicator, area, year) that the office has released.
    """
    concerned = {*rules.thresholds, *rules.rates, *rules.relations.named()}
    rows = observation[
        observation["indicator"].isin(concerned)
        & (observation["kind"] != "plan")
        & observation["value"].notna()
    ]
    rows = rows[READ].reset_index(drop=True)
    rows["province"] = rows["area"] == province
    rows["threshold"] = rows["indicator"].map(rules.thresholds).fillna(0).astype(int)
    rows = _as_counts(rows, rules)
    released = pd.Series(
        [key in lifted for key in zip(rows["indicator"], rows["area"], rows["year"])],
        index=rows.index,
        dtype=bool,
    )
    rows["released"] = released.groupby(rows["cell"]).transform(
        "any"
    )  # with a count its rate, with a rate its count
    count = rows["count"].round()  # what a rounded rate says of its count
    rows["small"] = rows["whole"] & (count >= 1) & (count < rows["threshold"]) & ~rows["released"]
    terms = pd.concat(
        [
            _districts(rows, rules, districts),
            *(_sums(rows, s.total, s.parts) for s in rules.relations.sums),
            *(_balances(rows, b) for b in rules.relations.balances),
        ],
        ignore_index=True,
    )
    return Figures(rows, _numbered(terms, rows), _follows(rows, rules))


def _as_counts(rows: pd.DataFrame, rules: Rules) -> pd.DataFrame:
    """Adds cell, factor, base, count, whole; a rate takes the threshold of its numerator."""
    rows["cell"] = rows.index
    stock = rows[rows["span"] == "day"]
    rows.loc[stock.index, "cell"] = stock.groupby(["indicator", "area", "year", "standard", "value"])[
        "cell"
    ].transform("min")
    rows["factor"], rows["base"], rows["count"], rows["whole"] = (
        1.0,
        NOWHERE,
        rows["value"],
        rows["threshold"] > 0,
    )
    for rate, (numerator, denominator, factor) in rules.rates.items():
        rates = rows[rows["indicator"] == rate]
        if rates.empty:
            continue
        above, below = rows[rows["indicator"] == numerator], rows[rows["indicator"] == denominator]
        exact = _found(rates, above, ["area", "period_start", "period_end", "kind", "standard"])
        near = _found(rates, above.sort_values("period_end"), ["area", "year", "standard"])
        at = exact.where(exact >= 0, near)
        base = _found(rates, below, ["area", "period_start", "period_end", "kind"])
        of = rates["denominator"].fillna(base_of(rates, rows, denominator, rules))
        count = pd.Series(rows["count"].to_numpy()[at], index=rates.index)
        of = of.where(
            of.notna() | (at < 0), (factor * count / rates["value"]).where(rates["value"] > 0)
        )  # a reader may know it from elsewhere
        known = of > 0
        rows.loc[rates.index, "base"] = base
        rows.loc[rates.index, "factor"] = np.where(known, factor / of.where(known, 1), 1.0)
        rows.loc[rates.index, "count"] = np.where(known, rates["value"] * of / factor, rates["value"])
        rows.loc[rates.index, "whole"] = known
        rows.loc[rates.index, "threshold"] = rules.thresholds[numerator]
        rows.loc[rates.index, "cell"] = np.where(
            at >= 0, rows["cell"].to_numpy()[at], rows.loc[rates.index, "cell"]
        )
        rows.loc[rates.index[exact >= 0], "threshold"] = 0  # its count is there and decides
    return rows


def _found(wanted: pd.DataFrame, among: pd.DataFrame, by: list[str]) -> pd.Series:
    """The last row of `among` with the same values, NOWHERE without one."""
    places = among.drop_duplicates(by, keep="last").assign(at=lambda a: a.index)[[*by, "at"]]
    found = wanted[by].merge(places, on=by, how="left")["at"]
    return pd.Series(found.fillna(NOWHERE).astype(int).to_numpy(), index=wanted.index)


def base_of(rates: pd.DataFrame, rows: pd.DataFrame, denominator: str, rules: Rules) -> pd.Series:
    """What a reader takes for the base of a rate where none is told with it.

    Its own indicator, else one that stands in for it.
    """
    found = pd.Series(np.nan, index=rates.index)
    for indicator in (denominator, *rules.stand_ins.get(denominator, ())):
        found = found.fillna(_nearest(rates, rows[(rows["indicator"] == indicator) & rows["value"].notna()]))
    return found


def _nearest(counts: pd.DataFrame, below: pd.DataFrame) -> pd.Series:
    """The denominator of the nearest year of the same area, NaN without any."""
    asked = counts[["area", "year"]].reset_index().sort_values("year", kind="stable")
    known = below[["area", "year", "value"]].sort_values("year", kind="stable")
    if known.empty or asked.empty:
        return pd.Series(np.nan, index=counts.index)
    return (
        pd.merge_asof(asked, known, on="year", by="area", direction="nearest")
        .set_index("index")["value"]
        .reindex(counts.index)
    )


def _districts(rows: pd.DataFrame, rules: Rules, districts: int) -> pd.DataFrame:
    """Province = sum of all districts; of rates as counts, unless the counts themselves are there."""
    able = rows[rows["indicator"].isin(rules.summed) & rows["whole"]]
    able = able[able["indicator"].isin(rules.thresholds) | (able["threshold"] > 0)]
    by = ["indicator", "period_start", "period_end", "kind", "standard"]
    together = able.groupby(by)["province"]
    complete = (together.transform("size") == districts + 1) & (together.transform("sum") == 1)
    found = able[complete]
    return pd.DataFrame(
        {
            "equation": "d" + found.groupby(by).ngroup().astype(str),
            "row": found.index,
            "weight": np.where(found["province"], -1.0, 1.0) / found["factor"],
        }
    )


def _sums(rows: pd.DataFrame, total: str, parts: tuple[str, ...]) -> pd.DataFrame:
    """total = Σ parts, where those present add up."""
    found = rows[rows["indicator"].isin((total, *parts))]
    by = ["area", "period_start", "period_end", "kind", "standard"]
    signed = found["value"].where(found["indicator"] != total, -found["value"])
    groups = found.assign(signed=signed, whole_row=found["indicator"] == total).groupby(by)
    holds = (
        (groups["signed"].transform("sum").abs() < 1e-6)
        & (groups["whole_row"].transform("sum") == 1)
        & (groups["signed"].transform("size") > 1)
    )
    found = found[holds]
    return pd.DataFrame(
        {
            "equation": f"s{total}{parts}" + found.groupby(by).ngroup().astype(str),
            "row": found.index,
            "weight": np.where(found["indicator"] == total, -1.0, 1.0),
        }
    )


def _balances(rows: pd.DataFrame, balance) -> pd.DataFrame:
    """total = before of the year before + plus − minus."""
    of_year = rows[rows["span"].isin(["day", "year"])].sort_values(
        ["kind", "period_end"], ascending=[False, True]
    )  # an estimate before an actual

    def side(indicator: str, later: int = 0) -> pd.DataFrame:
        of_indicator = of_year[of_year["indicator"] == indicator].drop_duplicates(
            ["area", "year", "standard"], keep="last"
        )
        return of_indicator.assign(row=of_indicator.index, year=of_indicator["year"] + later)[
            ["area", "year", "standard", "row"]
        ]

    sides = [
        (side(balance.before, 1), 1.0),
        (side(balance.total), -1.0),
        *((side(i), 1.0) for i in balance.plus),
        *((side(i), -1.0) for i in balance.minus),
    ]
    met = sides[0][0].rename(columns={"row": "row0"})
    for n, (first, _) in enumerate(sides[1:], 1):
        by = ["area", "year", "standard"] if (first["standard"] != "").any() else ["area", "year"]
        met = met.merge(first[[*by, "row"]].rename(columns={"row": f"row{n}"}), on=by)
    return pd.concat(
        [
            pd.DataFrame(
                {
                    "equation": [f"b{balance.total}{e}" for e in range(len(met))],
                    "row": met[f"row{n}"],
                    "weight": weight,
                }
            )
            for n, (_, weight) in enumerate(sides)
        ],
        ignore_index=True,
    )


def _numbered(terms: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """Terms over cells instead of rows, equations numbered from 0."""
    cell, factor = (
        rows["cell"].to_numpy()[terms["row"].astype(int)],
        rows["factor"].to_numpy()[terms["row"].astype(int)],
    )
    met = pd.DataFrame({"equation": terms["equation"], "cell": cell, "weight": terms["weight"] * factor})
    met = met.groupby(["equation", "cell"], sort=False, as_index=False)["weight"].sum()
    return met.assign(equation=pd.factorize(met["equation"])[0])


def _follows(rows: pd.DataFrame, rules: Rules) -> pd.DataFrame:
    by = ["area", "period_start", "period_end", "kind", "standard"]
    known = rows[[*by, "indicator", "cell", "value"]]
    pairs = [
        known[known["indicator"] == f.of].merge(
            known[(known["indicator"] == f.count) & (known["value"] > 0)], on=by
        )
        for f in rules.relations.follows
    ]
    met = pd.concat(pairs) if pairs else pd.DataFrame({"cell_x": [], "cell_y": []}, dtype=int)
    return met.rename(columns={"cell_x": "leader", "cell_y": "follower"})[["leader", "follower"]]
