"""The header of every screen: whose figures, which edition, language; the rehearsal banner."""

import streamlit as st

from data.clock import local
from data.editions import Edition, edition, newest
from data.serving import offered
from pages.content.view import View
from pages.text.numbers import date as day
from pages.web.html import render
from pages.widgets import address

LOOK_EVERY = 4  # seconds: a publication shows within five


def header(view: View) -> st.delta_generator.DeltaGenerator:
    """Province, edition and language; under a rehearsal edition its banner with the way out.

    Returns:
        The place for what is only known once the screen has run: corrections of the address.
    """
    say = view.say("shell")
    left, middle, right = st.columns([5, 4, 2], vertical_alignment="center")
    left.html(render("agency.html", agency=view.agency, province=view.province.full))
    with middle:
        _edition_picker(view, say)
    with right:
        address.segmented(
            "ngon_ngu",
            ["vi", "en"],
            "vi",
            label=say["language"],
            format_func={"vi": "Tiếng Việt", "en": "English"}.get,
        )
    if edition(view.edition).kind == "rehearsal":
        _banner(view, say)
    _watch(view.edition)
    return st.container()


def _edition_picker(view: View, say) -> None:
    known = {e.id: e for e in offered()}

    def label(number: int) -> str:
        e = known[number]
        published = day(local(e.time), view.language)
        return f"{say('edition', number=number)} · {kind_name(e, say)} · {published}"

    address.select(
        "phien_ban",
        list(known),
        newest().id,
        label=say["edition_label"],
        format_func=label,
        label_visibility="collapsed",
    )


def kind_name(edition: Edition, say) -> str:
    """“Diễn tập”, “Đã công bố” or “Số liệu báo cáo”."""
    return say[f"edition_{edition.kind}"]


def _banner(view: View, say) -> None:
    published = next((e.id for e in offered() if e.kind == "published"), None)
    with st.container(key="rehearsal_banner", horizontal=True, vertical_alignment="center"):
        st.html(render("banner.html", title=say["rehearsal"], text=say["rehearsal_text"]))
        if published is not None:
            st.button(say["only_published"], on_click=address.put, args=("phien_ban", published))


@st.fragment(run_every=LOOK_EVERY)
def _watch(shown: int) -> None:
    """Reruns the page when the default edition has changed under it; a pinned edition stays."""
    if not address.pinned("phien_ban") and newest().id != shown:
        st.rerun()
