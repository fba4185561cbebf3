"""What a reader sees of a text that Streamlit reads as Markdown."""

import re


def seen(markdown: str) -> str:
    """The text without the backslashes and the joiners that make its signs plain."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown).replace("\u2060", "")
