"""Tables whose rows are indicators: areas as columns, or figures of one area."""

import re

from data.intake.area_names import folded
from data.intake.layout import (
    EMPTY,
    ORDINAL,
    Form,
    Head,
    Layout,
    Sheet,
    is_number,
    is_roman,
    outline,
    role_of_column,
)
from data.intake.sheet_words import is_word, sheet_words, unit_factors, unit_of_line


def across_of(sheet: Sheet, at: int, named: dict[int, str]) -> list[Layout]:
    """Areas as columns: a row of the headings names them.

    Args:
        at: that row; named: its columns → district.
    """
    first = min(named)
    body = at + 1
    last = len(sheet.grid.rows)
    while body < last and (sheet.numbers_row(body) or not sheet.numeric(body, range(first, sheet.width))):
        body += 1
    heads = _heads(sheet, at, body)
    label = _label_column(sheet, range(body, last), first)
    columns = []
    for m in (m for m in range(sheet.width) if m != label):
        parts = [p for p in sheet.heading(heads, m).split(" > ") if p]
        rest = [
            p for p in parts if not (sheet.district(p) or sheet.is_total(p) or is_word(p, "area_heading"))
        ]
        texts = [t for n in range(body, last) if (t := sheet.grid.text(n, m))]
        name = " > ".join(rest)
        if m in named:
            columns.append(Head(m, name, "area", named[m]))
        elif m > label and any(sheet.is_total(p) for p in parts):
            columns.append(Head(m, name, "total"))
        elif parts or texts:
            role = role_of_column(" > ".join(parts), texts, m < label)
            columns.append(Head(m, " > ".join(parts), "unknown" if role == "figures" else role))
    return [_layout(sheet, "areas_across", heads, label, tuple(columns))]


def one_area_of(sheet: Sheet) -> list[Layout]:
    """Figures of one area, to the right of the indicators' names; none where there are no such rows."""
    beside = []
    for n in range(len(sheet.grid.rows)):
        row = sheet.grid.rows[n]
        numbers = [m for m, text in enumerate(row) if is_number(text) and any(len(t) > 3 for t in row[:m])]
        if numbers and not sheet.numbers_row(n):
            beside.append((n, numbers[0]))
    if not beside:
        return []
    first = min(m for _, m in beside)
    label = _label_column(sheet, range(beside[0][0], beside[-1][0] + 1), first)
    body = beside[0][0]
    while body and is_roman(sheet, body - 1, label) and not sheet.numbers_row(body - 1):
        body -= 1  # groups without figures of their own
    heads = _heads(sheet, body, body)
    columns = []
    for m in (m for m in range(sheet.width) if m != label):
        name = sheet.heading(heads, m)
        texts = [t for n, _ in beside if (t := sheet.grid.text(n, m))]
        if name or texts:
            columns.append(Head(m, name, role_of_column(name, texts, m < label)))
    return [_layout(sheet, "one_area", heads, label, tuple(columns))]


def _heads(sheet: Sheet, at: int, body: int) -> range:
    """The rows of headings, without the row of column numbers; `at`: one of them, or the body's first."""
    while body and sheet.numbers_row(body - 1):
        body -= 1
    return range(sheet.top(min(at, body), 0), body)


def _label_column(sheet: Sheet, rows: range, before: int) -> int:
    """The column before the figures with the longest texts."""

    def words(m: int) -> int:
        texts = (sheet.grid.text(n, m) for n in rows)
        return sum(min(len(t), 30) for t in texts if len(t) > 3 and not is_number(t) and not unit_factors(t))

    return max(range(before), key=words, default=0)


def _layout(sheet: Sheet, form: Form, heads: range, label: int, columns: tuple[Head, ...]) -> Layout:
    figures = [c.at for c in columns if c.role in ("area", "figures", "total", "unknown")]
    units = [c.at for c in columns if c.role == "unit"]
    rows, left, parent = [], [], ""
    numeric = [n for n in range(heads.stop, len(sheet.grid.rows)) if sheet.numeric(n, figures)]
    for n in range(heads.stop, len(sheet.grid.rows)):
        text = " ".join(sheet.grid.text(n, label).split())
        unit = next((t for m in units if unit_factors(t := sheet.shown(n, m))), "")
        marked = any(sheet.grid.text(n, m) in EMPTY - {""} for m in figures)
        inside = bool(numeric) and n <= numeric[-1]
        if sheet.numbers_row(n) or not (inside or (text and (unit or marked))):
            left.append(n)
            continue
        name = ORDINAL.sub("", text)
        if not _is_part(text):
            parent = name
        elif parent:
            name = f"{parent} > {name}"
        if n in numeric or unit or marked:
            rows.append(Head(n, name, "figures" if text else "unknown", "", unit))
        elif sheet.filled(n) and not text:
            left.append(n)
    titles = tuple(t for n in range(heads.start) for t in sheet.filled(n))
    found = next(filter(None, map(unit_of_line, titles)), "")
    return Layout(sheet.grid, form, tuple(rows), columns, titles, found, outline(sheet, left))


def _is_part(text: str) -> bool:
    """Whether a row's name only makes sense under the one before: “- Nữ”, “Trong đó: …”, “Tỷ lệ (%)”."""
    return text[:1] in "-+*•" or bool(re.fullmatch(sheet_words().part, folded(text)))
