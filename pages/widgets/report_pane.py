"""One report: where it stands, its file, what was found in it, and the steps that its reader may take."""

from collections.abc import Sequence
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
from pages.intake.flow import Actor, Refused
from pages.intake.judging import changes_of
from pages.intake.period import Period, blank_form
from pages.intake.records import Submission
from pages.text.numbers import date as day
from pages.text.numbers import moment, number
from pages.text.words import Words
from pages.web.pieces import grid_html, heading, paragraph
from pages.widgets.plain import plain
from pages.widgets.report_board import period_words
from pages.widgets.report_steps import mapping_asked, steps, takes_file, uploader

LISTED = 20  # findings or changes; the rest is counted


def pane(view: View, one: Followed, period: Period, actor: Actor) -> None:
    """Draws the report of one form."""
    say = view.say("so_lieu")
    report = one.report
    _state(view, one, period)
    with st.container(horizontal=True):
        _downloads(view, one, period)
    if takes_file(one, actor):
        uploader(view, one, actor)
    if report is None:
        return
    for key, text in (("reason", report.reason), ("question", report.question), ("answer", report.answer)):
        if text:
            st.info(plain(say(f"{key}_line", text=text)))
    if takes_file(one, actor):
        mapping_asked(view, one, report, actor)
    _findings(say, "faults_title", report.faults)
    _findings(say, "remarks_title", report.remarks)
    if report.standing.state != "published" and not report.faults:
        _changes(view, report)
    steps(view, report, actor, period)
    _history(view, report)


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


def _history(view: View, report: Submission) -> None:
    say = view.say("so_lieu")
    with st.expander(say["history"]):
        rows = tuple(
            (moment(entry.at, view.language), entry.who, say[f"step_{entry.action}"], entry.text)
            for entry in store.history(report.id)
        )
        heads = tuple(say[f"head_{what}"] for what in ("when", "who", "step", "text"))
        st.html(grid_html(Grid(heads, rows)))
