"""One report: where it stands, its file, what was found in it, and the steps that its reader may take."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

import streamlit as st

from data.absence import absent
from data.editions import newest
from data.errors import DataError, Fault, FaultsFound, NoTemplate
from data.intake.marked import marked
from pages.content.method_texts import Grid
from pages.content.view import View
from pages.intake import files, store
from pages.intake.board import Followed, Progress
from pages.intake.flow import OPEN, Action, Actor, Refused, Standing, State, allowed
from pages.intake.judging import changes_of, judged, publish_reports
from pages.intake.period import Period, blank_form
from pages.intake.records import Submission
from pages.text.numbers import date as day
from pages.text.numbers import moment, number
from pages.text.words import Words
from pages.web.pieces import grid_html, heading, paragraph
from pages.widgets import who
from pages.widgets.plain import plain
from pages.widgets.report_board import period_words

SAID = "so_lieu_said"  # what the last step has to say, until the next run has said it
LISTED = 20  # findings or changes; the rest is counted
TYPES = ("xlsx", "xls", "ods", "csv")


def pane(view: View, one: Followed, period: Period, actor: Actor) -> None:
    """Draws the report of one form."""
    say = view.say("so_lieu")
    report = one.report
    _state(view, one, period)
    with st.container(horizontal=True):
        _downloads(view, one, period)
    if Action.UPLOAD in allowed(_open(one), actor):
        _upload(view, one, actor)
    if report is None:
        return
    for key, text in (("reason", report.reason), ("question", report.question), ("answer", report.answer)):
        if text:
            st.info(plain(say(f"{key}_line", text=text)))
    _findings(say, "faults_title", report.faults)
    _findings(say, "remarks_title", report.remarks)
    if report.standing.state != "published" and not report.faults:
        _changes(view, report)
    _steps(view, report, actor, period)
    _history(view, report)


def said(say: Words) -> None:
    """What the last step has to say."""
    if told := st.session_state.pop(SAID, None):
        kind, key, details = told
        {"error": st.error, "done": st.success, "warning": st.warning}[kind](plain(say(key, **details)))


def publish_approved(reports: Sequence[Submission], actor: Actor, message: str) -> None:
    """Publishes approved reports as one edition, and says so in the next run."""
    before = newest().id
    try:
        edition = publish_reports(reports, actor, message).id
    except DataError as wrong:
        st.session_state[SAID] = "error", "not_published", {"why": str(wrong)}
    except Refused as refused:
        st.session_state[SAID] = "error", refused.reason, refused.details
    else:
        key = "done_nothing" if edition == before else "done_publish"
        st.session_state[SAID] = "done", key, {"edition": edition}


def _open(one: Followed) -> Standing:
    """What a new file would be held against: a published report is followed by a new one."""
    report = one.report
    if report is None or report.standing.state == State.PUBLISHED:
        return Standing(one.form.district, State.DRAFT)
    return report.standing


def _state(view: View, one: Followed, period: Period) -> None:
    say, report = view.say("so_lieu"), one.report
    place = view.places(period.end)[one.form.district]
    told = {
        "domain": view.catalogue.domains[one.form.domain].name(view.language),
        "period": period_words(period, say),
        "due": day(one.due, view.language),
    }
    line = (
        say("state_late", **told)
        if one.progress == Progress.LATE
        else say("state_line", state=say[one.progress], **told)
    )
    st.html(heading(place.full, line))
    if report:
        when = moment(report.received, view.language)
        told = {"file": report.file, "who": report.officer, "when": when, "sha": report.sha256[:12]}
        st.html(paragraph(say("file_line", **told), "d-foot"))


def _downloads(view: View, one: Followed, period: Period) -> None:
    say, form, report = view.say("so_lieu"), one.form, one.report
    name = f"{form.domain}-{form.district}-{period.end:%Y-%m}.xlsx"
    try:
        content = blank_form(form, period, view.catalogue.domains[form.domain].name("vi"))
    except NoTemplate as wrong:
        st.warning(plain(str(wrong)))
    else:
        st.download_button(say["blank_form"], content, name, on_click="ignore", type="secondary")
    if report:
        try:
            kept = files.content(report.sha256)
        except Refused as refused:
            st.error(plain(say(refused.reason)))
        else:
            st.download_button(say["own_file"], kept, report.file, on_click="ignore")
            if report.faults or report.remarks:
                _marked(say, report, kept)


def _marked(say: Words, report: Submission, kept: bytes) -> None:
    """The officer's own workbook with the findings at their cells; none of a file that is no table at all."""
    try:
        content = marked(kept, report.file, report.faults, report.remarks)
    except FaultsFound:
        return
    name = f"{PurePath(report.file).stem}-danh-dau.xlsx"
    st.download_button(say["marked_file"], content, name, on_click="ignore")


def _upload(view: View, one: Followed, actor: Actor) -> None:
    say, report = view.say("so_lieu"), one.report
    key = f"tep_{one.form.district}_{one.form.domain}_{report.sha256[:8] if report else ''}"
    corrects = report is not None and report.standing.state == State.PUBLISHED
    again = say["upload_correction" if corrects else "upload_again"]
    label = say("upload", most=files.MOST) if report is None else again
    who.open_uploads()
    taken = {"on_change": _take_file, "args": (key, one, actor)}
    st.file_uploader(label, TYPES, key=key, max_upload_size=files.MOST, **taken)


