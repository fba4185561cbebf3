"""Which figures the public is not shown: small counts, and as few others as keep these from being computed.

Statistical disclosure control by cell suppression (A. Hundepool et al., Statistical Disclosure Control, 2012,
chapter 4). Primary: a count from 1 to below its threshold. Secondary: further cells until, from all that is
shown and the equations between figures, no protected number follows and none can be told to be small.
Editions are taken in order: what an earlier one showed is known, so that two cannot be subtracted either.
"""

import numpy as np
import pandas as pd

from data.protection.cells import Figures
from data.protection.search import protect


class Releases:
    """All that the public has been shown so far, edition by edition.

    Attributes:
        cells: one row a number ever published, indexed by name: count | need (the threshold of a small count,
            else 0) | whole | province | released | series (cumulated figures of one year; "" where none) |
            end | hidden (bool, in the edition last taken) | shown (bool, in any edition).
        terms: equation | name | weight of every equation that holds a hidden number.
    """

    def __init__(self) -> None:
        self.cells = pd.DataFrame({"hidden": pd.Series(dtype=bool), "shown": pd.Series(dtype=bool)})
        self.terms = pd.DataFrame(
            {"equation": pd.Series(dtype=int), "name": pd.Series(dtype=str), "weight": pd.Series(dtype=float)}
        )

    def publish(self, found: Figures) -> pd.DataFrame:
        """Takes the next edition in.

        Returns:
            The rows of `found` that are protected, with `primary` (bool: small, or the rate of a small
            count).
        """
        rows = found.rows
        names = _names(rows)
        self._meet(rows, names)
        place = self.cells.index.get_indexer(pd.Index(names))
        earlier = self.terms.assign(cell=self.cells.index.get_indexer(pd.Index(self.terms["name"])))
        terms = found.terms.assign(
            cell=place[found.terms["cell"]],
            equation=found.terms["equation"] + (earlier["equation"].max() + 1 if len(earlier) else 0),
        )
        terms = pd.concat([earlier, terms], ignore_index=True)
        follows = pd.DataFrame({side: place[found.follows[side]] for side in ("leader", "follower")})
        liked = self.cells["hidden"].to_numpy(copy=True)
        hidden = liked.copy()
        hidden[place] = False
        hidden |= (self.cells["need"] > 0).to_numpy()
        hidden = protect(self.cells, terms, hidden, follows=follows, liked=liked)
        self.cells["hidden"] = hidden
        self.cells.iloc[place, self.cells.columns.get_loc("shown")] |= ~hidden[place]
        bound = terms["equation"].isin(terms.loc[hidden[terms["cell"]], "equation"])
        self.terms = terms[bound].assign(name=self.cells.index[terms.loc[bound, "cell"]])[
            ["equation", "name", "weight"]
        ]
        base = rows["base"].to_numpy()
        kept = hidden[place] | ((base >= 0) & hidden[place[base]] & (rows["value"] > 0).to_numpy())
        return rows.assign(primary=(self.cells["need"].to_numpy() > 0)[place])[kept]

    def _meet(self, rows: pd.DataFrame, names: pd.Series) -> None:
        """What this edition says of its numbers; what it no longer holds stays as it was."""
        of = rows.loc[rows["cell"]]
        cumulated = of["span"].isin(["ytd", "year"])
        known = pd.DataFrame(
            {
                "count": of["count"].to_numpy(),
                "need": np.where(rows["small"], rows["threshold"], 0),
                "whole": of["whole"].to_numpy(),
                "province": of["province"].to_numpy(),
                "released": rows["released"].to_numpy(),
                "end": of["period_end"].to_numpy(),
                "series": _joined(of, ["indicator", "area", "year", "kind", "standard"])
                .where(cumulated, "")
                .to_numpy(),
            },
            index=names,
        )
        known = known.groupby(level=0, sort=False).agg(
            {c: "max" if c in ("need", "released") else "first" for c in known}
        )
        for flag in ("hidden", "shown"):
            known[flag] = self.cells[flag].reindex(known.index, fill_value=False)
        self.cells = pd.concat([known, self.cells[~self.cells.index.isin(known.index)]])


def _names(rows: pd.DataFrame) -> pd.Series:
    """What the cell of each row is called in every edition: its key and its value.

    The day of a stock does not count.
    """
    of = rows.loc[rows["cell"]]
    dated = _joined(of, ["indicator", "area", "period_start", "period_end", "kind", "standard", "value"])
    return dated.where(
        of["span"] != "day", _joined(of, ["indicator", "area", "year", "standard", "value"])
    ).set_axis(rows.index)


def _joined(frame: pd.DataFrame, columns: list[str]) -> pd.Series:
    texts = frame[columns].astype(str)
    return texts[columns[0]].str.cat(texts[columns[1:]], sep="|")
