"""The style sheet for the pieces that we write as HTML ourselves."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import streamlit as st

from pages.web.paper import print_css

MENU = {  # Streamlit's own menu entries → our words
    '[data-testid="stMainMenuItem-theme-System"]': "theme_system",
    '[data-testid="stMainMenuItem-theme-Light"]': "theme_light",
    '[data-testid="stMainMenuItem-theme-Dark"]': "theme_dark",
    '[data-testid="stMainMenuItem-print"] [data-testid="stMainMenuItemLabel"]': "menu_print",
}
DARK = (  # white letters do not read on the dark theme's light blue
    ':is([data-testid="stBaseButton-primary"], [data-testid="stBaseLinkButton-primary"]) { color: #0e1117; }'
)


@lru_cache
def _css() -> str:
    sheets = ("style.css", "board.css", "compare.css", "fields.css")
    return "".join((Path(__file__).parent / name).read_text(encoding="utf-8") for name in sheets)


def apply_style(say: Mapping[str, str]) -> None:
    """Puts our few rules on the page, and our words over Streamlit's menu, which has no language option."""
    words = "".join(
        f"{entry} {{ font-size: 0; }} "
        f'{entry}::after {{ content: "{say[key]}"; font-size: 0.875rem; white-space: nowrap; }}'
        for entry, key in MENU.items()
    )
    dark = DARK if st.context.theme.type == "dark" else ""
    st.html(f"<style>{_css()}{words}{dark}@media print {{ {print_css()} }}</style>")
