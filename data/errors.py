"""Errors of the data floor, worded for the person who must mend the file.

Every message answers three things: what happened, where (file, line, column), what to do.
"""

from dataclasses import dataclass


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

    @property
    def place(self) -> str:
        """File, line and column, as far as they are known."""
        line = "" if self.line is None else f", dòng {self.line}"
        return self.file + line + (f", cột “{self.column}”" if self.column else "")

    def __str__(self) -> str:
        return f"{self.place}: {self.problem}\n  → {self.remedy}"


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
            f"Có {len(self.faults)} lỗi trong dữ liệu; phiên bản trước vẫn được giữ nguyên.\n"
            + "\n".join(str(fault) for fault in self.faults)
        )


class UnknownEdition(DataError):
    """An edition was asked for that the lake does not hold."""

    def __init__(self, edition: object, known: list[int]):
        self.edition, self.known = edition, known
        super().__init__(
            f"Không có phiên bản số liệu “{edition}”.\n"
            f"  → Chọn một trong: {', '.join(map(str, known)) or '(chưa có phiên bản nào)'}."
        )


class SettingError(DataError):
    """A setting of the server points at something that is not there."""


class NothingToLift(DataError):
    """A protection was to be lifted where there is none."""

    def __init__(self, problem: str, remedy: str):
        super().__init__(f"Không bỏ bảo mật được: {problem}.\n  → {remedy}")
