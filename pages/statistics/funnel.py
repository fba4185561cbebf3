"""Control limits of a funnel plot: which rates differ from the whole's by more than chance, given their size.

Source: Wilson, JASA 22 (1927) 209–212, as used for proportions in funnel plots by Public Health England
(Technical Guide: Funnel plots for proportions): limits at which a rate over n cases would just have the
target rate θ inside its own Wilson interval. Reading: Spiegelhalter, Statistics in Medicine 24 (2005)
1185–1202. A full count has no sampling error; the limits say what chance alone would make of a rate that
is the same everywhere. With thousands of households they are narrow: differences beyond them are real,
not necessarily important.
"""

import numpy as np

NARROW, WIDE = 1.959964, 3.090232  # normal quantiles for 95% and 99.8% between the limits


def limits(target: float, size, quantile: float) -> tuple[np.ndarray, np.ndarray]:
    """Lower and upper limit (shares 0–1) for rates over `size` cases.

    (2nθ + z² ∓ z √(z² + 4nθ(1 − θ))) ÷ (2(n + z²))

    Args:
        target: the whole's rate θ, a share 0–1. size: n, one or many, above 0.

    Raises:
        ValueError: target outside 0–1.
    """
    if not 0 <= target <= 1:
        raise ValueError(f"a share lies between 0 and 1, not {target}")
    n, z = np.asarray(size, dtype=float), quantile
    centre, reach = 2 * n * target + z**2, z * np.sqrt(z**2 + 4 * n * target * (1 - target))
    return np.maximum(0.0, (centre - reach) / (2 * (n + z**2))), (centre + reach) / (2 * (n + z**2))


def verdict(rate: float, target: float, size: float) -> str:
    """“inside” (chance would do), “near” (beyond 95%), “low” or “high” (beyond 99.8%); shares 0–1."""
    low, high = (float(edge) for edge in limits(target, size, WIDE))
    if rate < low or rate > high:
        return "low" if rate < low else "high"
    low, high = (float(edge) for edge in limits(target, size, NARROW))
    return "near" if rate < low or rate > high else "inside"
