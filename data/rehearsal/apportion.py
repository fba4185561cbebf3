"""Sharing a whole number out exactly, by weights and within bounds."""

import numpy as np


def apportion(total: int, weights, *, upper=None, lower=None) -> np.ndarray:
    """Whole numbers that sum to `total` exactly, in proportion to `weights`.

    Method: largest remainders (Hamilton 1792); what a bound cuts off is shared among the others.

    Args:
        total: what is shared out, 0 or more.
        weights: one number ≥ 0 a receiver; all zero means equal.
        lower, upper: whole numbers a receiver; a fixed share has both alike.

    Raises:
        ValueError: the bounds leave no room for `total`.
    """
    weights = np.asarray(weights, dtype=float)
    if not weights.any():
        weights = np.ones_like(weights)
    low = np.zeros(len(weights)) if lower is None else np.asarray(lower, dtype=float)
    high = np.full(len(weights), float(total)) if upper is None else np.minimum(np.asarray(upper, dtype=float), total)
    if low.sum() > total or high.sum() < total:
        raise ValueError(f"cannot share {total} within {low.sum():.0f}–{high.sum():.0f}")
    exact = _within(total, weights, low, high)
    shares = np.floor(exact + 1e-9)
    rest = int(round(total - shares.sum()))
    order = np.argsort(-(exact - shares), kind="stable")
    while rest > 0:
        for i in order:
            if rest and shares[i] < high[i]:
                shares[i] += 1
                rest -= 1
    return shares.astype(int)


def _within(total: float, weights: np.ndarray, low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """Real shares within bounds: one scale for all that no bound holds, found by halving."""
    floor = np.where(weights > 0, weights, weights[weights > 0].min() * 1e-6)
    small, large = 0.0, (total + 1) / floor.min() + 1
    for _ in range(200):
        middle = (small + large) / 2
        if np.clip(floor * middle, low, high).sum() < total:
            small = middle
        else:
            large = middle
    return np.clip(floor * small, low, high)


def matrix(rows: np.ndarray, columns: np.ndarray, noise: np.ndarray) -> np.ndarray:
    """A table of whole numbers with exactly these row and column sums (both sum to the same total).

    Column by column, what each row still has to give is shared out; `noise` (about 1, same shape)
    makes rows differ. The last column takes the rest.
    """
    left, table = rows.astype(int).copy(), np.zeros((len(rows), len(columns)), dtype=int)
    for c, column in enumerate(columns):
        table[:, c] = apportion(int(column), left * noise[:, c], upper=left)
        left -= table[:, c]
    return table
