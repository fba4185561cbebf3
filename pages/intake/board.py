"""How far the districts' reports of a period have come, and which of them are late; pure, no clock."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pages.intake.flow import State
from pages.intake.records import Form, Submission


class Progress(StrEnum):
    """Where a form stands in the eyes of whoever waits for it, worst first."""

    LATE = "late"  # nothing was handed in by the deadline
    IN_ERROR = "in_error"  # a file is there, with faults
    RETURNED = "returned"
    WAITING = "waiting"  # nothing is there, and nothing is due yet
    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    PUBLISHED = "published"


OPEN = frozenset({Progress.LATE, Progress.IN_ERROR, Progress.RETURNED, Progress.WAITING, Progress.DRAFT})


@dataclass(frozen=True)
class Followed:
    """A form of a district. due: by when it is expected. report: the last one. overdue: it is late."""

    form: Form
    progress: Progress
    due: date
    report: Submission | None
    overdue: bool


def followed(
    forms: Iterable[Form], due: Mapping[str, date], reports: Iterable[Submission], today: date
) -> dict[Form, Followed]:
    """Each form with its last report.

    Args:
        due: domain → the day by which its form is expected. reports: of one form the last one last.
    """
    last = {report.form: report for report in reports}
    return {form: _followed(form, due[form.domain], last.get(form), today) for form in forms}


def counted(forms: Iterable[Followed]) -> dict[Progress, int]:
    """How many forms stand where; in the order of `Progress`, without those of none."""
    found = [form.progress for form in forms]
    return {progress: found.count(progress) for progress in Progress if progress in found}


def _followed(form: Form, due: date, report: Submission | None, today: date) -> Followed:
    progress = _progress(report, due < today)
    return Followed(form, progress, due, report, progress in OPEN and due < today)


def _progress(report: Submission | None, past: bool) -> Progress:
    if report is None:
        return Progress.LATE if past else Progress.WAITING
    if report.standing.state == State.DRAFT:
        return Progress.IN_ERROR if report.standing.faults else Progress.DRAFT
    return Progress(report.standing.state.value)
