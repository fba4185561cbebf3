"""What an indicator means, beside its figures: unit, definition, legal basis, standards, what is held."""

import pandas as pd
import streamlit as st

from data.queries import sources
from pages.content.indicator_facts import facts as facts_of
from pages.content.sources import sources_table
from pages.content.view import View
from pages.text.laws import days_of
from pages.web.html import render
from pages.web.pieces import grid_html


def facts(view: View, indicator_id: str, frame: pd.DataFrame) -> None:
    """A popover of them; the sources of `frame` (column source) stand folded below."""
    say, indicator = view.say("kham_pha"), view.catalogue.indicators[indicator_id]
    with st.popover(say["facts"], key="facts"):
        known = facts_of(view, indicator_id, days_of(frame, indicator))
        st.html(render("facts.html", code=indicator_id, facts=known))
        listed = sources(view.edition)
        used = listed[listed["source"].isin(frame["source"])]
        if len(used):
            with st.expander(say("sources", count=len(used))):
                st.html(grid_html(sources_table(view, used)))
