"""Words that Streamlit's own frame says in English, told in the visitor's language."""

from pathlib import Path

from streamlit.components.v2 import component

from pages.text.words import LANGUAGES, words

_WORDS = {  # as Streamlit has them → key in shell.toml
    "Skip to main content": "frame_skip",
    "App pages": "frame_pages",
    "Main menu": "frame_menu",
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
_component = component(
    "frame_words",
    html="<span></span>",
    js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"),
)


def frame_words(language: str) -> None:
    """Rewords the frame for this visitor; nothing is seen of it."""
    say = words("shell", language)
    translated = {english: say[key] for english, key in _WORDS.items()}
    for other in LANGUAGES:  # the visitor may have changed the language on an open page
        translated |= {words("shell", other)[key]: say[key] for key in _WORDS.values()}
    changed = {shown: better for shown, better in translated.items() if shown != better}
    _component(data={"language": language, "words": changed}, key="frame_words")
