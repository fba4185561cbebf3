"""Writes Excel workbooks for offices: typed numbers, real dates, definitions and sources on a second sheet.

Number formats are stored without a language (`#,##0.00`) and Excel shows them as the reader's
computer does: 38.255,00 in Vietnamese. Texts are always written as texts, so that one that begins
with “=” is never computed.
"""

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from pages.text.mark import the_mark
from pages.text.width import width_of

DATE = "dd/mm/yyyy"
A4 = 9  # Excel's number for the paper
WIDEST, NARROWEST = 46, 8  # of a column, in digits
HEADING, PART = 14, 12  # points
LINE = 15  # height of a line, in points
SIGNS = str.maketrans({c: " " for c in "[]:*?/\\'"})  # what a sheet's name may not hold


@dataclass(frozen=True)
class Column:
    """One column of a sheet.

    key: of the frame. decimals: how many, or the frame's column that says so row by row.
    mark, word, fill, why: the frame's columns of a figure's sign, its rounding word, its colour (each “”
    for none) and why it is empty.
    """

    key: str
    label: str
    kind: Literal["text", "integer", "decimal", "percent", "date"] = "text"
    decimals: int | str = 0
    mark: str = ""
    word: str = ""
    fill: str = ""
    why: str = ""


@dataclass(frozen=True)
class Sheet:
    """A table with its heading above and its notes below; `name` is what the tab says."""

    name: str
    title: str
    subtitle: str
    frame: pd.DataFrame
    columns: tuple[Column, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Block:
    """One small table of texts and days on the sheet of definitions and sources."""

    heading: str
    header: tuple[str, ...]
    rows: tuple[tuple, ...]


@dataclass(frozen=True)
class Style:
    """Colours of the header, of illustrative cells and of empty ones, as “#rrggbb”."""

    header: str
    mark: str
    empty: str


def xlsx_bytes(
    sheets: Sequence[Sheet], about: tuple[str, Sequence[Block]], style: Style, *, language: str = "vi"
) -> bytes:
    """A workbook.

    Args:
        about: name and blocks of the last sheet, definitions and sources.
        language: stated in the workbook's properties; the mark's sign is written in it.
    """
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        book.set_properties({"title": sheets[0].title, "subject": sheets[0].subtitle})
        book.set_custom_property("Language", "en-GB" if language == "en" else "vi-VN")
        pen = _Pen(book, style, the_mark(language).sign)
        used: set[str] = set()
        for sheet in sheets:
            _write_table(book.add_worksheet(_tab(sheet.name, used)), sheet, pen)
        name, blocks = about
        _write_blocks(book.add_worksheet(_tab(name, used)), name, blocks, pen)
    return buffer.getvalue()


class _Pen:
    """The workbook's formats, each made once."""

    def __init__(self, book: xlsxwriter.Workbook, style: Style, sign: str):
        self._book, self.style, self.sign = book, style, sign
        self._formats: dict[tuple, Format] = {}

    def __call__(self, **properties) -> Format:
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format({"valign": "top", **properties})
        return self._formats[key]

    @property
    def header(self) -> Format:
        """Of the line over a table."""
        return self(bold=True, text_wrap=True, bottom=1, bg_color=self.style.header)


def _write_table(to: Worksheet, sheet: Sheet, pen: _Pen) -> None:
    top = 3 if sheet.subtitle else 2  # row of the header
    rows = sheet.frame.to_dict("records")
    widths = []
    for place, column in enumerate(sheet.columns):
        to.write_string(top, place, column.label, pen.header)
        texts = [_write_cell(to, top + 1 + n, place, column, row, pen) for n, row in enumerate(rows)]
        widths.append(_width([*column.label.split(" "), *texts]))
        to.set_column(place, place, widths[-1])
    to.write_string(0, 0, sheet.title, pen(bold=True, font_size=HEADING))
    if sheet.subtitle:
        to.write_string(1, 0, sheet.subtitle, pen(italic=True))
    last = top + len(rows)
    to.freeze_panes(top + 1, 1)
    to.autofilter(top, 0, last, len(sheet.columns) - 1)
    across = sum(widths)
    for n, line in enumerate(sheet.notes, start=last + 2):
        to.set_row(n, LINE * math.ceil(1.05 * _digits(line) / across))
        _across(to, n, len(sheet.columns), line, pen(italic=True, text_wrap=True))
    to.repeat_rows(top)
    _for_paper(to, sheet.title)


def _write_cell(to: Worksheet, row: int, place: int, column: Column, values: dict, pen: _Pen) -> str:
    """Writes one cell; returns about what it shows, for the column's width."""
    value = values[column.key]
    look = {"bg_color": values[column.fill]} if column.fill and values[column.fill] else {}
    sign = values[column.mark] if column.mark else ""
    if sign == pen.sign:
        look.setdefault("bg_color", pen.style.mark)
    if pd.isna(value):
        if column.kind == "text":
            return ""
        to.write_blank(row, place, None, pen(bg_color=pen.style.empty))
        if column.why and values[column.why]:
            to.write_comment(row, place, values[column.why])
        return ""
    if column.kind == "text":
        to.write_string(row, place, str(value), pen(text_wrap=True, **look))
        return str(value)
    if column.kind == "date":
        to.write_datetime(row, place, _day(value), pen(num_format=DATE, align="left", **look))
        return DATE
    decimals = int(values[column.decimals]) if isinstance(column.decimals, str) else column.decimals
    word = values[column.word] if column.word else ""
    number_format = number(column.kind, decimals, sign, word)
    to.write_number(row, place, float(value), pen(num_format=number_format, **look))
    return f"{word} {float(value):,.{decimals}f} {sign}" + "%" * (column.kind == "percent")


def number(kind: str, decimals: int, sign: str = "", word: str = "") -> str:
    """The number format of a cell, which stays a number with a mark behind it.

    Args:
        kind: “integer” is written as it is (a year), “decimal” in groups of three, “percent” with its sign.
        sign: of the mark, where the figure wears it. word: its rounding word.
    """
    mark = f' "{sign}"' if sign else ""
    before = f'"{word} "' if word else ""
    if kind == "integer":
        return before + "0" + mark
    return (
        before
        + "#,##0"
        + ("." + "0" * decimals if decimals else "")
        + ('"%"' if kind == "percent" else "")
        + mark
    )


def _write_blocks(to: Worksheet, title: str, blocks: Sequence[Block], pen: _Pen) -> None:
    to.write_string(0, 0, title, pen(bold=True, font_size=HEADING))
    row, widths = 2, {}
    for block in blocks:
        to.write_string(row, 0, block.heading, pen(bold=True, font_size=PART))
        for line, cells in enumerate((block.header, *block.rows), start=row + 1):
            for place, value in enumerate(cells):
                look = pen.header if line == row + 1 else pen(text_wrap=True)
                widths.setdefault(place, []).append(_write_text(to, line, place, value, look, pen))
        row += len(block.rows) + 3
    for place, texts in widths.items():
        to.set_column(place, place, _width(texts))
    to.freeze_panes(1, 0)
    _for_paper(to, title)


def _write_text(to: Worksheet, row: int, place: int, value, look: Format, pen: _Pen) -> str:
    if isinstance(value, str):
        if value.startswith(("http://", "https://")):
            to.write_url(row, place, value, pen(text_wrap=True, underline=1), value)
        else:
            to.write_string(row, place, value, look)
        return value
    to.write_datetime(row, place, _day(value), pen(num_format=DATE, align="left"))
    return DATE


def _across(to: Worksheet, row: int, columns: int, text: str, look: Format) -> None:
    """A text over all columns; one cell cannot be merged."""
    if columns > 1:
        to.merge_range(row, 0, row, columns - 1, "", look)
    to.write_string(row, 0, text, look)


def _for_paper(to: Worksheet, title: str) -> None:
    """A4 across, as wide as one page, page numbers at the foot."""
    to.set_landscape()
    to.set_paper(A4)
    to.fit_to_pages(1, 0)
    to.set_footer(f"&L{title.replace('&', '&&')[:180]}&R&P/&N")


def _width(texts: Sequence[str]) -> float:
    """Of a column that shows these texts, in digits, as Excel counts."""
    return min(WIDEST, max(NARROWEST, *map(_digits, texts)) + 2)


def _digits(text: str) -> float:
    return width_of(text, 1) / width_of("0", 1)


def _day(value) -> datetime:
    return pd.Timestamp(value).to_pydatetime()


def _tab(name: str, used: set[str]) -> str:
    """A sheet's name as Excel allows it: 31 signs, none of []:*?/\\, each name once."""
    base = " ".join(name.translate(SIGNS).split()) or "1"
    tab = base[:31].strip()
    while tab.lower() in used:
        tab = f"{base[:26].strip()} ({len(used) + 1})"
    used.add(tab.lower())
    return tab
