"""The style sheet for the pieces that we write as HTML ourselves."""

from functools import lru_cache
from pathlib import Path

import streamlit as st


@lru_cache
def _css() -> str:
    return Path(__file__).with_suffix(".css").read_text(encoding="utf-8")


def apply_style() -> None:
    """Puts our few rules on the page."""
    st.html(f"<style>{_css()}</style>")
