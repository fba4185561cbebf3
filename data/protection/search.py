"""The search for secondary cells: equation by equation, then over all equations together."""

import numpy as np
import pandas as pd

from data.protection.algebra import determined, tight, too_narrow

ANYTHING = -1e9  # what is known of a number that counts nobody


def protect(
    cells: pd.DataFrame, terms: pd.DataFrame, hidden: np.ndarray, *, follows: pd.DataFrame, liked: np.ndarray
) -> np.ndarray:
    """Which cells have to be hidden so that none of `hidden` can be computed.

    Args:
        cells: count | need | whole | province | released | series | end | shown, as in `releases.Releases`.
        terms: equation | cell (its place in `cells`) | weight.
        hidden: where the search begins (bool a cell).
        follows: leader | follower (cells): the one hidden, so is the other.
        liked: cells to be taken first where there is a choice (bool a cell).

    Returns:
        bool a cell; True wherever `hidden` is.
    """
    search = _Search(cells, terms, follows, liked)
    for cell in np.flatnonzero(hidden):
        search.hide(int(cell))
    while search.lonely() or search.narrow() or search.computable():
        pass
    return search.hidden


class _Search:
    """Cells, equations both ways round, and what is hidden so far.

    Its three questions hide what they find wanting.
    """

    def __init__(self, cells: pd.DataFrame, terms: pd.DataFrame, follows: pd.DataFrame, liked: np.ndarray):
        self.count, self.need = cells["count"].to_numpy(float), cells["need"].to_numpy(float)
        self.whole, self.province = cells["whole"].to_numpy(bool), cells["province"].to_numpy(bool)
        self.known, self.liked = (
            (cells["shown"] | cells["released"]).to_numpy(bool),
            liked,
        )  # hiding what is known hides nothing
        self.time = pd.factorize(cells["end"], sort=True)[0]
        self.series = pd.factorize(cells["series"])[0]
        self.alone = cells["series"].eq("").to_numpy()
        self.steps = _steps(self.series, self.time, self.count, ~self.alone & self.whole)
        self.touched = np.zeros(self.series.max() + 1, dtype=bool)  # series with a hidden cell
        self.equation = pd.factorize(terms["equation"])[0]
        self.cell, self.weight = terms["cell"].to_numpy(int), terms["weight"].to_numpy(float)
        self.inside = np.zeros(
            self.equation.max() + 1 if len(terms) else 0, dtype=int
        )  # hidden cells of each equation
        self.cells_of, self.equations_of = (
            _listed(self.equation, self.cell, len(self.inside)),
            _listed(self.cell, self.equation, len(cells)),
        )
        self.followers = follows.groupby("leader")["follower"].agg(list).to_dict()
        self.hidden = np.zeros(len(cells), dtype=bool)
        self.stuck: set[tuple[tuple[int, ...], tuple[int, ...]]] = set()

    def hide(self, cell: int) -> None:
        """Hides a cell and what follows it."""
        if self.hidden[cell]:
            return
        self.hidden[cell] = True
        self.inside[self.equations_of[cell]] += 1
        self.touched[self.series[cell]] = not self.alone[cell]
        for follower in self.followers.get(cell, ()):
            self.hide(follower)

    def lonely(self) -> bool:
        """Equations with one hidden cell: the others give it back.

        In order of time, so that a series keeps its cover.
        """
        found = np.flatnonzero(self.inside == 1)
        when = [max(self.time[self.cells_of[e]]) for e in found]
        return any(
            [self.inside[e] == 1 and self._cover((int(e),)) for e in found[np.argsort(when, kind="stable")]]
        )

    def narrow(self) -> bool:
        """Small numbers that cannot be as large as their threshold, for all that is shown.

        By one equation, or by several.
        """
        least, most, need = *self._known(), np.where(self.hidden, self.need, 0)
        if any([self._cover((int(e),)) for e in tight(*self._open(), self.count, least, need)]):
            return True
        met: set[int] = set()
        pairs = self.steps[:, self.hidden[self.steps].all(axis=0)]
        for cell in too_narrow(self._open(), (pairs[0], pairs[1]), self.count, least, most, need):
            near = self._around(cell)
            if met.isdisjoint(near) and (
                self._cover(tuple(self.equations_of[cell].tolist()))
                or self._cover(near)
                or self._cover(near, self._months(near))
            ):
                met.update(near)
        return bool(met)

    def computable(self) -> bool:
        """Hidden cells that follow from several equations together."""
        found = np.flatnonzero(determined(*self._open(), len(self.hidden)) & self.hidden)
        return any([self._cover(tuple(self.equations_of[c].tolist())) for c in found])

    def _open(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        keep = self.hidden[self.cell]
        return self.equation[keep], self.cell[keep], self.weight[keep]

    def _around(self, cell: int) -> tuple[int, ...]:
        """All equations that share a cell with one of this cell's."""
        return tuple(
            sorted(
                {
                    int(e)
                    for equation in self.equations_of[cell]
                    for c in self.cells_of[equation]
                    for e in self.equations_of[c]
                }
            )
        )

    def _months(self, equations: tuple[int, ...]) -> tuple[int, ...]:
        """Cells of the same cumulated series as those of these equations: a month shown bounds the others."""
        among = np.unique(np.concatenate([self.cells_of[e] for e in equations]))
        of_series = np.isin(self.series, self.series[among[~self.alone[among]]]) & ~self.alone
        return tuple(np.flatnonzero(of_series).tolist())

    def _known(self) -> tuple[np.ndarray, np.ndarray]:
        """What a reader knows of each number, at least and at most: a protected count is 1 or more, and a
        cumulated one no less than an earlier one that is shown and no more than a later one.
        """
        order = np.argsort(self.time, kind="stable")
        unknown = self.hidden | self.alone
        earlier = pd.Series(np.where(unknown, 0, self.count)).iloc[order]
        least = earlier.groupby(self.series[order]).cummax().sort_index().to_numpy()
        later = pd.Series(np.where(unknown, np.inf, self.count)).iloc[order[::-1]]
        most = later.groupby(self.series[order[::-1]]).cummin().sort_index().to_numpy()
        return (
            np.where(self.whole, np.minimum(np.maximum(least, 1), self.count), ANYTHING),
            np.where(self.whole, np.maximum(most, self.count), np.inf),
        )

    def _cover(self, equations: tuple[int, ...], more: tuple[int, ...] = ()) -> bool:
        """Hides the cell of these equations, or one of `more`, that costs least; False where none is left."""
        if (equations, more) in self.stuck:
            return False
        among = np.unique(np.concatenate([*(self.cells_of[e] for e in equations), more])).astype(int)
        among = among[~self.hidden[among] & ~self.known[among]]
        filled = among[(self.count[among] > 0) | ~self.whole[among]]
        if not len(among):
            self.stuck.add((equations, more))
            return False
        self.hide(int(min(filled if len(filled) else among, key=self._cost)))
        return True

    def _cost(self, cell: int) -> tuple:
        """Never the province's own where another will do; then what was hidden before, what leaves no other
        equation with one hidden cell, what keeps to a series already touched, the smallest number."""
        broken = int((self.inside[self.equations_of[cell]] == 0).sum())
        return (
            bool(self.province[cell]),
            not self.liked[cell],
            broken,
            not self.touched[self.series[cell]],
            self.count[cell],
        )


def _steps(series: np.ndarray, time: np.ndarray, count: np.ndarray, cumulated: np.ndarray) -> np.ndarray:
    """Pairs of cells (2 × pairs): a cumulated count and the next one of its series, which is no less.

    Where a correction made a count fall there is no pair: nobody can conclude from it.
    """
    cells = pd.DataFrame({"series": series, "time": time, "cell": np.arange(len(series))})[cumulated]
    times = cells[["series", "time"]].drop_duplicates().sort_values(["series", "time"])
    times["next"] = times.groupby("series")["time"].shift(-1)
    following = cells.merge(times.dropna(), on=["series", "time"]).merge(
        cells.rename(columns={"time": "next", "cell": "later"}), on=["series", "next"]
    )
    pairs = following[["cell", "later"]].to_numpy(int).T
    return pairs[:, count[pairs[0]] <= count[pairs[1]]]


def _listed(keys: np.ndarray, values: np.ndarray, size: int) -> list[np.ndarray]:
    """For each key from 0 to size − 1 its values."""
    order = np.argsort(keys, kind="stable")
    return np.split(values[order], np.searchsorted(keys[order], np.arange(1, size))) if size else []