def _take_file(key: str, one: Followed, actor: Actor) -> None:
    file = st.session_state.get(key)
    if file is None:
        return
    try:
        upload, _ = judged(one.form, file.name, file.getvalue())
        store.hand_in(one.form, upload, actor)
    except Refused as refused:
        st.session_state[SAID] = "error", refused.reason, refused.details
    except OSError as wrong:
        st.session_state[SAID] = "error", "disk", {"why": wrong.strerror or ""}
    except DataError as wrong:
        st.session_state[SAID] = "error", "not_published", {"why": str(wrong)}
    else:
        count = sum(fault.rows for fault in upload.faults)
        told = {"file": upload.name, "count": count}
        st.session_state[SAID] = ("warning", "taken_faults", told) if count else ("done", "taken", told)


def _findings(say: Words, title: str, found: Sequence[Fault]) -> None:
    if not found:
        return
    rows = [(_place(fault), fault.problem, fault.remedy) for fault in found[:LISTED]]
    if rest := sum(fault.rows for fault in found[LISTED:]):
        rows.append(("…", say("more_rows", count=rest), ""))
    heads = say["head_cell"], say["head_problem"], say["head_remedy"]
    st.html(grid_html(Grid(heads, tuple(rows), say(title, count=sum(f.rows for f in found)))))


def _place(fault: Fault) -> str:
    """Cell or line, and under it the sheet."""
    at = fault.cell or ("" if fault.line is None else str(fault.line))
    return "\n".join(filter(None, (at, fault.sheet)))


def _changes(view: View, report: Submission) -> None:
    say = view.say("so_lieu")
    try:
        found = changes_of(report.form, report.sha256, report.file, newest().id)
    except (Refused, DataError):
        return  # the steps below say what is wrong
    if found is None:
        return
    counts = {"new": len(found.new), "changed": len(found.changed), "same": found.unchanged}
    names = view.places(report.form.end)
    rows = []
    for row in [*found.changed.to_dict("records"), *found.new.to_dict("records")][:LISTED]:
        declared = view.catalogue.indicators[row["indicator"]]
        name = declared.label(view.language)
        if row["kind"] != "actual":
            name += f" ({say['kind_' + row['kind']]})"
        values = [
            "" if absent(value) else number(value, declared.decimals, view.language)
            for value in (row["value_before"], row["value"])
        ]
        rows.append((name, names[row["area"]].name, *values))
    if rest := counts["new"] + counts["changed"] - len(rows):
        rows.append((say("more_rows", count=rest), "", "", ""))
    heads = tuple(say[f"head_{what}"] for what in ("indicator", "area", "before", "after"))
    st.html(grid_html(Grid(heads, tuple(rows), say("changes_title", **counts))))


def _steps(view: View, report: Submission, actor: Actor, period: Period) -> None:
    say, standing = view.say("so_lieu"), report.standing
    given: dict[str, bool] = {}
    if standing.state in OPEN and not standing.faults and Action.UPLOAD in allowed(standing, actor):
        given = {
            what: st.checkbox(say[f"confirm_{what}"], key=f"{what}_{report.id}_{report.sha256[:8]}")
            for what in ("unusual", "replacing")
            if getattr(standing, what)
        }
    confirmed = replace(standing, **{f"confirmed_{what}": yes for what, yes in given.items()})
    steps = [step for step in allowed(confirmed, actor) if step != Action.UPLOAD]
    text = ""
    if {Action.RETURN, Action.ASK, Action.ANSWER} & set(steps):
        label = say["words_answer" if Action.ANSWER in steps else "words"]
        text = st.text_area(label, key=f"loi_{report.id}", max_chars=2000, height=80)
    message = say("publish_default", period=period_words(period, say), count=1)
    with st.container(horizontal=True):
        for step in steps:
            st.button(
                say[step],
                key=f"{step}_{report.id}",
                type="primary" if step in (Action.SUBMIT, Action.APPROVE, Action.PUBLISH) else "secondary",
                on_click=_step,
                args=(report, step, actor, text, given, message),
            )


def _step(
    report: Submission, step: Action, actor: Actor, text: str, given: dict[str, bool], message: str
) -> None:
    if step == Action.PUBLISH:
        publish_approved([report], actor, message)
        return
    try:
        store.take(report.id, step, actor, text, **given)
    except Refused as refused:
        st.session_state[SAID] = "error", refused.reason, refused.details
    else:
        st.session_state[SAID] = "done", f"done_{step}", {}


def _history(view: View, report: Submission) -> None:
    say = view.say("so_lieu")
    with st.expander(say["history"]):
        rows = tuple(
            (moment(entry.at, view.language), entry.who, say[f"step_{entry.action}"], entry.text)
            for entry in store.history(report.id)
        )
        heads = tuple(say[f"head_{what}"] for what in ("when", "who", "step", "text"))
        st.html(grid_html(Grid(heads, rows)))
