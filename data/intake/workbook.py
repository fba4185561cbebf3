"""The sheets of a workbook as grids: values and dates by calamine, the rest from the file itself."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from xml.parsers import expat

from python_calamine import CalamineError, CalamineWorkbook, SheetMetadata, SheetTypeEnum, SheetVisibleEnum

from data.errors import Fault, runs
from data.intake import ods_facts, sheet_xml, xls_facts
from data.intake.charsets import repaired
from data.intake.grid import Grid, letter, plain
from data.intake.kinds import File, kind_of, refused
from data.intake.numbers import written
from data.intake.sheet_xml import SheetFacts, TooLarge

BROKEN = (
    *(CalamineError, KeyError, IndexError, StopIteration, ValueError, OSError),
    *(zipfile.BadZipFile, expat.ExpatError, xls_facts.struct.error),
)
Cell = tuple[int, int]  # line, position from 0


def read_workbook(file: File, named: str | None = None) -> Grid:
    """The cells of the first sheet that is no chart and not hidden, or of the one named, as text.

    A day is written 2017-12-31, a number exactly, a cell that shows per cent as “4.65%”. Without a
    name, other sheets and hidden rows are remarked on. Cells with an error or a formula never computed are
    faults.

    Raises:
        FaultsFound: no sheet, broken, or larger than `sheet_xml` allows.
    """

    def wanted(sheet: SheetMetadata) -> bool:
        return sheet.name == named if named else sheet.visible == SheetVisibleEnum.Visible

    found, others = _read(file, wanted, first=True)
    if not found:
        raise refused(file.name, "không có trang tính nào hiện ra", "Bỏ ẩn trang tính có số liệu.")
    if not named:
        found[0].remarks[:0] = _remarks(found[0], others)
    return found[0]


def read_sheets(file: File) -> list[Grid]:
    """All sheets of cells, hidden ones too, in order; nothing is remarked on but repaired letters.

    Raises:
        FaultsFound: as `read_workbook`.
    """
    return _read(file, lambda sheet: True)[0]


def _read(
    file: File, wanted: Callable[[SheetMetadata], bool], first: bool = False
) -> tuple[list[Grid], list[str]]:
    """The grids of the sheets wanted, or of the first of them; the names of all other sheets."""
    name = file.name
    try:
        facts = _facts(file)
        with CalamineWorkbook.from_filelike(io.BytesIO(file.content)) as book:
            known = book.sheets_metadata
            at = [n for n, s in enumerate(known) if s.typ == SheetTypeEnum.WorkSheet and wanted(s)]
            at = at[:1] if first else at
            grids = [_grid(file, known[n], book.get_sheet_by_index(n), facts(n)) for n in at]
            return grids, [s.name for n, s in enumerate(known) if n not in at]
    except TooLarge as error:
        raise refused(
            name,
            f"trang tính quá lớn: {error}",
            "Xoá dòng, cột, trang thừa (cả định dạng ở ô trống) hoặc chia thành nhiều tệp.",
        ) from error
    except BROKEN as error:
        raise refused(
            name,
            "tệp bảng tính hỏng, có mật khẩu hoặc chưa tải xong",
            "Mở bằng Excel rồi lưu lại thành .xlsx.",
        ) from error


def _facts(file: File) -> Callable[[int], SheetFacts]:
    """What the file says of its n-th sheet; limits are held before calamine unpacks anything."""
    kind = kind_of(file)
    if kind == "xlsx":
        sheet_xml.check_size(file.content)
        return lambda n: sheet_xml.facts(file.content, n)
    every = (ods_facts if kind == "ods" else xls_facts).facts(file.content)
    return lambda n: every[n] if n < len(every) else SheetFacts()


def _grid(file: File, sheet: SheetMetadata, cells, found: SheetFacts) -> Grid:
    table = cells.to_python(skip_empty_area=False)
    width = len(table[0]) if table else 0
    covered = {
        (row + 1, column): f"{letter(left)}{top + 1}"
        for (top, left), (bottom, right) in [*(cells.merged_cell_ranges or []), *found.merged]
        for row in range(top, min(bottom, len(table)) + 1)
        for column in range(left, min(right, width) + 1)
        if (row, column) != (top, left)
    }
    rows = [
        [plain(_text(cell, (n, m), found)) for m, cell in enumerate(row)] for n, row in enumerate(table, 1)
    ]
    rows, remarks = repaired(rows, file.name, sheet.name)
    return Grid(
        file.name,
        rows,
        list(range(1, len(rows) + 1)),
        sheet.name,
        covered,
        _faults(file.name, sheet.name, found),
        remarks,
        sheet.visible != SheetVisibleEnum.Visible,
        tuple(found.hidden_rows),
        tuple(m for m in sorted(found.hidden_columns) if any(row[m] for row in rows if m < len(row))),
    )


def _text(cell: object, at: Cell, found: SheetFacts) -> str:
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, int | float):
        return written(Decimal(f"{cell:.15g}") * 100) + "%" if at in found.percent else written(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == datetime.min.time() else cell.isoformat(" ")
    return cell.isoformat() if isinstance(cell, date | time) else str(cell)


def _faults(name: str, sheet: str, found: SheetFacts) -> list[Fault]:
    wrong = [
        (at, f"ô báo lỗi {text}", "Sửa công thức trong ô, hoặc ghi thẳng nội dung.")
        for at, text in found.errors.items()
    ] + [
        (at, "ô có công thức chưa được tính", "Mở tệp bằng Excel, lưu lại, hoặc ghi thẳng giá trị vào ô.")
        for at in found.uncomputed
    ]
    return [
        Fault(name, line, "", problem, remedy, sheet, f"{letter(column)}{line}")
        for (line, column), problem, remedy in sorted(wrong)
    ]


def _remarks(grid: Grid, others: list[str]) -> list[Fault]:
    remarks = []
    if others:
        names = ", ".join(f"“{other}”" for other in others)
        what, how = f"không đọc trang {names}", "Chuyển số liệu sang trang đầu nếu cần."
        remarks.append(Fault(grid.file, None, "", what, how, grid.sheet))
    return remarks + hidden_remarks(grid)


def hidden_remarks(grid: Grid) -> list[Fault]:
    """That hidden rows and columns of a sheet are read."""
    how = "Bỏ ẩn để kiểm tra; xoá nếu không công bố."
    said = []
    if grid.hidden_rows:
        said.append(f"dòng bị ẩn vẫn được đọc: {runs(grid.hidden_rows)}")
    if grid.hidden_columns:
        said.append(f"cột bị ẩn vẫn được đọc: {', '.join(letter(m) for m in grid.hidden_columns)}")
    return [Fault(grid.file, None, "", what, how, grid.sheet) for what in said]
