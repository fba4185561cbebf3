"""What each edition keeps from the public, worked out once a process, in the order the editions were published."""

from collections.abc import Callable, Hashable, Iterable
from copy import deepcopy

import pandas as pd

from data.protection import Releases
from data.protection_cells import Figures


class Withheld:
    """The protected figures of each edition of one lake.

    A rehearsal is taken after the lasting editions before it, and leaves no trace: the next one has other made-up
    figures, and the public is never offered two (`serving.offered`).
    """

    def __init__(self, lake: str):
        self.lake = lake
        self._releases = Releases()
        self._found: dict[int, pd.DataFrame] = {}
        self._same: dict[Hashable, pd.DataFrame] = {}

    def of(
        self,
        edition: int,
        lasting: Iterable[int],
        content: Callable[[int], Hashable],
        read: Callable[[int], Figures],
    ) -> pd.DataFrame:
        """The protected rows of `Figures.rows`, with `primary`; earlier lasting editions are taken first where they have not been.

        Args:
            lasting: ids of all editions of the lake that are no rehearsal, in any order.
            content: equal for editions that tell the same under the same rules; these are taken once.
            read: gives an edition's figures, true values.
        """
        for one in sorted(e for e in {*lasting} if e <= edition and e not in self._found):
            held = content(one)
            if held not in self._same:
                self._same[held] = self._releases.publish(read(one))
            self._found[one] = self._same[held]
        if edition not in self._found:
            self._found[edition] = deepcopy(self._releases).publish(read(edition))
        return self._found[edition]
