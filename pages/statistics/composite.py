"""A composite of several indicators with weights, and how far its ranks depend on them.

Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), steps 5 (normalisation: z-scores,
min–max) and 7 (uncertainty of weights): a rank that a small change of weights overturns is no result.
"""

from itertools import product

import numpy as np
import pandas as pd

from pages.statistics.ranks import ranks

METHODS = ("z", "min_max")
DECIMALS = 2  # scores are compared, and tied, as they are written
SPREAD = (0.5, 1.0, 2.0)  # what a weight is multiplied by, each on its own
CORNERS = 6  # up to so many indicators every combination of SPREAD is tried, above it only halves and doubles


def normalised(values: pd.DataFrame, polarity: dict[str, str], method: str) -> pd.DataFrame:
    """Each column on one scale, high = good.

    z: (x − mean) ÷ standard deviation of the districts (n in the divisor), turned where lower is better.
    min_max: 0 = worst, 100 = best district. A column whose values are all equal counts 0 (z) or 50.

    Args:
        values: districts × indicators, no gaps. polarity: of each column; neutral ones cannot be judged.

    Raises:
        ValueError: a neutral indicator, an unknown method.
    """
    if neutral := [c for c in values.columns.astype(str) if polarity[c] == "neutral"]:
        raise ValueError(f"neither high nor low is better: {', '.join(neutral)}")
    if method not in METHODS:
        raise ValueError(f"unknown method {method}")
    lower = [polarity[c] == "lower_is_better" for c in values.columns.astype(str)]
    sign = pd.Series(np.where(lower, -1.0, 1.0), index=values.columns)
    if method == "z":
        spread = values.std(ddof=0)
        return ((values - values.mean()) / spread.where(spread > 0)).fillna(0.0) * sign
    width = values.max() - values.min()
    share = ((values - values.min()) / width.where(width > 0)).fillna(0.5)
    return 100 * (share * sign + (sign < 0))  # 1 − share where lower is better


def composite(scales: pd.DataFrame, weights: dict[str, float]) -> pd.Series:
    """Σ weight × scale ÷ Σ weight for each district.

    Raises:
        ValueError: all weights are 0, or one is negative.
    """
    weight = pd.Series(weights, dtype=float).reindex(scales.columns)
    if (weight < 0).any() or weight.sum() <= 0:
        raise ValueError("weights must be 0 or more and not all 0")
    return scales @ weight / weight.sum()


def rank_range(scales: pd.DataFrame, weights: dict[str, float]) -> pd.DataFrame:
    """Best and worst rank of each district when every weight is halved, kept or doubled, in all combinations.

    Returns:
        best, worst (int), indexed as `scales`. Ties share a rank, as in `ranks`.
    """
    weight = pd.Series(weights, dtype=float).reindex(scales.columns).to_numpy()
    varied = np.flatnonzero(weight > 0)
    steps = SPREAD if len(varied) <= CORNERS else (SPREAD[0], SPREAD[-1])
    factors = np.ones((len(steps) ** len(varied), len(weight)))
    factors[:, varied] = list(product(steps, repeat=len(varied)))
    tried = factors * weight
    scores = scales.to_numpy() @ (tried / tried.sum(axis=1, keepdims=True)).T  # districts × combinations
    shown = np.round(scores, DECIMALS)
    higher = [(shown > scored + 1e-9).sum(axis=0) for scored in shown]
    every = 1 + np.array(higher)  # rank: 1 + how many score higher
    stated = ranks(composite(scales, weights), "higher_is_better", DECIMALS)
    return pd.DataFrame(
        {
            "best": np.minimum(every.min(axis=1), stated).astype(int),
            "worst": np.maximum(every.max(axis=1), stated).astype(int),
        }
    )
