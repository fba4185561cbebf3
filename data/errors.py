"""Errors of the data floor, worded for the person who must mend the file.

Every message answers three things: what happened, where (file, line, column), what to do.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_PATH = re.compile(r"(?<![\w/\\.:])(?:[A-Za-z]:)?[/\\](?:[^\s/\\“”\"'(),;]+[/\\])*(?=[^\s/\\“”\"'(),;]+)")
_SECRET = re.compile(r"(password|user|host)=\S+")


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong with one cell or entry of a data file.

    `line` counts from 1 as an editor shows it; `column` is the column or key; both may be empty
    when the whole file is meant. Texts are Vietnamese, the language of those who mend the files.
    """

    file: str
    line: int | None
    column: str
    problem: str
    remedy: str
    sheet: str = ""  # of a workbook
    cell: str = ""  # of a workbook, as G2
    rows: int = 1  # how many rows it stands for

    @property
    def place(self) -> str:
        """File, sheet, line or cell, and column, as far as they are known."""
        return _place(self, "" if self.line is None else str(self.line), self.cell)

    def __str__(self) -> str:
        return f"{self.place}: {self.problem}\n  → {self.remedy}"


def _place(fault: Fault, lines: str, cell: str = "") -> str:
    sheet = f", trang “{fault.sheet}”" if fault.sheet else ""
    line = f", ô {cell}" if cell else f", dòng {lines}" if lines else ""
    return fault.file + sheet + line + (f", cột “{fault.column}”" if fault.column else "")


def runs(numbers: Iterable[int], most: int = 8) -> str:
    """Whole numbers in order as “3, 5–9, 12”; after `most` runs an ellipsis."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        elif len(spans) > most:
            break
        else:
            spans.append([number, number])
    texts = [f"{first}–{last}" if last > first else str(first) for first, last in spans[:most]]
    return ", ".join(texts) + (", …" if len(spans) > most else "")


def listed(faults: Iterable[Fault]) -> str:
    """Faults as text; those that differ only in their line stand together."""
    alike: dict[tuple, list[Fault]] = {}
    for fault in faults:
        key = fault.file, fault.sheet, fault.column, fault.problem, fault.remedy
        alike.setdefault(key, []).append(fault)
    return "\n".join(
        str(same[0])
        if len(same) == 1
        else f"{_place(same[0], runs(f.line or 0 for f in same), _cells(same))}: {same[0].problem}\n"
        f"  → {same[0].remedy}"
        for same in alike.values()
    )


def _cells(faults: list[Fault], most: int = 8) -> str:
    """The cells of faults as “I28, I29, …”; empty where one has none."""
    cells = [fault.cell for fault in faults if fault.cell]
    return ", ".join(cells[:most]) + (", …" if len(cells) > most else "") if len(cells) == len(faults) else ""


class DataError(Exception):
    """Base class: something in the data that a person can mend; the message says how."""


class FaultsFound(DataError):
    """A file or table cannot be taken in. Carries every fault, not only the first.

    Attributes:
        faults: the faults in order of file and line.
    """

    def __init__(self, faults: list[Fault]):
        self.faults = sorted(faults, key=lambda f: (f.file, f.line or 0, f.column))
        super().__init__(
            f"Có {sum(f.rows for f in self.faults)} lỗi trong dữ liệu; phiên bản trước vẫn được giữ nguyên.\n"
            + listed(self.faults)
        )


class UnknownEdition(DataError):
    """An edition was asked for that the lake does not hold."""

    def __init__(self, edition: object, known: list[int]):
        self.edition, self.known = edition, known
        super().__init__(
            f"Không có phiên bản số liệu “{edition}”.\n"
            f"  → Chọn một trong: {', '.join(map(str, known)) or '(chưa có phiên bản nào)'}."
        )


class Unsigned(DataError):
    """A publication without author or message."""

    def __init__(self):
        super().__init__(
            "Thiếu người công bố hoặc nội dung công bố.\n  → Ghi --author và --message, không để trống."
        )


class Outdated(DataError):
    """Another edition came between: what was judged against the former one must be judged anew."""

    def __init__(self, other: int):
        super().__init__(
            f"Phiên bản {other} vừa được người khác công bố; phiên bản đó vẫn được giữ.\n"
            "  → Kiểm tra lại tệp so với phiên bản đó rồi công bố lại."
        )


DISTURBED = ("conflict", "is locked", "serialize", "deadlock", "already exists", "duplicate key")


class NotStored(DataError):
    """The lake could not be written. `disturbed`: by another publisher, so that it may be tried again."""

    def __init__(self, reason: str):
        low = reason.lower()
        self.disturbed = any(
            w in low
            for w in ("conflict", "is locked", "serialize", "deadlock", "already exists", "duplicate key")
        )
        if self.disturbed:
            what, how = "kho đang được người khác ghi", "Chờ một phút rồi công bố lại."
        elif any(w in low for w in ("no space", "disk is full", "database or disk", "enospc")):
            what, how = "đĩa chứa kho đã đầy", "Giải phóng chỗ trên đĩa rồi công bố lại."
        elif any(w in low for w in ("read-only", "readonly", "read only", "permission denied")):
            what, how = "không có quyền ghi kho", "Cho người chạy lệnh quyền ghi thư mục kho."
        else:
            what, how = f"không ghi được kho ({reason})", "Xem lý do trên, sửa rồi công bố lại."
        super().__init__(f"Chưa ghi: {what}; phiên bản trước vẫn được giữ nguyên.\n  → {how}")


class Damaged(DataError):
    """What the lake holds cannot be read; `edition` is 0 where not one edition alone is meant."""

    def __init__(self, edition: int, why: object):
        self.edition = edition
        what = f"Phiên bản {edition}" if edition else "Kho số liệu"
        super().__init__(
            f"{what} không đọc được: {why}\n"
            "  → Khôi phục bản sao lưu (python -m data restore TỆP) hoặc chép lại tệp còn thiếu. "
            "Trong khi chờ, phiên bản trước còn nguyên vẹn được dùng."
        )


class BackupError(DataError):
    """A backup that cannot be written or put back; what to do stands in the second line."""

    def __init__(self, problem: str, remedy: str):
        super().__init__(f"{problem}\n  → {remedy}")


class SettingError(DataError):
    """A setting of the server points at something that is not there."""


class NothingToLift(DataError):
    """A protection was to be lifted where there is none."""

    def __init__(self, problem: str, remedy: str):
        super().__init__(f"Không bỏ bảo mật được: {problem}.\n  → {remedy}")


class NoTemplate(DataError):
    """A template was asked for that cannot be made."""

    def __init__(self, problem: str, remedy: str):
        super().__init__(f"Không lập được biểu mẫu: {problem}.\n  → {remedy}")


def told_outside(error: Exception) -> str:
    """The message without folders, users and passwords of this machine: for whoever is not on it."""
    return _SECRET.sub(r"\1=…", _PATH.sub("…/", str(error)))
