"""Map classes: registered limits, the same for every year of an indicator, or free ones from the data.

Limits are the inner borders. Classes are right-closed (0–1 holds 1), so zero is in the lowest; a
share of plan is left-closed, for 100% is reached. The last class is open.
"""

import warnings
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np

from data.absence import absent
from data.catalogue import Indicator
from pages.text.numbers import number
from pages.text.words import words


@dataclass(frozen=True)
class Classes:
    """Classes with the number of areas in each.

    limits: inner borders, ascending. counts: areas in each class, lowest first. comparable: the same
    limits serve other years. centre: the middle of a diverging scale, None for levels.
    closed_right: a value on a limit belongs to the class below it. high_is_better: which side of the
    centre is the wanted one.
    """

    limits: tuple[float, ...]
    counts: tuple[int, ...]
    comparable: bool = True
    centre: float | None = None
    closed_right: bool = True
    high_is_better: bool = True

    def class_of(self, value: float | None) -> int | None:
        """Index of the class that holds the value, lowest 0; None when there is no value."""
        if value is None or absent(value):
            return None
        return int(np.searchsorted(self.limits, value, side="left" if self.closed_right else "right"))

    def labels(self, language: str) -> tuple[str, ...]:
        """“0–1”, “1–2”, “> 8”; numbers as the language writes them."""
        written = [number(limit, 4, language) for limit in self.limits]
        if not written:
            return ("",)
        below, above = ("≤", ">") if self.closed_right else ("<", "≥")
        from_zero = self.centre is None and self.limits[0] > 0
        first = f"0–{written[0]}" if from_zero else f"{below} {written[0]}"
        dash = "–" if min(self.limits) >= 0 else words("figures", language)["to"]
        between = [f"{a}{dash}{b}" for a, b in pairwise(written)]
        return (first, *between, f"{above} {written[-1]}")


def registered(values: Iterable[float], indicator: Indicator, standard: str = "") -> Classes | None:
    """The catalogue's classes of an indicator under a standard; None when none are registered."""
    limits = indicator.map_thresholds(standard)
    return counted(limits, values) if limits else None


def free(values: Iterable[float], k: int = 5) -> Classes:
    """Natural breaks of these very values: honest for one picture, not between years.

    Borders are rounded to figures a reader can say, as long as no value changes its class.
    """
    present = np.array([v for v in values if not absent(v)], dtype=float)
    distinct = np.unique(present)
    if len(distinct) < 2:
        return counted((), present, comparable=False)
    k = min(k, len(distinct))
    breaks = distinct[:-1] if len(distinct) == k else _natural_breaks(present, k)
    uppers = [float(b) for b in np.unique(breaks) if b < distinct[-1]]  # equal values leave empty classes
    nexts = [float(distinct[distinct > upper][0]) for upper in uppers]
    return counted(tuple(_round_between(a, b) for a, b in zip(uppers, nexts)), present, comparable=False)


def diverging(
    values: Iterable[float],
    limits: Iterable[float],
    *,
    centre: float,
    high_is_better: bool = True,
    closed_right: bool = True,
) -> Classes:
    """Classes around a real middle: 0 for a change, 100 for a share of plan."""
    return counted(
        tuple(limits), values, centre=centre, high_is_better=high_is_better, closed_right=closed_right
    )


def for_indicator(values: Iterable[float], indicator: Indicator, standard: str = "") -> Classes:
    """Registered classes, else free ones."""
    values = list(values)
    return registered(values, indicator, standard) or free(values)


def counted(limits: Iterable[float], values: Iterable[float], **options: Any) -> Classes:
    """Classes with these limits, their members counted; options as `Classes` has them."""
    empty = Classes(tuple(float(limit) for limit in limits), (), **options)
    members = [empty.class_of(value) for value in values]
    return replace(empty, counts=tuple(members.count(i) for i in range(len(empty.limits) + 1)))


def _natural_breaks(values: np.ndarray, k: int) -> np.ndarray:
    from mapclassify import FisherJenks  # heavy, and only explorers need it

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # “Numba not installed”: fifteen values need no speed
        return FisherJenks(values, k=k).bins[:-1]


def _round_between(low: float, high: float) -> float:
    """The shortest decimal ≥ low and < high."""
    for digits in range(-6, 10):
        rounded = float(np.ceil(round(low * 10**digits, 6)) / 10**digits)
        if low <= rounded < high:
            return rounded
    return float(low)
