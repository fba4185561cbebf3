"""An intruder's arithmetic, written apart from the program: what follows from everything that is shown.

Simple and slow on purpose. It knows the relations that any reader of the reports knows, takes the answers of
the open data interface, and solves exactly (fractions) or bounds (linear programming) what is kept back.
"""

from collections import defaultdict
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pandas as pd
from scipy.optimize import linprog

SUMS = {  # beside part_of and districts
    "so_ho_ngheo": ("so_ho_ngheo_theo_thu_nhap", "so_ho_ngheo_thieu_hut_dvxh"),
    "dan_so_15_tuoi_tro_len": ("dan_so_15_59_tuoi", "dan_so_60_tuoi_tro_len"),
}
KEY = ["indicator", "area", "period_start", "period_end", "kind", "standard"]
Equation = dict[int, Fraction]  # row of the frame → weight; Σ weight × value = 0


def equations(
    true: pd.DataFrame, hidden: set[int], catalogue, province: str, districts: list[str]
) -> list[Equation]:
    """Every relation between rows of `true` (columns of `queries.observations`, true values; plans left out).

    Weights use true values only where a reader knows them: a rate is an equation while its base or itself is
    shown.
    """
    value = dict(enumerate(true["value"]))
    keys = true[KEY].astype(str).to_dict("records")
    at = {tuple(key.values()): n for n, key in enumerate(keys)}
    found: list[Equation] = []

    def place(n: int, **other: str) -> int | None:
        return at.get(tuple((keys[n] | other).values()))

    for n, indicator, area in zip(range(len(true)), true["indicator"], true["area"]):
        declared = catalogue.indicators[indicator]
        if declared.aggregate == "sum" and area == province:
            parts = [place(n, area=d) for d in districts]
            if None not in parts:
                found.append({n: Fraction(-1)} | dict.fromkeys(parts, Fraction(1)))
        for names in [
            [i.id for i in catalogue.indicators.values() if i.part_of == indicator],
            SUMS.get(indicator, ()),
        ]:
            parts = [p for p in (place(n, indicator=i) for i in names) if p is not None]
            if parts and abs(sum(value[p] for p in parts) - value[n]) < 1e-6:
                found.append({n: Fraction(-1)} | dict.fromkeys(parts, Fraction(1)))
        if declared.numerator:
            above, below = place(n, indicator=declared.numerator), place(n, indicator=declared.denominator)
            below = place(n, indicator=declared.denominator, standard="") if below is None else below
            if above is not None and below is not None and value[below]:
                if below not in hidden:
                    found.append({above: Fraction(declared.factor) / Fraction(value[below]), n: Fraction(-1)})
                elif n not in hidden and value[n]:
                    found.append({above: Fraction(declared.factor), below: -Fraction(value[n])})
    return found + _over_time(true) + _same_stock(true)


def _over_time(true: pd.DataFrame) -> list[Equation]:
    """The poor of a year from those of the year before and who moved.

    The fall of the rate from the two rates.
    """
    whole = true[
        (true["kind"] == "actual")
        & (
            (true["period_start"] == true["period_end"])
            | (true["period_start"].dt.month.eq(1) & true["period_end"].dt.month.eq(12))
        )
    ]
    last = whole.sort_values("period_end").groupby(["indicator", "area", whole["period_end"].dt.year]).tail(1)
    at = {
        (r.indicator, r.area, r.period_end.year): (n, r.standard)
        for n, r in zip(last.index, last.itertuples())
    }
    found = []
    for (indicator, area, year), (n, standard) in at.items():

        def one(name: str, back: int = 0, area: str = area, year: int = year) -> int | None:
            got = at.get((name, area, year - back))
            return got[0] if got else None

        if (
            indicator == "so_ho_ngheo"
            and (before := at.get((indicator, area, year - 1)))
            and before[1] == standard
        ):
            terms = {
                n: -1,
                before[0]: 1,
                one("so_ho_thoat_ngheo"): -1,
                one("so_ho_tai_ngheo"): 1,
                one("so_ho_ngheo_phat_sinh"): 1,
            }
        elif indicator == "muc_giam_ty_le_ho_ngheo":
            terms = {n: -1, one("ty_le_ho_ngheo", 1): 1, one("ty_le_ho_ngheo"): -1}
        else:
            continue
        if None not in terms:
            found.append({k: Fraction(v) for k, v in terms.items()})
    return found


def _same_stock(true: pd.DataFrame) -> list[Equation]:
    """A stock told for two days of a year with one value."""
    stock = true[true["period_start"] == true["period_end"]]
    groups = stock.groupby(
        ["indicator", "area", stock["period_end"].dt.year, "standard", "value"]
    ).groups.values()
    return [{rows[0]: Fraction(1), other: Fraction(-1)} for rows in groups for other in rows[1:]]


