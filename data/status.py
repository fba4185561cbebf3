"""Where a figure comes from, and how much that is worth."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

import pandas as pd

from data.absence import absent

Row = Mapping[Any, Any] | pd.Series  # of a query


class Status(StrEnum):
    """From the weakest to the strongest; as written in the tables of an edition."""

    ILLUSTRATIVE = "illustrative"
    REPORTED = "reported"
    COMPUTED = "computed"  # by us, from published figures
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


def all_illustrative(statuses: Iterable[object]) -> bool:
    """Whether there are figures and each is made up: the mark then stands once for all of them."""
    known = [illustrative([status]) for status in statuses]
    return bool(known) and all(known)


def rests_on(row: Row, column: str) -> list[object]:
    """The statuses of the figures that a column of a query's row is computed from.

    Args:
        row: a row of `data.queries` with `status` and those of actual_status, before_status, plan_status,
            share_status that the query gives.
        column: value or actual; plan; before; points or percent (a change); plan_share, missing, plan_met or
            limit_used. Any other is taken for the figure itself.
    """
    status = row.get("status")
    figure = row.get("actual_status", status)
    if column in ("plan", "before"):
        return [row.get(f"{column}_status", status)]
    if column in ("points", "percent"):
        return [status, row.get("before_status")]
    if column in ("plan_share", "missing", "plan_met", "limit_used"):
        return [row["share_status"]] if "share_status" in row else [status, row.get("plan_status")]
    return [figure]
