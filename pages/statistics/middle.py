"""Where a district stands against the middle of all: higher, similar, lower (median ± 1 MAD).

Source: Office for National Statistics (UK), Subnational indicators explorer: areas within one median
absolute deviation of the median are “similar to the median”. Unlike mean and standard deviation,
neither moves with a single extreme district.
"""

import pandas as pd

from data.absence import absent

STRENGTH = {-2: "much_", -1: "", 0: "", 1: "", 2: "much_"}


def middle(values: pd.Series) -> tuple[float, float]:
    """Median and median absolute deviation (both in the values' unit); NaN without a value."""
    known = values.dropna()
    median = float(known.median())
    return median, float((known - median).abs().median())


def position(values: pd.Series) -> pd.Series:
    """−2, −1, 0, 1, 2: how many MADs below or above the middle, cut at two; NaN without a value.

    0 holds the borders (median ± 1 MAD); ±1 reaches to 2 MAD. Where half of all values are equal the MAD
    is 0 and any difference counts as ±1.
    """
    median, mad = middle(values)
    return (values.astype(float) - median).apply(_position, mad=mad)


def _position(distance: float, mad: float) -> float:
    if absent(distance):
        return float("nan")
    side = float((distance > 0) - (distance < 0))
    if mad == 0:
        return side
    if abs(distance) <= mad * (1 + 1e-9):
        return 0.0
    return side * (2 if abs(distance) > 2 * mad else 1)


def standing(position: float, polarity: str) -> str:
    """What a position means: much_worse, worse, similar, better, much_better.

    Where neither high nor low is judged: much_lower, lower, near, higher, much_higher; "" without a position.

    Args:
        polarity: `Indicator.polarity`.
    """
    if absent(position):
        return ""
    neutral = polarity == "neutral"
    if position == 0:
        return "near" if neutral else "similar"
    up = position > 0
    side = ("higher" if up else "lower") if neutral else _judged(up, polarity)
    return STRENGTH[int(position)] + side


def _judged(up: bool, polarity: str) -> str:
    return "better" if up == (polarity == "higher_is_better") else "worse"
