"""So sánh: districts side by side, in views of the same choice that answer one of four questions."""

from collections.abc import Callable, Mapping

import streamlit as st

from pages.content.view import View
from pages.web.pieces import paragraph
from pages.widgets import address
from pages.widgets.compare_choices import choose
from pages.widgets.compare_views import OVER_YEARS, VIEWS, offered

QUESTIONS = {  # key of words → the views that answer it
    "ai_cao": ("nhiet", "hang", "dai"),
    "ai_doi": ("hai_ky", "hang_nam", "duong", "vi_tri", "muc_doi"),
    "lien_quan": ("tan_xa", "pheu"),
    "thi_dua": ("thi_dua",),
}


def show(view: View) -> None:
    """Draws the screen: the question, the views that answer it, what is compared, the view."""
    say, names = view.say("so_sanh"), offered(view)
    current = address.chosen("xem", names, names[0])
    question = next(q for q, views in QUESTIONS.items() if current in views)
    first = {q: next(v for v in views if v in names) for q, views in QUESTIONS.items()}
    with st.container(key="compare", gap="xsmall"):
        with st.container(key="compare_views", horizontal=True, gap="small"):
            asked = {q: say[f"question_{q}"] for q in QUESTIONS}
            _buttons("question", say["questions"], asked, question, first.get)
            answers = {v: say[f"view_{v}"] for v in QUESTIONS[question] if v in names}
            if len(answers) > 1:
                _buttons("view", say["views"], answers, current, str)
        st.html(paragraph(say[f"for_{current}"], "d-for"))
        if choice := choose(view, one_year=current not in OVER_YEARS):
            VIEWS[current](view, choice)


def _buttons(kind: str, label: str, options: Mapping[str, str], current: str, leads_to: Callable) -> None:
    """A row of buttons, code → words; `leads_to` a view, which is all that stands in the address."""
    key = f"w_{kind}"
    st.session_state[key] = current
    st.segmented_control(
        label,
        list(options),
        format_func=lambda code: options[code],
        key=key,
        required=True,
        wrap=True,
        label_visibility="collapsed",
        on_change=lambda: address.put("xem", leads_to(st.session_state[key])),
    )
