"""A CSV file as a grid: UTF-8 and commas; another encoding or mark is recognised and named."""

import codecs
import csv
import io
from pathlib import Path

from data.intake.grid import Grid, plain
from data.intake.kinds import refused

UTF8 = "Trong Excel chọn “CSV UTF-8 (Comma delimited)” khi lưu."
OTHER_MARKS = {";": "dấu chấm phẩy", "\t": "dấu tab", "|": "dấu gạch đứng"}


def read_text_table(path: Path) -> Grid:
    """The rows of a CSV file; a row's line is the one it begins on: notes of several lines shift nothing.

    Raises:
        FaultsFound: not UTF-8, not commas, a quotation mark that is never closed.
    """
    text = _decoded(path.name, path.read_bytes()).replace("\r\n", "\n").replace("\r", "\n")
    _check_mark(path.name, text)
    reader = csv.reader(io.StringIO(text), strict=True)
    rows, lines, begins = [], [], 1
    try:
        for row in reader:
            rows.append([plain(cell) for cell in row])
            lines.append(begins)
            begins = reader.line_num + 1
    except csv.Error as error:
        raise refused(
            path.name,
            "dấu nháy kép mở ở dòng này không được đóng đúng, hoặc ô dài quá 131.072 ký tự",
            'Thêm hoặc xoá dấu nháy kép (") ở dòng này.',
            begins,
        ) from error
    return Grid(path.name, rows, lines)


def _decoded(name: str, content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise refused(name, "tệp viết bằng mã UTF-16 (“Unicode Text”), không phải UTF-8", UTF8)
    if b"\0" in content:
        raise refused(name, "có ký tự rỗng (NUL): không phải văn bản CSV, hoặc tệp hỏng", UTF8)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise refused(name, "không phải mã UTF-8 (có lẽ Windows-1258, TCVN3 hoặc VNI)", UTF8, line) from error


def _check_mark(name: str, text: str) -> None:
    """Refuses a table that another mark than the comma divides, judged by its first lines."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    for mark, called in OTHER_MARKS.items():
        if first.count(mark) > max(first.count(","), 1):
            raise refused(
                name,
                f"các ô cách nhau bằng {called}, không phải dấu phẩy",
                "Trong Excel chọn “CSV UTF-8 (Comma delimited)”; máy dùng dấu phẩy thập phân thì lưu .xlsx.",
                1,
            )
