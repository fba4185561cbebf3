"""Reports: handed in, taken step by step, followed; every step leaves a line in the audit."""

from dataclasses import asdict
from datetime import date

import sqlalchemy as sql
from sqlalchemy.engine import Connection, RowMapping
from sqlalchemy.exc import IntegrityError

from data.clock import local
from data.errors import Fault
from pages.intake import files
from pages.intake.flow import Action, Actor, Refused, Standing, State, after
from pages.intake.records import Entry, Form, Submission, Upload
from pages.intake.tables import audit, submissions
from pages.live.database import engine
from pages.live.store import now


def hand_in(form: Form, upload: Upload, actor: Actor) -> Submission:
    """A new draft, or another file over the one that is a draft or was returned.

    Raises:
        Refused: as `flow.after`; refused_open (the report is submitted or approved), refused_file.
        OSError: the file cannot be kept.
    """
    after(Standing(form.district, State.DRAFT), Action.UPLOAD, actor)  # nothing is kept for whoever may not
    values = {
        "file": upload.name,
        "sha256": files.keep(upload.content),
        "officer": actor.name,
        "received": now(),
        "faults": [asdict(f) for f in upload.faults],
        "remarks": [asdict(f) for f in upload.remarks],
        "replaced": upload.replaced,
        "confirmed_unusual": False,
        "confirmed_replacing": False,
    }
    details = {"file": upload.name, "sha256": values["sha256"]}
    try:
        with engine().begin() as base:
            row = base.execute(sql.select(submissions).where(*_of(form))).mappings().first()
            if row is None:
                key = _added(base, form, values)
            elif row["state"] in (State.SUBMITTED, State.APPROVED):
                raise Refused("refused_open")
            else:
                key = row["id"]
                _write(base, row, values | {"state": State.DRAFT})
            _note(
                base, key, Action.UPLOAD, actor, (row["state"] if row else "", State.DRAFT), details=details
            )
    except IntegrityError:  # another upload of the same form was first
        raise Refused("refused_open") from None
    return submission(key)


def take(key: int, action: Action, actor: Actor, text: str = "", **given: bool | int) -> Submission:
    """Takes a step with a report, and notes who did.

    The lake comes first: a report is marked as published once its edition is there. Where a process ends
    between the two, publishing the file again changes nothing and makes no edition.

    Args:
        text: reason, question or answer.
        given: `unusual`, `replacing` (a submit's confirmations, true where a person gave them);
            `edition` (a publication's).

    Raises:
        Refused: as `flow.after`; refused_unknown; refused_state, too, where somebody else was first.
    """
    with engine().begin() as base:
        row = base.execute(sql.select(submissions).where(submissions.c.id == key)).mappings().first()
        if row is None:
            raise Refused("refused_unknown", id=key)
        values: dict[str, object] = {}
        if action == Action.SUBMIT:
            values = {f"confirmed_{what}": bool(given.get(what)) for what in ("unusual", "replacing")}
        elif action == Action.PUBLISH:
            values = {"edition": given["edition"]}
        to = after(_standing({**row, **values}), action, actor, text)
        _write(base, row, {**values, **_said(action, text), "state": to})
        _note(base, key, action, actor, (row["state"], to), text, details={"sha256": row["sha256"], **given})
    return submission(key)


def submission(key: int) -> Submission:
    """One report.

    Raises:
        Refused: refused_unknown.
    """
    with engine().connect() as base:
        row = base.execute(sql.select(submissions).where(submissions.c.id == key)).mappings().first()
    if row is None:
        raise Refused("refused_unknown", id=key)
    return _read(row)


def of_period(start: date, end: date) -> list[Submission]:
    """All reports of a period, by district and form; of one form the last one last."""
    c = submissions.c
    asked = sql.select(submissions).where(c.period_start == start, c.period_end == end)
    with engine().connect() as base:
        return [_read(r) for r in base.execute(asked.order_by(c.district, c.domain, c.id)).mappings()]


def history(key: int) -> list[Entry]:
    """What was done with a report, from the first step on."""
    asked = sql.select(audit).where(audit.c.submission == key).order_by(audit.c.id)
    with engine().connect() as base:
        rows = base.execute(asked).mappings().all()
    return [
        Entry(**{k: v for k, v in r.items() if k not in ("id", "submission", "at")}, at=local(r["at"]))
        for r in rows
    ]


def _of(form: Form) -> tuple[sql.ColumnElement[bool], ...]:
    c = submissions.c
    return (
        c.district == form.district,
        c.domain == form.domain,
        c.period_start == form.start,
        c.period_end == form.end,
        c.state != State.PUBLISHED,
    )


def _added(base: Connection, form: Form, values: dict) -> int:
    place = {
        "district": form.district,
        "domain": form.domain,
        "period_start": form.start,
        "period_end": form.end,
    }
    empty = {"reason": "", "question": "", "answer": ""}
    added = submissions.insert().values(**place, **values, **empty, state=State.DRAFT, revision=0)
    return base.execute(added.returning(submissions.c.id)).scalar_one()


def _write(base: Connection, row: RowMapping, values: dict) -> None:
    """Changes a report as it was read; refused where somebody else was first."""
    c = submissions.c
    same = c.id == row["id"], c.revision == row["revision"]
    written = base.execute(submissions.update().where(*same).values(**values, revision=row["revision"] + 1))
    if not written.rowcount:
        raise Refused("refused_state")


def _note(
    base: Connection,
    key: int,
    action: Action,
    actor: Actor,
    states: tuple[str, str],
    text: str = "",
    *,
    details: dict,
) -> None:
    values = {"who": actor.name, "role": actor.role, "action": action, "text": text, "details": details}
    base.execute(audit.insert().values(submission=key, at=now(), before=states[0], after=states[1], **values))


def _said(action: Action, text: str) -> dict[str, str]:
    """What a step's words change; earlier questions and answers are found in the audit."""
    return {
        Action.RETURN: {"reason": text},
        Action.SUBMIT: {"reason": ""},
        Action.ASK: {"question": text, "answer": ""},
        Action.ANSWER: {"answer": text},
    }.get(action, {})


def _standing(row: RowMapping | dict) -> Standing:
    return Standing(
        row["district"],
        State(row["state"]),
        sum(f["rows"] for f in row["faults"]),
        bool(row["remarks"]),
        row["replaced"] > 0,
        row["confirmed_unusual"],
        row["confirmed_replacing"],
        "" if row["answer"] else row["question"],
    )


def _read(row: RowMapping) -> Submission:
    return Submission(
        row["id"],
        Form(row["district"], row["domain"], row["period_start"], row["period_end"]),
        _standing(row),
        row["file"],
        row["sha256"],
        row["officer"],
        local(row["received"]),
        [Fault(**f) for f in row["faults"]],
        [Fault(**f) for f in row["remarks"]],
        row["reason"],
        row["question"],
        row["answer"],
        row["edition"],
    )
