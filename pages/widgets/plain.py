"""Words that a person wrote, or an address brought, are text in Streamlit's Markdown: never a link, picture,
formula or emoji.
"""

import re
from collections.abc import Iterable

# all signs of ASCII: a backslash makes each plain (CommonMark)
_SIGNS = re.compile(r"([!-/:-@\[-`{-~])")
# what Streamlit finds in the text after Markdown has read it: addresses, e-mail, :emoji:, arrows
_FOUND_LATER = re.compile(r"(?<=:)(?=//|[\w+-]+:)|(?<=\bwww)(?=\.)|(?<=\w@)(?=\w)|(?<=[-<])(?=[->])", re.I)
_JOINER = "\u2060"  # seen by nobody, and no line breaks at it


def plain(text: object) -> str:
    """Markdown that shows exactly this text; its lines stay lines."""
    lines = (line.strip() for line in str(text).splitlines())
    return "  \n".join(_SIGNS.sub(r"\\\1", _FOUND_LATER.sub(_JOINER, line)) for line in lines if line)


def points(texts: Iterable[object]) -> str:
    """A list in Markdown of texts as they are."""
    return "\n".join(f"- {plain(' '.join(str(text).split()))}" for text in texts)
