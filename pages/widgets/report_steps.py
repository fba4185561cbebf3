"""What may be done with a report: a file handed in, its headings decided, each step of its way."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from data.editions import newest
from data.errors import DataError, told_outside
from data.intake.mapping import Mapping
from data.intake.mappings import remember
from pages.access.audit import noted
from pages.content.view import View
from pages.intake import files, store
from pages.intake.board import Followed
from pages.intake.flow import OPEN, Action, Actor, Refused, Standing, State, allowed
from pages.intake.judging import judged, publish_reports, unconfirmed
from pages.intake.period import Period
from pages.intake.records import Submission
from pages.text.words import Words
from pages.widgets import who
from pages.widgets.mapping_pane import confirmed
from pages.widgets.plain import plain
from pages.widgets.report_board import period_words

SAID = "so_lieu_said"  # what the last step has to say, until the next run has said it
TYPES = ("xlsx", "xls", "ods", "csv")


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
        st.session_state[SAID] = "error", "not_published", {"why": told_outside(wrong)}
    except Refused as refused:
        st.session_state[SAID] = "error", refused.reason, refused.details
    else:
        key = "done_nothing" if edition == before else "done_publish"
        st.session_state[SAID] = "done", key, {"edition": edition}


def takes_file(one: Followed, actor: Actor) -> bool:
    """Whether whoever acts may hand in a file for this form now."""
    return Action.UPLOAD in allowed(_open(one), actor)


def _open(one: Followed) -> Standing:
    """What a new file would be held against: a published report is followed by a new one."""
    report = one.report
    if report is None or report.standing.state == State.PUBLISHED:
        return Standing(one.form.district, State.DRAFT)
    return report.standing


def uploader(view: View, one: Followed, actor: Actor) -> None:
    """Where a file is handed in; it is checked and kept as a draft at once."""
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
    if file is not None:
        _judge(file.name, file.getvalue(), one, actor)


def _judge(name: str, content: bytes, one: Followed, actor: Actor) -> None:
    """Checks a file and keeps it as the draft."""
    try:
        upload, _ = judged(one.form, name, content)
        store.hand_in(one.form, upload, actor)
    except Refused as refused:
        st.session_state[SAID] = "error", refused.reason, refused.details
    except OSError as wrong:
        st.session_state[SAID] = "error", "disk", {"why": wrong.strerror or ""}
    except DataError as wrong:
        st.session_state[SAID] = "error", "not_published", {"why": told_outside(wrong)}
    else:
        count = sum(fault.rows for fault in upload.faults)
        told = {"file": upload.name, "count": count}
        st.session_state[SAID] = ("warning", "taken_faults", told) if count else ("done", "taken", told)


def mapping_asked(view: View, one: Followed, report: Submission, actor: Actor) -> None:
    """Asks what the headings of an office's own table mean, where nobody has said so yet."""
    try:
        content = files.content(report.sha256)
    except Refused:
        return  # said where the file is offered
    if not report.faults or not (pairs := unconfirmed(one.form, report.file, content)):
        return
    mappings = confirmed(view, one.form, pairs)
    st.button(
        view.say("so_lieu")["mapping_confirm"],
        key=f"hieu_{report.id}",
        type="primary",
        on_click=_remember,
        args=(mappings, report.file, content, one, actor),
    )


def _remember(mappings: Sequence[Mapping], name: str, content: bytes, one: Followed, actor: Actor) -> None:
    try:
        for mapping in mappings:
            remember(mapping)
    except OSError as wrong:
        st.session_state[SAID] = "error", "disk", {"why": wrong.strerror or ""}
        return
    noted(actor, "mapping", {"file": name, "signatures": [mapping.signature for mapping in mappings]})
    _judge(name, content, one, actor)


def steps(view: View, report: Submission, actor: Actor, period: Period) -> None:
    """Confirmations, words and buttons of the steps that whoever acts may take."""
    say, standing = view.say("so_lieu"), report.standing
    given: dict[str, bool] = {}
    if standing.state in OPEN and not standing.faults and Action.UPLOAD in allowed(standing, actor):
        given = {
            what: st.checkbox(say[f"confirm_{what}"], key=f"{what}_{report.id}_{report.sha256[:8]}")
            for what in ("unusual", "replacing")
            if getattr(standing, what)
        }
    sure = replace(standing, **{f"confirmed_{what}": yes for what, yes in given.items()})
    offered = [step for step in allowed(sure, actor) if step != Action.UPLOAD]
    text = ""
    if {Action.RETURN, Action.ASK, Action.ANSWER} & set(offered):
        label = say["words_answer" if Action.ANSWER in offered else "words"]
        text = st.text_area(label, key=f"loi_{report.id}", max_chars=2000, height=80)
    message = say("publish_default", period=period_words(period, say), count=1)
    with st.container(horizontal=True):
        for step in offered:
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
