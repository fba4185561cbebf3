"""The visitor's view, from the address and the browser."""

import streamlit as st

from data.clock import today
from data.editions import newest
from data.serving import offered
from pages.content.view import View
from pages.widgets import address


def view_of_visitor() -> View:
    """The view that the address and the browser's theme ask for."""
    chosen = address.chosen("phien_ban", [e.id for e in offered()], newest().id)
    return View(chosen, address.language(), st.context.theme.type == "dark", today())
