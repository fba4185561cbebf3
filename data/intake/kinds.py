"""What a file is, by its content: names lie. Only CSV and XLSX are taken; for all else, how to save it."""

import zipfile
from pathlib import Path

from data.errors import Fault, FaultsFound

LARGEST = 64_000_000  # bytes of a file
SAVE = "Mở bằng Excel, chọn Lưu thành “Excel Workbook (.xlsx)” hoặc “CSV UTF-8 (.csv)”."
BEGINNINGS = (  # first bytes → what it is
    (b"\x89PNG", "ảnh PNG"),
    (b"\xff\xd8\xff", "ảnh JPEG"),
    (b"GIF8", "ảnh GIF"),
    (b"%PDF", "tệp PDF"),
    (b"{\\rtf", "văn bản RTF"),
)


def kind_of(path: Path) -> str:
    """“csv” or “xlsx”, where name and content agree.

    Raises:
        FaultsFound: no such file, a folder, empty, too large, or another kind; says which and what to do.
    """
    name, ending = path.name, path.suffix.lower()
    if path.is_dir():
        raise refused(name, "là thư mục, không phải tệp", "Chọn một tệp .csv hoặc .xlsx trong thư mục.")
    if not path.is_file():
        raise refused(name, "không có tệp này", "Kiểm tra đường dẫn.")
    if ending not in (".csv", ".xlsx", ".xls", ".ods", ".xlsm", ".xlsb"):
        raise refused(name, f"không đọc được loại tệp “{ending}”", "Lưu thành .csv (UTF-8) hoặc .xlsx.")
    if (size := path.stat().st_size) > LARGEST:
        raise refused(
            name,
            f"tệp lớn {size / 1e6:.0f} MB, quá {LARGEST / 1e6:.0f} MB",
            "Xoá các trang tính, ảnh không cần, hoặc chia thành nhiều tệp.",
        )
    if size == 0:
        raise refused(name, "tệp rỗng", "Lưu lại tệp có tiêu đề và số liệu.")
    try:
        found = _content(path)
    except OSError as error:
        raise refused(name, f"không mở được ({error.strerror})", "Đóng tệp ở chương trình khác.") from error
    if found == "csv" and ending != ".csv":
        raise refused(
            name, f"tên là {ending} nhưng bên trong là văn bản", "Đổi đuôi tệp thành .csv rồi thử lại."
        )
    if found == "xlsx" and ending != ".xlsx":
        raise refused(
            name, f"tên là {ending} nhưng bên trong là bảng tính Excel", "Đổi đuôi tệp thành .xlsx."
        )
    if found not in ("csv", "xlsx"):
        raise refused(name, f"là {found}, không phải CSV hay XLSX", SAVE)
    return found


def _content(path: Path) -> str:
    with path.open("rb") as file:
        start = file.read(4096)
    for beginning, called in BEGINNINGS:
        if start.startswith(beginning):
            return called
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        return "tệp Excel có mật khẩu hoặc Excel cũ (.xls)"
    if start.startswith(b"PK"):
        return _archive(path, start)
    if start.lstrip().lower().startswith((b"<html", b"<!doctype", b"<table", b"<?xml")):
        return "trang web (HTML) hoặc XML"
    return "csv"


def _archive(path: Path, start: bytes) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        if b"opendocument" in start:
            return "bảng tính OpenDocument (.ods)"
        raise refused(
            path.name,
            "tệp Excel hỏng hoặc chưa tải xong",
            "Mở tệp gốc bằng Excel rồi lưu lại, hoặc tải, chép lại tệp.",
        ) from error
    if "xl/workbook.xml" in names:
        return "bảng tính Excel có macro" if any(n.endswith("vbaProject.bin") for n in names) else "xlsx"
    if "xl/workbook.bin" in names:
        return "bảng tính Excel nhị phân (.xlsb)"
    if "content.xml" in names:
        return "bảng tính OpenDocument (.ods)"
    return "văn bản Word" if any(n.startswith("word/") for n in names) else "tệp nén ZIP"


def refused(file: str, problem: str, remedy: str, line: int | None = None) -> FaultsFound:
    """A whole file turned away, for one reason."""
    return FaultsFound([Fault(file, line, "", problem, remedy)])
