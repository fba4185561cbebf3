"""Sharing whole numbers out exactly.

By weights, within bounds, over time, and in a table with fixed margins.
"""

import numpy as np


def apportion(total: int, weights, *, lower=None, upper=None) -> np.ndarray:
    """Whole numbers that sum to `total` exactly, in proportion to `weights`.

    Method: largest remainders (A. Hamilton, 1792; M. Balinski and H. P. Young, Fair Representation,
    1982); what a bound cuts off is shared among the others in proportion. Equal remainders: the
    earlier receiver first.

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
    high = np.full(len(weights), float(max(total, 0))) if upper is None else np.asarray(upper, dtype=float)
    if (low > high).any() or not low.sum() <= total <= high.sum():
        raise ValueError(f"không chia được {total} trong khoảng {low.sum():.0f}–{high.sum():.0f}")
    exact = _within(total, np.maximum(weights / weights.max(), 1e-9), low, high)
    shares = np.floor(exact + 1e-9)
    rest = round(total - shares.sum())
    order = np.argsort(-(exact - shares).round(9), kind="stable")
    while rest > 0:
        for i in order:
            if rest and shares[i] < high[i]:
                shares[i] += 1
                rest -= 1
    return shares.astype(int)


def _within(total: float, weights: np.ndarray, low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """Real shares: one scale for all, clipped to the bounds.

    The scale is read off the points where a bound starts to hold.
    """
    scales = np.unique(np.concatenate([[0.0], low / weights, high / weights]))
    sums = np.clip(np.outer(scales, weights), low, high).sum(axis=1)
    return np.clip(np.interp(total, sums, scales) * weights, low, high)


def over_time(
    finals: np.ndarray,
    steps: np.ndarray,
    noise: np.ndarray,
    floor: np.ndarray | None = None,
    ceiling: np.ndarray | None = None,
) -> np.ndarray:
    """What each receiver adds at each step, never negative: receivers × steps.

    Steps sum to `steps`, receivers to `finals` (both of one total). Each step is shared out by what
    receivers have still to reach, times `noise` (receivers × steps, about 1).

    Args:
        floor, ceiling: receivers × steps, between which the cumulated figure stays.
    """
    so_far, table = np.zeros(len(finals), dtype=int), np.zeros((len(finals), len(steps)), dtype=int)
    for n, step in enumerate(steps):
        low = np.zeros(len(finals)) if floor is None else np.maximum(floor[:, n] - so_far, 0)
        high = (finals if ceiling is None else np.minimum(ceiling[:, n], finals)) - so_far
        table[:, n] = apportion(int(step), (finals - so_far) * noise[:, n], lower=low, upper=high)
        so_far += table[:, n]
    return table


def table_with_margins(rows: np.ndarray, columns: np.ndarray, mix: np.ndarray) -> np.ndarray:
    """Whole numbers with exactly these row and column sums (both of one total); `mix`: each row's usual
    shares.

    Column by column, the smallest first; the largest takes what is left.
    """
    left, table = rows.astype(int).copy(), np.zeros((len(rows), len(columns)), dtype=int)
    for c in np.argsort(columns, kind="stable"):
        table[:, c] = apportion(int(columns[c]), left * mix[:, c], upper=left)
        left -= table[:, c]
    return table
