"""What an indicator means, beside its figures: unit, definition, legal basis, standards, caveats, what is held."""

from html import escape

import pandas as pd
import streamlit as st

from data.queries import coverage, sources
from pages.content.method_texts import sources_table
from pages.content.view import View


def facts(view: View, indicator_id: str, frame: pd.DataFrame) -> None:
    """Draws them; the sources of `frame` (column source) stand folded below."""
    say, own = view.say("kham_pha"), view.say("nguon")
    st.html(
        f"<h2 class='d-title'>{escape(view.catalogue.indicators[indicator_id].name(view.language))}</h2>"
        + "<table class='d-table'>"
        + "".join(
            f"<tr><th scope='row'>{escape(head)}</th><td>{text}</td></tr>"
            for head, text in _lines(view, indicator_id, own)
            if text
        )
        + "</table>"
    )
    known = sources(view.edition)
    used = known[known["source"].isin(frame["source"])]
    if len(used):
        with st.expander(say("sources", count=len(used))):
            st.html(sources_table(view, used))


def _lines(view: View, indicator_id: str, own) -> list[tuple[str, str]]:
    """Heading and HTML of each line."""
    i, language = view.catalogue.indicators[indicator_id], view.language
    held = coverage(view.edition).set_index("indicator").loc[indicator_id]
    have = (
        own(
            "coverage_text",
            rows=held["rows"],
            first=int(held["first_year"]),
            last=int(held["last_year"]),
            districts=held["districts"],
        )
        if held["rows"]
        else own["coverage_none"]
    )
    family = view.catalogue.standards.get(i.standards or "", ())
    return [
        (own["code"], f"<code>{i.id}</code>"),
        (own["domain"], escape(view.catalogue.domains[i.domain].name(language))),
        (own["unit"], escape(view.catalogue.unit(i, language))),
        (own["definition"], escape(i.definition(language))),
        (own["kind"], escape(f"{own[f'measure_{i.measure}']}; {own[f'polarity_{i.polarity}']}")),
        (own["legal"], escape("; ".join(i.legal_basis))),
        (own["breaks"], "<br>".join(escape(f"{m.name(language)} ({m.document})") for m in family)),
        (own["caveats"], "<br>".join(escape(view.catalogue.caveats[c](language)) for c in i.caveats)),
        (own["coverage"], escape(have)),
    ]
