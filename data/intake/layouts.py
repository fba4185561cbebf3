"""Finds the tables of a sheet: bodies by the areas that they name, headings above, notes below."""

from data.areas import Areas
from data.intake.grid import Grid
from data.intake.layout import Head, Layout, Role, Sheet, is_number, is_roman, outline, role_of_column
from data.intake.layouts_across import across_of, one_area_of
from data.intake.sheet_words import unit_of_line


def layouts_of(grid: Grid, areas: Areas) -> list[Layout]:
    """The tables of one sheet from top to bottom; none where no figures stand beside names."""
    sheet = Sheet(grid, areas)
    down, across = _area_column(sheet), _area_row(sheet)
    if across and len(across[1]) > max(1, len(set(down[1].values())) if down else 0):
        return across_of(sheet, *across)
    if down:
        return _down(sheet, *down)
    return one_area_of(sheet)


def _area_column(sheet: Sheet) -> tuple[int, dict[int, str]] | None:
    """The column that names most districts, and its rows → district; a name counts beside numbers."""
    found = []
    for m in range(sheet.width):
        rows = {
            n: code for n in range(len(sheet.grid.rows)) if (code := sheet.district(sheet.grid.text(n, m)))
        }
        beside = [n for n in rows if sheet.numeric(n, range(m + 1, sheet.width))]
        if beside:
            found.append((len({rows[n] for n in beside}), -m, rows))
    if not found:
        return None
    _, m, rows = max(found, key=lambda f: f[:2])
    return -m, rows


def _area_row(sheet: Sheet) -> tuple[int, dict[int, str]] | None:
    """The row that names most districts, and its columns → district (also those a merged cell covers)."""
    found = []
    for n in range(len(sheet.grid.rows)):
        columns = {m: code for m in range(sheet.width) if (code := sheet.district(sheet.shown(n, m)))}
        if len(set(columns.values())) > 1:
            found.append((len(set(columns.values())), -n, columns))
    if not found:
        return None
    _, n, columns = max(found, key=lambda f: f[:2])
    return -n, columns


def _down(sheet: Sheet, label: int, named: dict[int, str]) -> list[Layout]:
    """Areas as rows: a new table begins where headings stand before an area that was there already."""
    found, floor, at = [], 0, sorted(named)
    while at:
        seen, last = {named[at[0]]}, 0
        while last + 1 < len(at):
            between = range(at[last] + 1, at[last + 1])
            headings = any(_looks_like_headings(sheet, n, label) for n in between)
            if headings and named[at[last + 1]] in seen:
                break
            last += 1
            seen.add(named[at[last]])
        following = at[last + 1] if last + 1 < len(at) else len(sheet.grid.rows)
        layout, floor = _table_down(sheet, label, {n: named[n] for n in at[: last + 1]}, floor, following)
        found.append(layout)
        at = at[last + 1 :]
    return found


def _looks_like_headings(sheet: Sheet, n: int, label: int) -> bool:
    texts = [t for t in sheet.grid.rows[n][label:] if t]
    return len(texts) > 1 and not any(is_number(t) for t in texts) and not sheet.is_total(texts[0])


def _label(sheet: Sheet, n: int, label: int) -> str:
    """What names a row: the cell of the area column, or a longer text before it (“Tổng cộng” over two)."""
    before = [sheet.grid.text(n, m) for m in range(label) if len(sheet.grid.text(n, m)) > 3]
    return sheet.grid.text(n, label) or (before[-1] if before else "")


def _table_down(
    sheet: Sheet, label: int, named: dict[int, str], floor: int, following: int
) -> tuple[Layout, int]:
    first, last = min(named), max(named)
    values = range(label + 1, sheet.width)
    while first > floor and not sheet.numbers_row(first - 1) and _is_part(sheet, first - 1, label):
        first -= 1
    body = first
    while body > floor and sheet.numbers_row(body - 1):
        body -= 1
    top = sheet.top(body, floor)
    heads = range(top, body)
    repeated = {tuple(sheet.filled(n)) for n in heads}
    rows: list[Head] = []
    left: list[int] = []
    end, gap = last, False
    for n in range(first, following):
        name, gap = _label(sheet, n, label), gap or (n > last and not sheet.filled(n))
        role = _role_of_row(sheet, n, name, named.get(n, ""), label)
        if tuple(sheet.filled(n)) in repeated or sheet.numbers_row(n):
            left.append(n)
        elif role and (n <= last or role == "total" or (sheet.numeric(n, values) and not gap)):
            rows.append(Head(n, name, role, named.get(n, "")))
            end = n
        elif sheet.filled(n):
            left.append(n)
    columns = _columns(sheet, heads, label, [row.at for row in rows])
    titles = tuple(t for n in range(floor, top) for t in sheet.filled(n))
    unit = next(filter(None, map(unit_of_line, titles)), "")
    if floor:  # a second table of the sheet: what stands between is its title
        left = [n for n in left if n <= end]
    inside = [n for n in left if n <= end or following == len(sheet.grid.rows)]
    layout = Layout(sheet.grid, "areas_down", tuple(rows), columns, titles, unit, outline(sheet, inside))
    return layout, end + 1


def _is_part(sheet: Sheet, n: int, label: int) -> bool:
    """Whether a row above the first area is a total or opens a group."""
    name = _label(sheet, n, label)
    return sheet.is_total(name) or bool(is_roman(sheet, n, label) and name)


def _role_of_row(sheet: Sheet, n: int, name: str, area: str, label: int) -> Role | None:
    if area:
        return "area"
    if sheet.is_total(name):
        return "total"
    if name and is_roman(sheet, n, label):
        return "group"
    return "unknown" if sheet.numeric(n, range(label + 1, sheet.width)) else None


def _columns(sheet: Sheet, heads: range, label: int, body: list[int]) -> tuple[Head, ...]:
    found = [Head(label, "", "area")]
    for m in (m for m in range(sheet.width) if m != label):
        name = sheet.heading(heads, m)
        texts = [t for n in body if (t := sheet.grid.text(n, m))]
        if name or texts:
            found.append(Head(m, name, role_of_column(name, texts, m < label)))
    return tuple(sorted(found, key=lambda h: h.at))
