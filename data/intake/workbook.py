"""A workbook's first visible sheet as a grid: values and dates by calamine, the rest from the sheet's XML."""

import zipfile
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from xml.parsers import expat

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from data.errors import Fault, runs
from data.intake.grid import Grid, letter, plain
from data.intake.kinds import refused
from data.intake.numbers import written
from data.intake.sheet_xml import SheetFacts, TooLarge, facts

BROKEN = (CalamineError, KeyError, IndexError, StopIteration, zipfile.BadZipFile, expat.ExpatError)
Cell = tuple[int, int]  # line, position from 0


def read_workbook(path: Path, named: str | None = None) -> Grid:
    """The cells of the first sheet that is no chart and not hidden, or of the one named, as text.

    A day is written 2017-12-31, a number exactly, a cell that shows per cent as “4.65%”. Without a
    name, other sheets and hidden rows are remarked on. Cells with an error or a formula never computed are
    faults.

    Raises:
        FaultsFound: no sheet, broken, or larger than `sheet_xml` allows.
    """
    name = path.name
    try:
        with CalamineWorkbook.from_path(path) as book:
            known = book.sheets_metadata
            readable = [
                n
                for n, sheet in enumerate(known)
                if sheet.typ == SheetTypeEnum.WorkSheet
                and (sheet.name == named if named else sheet.visible == SheetVisibleEnum.Visible)
            ]
            if not readable:
                raise refused(name, "không có trang tính nào hiện ra", "Bỏ ẩn trang tính có số liệu.")
            chosen = readable[0]
            found = facts(path, chosen)
            sheet = book.get_sheet_by_index(chosen)
            cells = sheet.to_python(skip_empty_area=False)
            covered = {
                (row + 1, column): f"{letter(left)}{top + 1}"
                for (top, left), (bottom, right) in sheet.merged_cell_ranges or []
                for row in range(top, min(bottom, len(cells)) + 1)
                for column in range(left, min(right, len(cells[0]) if cells else 0) + 1)
                if (row, column) != (top, left)
            }
    except TooLarge as error:
        raise refused(
            name,
            f"trang tính quá lớn: {error}",
            "Xoá dòng, cột, trang thừa (cả định dạng ở ô trống) hoặc chia thành nhiều tệp.",
        ) from error
    except BROKEN as error:
        raise refused(
            name, "tệp Excel hỏng, có mật khẩu hoặc chưa tải xong", "Mở bằng Excel rồi lưu lại thành .xlsx."
        ) from error
    title = known[chosen].name
    rows = [
        [plain(_text(cell, (n, m), found)) for m, cell in enumerate(row)] for n, row in enumerate(cells, 1)
    ]
    return Grid(
        name,
        rows,
        list(range(1, len(rows) + 1)),
        title,
        covered,
        _faults(name, title, found),
        [] if named else _remarks(name, title, [s.name for n, s in enumerate(known) if n != chosen], found),
    )


def _text(cell: object, at: Cell, found: SheetFacts) -> str:
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, int | float):
        return written(Decimal(repr(cell)) * 100) + "%" if at in found.percent else written(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == datetime.min.time() else cell.isoformat(" ")
    return cell.isoformat() if isinstance(cell, date) else str(cell)


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


def _remarks(name: str, sheet: str, others: list[str], found: SheetFacts) -> list[Fault]:
    remarks = []
    if others:
        names = ", ".join(f"“{other}”" for other in others)
        remarks.append(
            Fault(name, None, "", f"không đọc trang {names}", "Chuyển số liệu sang trang đầu nếu cần.", sheet)
        )
    if found.hidden_rows:
        remarks.append(
            Fault(
                name,
                None,
                "",
                f"dòng bị ẩn vẫn được đọc: {runs(found.hidden_rows)}",
                "Bỏ ẩn để kiểm tra; xoá nếu không công bố.",
                sheet,
            )
        )
    return remarks
