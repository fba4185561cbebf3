"""Characters that a text may hold, wherever it was typed."""

import re

PROPERTY = 255  # characters of a title among an Office file's properties
_ILLEGIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legible(text: str) -> str:
    """The text without the characters that XML 1.0 (so Word, too) and databases refuse.

    Control signs, halves of pairs.
    """
    return _ILLEGIBLE.sub("", text)
