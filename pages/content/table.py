"""A table as data: columns with their words and raw values, rows with their codes; one for every medium."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from data.absence import absent


@dataclass(frozen=True)
class Column:
    """How one column is made: its heading, how a row's cell is written, the raw value it sorts by.

    value: None or NaN where there is no figure. unit: a smaller line under the heading.
    tone: how a row's cell is judged (`statistics.middle.standing`), "" for none.
    bar: its values are drawn behind their numbers, the largest as wide as the cell.
    """

    label: str
    text: Callable[[dict[str, Any]], str]
    value: Callable[[dict[str, Any]], float | str | None]
    numeric: bool = True
    unit: str = ""
    tone: Callable[[dict[str, Any]], str] = lambda row: ""
    bar: bool = False


@dataclass(frozen=True)
class Heading:
    """What stands over a column."""

    label: str
    numeric: bool = False
    unit: str = ""
    bar: bool = False


@dataclass(frozen=True)
class Cell:
    """Text, the raw value it sorts by (None: no figure), and how it is judged ("": not at all)."""

    text: str
    value: float | str | None = None
    tone: str = ""


@dataclass(frozen=True)
class Row:
    """Cells in the columns' order. code: of the area or indicator that the row is about."""

    code: str
    cells: tuple[Cell, ...]
    selected: bool = False


@dataclass(frozen=True)
class Table:
    """What a table shows. header: the column that names the rows. sort: what a click on a heading does."""

    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    language: str
    header: int = 0
    caption: str = ""
    sort: str = ""


def table_data(
    frame: pd.DataFrame,
    columns: Collection[Column],
    *,
    caption: str,
    sort: str,
    language: str,
    selected: Collection[str] = (),
    code: str = "area",
) -> Table:
    """A table of a frame's rows. code: the column that holds the rows' codes."""
    rows = [
        Row(row[code], tuple(_cell(c, row) for c in columns), row[code] in selected)
        for row in frame.to_dict("records")
    ]
    headings = tuple(Heading(c.label, c.numeric, c.unit, c.bar) for c in columns)
    header = next((n for n, heading in enumerate(headings) if not heading.numeric), 0)
    return Table(headings, tuple(rows), language, header, caption, sort)


def _cell(column: Column, row: dict) -> Cell:
    value = column.value(row)
    known = None if value is None or absent(value) else value if isinstance(value, str) else float(value)
    return Cell(column.text(row), known, column.tone(row))


def unsigned(table: Table, sign: str) -> Table:
    """The table without a sign behind its texts: what all figures wear stands once, under them."""
    rows = (
        replace(row, cells=tuple(replace(cell, text=cell.text.removesuffix(sign)) for cell in row.cells))
        for row in table.rows
    )
    return replace(table, rows=tuple(rows))
