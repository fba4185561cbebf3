"""The addresses of the pages, for what stands before Streamlit."""

from pages.screens import SCREENS

ADDRESSES = tuple(screen.address for screen in SCREENS)
