"""What was found in a long table while checking it."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pandas as pd

from data.errors import Fault, runs

SHOWN = 20  # rows named by each rule; the rest is counted
Says = str | Callable[[pd.Series], str]  # what is wrong, or how it follows from the row


@dataclass
class Checked:
    """A table as it was checked.

    Attributes:
        frame: indicator str | area str | period_start date | period_end date | kind str |
            standard str (resolved, "" where the indicator has none) | value float (the indicator's unit) |
            status str | source str | published str | note str; same index as the rows that were checked.
        faults: what must be mended: only without any is the frame fit to be stored.
        remarks: what is unusual and said, but taken.
    """

    rows: pd.DataFrame
    frame: pd.DataFrame = field(default_factory=pd.DataFrame)
    faults: list[Fault] = field(default_factory=list)
    remarks: list[Fault] = field(default_factory=list)

    def fault(self, column: str, wrong: pd.Series, problem: Says, remedy: Says) -> None:
        """Rows that cannot be stored; at most `SHOWN` are named, the others counted."""
        self.faults += self._found(column, wrong, problem, remedy)

    def remark(self, column: str, wrong: pd.Series, problem: Says, remedy: Says) -> None:
        """Rows that are stored, and said."""
        self.remarks += self._found(column, wrong, problem, remedy)

    def _found(self, column: str, wrong: pd.Series, problem: Says, remedy: Says) -> list[Fault]:
        at = self.rows.index[wrong.fillna(False).astype(bool)]
        first, letters = self.rows.attrs.get("sheet", ""), self.rows.attrs.get("letters", {})
        found = []
        for row in (self.rows.loc[n] for n in at[:SHOWN]):
            what, how = (text if isinstance(text, str) else text(row) for text in (problem, remedy))
            line, sheet = int(row["line"]), row.get("sheet", first)
            cell = f"{letters[column]}{line}" if column in letters else row.get("cell", "")
            found.append(Fault(row["file"], line, column, what, how, sheet, cell))
        if len(rest := at[SHOWN:]):
            lines, file = self.rows.loc[rest, "line"].astype(int), str(self.rows.loc[rest[0], "file"])
            what = f"và {len(rest)} dòng nữa cùng lỗi này (dòng {runs(lines)})"
            remedy, sheet = "Sửa như các dòng trên.", self.rows.loc[rest[0]].get("sheet", first)
            found.append(Fault(file, int(lines.iloc[0]), column, what, remedy, sheet, "", len(rest)))
        return found
