"""A CSV file as a grid: its encoding and the mark between its cells are recognised and said."""

import csv
import io
from collections import Counter

from data.errors import Fault
from data.intake.charsets import decoded, repaired
from data.intake.grid import Grid, plain
from data.intake.kinds import File, refused

UTF8 = "Trong Excel chọn “CSV UTF-8 (Comma delimited)” khi lưu."
MARKS = {",": "dấu phẩy", ";": "dấu chấm phẩy", "\t": "dấu tab", "|": "dấu gạch đứng"}
SEEN = 200  # lines by which the mark is judged


def read_text_table(file: File) -> Grid:
    """The rows of a CSV file; a row's line is the one it begins on: notes of several lines shift nothing.

    Raises:
        FaultsFound: no text, or a quotation mark that is never closed.
    """
    try:
        text, encoding = decoded(file.content)
    except ValueError as error:
        what = "có ký tự rỗng (NUL) hoặc ký tự điều khiển: không phải văn bản CSV, hoặc tệp hỏng"
        raise refused(file.name, what, UTF8) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    mark = _mark(text)
    reader = csv.reader(io.StringIO(text), strict=True, delimiter=mark)
    rows, lines, begins = [], [], 1
    try:
        for row in reader:
            rows.append([plain(cell) for cell in row])
            lines.append(begins)
            begins = reader.line_num + 1
    except csv.Error as error:
        raise refused(
            file.name,
            "dấu nháy kép mở ở dòng này không được đóng đúng, hoặc ô dài quá 131.072 ký tự",
            'Thêm hoặc xoá dấu nháy kép (") ở dòng này.',
            begins,
        ) from error
    rows, remarks = repaired(rows, file.name)
    if encoding and not remarks:
        what = f"tệp viết bằng mã {encoding}, đã được chuyển sang Unicode"
        remarks = [Fault(file.name, None, "", what, "Xem lại chữ có dấu; lần sau lưu CSV UTF-8.")]
    return Grid(file.name, rows, lines, remarks=remarks)


def _mark(text: str) -> str:
    """The mark that divides most lines into equally many cells; a comma where none does."""
    first = "\n".join(text.split("\n", SEEN)[:SEEN])

    def fit(mark: str) -> tuple[float, int]:
        try:
            widths = [len(row) for row in csv.reader(io.StringIO(first), delimiter=mark) if any(row)]
        except csv.Error:
            return 0.0, 0
        width, count = max(Counter(w for w in widths if w > 1).items(), key=lambda p: p[1], default=(0, 0))
        return round(count / len(widths), 2) if widths else 0.0, width

    return max(MARKS, key=fit)
