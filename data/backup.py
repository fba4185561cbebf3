"""All that a server keeps as one file, taken while it runs, and put back on any machine.

The databases are copied first, each as it stands at one moment (SQLite's own backup); then the files that
they name, which are written once and never changed. Bundles of public screens are left out: they are built
anew.
"""

import hashlib
import json
import os
import re
import shutil
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from data import settings
from data.errors import BackupError

LIST = "manifest.json"  # name → SHA-256 of every other file in the ZIP
LEFT = re.compile(r".*\.sqlite(-wal|-shm|-journal)?|.*/\.half-.*|man-hinh/(?!danh-sach/).*")
INSIDE = re.compile(r"(?!.*(^|/)\.\.?(/|$))[^\\:/][^\\:]*")  # never out of the folder, on Windows neither


def backup(file: Path) -> int:
    """Writes the lake's folder to a ZIP, whole or not at all; how many files it holds.

    Raises:
        BackupError: the lake lies elsewhere, is not there, or the file cannot be written.
    """
    lake = _own_folder()
    if not (lake / "catalogue.sqlite").is_file():
        raise BackupError(f"Không có kho số liệu trong {lake}.", "Xem lại DASHBOARD_LAKE.")
    half = file.with_name(f".half-{file.name}")
    try:
        with (
            tempfile.TemporaryDirectory() as apart,
            zipfile.ZipFile(half, "w", zipfile.ZIP_DEFLATED) as whole,
        ):
            marks = {}
            for name, path in _parts(lake, Path(apart)):
                whole.write(path, name)
                marks[name] = hashlib.sha256(path.read_bytes()).hexdigest()
            whole.writestr(LIST, json.dumps(marks, indent=1))
        with open(half, "rb") as written:
            os.fsync(written.fileno())
        os.replace(half, file)
    except (OSError, sqlite3.Error) as error:
        half.unlink(missing_ok=True)
        raise BackupError(f"Không sao lưu được vào {file}: {error}", "Chọn ổ còn chỗ và ghi được.") from error
    return len(marks)


def restore(file: Path) -> int:
    """Puts a backup into an empty lake's folder, whole and verified or not at all; how many files it held.

    Raises:
        BackupError: there is a lake already, or the file is damaged or no backup.
    """
    lake = _own_folder()
    if lake.exists() and any(lake.iterdir()):
        raise BackupError(
            f"Thư mục {lake} không trống.", "Dừng máy chủ, chuyển thư mục đó đi nơi khác rồi khôi phục lại."
        )
    lake.parent.mkdir(parents=True, exist_ok=True)
    half = Path(tempfile.mkdtemp(prefix=".half-", dir=lake.parent))
    try:
        marks = _unpacked(file, half)
        half.chmod(0o755)
        if lake.exists():
            lake.rmdir()
        half.rename(lake)
    except (OSError, KeyError, ValueError, zipfile.BadZipFile, zipfile.LargeZipFile) as error:
        raise BackupError(f"Không khôi phục được từ {file}: {error}", "Dùng bản sao lưu khác.") from error
    finally:
        shutil.rmtree(half, ignore_errors=True)
    return len(marks)


def _own_folder() -> Path:
    lake = settings.lake_folder()
    if settings.settings().lake_catalogue or settings.settings().lake_files:
        raise BackupError(
            "Kho số liệu nằm ngoài thư mục của máy chủ (DASHBOARD_LAKE_CATALOGUE, DASHBOARD_LAKE_FILES).",
            "Sao lưu cơ sở dữ liệu trước (pg_dump), rồi các tệp Parquet.",
        )
    return lake


def _parts(lake: Path, apart: Path) -> Iterator[tuple[str, Path]]:
    """Name in the ZIP and file of each part; databases first, copied to `apart`."""
    for path in sorted(lake.glob("*.sqlite")):
        copy = apart / path.name
        with closing(sqlite3.connect(path, timeout=30)) as live, closing(sqlite3.connect(copy)) as still:
            live.backup(still)
        yield path.name, copy
    for path in sorted(lake.rglob("*")):
        name = path.relative_to(lake).as_posix()
        if path.is_file() and not LEFT.fullmatch(name):
            yield name, path


def _unpacked(file: Path, folder: Path) -> dict[str, str]:
    with zipfile.ZipFile(file) as whole:
        marks = json.loads(whole.read(LIST))
        for name, mark in marks.items():
            if not INSIDE.fullmatch(name):
                raise ValueError(name)
            body = whole.read(name)
            if hashlib.sha256(body).hexdigest() != mark:
                raise ValueError(name)
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            with open(target, "wb") as written:
                written.write(body)
                written.flush()
                os.fsync(written.fileno())
    if "catalogue.sqlite" not in marks:
        raise ValueError("catalogue.sqlite")
    return marks
