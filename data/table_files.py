"""Reads text tables (CSV, XLSX) as written: every cell text, every row with its line in the file."""

from collections.abc import Set
from pathlib import Path

import pandas as pd

from data.errors import Fault, FaultsFound

LONG = (
    "indicator",
    "area",
    "period_start",
    "period_end",
    "kind",
    "standard",
    "value",
    "status",
    "source",
    "published",
    "note",
)
OPTIONAL = {"standard", "status", "published", "note"}
AREAS = (
    "area",
    "kind",
    "parent",
    "title",
    "name",
    "title_en",
    "name_en",
    "valid_from",
    "valid_to",
    "order",
    "site",
    "site_en",
    "seat",
    "seat_en",
    "area_km2",
    "area_source",
)
UNREAD = {"seat", "seat_en", "area_km2", "area_source"}  # columns of areas.csv that older provinces have
SOURCES = ("source", "title", "address", "published")
CONFLICTS = (
    "indicator",
    "area",
    "period_start",
    "period_end",
    "kind",
    "value",
    "source",
    "reason_vi",
    "reason_en",
)


def read_table(path: Path, columns: tuple[str, ...], optional: Set[str] = frozenset()) -> pd.DataFrame:
    """A table with every cell as stripped text, in the order of `columns`.

    Returns:
        The columns, each str (empty text for an empty cell) | file str | line int (as an editor
        or Excel shows it; the header is line 1).

    Raises:
        FaultsFound: no such file, not CSV or XLSX, not UTF-8, a column missing or unknown.
    """
    path = Path(path)

    def refuse(problem: str, remedy: str, column: str = "", line: int | None = None) -> FaultsFound:
        return FaultsFound([Fault(path.name, line, column, problem, remedy)])

    if not path.is_file():
        raise refuse("không có tệp này", "Kiểm tra đường dẫn.")
    try:
        if path.suffix.lower() == ".xlsx":
            frame = pd.read_excel(path, dtype=object, keep_default_na=False).map(_cell_text)
        elif path.suffix.lower() == ".csv":
            frame = pd.read_csv(
                path, dtype=str, keep_default_na=False, encoding="utf-8-sig", skip_blank_lines=False
            )
        else:
            raise refuse(f"không đọc được loại tệp “{path.suffix}”", "Lưu thành .csv (UTF-8) hoặc .xlsx.")
    except UnicodeDecodeError as error:
        raise refuse("không phải mã UTF-8", "Trong Excel chọn “CSV UTF-8” khi lưu.") from error
    except (ValueError, OSError) as error:
        raise refuse(
            f"không đọc được bảng ({error})", "Mở tệp, xoá dòng thừa trên tiêu đề, lưu lại."
        ) from error
    frame.columns = [str(c).strip() for c in frame.columns]
    faults = [
        Fault(path.name, 1, c, "thiếu cột này", f"Thêm cột; bảng gồm: {', '.join(columns)}.")
        for c in columns
        if c not in frame and c not in optional
    ] + [
        Fault(path.name, 1, c, "cột lạ", f"Xoá hoặc đổi tên; bảng gồm: {', '.join(columns)}.")
        for c in frame.columns
        if c not in columns
    ]
    if faults:
        raise FaultsFound(faults)
    frame = (
        frame.reindex(columns=list(columns), fill_value="")
        .astype(str)
        .apply(lambda s: s.str.strip().str.normalize("NFC"))
    )
    frame["file"], frame["line"] = path.name, range(2, len(frame) + 2)
    return frame[(frame[list(columns)] != "").any(axis=1)].reset_index(drop=True)


def _cell_text(cell) -> str:
    """A cell of Excel as text: a date as ISO, a whole number without “.0”."""
    if hasattr(cell, "strftime"):
        return cell.strftime("%Y-%m-%d")
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)
