"""Nguồn và phương pháp: what every figure means, where it comes from, what is illustrative, what differs."""

import streamlit as st

from data.publish import last_fault
from data.queries import sources
from pages.content import method_texts as texts
from pages.content.view import View
from pages.routes.parameters import CAP


def show(view: View) -> None:
    """Draws the screen."""
    say = view.say("nguon")
    if fault := last_fault():
        st.error(f"{say['fault']}\n\n```\n{fault}\n```")
    catalogue, where, how, differ, api = st.tabs(
        [say[f"tab_{t}"] for t in ("catalogue", "sources", "method", "differences", "api")]
    )
    with catalogue:
        wanted = st.text_input(say["search"], key="loc")
        st.html(texts.catalogue_table(view, wanted))
    with where:
        st.html(texts.sources_table(view, sources(view.edition)))
    with how:
        st.subheader(say["rules"])
        st.markdown(say["rules_text"])
        st.subheader(say["breaks"])
        st.markdown(say["breaks_text"])
        st.html(texts.standards_table(view))
        if method := texts.rehearsal_method(view):
            st.subheader(say["rehearsal"])
            st.markdown(method)
        if kept_back := texts.protection(view):
            st.subheader(say["protection"])
            st.markdown(kept_back)
        if shown_all_the_same := texts.lifted_table(view):
            st.subheader(say["lifted"])
            st.html(shown_all_the_same)
        st.subheader(say["frame"])
        st.markdown(texts.frame(view))
        st.subheader(say["map_credit"])
        st.markdown(texts.credit(view))
    with differ:
        st.subheader(say["differences"])
        st.html(texts.differences_table(view) or f"<p>{say['differences_none']}</p>")
        st.subheader(say["conflicts"])
        st.html(texts.conflicts_table(view) or f"<p>{say['conflicts_none']}</p>")
    with api:
        st.markdown(say("api_text", cap=CAP))
