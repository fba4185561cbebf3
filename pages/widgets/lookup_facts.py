"""What an indicator means, beside its figures: unit, definition, legal basis, standards, what is held."""

import pandas as pd
import streamlit as st

from data.queries import coverage, sources
from pages.content.sources import sources_table
from pages.content.view import View
from pages.text.laws import days_of, legal_basis
from pages.web.html import render
from pages.web.pieces import grid_html


def facts(view: View, indicator_id: str, frame: pd.DataFrame) -> None:
    """Draws them; the sources of `frame` (column source) stand folded below."""
    say, name = view.say("kham_pha"), view.catalogue.indicators[indicator_id].name(view.language)
    st.html(render("facts.html", name=name, code=indicator_id, facts=_facts(view, indicator_id, frame)))
    known = sources(view.edition)
    used = known[known["source"].isin(frame["source"])]
    if len(used):
        with st.expander(say("sources", count=len(used))):
            st.html(grid_html(sources_table(view, used)))


def _facts(view: View, indicator_id: str, frame: pd.DataFrame) -> list[tuple[str, list[str]]]:
    """Heading and lines of each fact; the first is the indicator's id."""
    say, indicator, language = view.say("nguon"), view.catalogue.indicators[indicator_id], view.language
    held = coverage(view.edition).set_index("indicator").loc[indicator_id]
    have = (
        say(
            "coverage_text",
            rows=held["rows"],
            first=int(held["first_year"]),
            last=int(held["last_year"]),
            districts=held["districts"],
        )
        if held["rows"]
        else say["coverage_none"]
    )
    document = view.catalogue.legal_basis
    family = view.catalogue.standards.get(indicator.standards or "", ())
    kind = f"{say[f'measure_{indicator.measure}']}; {say[f'polarity_{indicator.polarity}']}"
    return [
        (say["code"], [indicator.id]),
        (say["domain"], [view.catalogue.domains[indicator.domain].name(language)]),
        (say["unit"], [view.catalogue.unit(indicator, language)]),
        (say["definition"], [indicator.definition(language)]),
        (say["kind"], [kind]),
        (say["legal"], [legal_basis(indicator, view.catalogue, language, days_of(frame, indicator))]),
        (say["breaks"], [f"{m.name(language)} ({document(m.document).name(language)})" for m in family]),
        (say["caveats"], [view.catalogue.caveats[caveat](language) for caveat in indicator.caveats]),
        (say["coverage"], [have]),
    ]
