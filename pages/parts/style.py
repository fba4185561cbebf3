"""The style sheet for the pieces that we write as HTML ourselves."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import streamlit as st

MENU = {  # Streamlit's own menu entries → our words
    "stMainMenuItem-theme-System": "theme_system",
    "stMainMenuItem-theme-Light": "theme_light",
    "stMainMenuItem-theme-Dark": "theme_dark",
    "stMainMenuItem-print": "menu_print",
}


@lru_cache
def _css() -> str:
    return Path(__file__).with_suffix(".css").read_text(encoding="utf-8")


def apply_style(say: Mapping[str, str]) -> None:
    """Puts our few rules on the page, and our words over Streamlit's menu, which has no language option."""
    words = "".join(
        f'[data-testid="{test_id}"] {{ font-size: 0; }} [data-testid="{test_id}"]::after {{ content: "{say[key]}"; font-size: 0.875rem; }}'
        for test_id, key in MENU.items()
    )
    st.html(f"<style>{_css()}{words}</style>")
