"""Where the visitor's browser found the page."""

from urllib.parse import urljoin, urlsplit

import streamlit as st


def screen_now() -> str:
    """The last part of the page's address, which names its files."""
    return urlsplit(st.context.url or "").path.rsplit("/", 1)[-1] or "tong-quan"


def whole(address: str) -> str:
    """An address within the dashboard as others must write it: with this page's host and path."""
    return urljoin(st.context.url or "/", address)
