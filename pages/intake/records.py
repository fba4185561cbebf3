"""What is kept of a report: the form, the file, where it stands, and each line of its audit."""

from dataclasses import dataclass
from datetime import date, datetime

from data.errors import Fault
from pages.intake.flow import Standing


@dataclass(frozen=True)
class Form:
    """What is reported: a district (area code), a domain, a period."""

    district: str
    domain: str
    start: date
    end: date


@dataclass(frozen=True)
class Upload:
    """A file and what its check found. replaced: how many of its figures replace others."""

    name: str
    content: bytes
    faults: list[Fault]
    remarks: list[Fault]
    replaced: int


@dataclass(frozen=True)
class Submission:
    """One report as stored. received: Việt Nam's time. question: the last, open where `answer` is empty."""

    id: int
    form: Form
    standing: Standing
    file: str
    sha256: str
    officer: str
    received: datetime
    faults: list[Fault]
    remarks: list[Fault]
    reason: str
    question: str
    answer: str
    edition: int | None


@dataclass(frozen=True)
class Entry:
    """One line of the audit. at: Việt Nam's time. before: "" where there was no report yet."""

    at: datetime
    who: str
    role: str
    action: str
    before: str
    after: str
    text: str
    details: dict
