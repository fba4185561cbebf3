"""Số liệu báo cáo: the districts' reports of a period, from the form to the published edition."""

from typing import Any

import streamlit as st

from pages.content.view import View
from pages.intake.board import followed
from pages.intake.flow import DEPARTMENT, DISTRICT, Actor, Role, State
from pages.intake.period import Period, due, forms, months, years
from pages.intake.store import of_period
from pages.widgets import address, sign_in
from pages.widgets.report_board import Board, board, period_words, reminders
from pages.widgets.report_pane import pane
from pages.widgets.report_steps import publish_approved, said

FOLLOWS = DISTRICT | DEPARTMENT | {Role.PRESENTER}


def show(view: View) -> None:
    """Draws the screen: for the department the board beside a report, for an officer the own reports."""
    say, actor = view.say("so_lieu"), sign_in.asked(view.language)
    if actor is None:
        return
    if actor.role not in FOLLOWS:
        st.info(say["not_yours"])
        return
    period = _period(view)
    known = followed(
        forms(view.areas, period),
        due(view.catalogue, period),
        of_period(period.start, period.end),
        view.today,
    )
    if actor.role == Role.OFFICER:
        known = {form: one for form, one in known.items() if form.district == actor.district}
    if not known:
        st.info(say["no_districts"])
        return
    said(say)
    codes = list(dict.fromkeys(form.district for form in known))
    if len(codes) == 1:
        _report(view, known, codes[0], period, actor)
        return
    code = str(address.chosen("huyen", codes, codes[0]))
    left, right = st.columns([7, 5], gap="medium")
    with left:
        board(view, known, period, [code], lambda picked: address.put("huyen", picked))
        reminders(view, known, period, view.today)
        if actor.role in DEPARTMENT:
            _publish(view, known, period, actor)
    with right, st.container(key="report"):
        _report(view, known, code, period, actor)


def _period(view: View) -> Period:
    """Year and month, the last whole year that has districts unless chosen."""
    say = view.say("so_lieu")
    offered = years(view.areas, view.today)
    whole = [y for y in offered if None in months(view.areas, y, view.today)]
    first, second, _ = st.columns([2, 3, 7])
    with first:
        year = address.select(
            "nam", offered[::-1], (whole or offered)[-1], label=say["year"], label_visibility="collapsed"
        )
    known = [month or 0 for month in months(view.areas, int(year), view.today)]
    with second:
        month: Any = address.select(
            "thang",
            known[::-1],
            known[-1],
            label=say["month"],
            label_visibility="collapsed",
            format_func=lambda m: say("month_to", month=m) if m else say["whole_year"],
        )
    return Period(int(year), int(month) or None)


def _report(view: View, known: Board, code: str, period: Period, actor: Actor) -> None:
    """The forms of a district, one of them open."""
    of_district = {form.domain: one for form, one in known.items() if form.district == code}
    names = {d: view.catalogue.domains[d].name(view.language) for d in of_district}
    domain = address.segmented(
        "linh_vuc",
        list(of_district),
        next(iter(of_district)),
        label=view.say("so_lieu")["domain"],
        format_func=names.get,
    )
    pane(view, of_district[str(domain)], period, actor)


def _publish(view: View, known: Board, period: Period, actor: Actor) -> None:
    """All approved reports as one edition."""
    say = view.say("so_lieu")
    approved = [
        one.report for one in known.values() if one.report and one.report.standing.state == State.APPROVED
    ]
    if not approved:
        return
    words = say("publish_default", period=period_words(period, say), count=len(approved))
    message = st.text_input(say["publish_message"], words, key=f"noi_dung_{period.end}_{len(approved)}")
    st.button(
        say("publish_all", count=len(approved)),
        key="cong_bo_tat_ca",
        type="primary",
        disabled=not message.strip(),
        on_click=publish_approved,
        args=(approved, actor, message),
    )
