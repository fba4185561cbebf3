"""Where a figure comes from, and how much that is worth."""

from collections.abc import Iterable
from enum import StrEnum

from data.absence import absent


class Status(StrEnum):
    """From the weakest to the strongest; as written in the tables of an edition."""

    ILLUSTRATIVE = "illustrative"
    REPORTED = "reported"
    PUBLISHED = "published"

    @property
    def strength(self) -> int:
        """0 is the weakest."""
        return list(Status).index(self)


def worst(statuses: Iterable[object]) -> Status | None:
    """The weakest of some statuses: what is computed from figures is worth no more than the weakest of them.

    Args:
        statuses: as in the tables; None, NaN and "" (no figure) do not count.

    Returns:
        None where no figure has a status.
    """
    known = (Status(s) for s in statuses if not absent(s) and s != "")
    return min(known, key=lambda status: status.strength, default=None)


def illustrative(statuses: Iterable[object]) -> bool:
    """Whether any of the figures is made up, and with it whatever is computed from them."""
    return worst(statuses) is Status.ILLUSTRATIVE
