"""What a visitor sees when something fails: a sentence in their language, never a traceback."""

import logging
import secrets

import streamlit as st

from data.errors import DataError, told_outside
from data.publish import last_fault
from geo.errors import GeoError
from pages.text.words import words
from pages.widgets.address import language
from pages.widgets.plain import plain

log = logging.getLogger("dashboard")


def say_trouble(error: Exception) -> bool:
    """Shows the error as a sentence.

    A fault of the data with its place and remedy, a bug with a number to look up in the log.
    """
    say = words("shell", language())
    if isinstance(error, (DataError, GeoError)):
        st.error(say["data_fault"])
        st.code(told_outside(last_fault() or error), language=None, wrap_lines=True)
        log.error("%s", error)
        return True
    number = secrets.token_hex(4)
    log.error("error %s", number, exc_info=error)
    st.error(plain(say("bug", number=number)))
    return True
