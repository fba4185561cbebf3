"""Tổng quan: the year in four figures, the poverty map beside the trends of jobs and training."""

import streamlit as st

from pages.conference.task_list import tasks_html
from pages.parts import choices
from pages.parts.cards import cards, reviewed_mark
from pages.parts.charts import trend_picture
from pages.parts.maps import level_map
from pages.parts.picture import empty, picture
from pages.parts.view import View
from pages.text.sentences import review
from pages.text.words import words

HEADLINES = (
    "giai_quyet_viec_lam",
    "tuyen_sinh_dao_tao",
    "ty_le_lao_dong_qua_dao_tao_co_bang_cap",
    "ty_le_ho_ngheo",
)
MAPPED = "ty_le_ho_ngheo"
TRENDS = ("giai_quyet_viec_lam", "tuyen_sinh_dao_tao")


def show(view: View) -> None:
    """Draws the screen."""
    say = words("screens", view.language)
    left, middle, right = st.columns([3, 3, 4], vertical_alignment="bottom")
    with left:
        year = choices.year(view, HEADLINES)
    if year is None:
        st.info(say["no_figures"])
        return
    with middle:
        selected = choices.districts(view)
    with right:
        st.html(f"<h2 class='d-title'>{say('overview_title', year=year)}</h2>")
    rows = cards(view, list(HEADLINES), year)
    st.html(
        f"<p class='d-review' data-review>{review(rows, year, view.catalogue, view.language)}{reviewed_mark(rows, view)}</p>"
    )
    where, when = st.columns([6, 5])
    with where:
        figure, legend, said, frame = level_map(view, MAPPED, year, selected, "map")
        picture(view, "ban_do_ngheo", figure, said, frame, legend=legend, on_pick=choices.pick_area)
    with when:
        for indicator in TRENDS:
            made = trend_picture(view, indicator, (view.areas.province, *selected), 340)
            if made is None:
                empty(
                    say("trend_of", name=view.catalogue.indicators[indicator].name(view.language)),
                    say["no_figures"],
                )
            else:
                picture(view, f"dien_bien_{indicator}", *made)
    if listed := tasks_html(view.language):
        st.html(listed)