def rising(true: pd.DataFrame) -> list[tuple[int, int]]:
    """Pairs of rows of which the later cannot be less: cumulated counts of one year, each and the next.

    A reader knows that months only add; where a correction made a count fall, he knows nothing.
    """
    of_year = true[
        (true["period_start"] < true["period_end"])
        & true["period_start"].dt.month.eq(1)
        & true["period_start"].dt.day.eq(1)
        & true["period_start"].dt.year.eq(true["period_end"].dt.year)
    ]
    series = of_year.sort_values("period_end").groupby(
        ["indicator", "area", "period_start", "kind", "standard"]
    )
    return [
        (a, b)
        for rows in series.groups.values()
        for a, b in pairwise(rows)
        if true.at[a, "value"] <= true.at[b, "value"]
    ]


def across(frames: list[pd.DataFrame], hidden: set[int]) -> tuple[list[Equation], set[int]]:
    """What editions tell alike (key and value; of a stock the year) is one number. Rows count on through the
    frames.

    Returns:
        equations between twins; the hidden rows of which no twin is shown.
    """
    rows = pd.concat(frames, ignore_index=True)
    stock = rows["period_start"] == rows["period_end"]
    name = rows[[*KEY, "value"]].astype(str).agg("|".join, axis=1)
    day = rows[["indicator", "area", "standard", "value"]].astype(str).agg("|".join, axis=1) + rows[
        "period_end"
    ].dt.year.astype(str)
    twins = rows.groupby(name.where(~stock, day)).groups.values()
    found = [{same[0]: Fraction(1), other: Fraction(-1)} for same in twins for other in same[1:]]
    return found, {k for same in twins if hidden.issuperset(same) for k in same}


def moved(found: list[Equation], by: int) -> list[Equation]:
    """The same equations over rows that stand `by` further down."""
    return [{k + by: w for k, w in e.items()} for e in found]


def hidden_part(found: list[Equation], hidden: set[int]) -> list[Equation]:
    """The equations over what is kept back: the rest is known."""
    return [part for e in found if (part := {k: w for k, w in e.items() if k in hidden})]


def follows(found: list[Equation], hidden: set[int]) -> set[int]:
    """Hidden rows that are the same in every solution (Gauss–Jordan elimination in fractions)."""
    pivots: dict[int, Equation] = {}
    for equation in hidden_part(found, hidden):
        left = dict(equation)
        for pivot, row in pivots.items():
            if weight := left.get(pivot):
                left = _minus(left, row, weight)
        if not left:
            continue
        pivot, weight = next(iter(left.items()))
        left = {k: w / weight for k, w in left.items()}
        for other, row in list(pivots.items()):
            if weight := row.get(pivot):
                pivots[other] = _minus(row, left, weight)
        pivots[pivot] = left
    return {pivot for pivot, row in pivots.items() if len(row) == 1}


def _minus(a: Equation, b: Equation, times: Fraction) -> Equation:
    made = defaultdict(Fraction, a)
    for k, w in b.items():
        made[k] -= times * w
    return {k: w for k, w in made.items() if w}


def largest(
    found: list[Equation],
    hidden: set[int],
    true: pd.DataFrame,
    counts: set[int],
    asked: list[int],
    pairs: list[tuple[int, int]],
) -> dict[int, float]:
    """The largest value that each row asked for can have, every hidden count being 1 or more and none of
    `pairs` falling (`rising`).
    """
    parts, group = hidden_part(found, hidden), {k: k for k in hidden}
    below = [(a, b) for a, b in pairs if (a in hidden or b in hidden) and counts.issuperset({a, b} & hidden)]

    def root(k: int) -> int:
        while group[k] != k:
            k = group[k]
        return k

    for first, *others in [*parts, *(tuple(k for k in pair if k in hidden) for pair in below)]:
        for other in others:
            group[root(other)] = root(first)
    answer = {}
    for n in asked:
        members = [k for k in hidden if root(k) == root(n)]
        inside = set(members)
        own = [e for e in parts if next(iter(e)) in inside]
        steps = [pair for pair in below if inside & set(pair)]
        if not own and not steps:
            answer[n] = np.inf
            continue
        column = {k: c for c, k in enumerate(members)}
        matrix = np.zeros((len(own), len(members)))
        for r, e in enumerate(own):
            for k, w in e.items():
                matrix[r, column[k]] = float(w)
        known = matrix @ true.loc[members, "value"].to_numpy(float)
        fall, room = np.zeros((len(steps), len(members))), np.zeros(len(steps))
        for r, pair in enumerate(steps):
            for sign, k in zip((1, -1), pair):
                if k in column:
                    fall[r, column[k]] = sign
                else:
                    room[r] -= sign * true.at[k, "value"]
        aim = np.zeros(len(members))
        aim[column[n]] = -1
        solved = linprog(
            aim,
            A_ub=fall if steps else None,
            b_ub=room if steps else None,
            A_eq=matrix if own else None,
            b_eq=known if own else None,
            bounds=[(min(1, true.at[k, "value"]), None) if k in counts else (None, None) for k in members],
        )
        answer[n] = np.inf if solved.status == 3 else -solved.fun
    return answer
