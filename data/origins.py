"""Where an office's figure came from: file and cell, who published it and why, and what it replaced."""

import hashlib
from pathlib import Path

import duckdb
import pandas as pd

from data.changes import Changes
from data.checks import KEY
from data.lake import cursor, sql

COLUMNS = [*KEY, "value", "value_before", "file", "sheet", "cell", "sha256", "author", "reason", "time"]


def origins(edition: int) -> pd.DataFrame:
    """The way of every figure that an office has published, up to an edition, the latest last.

    Returns:
        The key (days as datetime64) | value, value_before (the indicator's unit; NaN where no real figure
        was there) | file | sheet | cell (“” or as F12; of a CSV the line) | sha256 (of the file) | author |
        reason (the publication's message) | time (UTC). Empty for an edition of before there were any.
    """
    try:
        return cursor().execute(sql("lake/origins").format(id=int(edition))).df()
    except duckdb.Error:  # the table is younger than the edition
        return pd.DataFrame(columns=COLUMNS)


def origins_of(path: Path, rows: pd.DataFrame, changed: Changes) -> pd.DataFrame:
    """The new and changed figures of a file, each with its cell; author, reason and time are not known yet.

    Args:
        rows: the file as it was read (`intake.reader`): index as in `changed.rows`, file, line, perhaps cell.
    """
    typed = changed.rows
    letters, at = rows.attrs.get("letters", {}), rows.loc[typed.index]
    lines = at["line"].astype(int).astype(str)
    cells = at["cell"] if "cell" in at else lines.radd(letters.get("value", ""))
    told = pd.concat([changed.new, changed.changed])["value_before"].reindex(typed.index)
    return typed[[*KEY, "value"]].assign(
        value_before=told.astype(float),
        file=at["file"],
        sheet=at["sheet"] if "sheet" in at else rows.attrs.get("sheet", ""),
        cell=cells.where(cells != "", lines),
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
    )
