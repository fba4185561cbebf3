"""Hội nghị: prepare a conference, open the presenter's screen, invite the sites, keep what was concluded."""

from dataclasses import replace
from urllib.parse import quote

import segno
import streamlit as st

from data.audience import carried
from data.clock import today
from data.errors import FaultsFound
from pages.content.agenda import Agenda, agenda_file, parse
from pages.content.slides import written, year_of
from pages.content.view import View
from pages.documents.check import template_faults
from pages.documents.deck import deck_bytes
from pages.documents.handout import handout_zip
from pages.documents.notice import minutes_bytes
from pages.documents.report import report_bytes
from pages.live import minutes, store
from pages.routes.conference import view_of
from pages.screens.locked import unlocked
from pages.text.numbers import date as day
from pages.web.html import render
from pages.web.pieces import heading
from pages.widgets.here import whole
from pages.widgets.plain import plain
from pages.widgets.task_list import task_state

PRESENTER, FOLLOW = "hoi-nghi/trinh-chieu", "theo-doi"
SHOWN = 10  # conferences on the page
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def show(view: View) -> None:
    """Draws the screen."""
    say = view.say("hoi_nghi")
    st.html(heading(say["screen_title"], say["screen_text"]))
    _join(view, say)
    if not unlocked(view.language):
        return
    known = store.all_conferences()
    for conference in known[:SHOWN]:
        _conference(view, conference, say)
    with st.expander(say["new"], expanded=not known):
        _create(view, say)


def _join(view: View, say) -> None:
    """The way in for a site: the code alone."""
    left, right = st.columns([3, 2], vertical_alignment="bottom")
    code = left.text_input(say["code"], key="join_code", placeholder="ABC234", max_chars=12)
    given = f"ma={quote(code.strip().upper())}&" if code.strip() else ""  # the page asks for it
    right.link_button(say["join"], f"{FOLLOW}?{given}ngon_ngu={view.language}")


def _conference(view: View, conference: store.Conference, say) -> None:
    agenda = Agenda.model_validate(conference.agenda)
    state = (
        say["state_ended"]
        if conference.ended
        else say("state_open", n=conference.state.slide + 1, of=len(agenda.slides))
    )
    with st.container(border=True, key=f"conference_{conference.code}"):
        what, invite = st.columns([3, 1])
        with what:
            created = day(conference.created, view.language)
            line = say(
                "conference_line", code=conference.code, edition=conference.edition, date=created, state=state
            )
            st.html(heading(conference.title, line))
            with st.container(horizontal=True):
                st.link_button(
                    say["open_presenter"],
                    f"{PRESENTER}?ma={conference.code}&ngon_ngu={view.language}",
                    type="primary",
                )
                st.link_button(say["open_site"], f"{FOLLOW}?ma={conference.code}&ngon_ngu={view.language}")
            _files(view, conference, agenda, say)
            _minutes(view, conference, say)
        with invite:
            address = whole(f"{FOLLOW}?ma={conference.code}")
            code = segno.make(address, error="m").svg_data_uri(scale=4, border=2)
            st.html(render("invitation.html", code=code, alt=say["qr"], address=address))


def _files(view: View, conference: store.Conference, agenda: Agenda, say) -> None:
    """Deck, report, notice and hand-out, made when they are asked for, from the conference's own edition."""
    hall = view_of(conference, view.language)
    desk = replace(hall, surface="desk")
    year = year_of(hall, agenda.slides[0], agenda.year)
    name = f"hoi-nghi-{conference.code}"
    with st.popover(say["files"], key=f"files_{conference.code}"):
        if faults := template_faults():
            st.error(say["template_wrong"])
            st.code("\n".join(map(str, faults)), language=None, wrap_lines=True)
            return
        st.download_button(
            say["deck"],
            carried(lambda: deck_bytes(hall, agenda)),
            f"{name}.pptx",
            PPTX,
            key=f"deck_{conference.code}",
            on_click="ignore",
        )
        st.download_button(
            say["report"],
            carried(lambda: report_bytes(desk, year)),
            f"bao-cao-{year}.docx",
            DOCX,
            key=f"report_{conference.code}",
            on_click="ignore",
        )
        st.download_button(
            say["notice"],
            carried(lambda: minutes_bytes(desk, conference.title, minutes.of(conference.code))),
            f"{name}-ket-luan.docx",
            DOCX,
            key=f"notice_{conference.code}",
            on_click="ignore",
        )
        st.download_button(
            say["handout"],
            carried(lambda: handout_zip(hall, conference, deck_bytes(hall, agenda))),
            f"{name}.zip",
            "application/zip",
            key=f"handout_{conference.code}",
            on_click="ignore",
        )


def _minutes(view: View, conference: store.Conference, say) -> None:
    """The conclusions so far; tasks are marked done here."""
    kept = minutes.of(conference.code)
    if not kept:
        return
    with st.expander(f"{say['conclusions']} ({len(kept)})"):
        for item in kept:
            text, act = st.columns([6, 1], vertical_alignment="center")
            state = f" — *{plain(task_state(item, view.language))}*" if item.is_task else ""
            text.markdown(plain(item.text) + state)
            if item.is_task:
                act.button(
                    say["mark_open" if item.done else "mark_done"],
                    key=f"done_{item.id}",
                    on_click=minutes.set_done,
                    args=(item.id, None if item.done else today()),
                )


def _create(view: View, say) -> None:
    """Title and agenda of a new one, pinned to the edition in view."""
    default = agenda_file().read_text(encoding="utf-8")
    text = st.text_area(say["agenda"], default, height=320, key="agenda_text", help=say["agenda_help"])
    try:
        agenda = parse(text, view.catalogue, say["agenda"])
    except FaultsFound as error:
        st.error(say["agenda_wrong"])
        st.code("\n".join(str(fault) for fault in error.faults), language=None, wrap_lines=True)
        return
    slides = agenda.slides
    minutes_planned = round(sum(s.minutes for s in slides))
    st.caption(plain(say("agenda_line", slides=len(slides), minutes=minutes_planned)))
    title = st.text_input(
        say["title"],
        written(view, agenda.title, year_of(view, slides[0], agenda.year)),
        key="conference_title",
    )
    # a callback, not `if st.button`: it runs before all else, so that no later rerun can swallow the click
    st.button(
        say("create", edition=view.edition),
        type="primary",
        disabled=not title.strip(),
        on_click=store.create,
        args=(title.strip(), view.edition, agenda.model_dump(mode="json")),
    )
