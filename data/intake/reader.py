"""The one way in for an office's file: our template, our long table, or a table of the office's own form."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from data.areas import Areas
from data.catalogue import Catalogue
from data.errors import Fault, FaultsFound
from data.intake.figures import figures
from data.intake.grid import Grid
from data.intake.kinds import HANDED_IN, File, kind_of, opened, refused
from data.intake.layout import Layout
from data.intake.layouts import layouts_of
from data.intake.mapping import Mapping, recalled
from data.intake.mappings import remembered
from data.intake.tables import first_grid, has_headings, table_of
from data.intake.template_form import MARKER
from data.intake.template_reader import is_template, read_template
from data.intake.text_table import read_text_table
from data.intake.workbook import read_sheets
from data.table_files import LONG, OPTIONAL


@dataclass(frozen=True)
class Book:
    """A file's sheets of cells; a text file has one without a name.

    Attributes:
        sheets: in order, hidden ones too (`Grid.hidden`).
        remarks: sheets that are not read, and why.
    """

    name: str
    sheets: tuple[Grid, ...]
    remarks: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Asked:
    """What is known of a file before it is read; all may be empty.

    end: last day of its period. domain: of the form. area: code of the office. source: of its figures.
    mappings: those that a person has just confirmed; others are looked up among those remembered.
    """

    end: date | None = None
    domain: str = ""
    area: str = ""
    source: str = ""
    mappings: tuple[Mapping, ...] = ()


def read_book(content: bytes, name: str) -> Book:
    """All cells of a file: XLSX, XLS, ODS or CSV of any usual encoding.

    Raises:
        FaultsFound: larger than `kinds.HANDED_IN`, with macros, encrypted, broken, or another kind.
    """
    file = File(name, content)
    kind = kind_of(file, HANDED_IN)
    sheets = [read_text_table(file)] if kind == "csv" else read_sheets(file)
    how = "Bỏ ẩn trang tính nếu cần đọc."
    remarks = [
        Fault(name, None, "", f"không đọc trang ẩn “{g.sheet}”", how, g.sheet)
        for g in sheets
        if g.hidden and g.rows
    ]
    return Book(name, tuple(sheets), tuple(remarks))


def layouts(book: Book, areas: Areas) -> list[Layout]:
    """The tables on the sheets that are shown, in their order."""
    return [layout for grid in book.sheets if not grid.hidden for layout in layouts_of(grid, areas)]


def known_as(file: File) -> str:
    """“template”, “long” or “foreign”.

    Raises:
        FaultsFound: as `kinds.kind_of`, or a broken file.
    """
    if kind_of(file) == "xlsx" and is_template(file):
        return "template"
    grid = first_grid(file)
    marked = any(MARKER in row for row in grid.rows)  # a template without its hidden sheet: refused as one
    return "long" if marked or has_headings(grid) else "foreign"


def read_figures(path: Path, catalogue: Catalogue, areas: Areas, asked: Asked | None = None) -> pd.DataFrame:
    """As `read_any`, of a file on the disk."""
    return read_any(opened(Path(path)), catalogue, areas, asked or Asked())


def read_any(file: File, catalogue: Catalogue, areas: Areas, asked: Asked) -> pd.DataFrame:
    """An office's figures, whatever form they come in.

    Returns:
        LONG, each str | file str | line int; of a template and a foreign table also cell str, of the latter
        sheet str. attrs: file, sheet, remarks, letters (column → its letter in Excel), faults (what is wrong
        beside the figures that could be read), as `tables.read_table` and `read_template` have them.

    Raises:
        FaultsFound: nothing can be read; of a foreign table also: its form was never confirmed.
    """
    kind = known_as(file)
    if kind == "template":
        return read_template(file)
    if kind == "long":
        return table_of(first_grid(file), LONG, OPTIONAL)
    book = read_book(file.content, file.name)
    found = layouts(book, areas)
    if not any(any(row) for grid in book.sheets for row in grid.rows):
        raise refused(file.name, "tệp không có nội dung", "Lưu lại tệp có tiêu đề và số liệu.")
    if not found:
        raise refused(
            file.name,
            "không thấy bảng số liệu nào: không có tên đơn vị hay chỉ tiêu đứng cạnh số",
            f"Dùng biểu mẫu (python -m data template), hoặc bảng dài có tiêu đề: {', '.join(LONG)}.",
        )
    pairs = [(layout, known_mapping(layout, catalogue, areas, asked)) for layout in found]
    return together(book, pairs, catalogue, areas, asked)


def known_mapping(layout: Layout, catalogue: Catalogue, areas: Areas, asked: Asked) -> Mapping:
    """The confirmed mapping of a layout, from `asked` or remembered.

    Raises:
        FaultsFound: nobody has confirmed one for this form.
    """
    for mapping in asked.mappings:
        if mapping.signature == layout.signature:
            return mapping
    if known := remembered(layout.signature):
        return recalled(layout, known, catalogue, areas, asked.end)
    grid = layout.grid
    what = "biểu theo mẫu riêng chưa được xác nhận cột nào là chỉ tiêu nào"
    how = "Xem và xác nhận: python -m data read TỆP --confirm, hoặc ở trang nộp số liệu."
    raise FaultsFound([Fault(grid.file, None, "", what, how, grid.sheet)])


def together(
    book: Book, pairs: list[tuple[Layout, Mapping]], catalogue: Catalogue, areas: Areas, asked: Asked
) -> pd.DataFrame:
    """The figures of several tables of a book as one long table; as `read_any` gives it.

    Args:
        pairs: each layout with its mapping.
    """
    frames = [
        figures(layout, mapping, catalogue, areas, asked.end, asked.area, asked.source)
        for layout, mapping in pairs
    ]
    read = {layout.grid.sheet for layout, _ in pairs}
    how = "Chuyển số liệu vào bảng có tên đơn vị và tiêu đề nếu cần."
    others = [
        Fault(book.name, None, "", f"không thấy bảng số liệu ở trang “{g.sheet}”", how, g.sheet)
        for g in book.sheets
        if not g.hidden and g.sheet not in read and any(any(row) for row in g.rows)
    ]
    frame = pd.concat(frames, ignore_index=True)
    remarks = [*book.remarks, *others, *(r for f in frames for r in f.attrs["remarks"])]
    frame.attrs = {
        "file": book.name,
        "sheet": frames[0].attrs["sheet"],
        "letters": {},
        "faults": list(dict.fromkeys(fault for f in frames for fault in f.attrs["faults"])),
        "remarks": list(dict.fromkeys(remarks)),
    }
    return frame
