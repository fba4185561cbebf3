"""What follows from equations between hidden numbers: which are determined, and which cannot be large."""

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_array, csr_array, hstack, vstack
from scipy.sparse.csgraph import connected_components


def determined(equation: np.ndarray, cell: np.ndarray, weight: np.ndarray, cells: int) -> np.ndarray:
    """Cells that the equations alone give back: x[j] is the same in every solution of Σ weight × x = known.

    Args:
        equation, cell, weight: the terms of hidden cells; equations and cells counted from 0.
        cells: how many there are.

    Returns:
        bool a cell. Exact up to 1e-9 of an equation's largest weight: j is determined where the null space of
        its
        block has nothing in direction j (singular value decomposition; blocks share no cell).
    """
    found = np.zeros(cells, dtype=bool)
    if not len(cell):
        return found
    block = _blocks(equation, cell, cells)[cell]
    order = np.argsort(block, kind="stable")
    for terms in np.split(order, np.flatnonzero(np.diff(block[order])) + 1):
        rows, columns = np.unique(equation[terms]), np.unique(cell[terms])
        matrix = np.zeros((len(rows), len(columns)))
        matrix[np.searchsorted(rows, equation[terms]), np.searchsorted(columns, cell[terms])] = weight[terms]
        matrix /= np.abs(matrix).max(axis=1, keepdims=True)
        _, sizes, directions = np.linalg.svd(matrix)
        free = directions[(sizes > 1e-9).sum() :]
        found[columns] = (np.abs(free) < 1e-7).all(axis=0)
    return found


def _blocks(equation: np.ndarray, cell: np.ndarray, cells: int) -> np.ndarray:
    """A label a cell, the same for all that equations bind together."""
    equations = equation.max() + 1
    bound = coo_array((np.ones(len(cell)), (cell, cells + equation)), shape=(cells + equations,) * 2)
    return connected_components(bound, directed=False)[1][:cells]


def tight(
    equation: np.ndarray,
    cell: np.ndarray,
    weight: np.ndarray,
    count: np.ndarray,
    low: np.ndarray,
    need: np.ndarray,
) -> np.ndarray:
    """Equations that alone tell that a small number is below its threshold.

    Args: terms of hidden cells, the others as in `too_narrow`.

    Σ weight × x is known; a number is largest where all that pull with it are as small as can be, and has no
    limit where one pulls against it.
    """
    size = equation.max(initial=-1) + 1
    with_sign = [np.where(sign * weight > 0, weight, 0) for sign in (1, -1)]
    spare = np.array(
        [np.bincount(equation, w * (count - low)[cell], size) for w in with_sign]
    )  # what the others could give up
    both = np.all([np.bincount(equation, np.abs(w), size) > 0 for w in with_sign], axis=0)
    most = low[cell] + np.where(weight > 0, *spare[:, equation]) / weight
    return np.unique(equation[~both[equation] & (most < need[cell] - 1e-6)])


def too_narrow(
    terms: tuple[np.ndarray, np.ndarray, np.ndarray],
    pairs: tuple[np.ndarray, np.ndarray],
    count: np.ndarray,
    low: np.ndarray,
    high: np.ndarray,
    need: np.ndarray,
) -> np.ndarray:
    """Small numbers that, for all that is known, must be below their threshold (linear programming, HiGHS).

    Args:
        terms: equation, cell, weight of hidden cells; equations counted from 0.
        pairs: hidden cells of which the second is no less than the first.
        count: the true numbers, of which each equation's known side follows.
        low, high: what every reader knows each number to be at least and at most.
        need: the threshold of a small number, 0 of others.

    Returns:
        Their cells. One program asks whether all can reach their thresholds together; only those that
        cannot are asked one by one.
    """
    equation, cell, weight = terms
    cells = np.unique(np.concatenate([cell, *pairs]))
    asked = np.flatnonzero(need[cells] > 0)
    if not len(asked) or not len(cell):
        return np.array([], dtype=int)
    _, row = np.unique(equation, return_inverse=True)
    size = np.zeros(row.max() + 1)
    np.maximum.at(size, row, np.abs(weight))
    matrix = csr_array(
        (weight / size[row], (row, np.searchsorted(cells, cell))), shape=(len(size), len(cells))
    )
    sides = {"b_eq": matrix @ count[cells], "method": "highs"}
    steps = len(pairs[0])
    rising = _differences(np.searchsorted(cells, pairs[0]), np.searchsorted(cells, pairs[1]), len(cells))
    bounds = np.column_stack([low[cells], high[cells]])
    reached = np.column_stack(
        [np.zeros(len(asked)), need[cells][asked]]
    )  # min(number, threshold), to be as large as can be
    below = _differences(len(cells) + np.arange(len(asked)), asked, len(cells) + len(asked))
    rising_too = hstack([rising, csr_array((steps, len(asked)))])
    together = linprog(
        np.repeat([0.0, -1.0], [len(cells), len(asked)]),
        A_ub=vstack([below, rising_too]),
        b_ub=np.zeros(len(asked) + steps),
        A_eq=hstack([matrix, csr_array((len(size), len(asked)))]),
        bounds=np.vstack([bounds, reached]),
        **sides,
    )
    short = asked[together.x[len(cells) :] < need[cells][asked] - 1e-6]
    sides |= {"A_ub": rising, "b_ub": np.zeros(steps)}

    def most(at: int) -> float:
        solved = linprog(-(np.arange(len(cells)) == at).astype(float), A_eq=matrix, bounds=bounds, **sides)
        return -solved.fun if solved.status == 0 else np.inf

    return cells[[at for at in short if most(at) < need[cells[at]] - 1e-6]]


def _differences(first: np.ndarray, second: np.ndarray, columns: int) -> csr_array:
    """A row a pair of columns: the first minus the second."""
    rows = np.tile(np.arange(len(first)), 2)
    signs = np.repeat([1.0, -1.0], len(first))
    return csr_array((signs, (rows, np.concatenate([first, second]))), shape=(len(first), columns))
