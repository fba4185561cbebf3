"""What each edition keeps from the public, worked out once, in the order the editions were published."""

import hashlib
import os
import tempfile
from collections.abc import Callable, Hashable, Iterable
from copy import deepcopy
from pathlib import Path

import duckdb
import pandas as pd

from data.protection.cells import Figures
from data.protection.releases import Releases


class Withheld:
    """The protected figures of each edition of one lake.

    A rehearsal is taken after the lasting editions before it, and leaves no trace: the next one has other
    made-up figures, and the public is never offered two (`serving.offered`).

    Args:
        lake: the lake's catalogue.
        folder: where what was found is kept, a Parquet file a result; it may be emptied at any time.
        content: an edition's id → what its protection rests on; equal where two editions tell the same under
            the same rules, which are then taken once.
        read: an edition's id → its figures, true values.
    """

    def __init__(
        self, lake: str, folder: Path, content: Callable[[int], Hashable], read: Callable[[int], Figures]
    ):
        self.lake = lake
        self._folder, self._content, self._read = folder, content, read
        self._contents: dict[int, Hashable] = {}
        self._found: dict[str, pd.DataFrame] = {}  # by the name of what it rests on
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
        names = list(first)
        names = names[: names.index(self._held(edition)) + 1]
        name = _name(names)
        if name not in self._found:
            self._found[name] = self._kept(
                name, lambda: self._compute(names, [first[held] for held in names])
            )
        return self._found[name]

    def _compute(self, names: list[Hashable], editions: list[int]) -> pd.DataFrame:
        """What the last of some editions keeps back, after all before it."""
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

    def _kept(self, name: str, compute: Callable[[], pd.DataFrame]) -> pd.DataFrame:
        """What an earlier process found, else found now and kept for later ones; whole or not at all."""
        path = self._folder / f"{name}.parquet"
        try:
            return pd.read_parquet(path)
        except (OSError, ValueError):  # not there, or not whole
            found = compute().reset_index(drop=True)
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
