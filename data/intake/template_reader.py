"""Reads a filled template back: which figure a cell holds is told by the ids that the template carries.

Rows and columns that moved with their ids are found again; where ids and visible names no longer agree, or a
row is missing, doubled or added, that is a fault with its cell: no figure is taken from a wrong row.
"""

import pandas as pd

from data.areas import Areas
from data.catalogue import Catalogue
from data.errors import Fault, FaultsFound
from data.intake.grid import Grid
from data.intake.kinds import File, refused
from data.intake.sheet_xml import sheet_names
from data.intake.template_form import ENTRY, HEAD, HIDDEN, LABELS, VERSION, checksum
from data.intake.template_sheet import AGAIN, BACK, Form, marker
from data.intake.workbook import read_workbook
from data.table_files import LONG


def is_template(file: File) -> bool:
    """Whether a workbook carries the hidden sheet of ids."""
    return file.ending == ".xlsx" and HIDDEN in sheet_names(file.content)


def read_template(file: File) -> pd.DataFrame:
    """The figures of a filled template, as `tables.read_table` gives a long table.

    Returns:
        LONG, each str | file str | line int | cell str (as F12). attrs: file, sheet, remarks, letters (empty)
        as there; faults (list of Fault: what is wrong beside the figures that could be read); province (str);
        units (indicator → unit id when the template was made).

    Raises:
        FaultsFound: the ids are damaged or columns are missing, so that nothing can be read.
    """
    ids = read_workbook(file, HIDDEN)
    head, entries = _ids(ids)
    grid, others = _sheet(file)
    form = Form(grid)
    rows = form.figures(entries)
    if others:
        names = ", ".join(f"“{name}”" for name in others)
        remedy = "Chép số vào biểu mẫu nếu cần."
        form.remarks.append(Fault(grid.file, None, "", f"không đọc trang {names}", remedy, grid.sheet))
    if not rows and form.faults:
        raise FaultsFound(form.faults)
    frame = pd.DataFrame(rows, columns=[*LONG, "file", "line", "cell"]).astype({"line": int})
    frame.attrs = {
        "file": grid.file,
        "sheet": grid.sheet,
        "letters": {},
        "remarks": form.remarks,
        "faults": form.faults,
        "province": head["province"],
        "units": {entry["indicator"]: entry["unit"] for entry in entries},
    }
    return frame


def foreign(rows: pd.DataFrame, catalogue: Catalogue, areas: Areas) -> list[Fault]:
    """Why a template cannot be one of this catalogue and these areas; empty for a table of another kind."""
    file, sheet, province = (rows.attrs.get(name, "") for name in ("file", "sheet", "province"))
    if province and province != areas.province:
        problem = f"biểu mẫu của tỉnh khác (mã {province}; kho này là tỉnh mã {areas.province})"
        return [Fault(file, None, "", problem, "Chọn đúng tệp, hoặc đúng kho.", sheet)]
    return [
        Fault(
            file,
            None,
            "",
            f"đơn vị tính của chỉ tiêu {indicator} đã đổi ({unit} → {catalogue.indicators[indicator].unit})",
            AGAIN,
            sheet,
        )
        for indicator, unit in rows.attrs.get("units", {}).items()
        if indicator in catalogue.indicators and catalogue.indicators[indicator].unit != unit
    ]


def _ids(ids: Grid) -> tuple[dict[str, str], list[dict[str, str]]]:
    """The head of the hidden sheet and its entries.

    Raises:
        FaultsFound: another version, or not as it was written.
    """
    head: dict[str, str] = {}
    for row in ids.rows[: len(HEAD)]:
        name, text = [*row, "", ""][:2]
        head[name] = text
    names = (*ENTRY, *LABELS)
    body = [[*row, *[""] * len(names)][: len(names)] for row in ids.rows[len(HEAD) + 1 :]]
    if head.get("version", VERSION) != VERSION:
        raise refused(ids.file, f"biểu mẫu theo phiên bản {head['version']}, không phải {VERSION}", AGAIN)
    if tuple(head) != HEAD or head["checksum"] != checksum([list(head.values())[2:], *body]):
        fault = Fault(ids.file, None, "", "trang mã ẩn của biểu mẫu đã bị sửa", AGAIN, ids.sheet)
        raise FaultsFound([fault])
    return head, [dict(zip(names, row)) for row in body]


def _sheet(file: File) -> tuple[Grid, list[str]]:
    """The sheet that carries the ids of rows and columns; the names of the other sheets."""
    names = [name for name in sheet_names(file.content) if name != HIDDEN]
    grids = [read_workbook(file, name) for name in names]
    found = [grid for grid in grids if marker(grid)]
    if not found:
        problem = "không thấy cột và dòng mã ẩn (cột A, dòng 1) của biểu mẫu"
        raise refused(file.name, problem, BACK)
    if len(found) > 1:
        both = ", ".join(f"“{grid.sheet}”" for grid in found)
        raise refused(file.name, f"nhiều trang cùng là biểu mẫu: {both}", "Giữ một trang, xoá trang kia.")
    return found[0], [grid.sheet for grid in grids if grid is not found[0]]
