"""The rounding word of a figure, as its source has it: “trên 46.000”, “gần 30.000”."""

from enum import StrEnum

from data.absence import absent
from data.status import Row


class Approx(StrEnum):
    """Column `approx` of the tables; empty where a figure is exact. ABOUT also where the source gives a round
    number whose word was not noted."""

    OVER = "over"
    MORE_THAN = "more_than"
    NEARLY = "nearly"
    ABOUT = "about"


def approx(row: Row, column: str) -> Approx | None:
    """The rounding word of a column of a query's row; what is computed from rounded figures is “about”.

    Args:
        row: a row of `data.queries` with approx and those of before_approx, plan_approx that it gives.
        column: as for `data.status.rests_on`.
    """
    if column in ("plan", "before"):
        return _word(row.get(f"{column}_approx"))
    if column in ("points", "percent"):
        return _about(row, "approx", "before_approx")
    if column in ("plan_share", "missing", "limit_used"):
        return _about(row, "approx", "plan_approx")
    return _word(row.get("approx"))


def _word(given: object) -> Approx | None:
    return None if absent(given) or given == "" else Approx(str(given))


def _about(row: Row, *columns: str) -> Approx | None:
    return Approx.ABOUT if any(_word(row.get(c)) for c in columns) else None
