"""What Streamlit's own frame lacks: its words in the visitor's language, and the address of the page."""

from collections.abc import Mapping

from pages.text.words import LANGUAGES, Words, words
from pages.widgets import address
from pages.widgets.component import component

_WORDS = {  # as Streamlit has them → key in shell.toml
    "Skip to main content": "frame_skip",
    "App pages": "frame_pages",
    "Main menu": "frame_menu",
    "# more": "frame_more",
    "Upload": "frame_upload",
    "Open": "frame_open",
    "Close": "frame_close",
    "Clear all": "frame_clear",
    "Clear value": "frame_clear",
    "Selected values": "frame_selected",
    "Select all": "frame_select_all",
    "Choose an option": "frame_choose",
    "Choose options": "frame_choose",
    "No results": "frame_no_results",
    "Fullscreen": "frame_full",
    "Close fullscreen": "frame_full_close",
    "Connecting": "frame_connecting",
    "Connection error": "frame_lost",
}
_BEGINNINGS = {"Remove ": "frame_remove"}
_component = component("frame")


def frame(language: str, page: str, follows: Mapping[str, str], once: str) -> None:
    """Rewords the frame for this visitor and completes its links; nothing is seen of it.

    Args:
        page: path of the page that is to be shown.
        follows: parameters that have followed from the page before: into this page's address, in place.
        once: a parameter that this run has read, and that leaves the address.
    """
    say = words("shell", language)
    data = {
        "language": language,
        "words": _translated(_WORDS, say),
        "beginnings": _translated(_BEGINNINGS, say),
        "page": page,
        "follows": dict(follows),
        "kept": address.KEPT,
        "once": once,
    }
    _component(data=data, key="browser_frame")


def _translated(english: Mapping[str, str], say: Words) -> dict[str, str]:
    """As Streamlit or another language has it → as it should be."""
    translated = {shown: say[key] for shown, key in english.items()}
    for other in LANGUAGES:  # the visitor may have changed the language on an open page
        translated |= {words("shell", other)[key]: say[key] for key in english.values()}
    return {shown: better for shown, better in translated.items() if shown != better}
