"""Tables for web pages: as JSON for scripts that sort, as HTML where nothing moves."""

from collections.abc import Iterable

from markupsafe import Markup

from pages.content.table import Cell, Table
from pages.figures.tones import FILLS, fill_and_ink
from pages.web.html import render


def table_json(table: Table) -> dict:
    """What the scripts draw: headings as `columns`, and rows whose cells are [text, value, fill, ink].

    A cell that is not judged ends with its value.
    """
    return {
        "columns": [
            {"label": h.label, "numeric": h.numeric, "unit": h.unit, "bar": h.bar} for h in table.headings
        ],
        "rows": [
            {"code": row.code, "selected": row.selected, "cells": [_cell(cell) for cell in row.cells]}
            for row in table.rows
        ],
        "header": table.header,
        "caption": table.caption,
        "sort": table.sort,
        "language": table.language,
    }


def table_html(table: Table) -> Markup:
    """A plain table; its caption stands under it."""
    return render("plain_table.html", table=table)


def key_html(entries: Iterable[tuple[str, str]], badge: str = "") -> Markup:
    """The row over a table: the badge of illustrative figures, and what colours mean, from (tone, words)."""
    return render("key.html", badge=badge, entries=[(FILLS[tone], text) for tone, text in entries])


def _cell(cell: Cell) -> list:
    return [cell.text, cell.value, *(fill_and_ink(cell.tone) if cell.tone else ())]
