"""Headline figures as cards on a page."""

import pandas as pd
import streamlit as st

from pages.content.cards import cards_html
from pages.content.view import View


def cards(view: View, indicators: list[str], year: int, area: str | None = None) -> pd.DataFrame:
    """Draws one card per indicator; arguments and rows as in `cards_html`."""
    html, rows = cards_html(view, indicators, year, area)
    st.html(html)
    return rows
