"""A file as a table of named columns: the one reader of the command line, the first start and the browser."""

from collections.abc import Set
from pathlib import Path

import pandas as pd

from data.errors import Fault, FaultsFound, runs
from data.intake.grid import Grid, letter
from data.intake.kinds import File, kind_of, opened, refused
from data.intake.template_form import HIDDEN, MARKER
from data.intake.text_table import read_text_table
from data.intake.workbook import read_workbook
from data.table_files import LONG

SEARCHED = 30  # lines in which headings are looked for


def read_table(path: Path, columns: tuple[str, ...], optional: Set[str] = frozenset()) -> pd.DataFrame:
    """A table with every cell as text, in the order of `columns`.

    Returns:
        The columns, each str (empty text for an empty cell) | file str | line int (as an editor or Excel
        shows it). attrs: file (str), remarks (list of Fault), sheet (str), letters (column → its letter in
        Excel; both empty for CSV).

    Raises:
        FaultsFound: no such file, no table, a column missing or unknown, cells beyond the headings, or
            that cannot be read.
    """
    return table_of(first_grid(opened(Path(path))), columns, optional)


def first_grid(file: File) -> Grid:
    """The cells of a text table, or of a workbook's first visible sheet.

    Raises:
        FaultsFound: as `kinds.kind_of`, `read_text_table`, `read_workbook`.
    """
    return read_text_table(file) if kind_of(file) == "csv" else read_workbook(file)


def has_headings(grid: Grid) -> bool:
    """Whether one of the first filled lines holds headings of the long table of figures."""
    first = [{cell.lower() for cell in row} for row in grid.rows if any(row)][:SEARCHED]
    return any("indicator" in row and len(row & set(LONG)) > 1 for row in first)


def table_of(grid: Grid, columns: tuple[str, ...], optional: Set[str] = frozenset()) -> pd.DataFrame:
    """As `read_table`, of cells that are read already."""
    filled = [n for n, row in enumerate(grid.rows) if any(row)]
    if not filled:
        raise refused(grid.file, "tệp không có nội dung", "Lưu lại tệp có tiêu đề và số liệu.")
    names = [heading.lower() for heading in grid.rows[filled[0]]]
    while names and not names[-1]:
        names.pop()
    faults = _heading_faults(grid, filled, names, columns, optional) or [
        *grid.faults,
        *_row_faults(grid, filled[1:], names, columns, optional),
    ]
    if faults:
        raise FaultsFound(faults)
    places = {name: n for n, name in enumerate(names) if name}
    frame = pd.DataFrame(
        {
            column: [
                row[places[column]] if places[column] < len(row) else ""
                for row in (grid.rows[n] for n in filled[1:])
            ]
            if column in places
            else [""] * (len(filled) - 1)
            for column in columns
        },
        dtype=str,
    )
    frame["file"] = grid.file
    frame["line"] = [grid.lines[n] for n in filled[1:]]
    frame.attrs = {
        "file": grid.file,
        "remarks": grid.remarks,
        "sheet": grid.sheet,
        "letters": {name: letter(n) for name, n in places.items()} if grid.sheet else {},
    }
    return frame


def _heading_faults(
    grid: Grid, filled: list[int], names: list[str], columns: tuple[str, ...], optional: Set[str]
) -> list[Fault]:
    line, needed = grid.lines[filled[0]], set(columns) - optional

    def fault(column: str, problem: str, remedy: str) -> Fault:
        return Fault(grid.file, line, column, problem, remedy, grid.sheet)

    if any(MARKER in row for row in grid.rows[:SEARCHED]):
        what = f"biểu mẫu thiếu trang mã ẩn “{HIDDEN}”"
        return [fault("", what, "Lập lại biểu mẫu (python -m data template) rồi chép số sang.")]
    if not needed & set(names):
        for n in filled[1:SEARCHED]:
            if needed <= {cell.lower() for cell in grid.rows[n]}:
                return [fault("", "có dòng trên tiêu đề", f"Xoá các dòng trên dòng {grid.lines[n]}.")]
        return [
            fault(
                "", "không thấy tiêu đề của bảng dài", f"Dòng đầu phải là tiêu đề gồm: {', '.join(columns)}."
            )
        ]
    return (
        [
            fault(c, "thiếu cột này", f"Thêm cột; bảng gồm: {', '.join(columns)}.")
            for c in columns
            if c not in names and c not in optional
        ]
        + [
            fault(c, "cột lạ", f"Xoá hoặc đổi tên; bảng gồm: {', '.join(columns)}.")
            for c in dict.fromkeys(names)
            if c and c not in columns
        ]
        + [
            fault(c, "hai cột cùng tên", "Giữ một cột, xoá cột kia.")
            for c in dict.fromkeys(names)
            if c and names.count(c) > 1
        ]
    )


def _row_faults(
    grid: Grid, filled: list[int], names: list[str], columns: tuple[str, ...], optional: Set[str]
) -> list[Fault]:
    """Cells that stand under no heading, and cells that another one covers."""
    over: list[int] = []
    faults = []
    needed = {n for n, name in enumerate(names) if name in set(columns) - optional}
    nameless = {n for n, name in enumerate(names) if not name}
    for n in filled:
        row, line = grid.rows[n], grid.lines[n]
        if any(row[len(names) :]) or any(row[m] for m in nameless if m < len(row)):
            over.append(line)
        faults += [
            Fault(
                grid.file,
                line,
                names[m],
                f"ô bị gộp vào ô {grid.merged[line, m]}",
                "Bỏ gộp ô, ghi giá trị vào từng dòng.",
                grid.sheet,
                f"{letter(m)}{line}",
            )
            for m in sorted(needed)
            if (line, m) in grid.merged
        ]
    if over:
        faults.append(
            Fault(
                grid.file,
                over[0],
                "",
                f"nhiều ô hơn {len(names)} cột của tiêu đề (dòng {runs(over)})",
                "Ô có dấu phẩy phải nằm trong ngoặc kép; số thập phân viết dấu chấm; xoá ô thừa.",
                grid.sheet,
            )
        )
    return faults
