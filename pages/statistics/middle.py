"""Where a district stands against the middle of all: higher, similar, lower (median ± 1 MAD).

Source: Office for National Statistics (UK), Subnational indicators explorer: areas within one median
absolute deviation of the median are “similar to the median”. Unlike mean and standard deviation,
neither moves with a single extreme district.
"""

import pandas as pd

from data.absence import absent


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
    distance = values.astype(float) - median
    if mad == 0:
        return distance.apply(lambda d: d if absent(d) else float((d > 0) - (d < 0)))
    return distance.apply(
        lambda d: (
            d
            if absent(d)
            else 0.0
            if abs(d) <= mad * (1 + 1e-9)
            else (1.0 if d > 0 else -1.0) * (2 if abs(d) > 2 * mad else 1)
        )
    )
