"""What publishing a table would do to an edition, told before anything is stored."""

from dataclasses import dataclass

import pandas as pd

from data.checks import KEY
from data.editions import stored_rows
from data.status import Status

SAID = ["status", "source", "published", "approx", "note"]  # what a figure carries beside its value


@dataclass(frozen=True)
class Changes:
    """Frames: the key (days as ISO text) | value | value_before | what else differs (`said`, str).

    Attributes:
        new: keys that the edition does not hold.
        changed: keys whose value, or what is said of it, differs.
        unchanged: how many rows are as they were.
        leaving: how many illustrative rows leave, because the table brings real figures.
        rows: the typed rows to store: new and changed ones.
    """

    new: pd.DataFrame
    changed: pd.DataFrame
    unchanged: int
    leaving: int
    rows: pd.DataFrame

    @property
    def nothing(self) -> bool:
        """Whether publishing would change nothing."""
        return not len(self.rows) and not self.leaving


def changes(typed: pd.DataFrame, edition: int) -> Changes:
    """Compares a table with an edition.

    Args:
        typed: as `checks.check_rows` gives it.
    """
    stored, real = stored_rows(edition), bool((typed["status"] != Status.ILLUSTRATIVE).any())
    made_up = stored["status"] == Status.ILLUSTRATIVE
    held = stored[~made_up] if real else stored  # what is made up leaves: a real figure replaces none of it
    days = {c: typed[c].astype(str) for c in ("period_start", "period_end")}
    pairs = typed.assign(**days).merge(
        held, "left", KEY, suffixes=("", "_before"), indicator="found", validate="one_to_one"
    )
    pairs.index = typed.index
    other = {c: pairs[c].ne(pairs[f"{c}_before"]) for c in SAID}
    differs = pairs["value"].ne(pairs["value_before"]) | pd.DataFrame(other).any(axis=1)
    new = pairs["found"] == "left_only"
    names = pd.DataFrame(other).apply(lambda row: ", ".join(c for c in SAID if row[c]), axis=1)
    told = pairs.assign(said=names if len(pairs) else "")[[*KEY, "value", "value_before", "said"]]
    return Changes(
        told[new],
        told[differs & ~new],
        int((~differs & ~new).sum()),
        int(made_up.sum()) if real else 0,
        typed[differs | new],
    )
