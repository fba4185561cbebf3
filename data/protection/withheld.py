"""What each edition keeps from the public, worked out once, in the order the editions were published."""

import hashlib
import os
import tempfile
from collections.abc import Callable, Hashable, Iterable
from copy import deepcopy
from pathlib import Path

import duckdb
import pandas as pd

from data.kept import Kept
from data.protection.cells import Figures
from data.protection.releases import Releases

KEPT = 100  # results in memory at once; the others are read from the folder again


class Withheld:
    """The protected figures of each edition of one lake.

    A rehearsal is taken after the lasting editions before it, and leaves no trace: the next one has other
    made-up figures, and the public is never offered two (`serving.offered`).

    Args:
        folder: where what was found is kept, a Parquet file a result; it may be emptied at any time.
        content: an edition's id → what its protection rests on; equal where two editions tell the same under
            the same rules, which are then taken once.
        read: an edition's id → its figures, true values.
    """

    def __init__(self, folder: Path, content: Callable[[int], Hashable], read: Callable[[int], Figures]):
        self._folder, self._content, self._read = folder, content, read
        self._contents: dict[int, Hashable] = {}
        self._found: Kept[tuple[int, ...], pd.DataFrame] = Kept(self._kept, lambda _: None, KEPT)
        self._after: tuple[tuple[Hashable, ...], Releases] = (
            (),
            Releases(),
        )  # contents taken, and what they left

    def of(self, edition: int, lasting: Iterable[int]) -> pd.DataFrame:
        """The protected rows of `Figures.rows`, with `primary`.

        Args:
            lasting: ids of all editions of the lake that are no rehearsal, in any order.
        """
        first: dict[Hashable, int] = {}  # content → the first edition that told it, up to this one's
        for released in sorted({*(e for e in lasting if e < edition), edition}):
            first.setdefault(self._held(released), released)
        taken = list(first.values())
        return self._found.get(tuple(taken[: taken.index(first[self._held(edition)]) + 1]))

    def _compute(self, names: list[Hashable], editions: tuple[int, ...]) -> pd.DataFrame:
        """What the last of some editions keeps back, after all before it.

        Several threads may be here at once: what `_after` holds is replaced, never changed.
        """
        taken, releases = self._after
        known = len(taken) if tuple(names[:-1])[: len(taken)] == taken else 0
        releases = deepcopy(releases) if known else Releases()
        for earlier in editions[known:-1]:
            releases.publish(self._read(earlier))
        self._after = tuple(names[:-1]), deepcopy(releases)
        return releases.publish(self._read(editions[-1]))

    def _held(self, edition: int) -> Hashable:
        if edition not in self._contents:
            self._contents[edition] = self._content(edition)
        return self._contents[edition]

    def _kept(self, editions: tuple[int, ...]) -> pd.DataFrame:
        """What an earlier process found, else found now and kept for later ones; whole or not at all."""
        names = [self._held(edition) for edition in editions]
        path = self._folder / f"{_name(names)}.parquet"
        try:
            return pd.read_parquet(path)
        except (OSError, ValueError):  # not there, or not whole
            found = self._compute(names, editions).reset_index(drop=True)
        self._folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=self._folder, suffix=".half", delete=False) as half:
            found.to_parquet(half)
        os.replace(half.name, path)
        return found


def _name(contents: list[Hashable]) -> str:
    """Names a result by all it rests on.

    Contents in order, this package's code, DuckDB (whose hashes these are).
    """
    digest = hashlib.sha256(duckdb.__version__.encode())
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    for content in contents:
        digest.update(repr(content).encode() + b"\0")
    return digest.hexdigest()[:40]
