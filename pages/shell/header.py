"""The frame of every screen, in Streamlit's own bar: whose figures, and the chip of edition and language."""

import streamlit as st

from data.clock import local
from data.editions import Edition, edition, newest
from data.serving import offered
from pages.content.view import View
from pages.text.numbers import date as day
from pages.text.words import Words
from pages.web.html import render
from pages.widgets import address, sign_in, who
from pages.widgets.plain import plain

LOOK_EVERY = 4  # seconds: a publication shows within five


def header(view: View) -> st.delta_generator.DeltaGenerator:
    """Province and chip; the chip says at once whether figures are made up, and opens the way out.

    Returns:
        The place for what is only known once the screen has run: corrections of the address.
    """
    say, shown = view.say("shell"), edition(view.edition)
    with st.container(key="frame", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(render("agency.html", agency=view.agency, province=view.province.full), width="content")
        with st.popover(_chip(shown, say), key=f"chip_{shown.kind}", width="content"):
            _choices(view, shown, say)
    _watch(view.edition)
    return st.container()


def _chip(shown: Edition, say: Words) -> str:
    name = say["rehearsal_chip"] if shown.kind == "rehearsal" else kind_name(shown, say)
    chip = say("chip", name=name, language=say["language_short"])
    return f"{chip} · {plain(person)}" if (person := sign_in.person()) else chip


def _choices(view: View, shown: Edition, say: Words) -> None:
    known = {e.id: e for e in offered()}

    def label(number: int) -> str:
        e = known[number]
        published = day(local(e.time), view.language)
        return f"{say('edition', number=number)} · {kind_name(e, say)} · {published}"

    if shown.kind == "rehearsal":
        st.html(render("banner.html", title=say["rehearsal"], text=say["rehearsal_text"]))
    address.select("phien_ban", list(known), newest().id, label=say["edition_label"], format_func=label)
    for kind in {"rehearsal": ("published",), "published": ("rehearsal",)}.get(shown.kind, ()):
        other = next((e.id for e in offered() if e.kind == kind), None)
        if other is not None:
            st.button(say[f"only_{kind}"], on_click=address.put, args=("phien_ban", other), width="stretch")
    address.segmented(
        "ngon_ngu",
        ["vi", "en"],
        "vi",
        label=say["language"],
        format_func={"vi": "Tiếng Việt", "en": "English"}.get,
        label_visibility="visible",
    )
    sign_in.account(view)


def kind_name(edition: Edition, say: Words) -> str:
    """“Diễn tập”, “Đã công bố” or “Số liệu báo cáo”."""
    return say[f"edition_{edition.kind}"]


@st.fragment(run_every=LOOK_EVERY)
def _watch(shown: int) -> None:
    """Reruns the page when the default edition has changed under it, or what the visitor may do.

    A pinned edition stays.
    """
    if who.changed() or (not address.pinned("phien_ban") and newest().id != shown):
        st.rerun()
