"""What an indicator means, beside its figures: unit, definition, legal basis, standards, what is held."""

import pandas as pd
import streamlit as st

from data.queries import sources
from pages.content.indicator_facts import facts as facts_of
from pages.content.sources import sources_table
from pages.content.view import View
from pages.text.laws import days_of
from pages.web.html import render
from pages.web.pieces import grid_html, heading


def facts(view: View, indicator_id: str, frame: pd.DataFrame) -> None:
    """Draws them; the sources of `frame` (column source) stand folded below."""
    say, indicator = view.say("kham_pha"), view.catalogue.indicators[indicator_id]
    st.html(heading(indicator.name(view.language), level=2))
    st.html(
        render("facts.html", code=indicator_id, facts=facts_of(view, indicator_id, days_of(frame, indicator)))
    )
    known = sources(view.edition)
    used = known[known["source"].isin(frame["source"])]
    if len(used):
        with st.expander(say("sources", count=len(used))):
            st.html(grid_html(sources_table(view, used)))
