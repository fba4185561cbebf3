"""What a file is, by its content: names lie. CSV, XLSX, XLS, ODS are taken; for all else, how to save it."""

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

import olefile

from data.errors import Fault, FaultsFound

LARGEST = 64_000_000  # bytes of a long table on the command line: an export of a whole lake fits
HANDED_IN = 5 * 2**20  # bytes of what a district office hands in: the one limit of the intake
KINDS = {"csv": ".csv", "xlsx": ".xlsx", "xls": ".xls", "ods": ".ods"}  # what it is → how its name ends
SAVE = "Mở bằng Excel, chọn Lưu thành “Excel Workbook (.xlsx)” hoặc “CSV UTF-8 (.csv)”."
BEGINNINGS = (  # first bytes → what it is
    (b"\x89PNG", "ảnh PNG"),
    (b"\xff\xd8\xff", "ảnh JPEG"),
    (b"GIF8", "ảnh GIF"),
    (b"%PDF", "tệp PDF"),
    (b"{\\rtf", "văn bản RTF"),
)


@dataclass(frozen=True)
class File:
    """A file as it came, from a disk or a browser."""

    name: str
    content: bytes

    @property
    def ending(self) -> str:
        """How the name ends, small: “.xlsx”."""
        return Path(self.name).suffix.lower()


def opened(path: Path) -> File:
    """A file from the disk.

    Raises:
        FaultsFound: no such file, a folder, larger than `LARGEST`, or it cannot be opened.
    """
    name = path.name
    if path.is_dir():
        raise refused(name, "là thư mục, không phải tệp", "Chọn một tệp bảng tính trong thư mục.")
    if not path.is_file():
        raise refused(name, "không có tệp này", "Kiểm tra đường dẫn.")
    try:
        _within(name, path.stat().st_size, LARGEST)
        return File(name, path.read_bytes())
    except OSError as error:
        raise refused(name, f"không mở được ({error.strerror})", "Đóng tệp ở chương trình khác.") from error


def kind_of(file: File, most: int = LARGEST) -> str:
    """A key of `KINDS`, where name and content agree.

    Args:
        most: bytes.

    Raises:
        FaultsFound: empty, too large, or another kind; says which and what to do.
    """
    name, ending = file.name, file.ending
    if ending not in (*KINDS.values(), ".xlsm", ".xlsb", ".txt", ".tsv"):
        raise refused(name, f"không đọc được loại tệp “{ending}”", "Lưu thành .xlsx hoặc .csv (UTF-8).")
    _within(name, len(file.content), most)
    if not file.content:
        raise refused(name, "tệp rỗng", "Lưu lại tệp có tiêu đề và số liệu.")
    found = _content(file)
    if found not in KINDS:
        raise refused(name, f"là {found}, không đọc được", SAVE)
    if found == "csv" and ending in (".txt", ".tsv"):
        return found
    if ending != KINDS[found]:
        inside = "văn bản" if found == "csv" else f"bảng tính {KINDS[found]}"
        remedy = f"Đổi đuôi tệp thành {KINDS[found]} rồi thử lại."
        raise refused(name, f"tên là {ending} nhưng bên trong là {inside}", remedy)
    return found


def _within(name: str, size: int, most: int) -> None:
    if size > most:
        raise refused(
            name,
            f"tệp lớn {size / 1e6:.0f} MB, quá {most / 1e6:.0f} MB",
            "Xoá các trang tính, ảnh không cần, hoặc chia thành nhiều tệp.",
        )


def _content(file: File) -> str:
    start = file.content[:4096]
    for beginning, called in BEGINNINGS:
        if start.startswith(beginning):
            return called
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        return _compound(file.content)
    if start.startswith(b"PK"):
        return _archive(file)
    if start.lstrip().lower().startswith((b"<html", b"<!doctype", b"<table", b"<?xml")):
        return "trang web (HTML) hoặc XML"
    return "csv"


def _compound(content: bytes) -> str:
    """Old Excel, an encrypted workbook and old Word share one container; macros are refused as in XLSX."""
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as ole:
            parts = {"/".join(entry) for entry in ole.listdir(streams=True, storages=True)}
    except (OSError, ValueError, IndexError) as error:
        return f"tệp Excel cũ (.xls) hỏng hoặc có mật khẩu ({type(error).__name__})"
    if "EncryptedPackage" in parts:
        return "tệp Excel có mật khẩu"
    if any(part.startswith("_VBA_PROJECT_CUR") for part in parts):
        return "bảng tính Excel cũ có macro"
    if parts & {"Workbook", "Book"}:
        return "xls"
    return "văn bản Word cũ" if "WordDocument" in parts else "tệp OLE lạ"


def _archive(file: File) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise refused(
            file.name,
            "tệp bảng tính hỏng hoặc chưa tải xong",
            "Mở tệp gốc bằng Excel rồi lưu lại, hoặc tải, chép lại tệp.",
        ) from error
    if "xl/workbook.xml" in names:
        return "bảng tính Excel có macro" if any(n.endswith("vbaProject.bin") for n in names) else "xlsx"
    if "xl/workbook.bin" in names:
        return "bảng tính Excel nhị phân (.xlsb)"
    if "content.xml" in names:
        macros = any(n.startswith(("Basic/", "Scripts/")) for n in names)
        return "bảng tính OpenDocument có macro" if macros else "ods"
    return "văn bản Word" if any(n.startswith("word/") for n in names) else "tệp nén ZIP"


def refused(file: str, problem: str, remedy: str, line: int | None = None) -> FaultsFound:
    """A whole file turned away, for one reason."""
    return FaultsFound([Fault(file, line, "", problem, remedy)])
