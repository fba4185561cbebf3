"""Ranks of districts, of judged rates only: ties as displayed, bands where neighbours are not told apart."""

import numpy as np
import pandas as pd


def ranks(values: pd.Series, polarity: str, decimals: int) -> pd.Series:
    """Rank 1 = best: the highest, or the lowest where lower is better.

    Equal at the displayed decimals share the better rank and the next one is left out (1, 2, 2, 4);
    NaN is not ranked: who has no figure is not last.

    Args:
        polarity: `Indicator.judged`; where it is neutral nobody is ranked.
    """
    if polarity == "neutral":
        return pd.Series(float("nan"), index=values.index)
    return rounded(values, decimals).rank(method="min", ascending=polarity == "lower_is_better")


def rank_bands(
    values: pd.Series, polarity: str, decimals: int, step: pd.Series | None = None
) -> pd.DataFrame:
    """Between which ranks a district stands when differences too small to count are ties.

    Two districts are told apart when they differ by at least one displayed decimal and by more than
    one household's weight in either of them (`step`): below that a single case would swap them.

    Args:
        polarity: as for `ranks`.
        step: what one case moves each value by (factor ÷ denominator of a rate); None for counts.

    Returns:
        best, worst (float, NaN without a figure), indexed as `values`.
    """
    if polarity == "neutral":
        return pd.DataFrame(float("nan"), index=values.index, columns=["best", "worst"])
    shown = rounded(values, decimals).to_numpy(dtype=float)
    sign = -1 if polarity == "lower_is_better" else 1
    ahead = sign * (shown[None, :] - shown[:, None])  # row: me, column: by how much the other is better
    least = np.full_like(ahead, 10.0**-decimals * 0.999)
    if step is not None:
        weights = step.to_numpy(dtype=float)
        least = np.fmax(least, np.fmax(weights[None, :], weights[:, None]))
    known = ~np.isnan(shown)
    with np.errstate(invalid="ignore"):
        better, worse = (ahead >= least).sum(axis=1), (-ahead >= least).sum(axis=1)
    best = np.where(known, 1 + better, np.nan)
    worst = np.where(known, known.sum() - worse, np.nan)
    return pd.DataFrame({"best": best, "worst": worst}, index=values.index)


def rounded(values: pd.Series, decimals: int) -> pd.Series:
    """Half away from zero, as screens write: ties are judged by what a reader sees."""
    scaled = values.astype(float) * 10**decimals
    return np.sign(scaled) * np.floor(scaled.abs().round(6) + 0.5) / 10**decimals
