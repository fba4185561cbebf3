"""The board of districts × forms: a table to pick from, what its colours mean, reminders to paste."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta

import pandas as pd
import streamlit as st

from pages.content.table import Column, Table, table_data
from pages.content.view import View
from pages.intake.board import OPEN, Followed, Progress, counted
from pages.intake.period import Period
from pages.intake.records import Form
from pages.text.numbers import date as day
from pages.text.words import Words
from pages.web.pieces import heading
from pages.web.tables import key_html
from pages.widgets.plain import plain
from pages.widgets.table import table

TONES = {
    Progress.LATE: "plan_behind",
    Progress.IN_ERROR: "plan_behind",
    Progress.RETURNED: "plan_behind",
    Progress.SUBMITTED: "plan_near",
    Progress.APPROVED: "plan_reached",
    Progress.PUBLISHED: "plan_reached",
}
GRACE = timedelta(days=3)  # by which a reminder asks for what is late
Board = Mapping[Form, Followed]


def period_words(period: Period, say: Words) -> str:
    """“năm 2024”, “6 tháng đầu năm 2024”."""
    if period.month:
        return say("period_month", month=period.month, year=period.year)
    return say("period_year", year=period.year)


def board(view: View, known: Board, period: Period, selected: Collection[str], pick) -> None:
    """Heading, key and table; `pick` is called with the district of a row that was clicked."""
    say = view.say("so_lieu")
    handed = sum(one.progress not in OPEN for one in known.values())
    title = say("board_title", period=period_words(period, say))
    st.html(heading(title, say("board_subtitle", handed=handed, all=len(known))))
    words = [
        (TONES[p], f"{say[f'sign_{p}']} {say[p]} {count}")
        for p, count in counted(known.values()).items()
        if p in TONES
    ]
    st.html(key_html(words))
    table(board_table(view, known, period, selected), key="bang_nop", on_pick=pick)


def board_table(view: View, known: Board, period: Period, selected: Collection[str]) -> Table:
    """A row a district, a column a domain; cells say how far the form has come."""
    say = view.say("so_lieu")
    names = view.names(period.year)
    domains = {form.domain: one.due for form, one in known.items()}
    cells = {(form.district, form.domain): one for form, one in known.items()}

    def column(domain: str) -> Column:
        def one(row: dict) -> Followed:
            return cells[row["area"], domain]

        return Column(
            view.catalogue.domains[domain].name(view.language),
            lambda row: _cell(one(row), say),
            lambda row: list(Progress).index(one(row).progress),
            tone=lambda row: TONES.get(one(row).progress, ""),
        )

    due = ", ".join(
        say("due_item", domain=view.catalogue.domains[d].name(view.language), date=day(end, view.language))
        for d, end in domains.items()
    )
    who = Column(say["district"], lambda row: names[row["area"]], lambda row: names[row["area"]], False)
    return table_data(
        pd.DataFrame({"area": list(dict.fromkeys(form.district for form in known))}),
        [who, *(column(domain) for domain in domains)],
        caption=say("board_caption", due=due),
        sort=view.say("screens")["district_table"],
        language=view.language,
        selected=selected,
    )


def reminders(view: View, known: Board, period: Period, today: date) -> None:
    """A text for each district that is late, ready to paste."""
    say, places = view.say("so_lieu"), view.places(period.end)
    late: dict[str, list[Followed]] = {}
    for form, one in known.items():
        if one.overdue:
            late.setdefault(form.district, []).append(one)
    if not late:
        return
    texts = [_reminder(view, places[code].full, found, period, today) for code, found in late.items()]
    title = plain(say("reminders", count=len(late)))
    with st.expander(title):
        st.text_area(title, "\n\n".join(texts), height=240, label_visibility="collapsed")


def _reminder(view: View, area: str, late: list[Followed], period: Period, today: date) -> str:
    say, language = view.say("so_lieu"), view.language
    listed = "; ".join(
        say(
            "reminder_item",
            domain=view.catalogue.domains[one.form.domain].name(language),
            due=day(one.due, language),
        )
        for one in late
    )
    return say(
        "reminder",
        area=area,
        today=day(today, language),
        period=period_words(period, say),
        list=listed,
        until=day(today + GRACE, language),
    )


def _cell(one: Followed, say: Words) -> str:
    late = say["overdue_sign"] if one.overdue and one.progress != Progress.LATE else ""
    return f"{say[f'sign_{one.progress}']} {say[one.progress]}{late}"
