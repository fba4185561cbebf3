"""The mark that an illustrative figure wears, and whatever is computed from one."""

from collections.abc import Iterable
from dataclasses import dataclass

from data.status import illustrative
from pages.text.numbers import NBSP
from pages.text.words import words


@dataclass(frozen=True)
class Mark:
    """The mark in words of one language; every part is "" (and the mark is false) where nothing is marked.

    sign: behind a number. badge: over a picture. short: beside a large number. note: what the sign means.
    """

    sign: str = ""
    badge: str = ""
    short: str = ""
    note: str = ""

    def __bool__(self) -> bool:
        return bool(self.sign)

    @property
    def behind(self) -> str:
        """The sign with the space before it, to be written behind a number."""
        return f" {self.sign}" if self.sign else ""


NO_MARK = Mark()


def mark(statuses: Iterable[object], language: str) -> Mark:
    """The mark of a figure that rests on figures of these statuses (columns of an edition's tables.

    "" does not count).
    """
    return the_mark(language) if illustrative(statuses) else NO_MARK


def the_mark(language: str) -> Mark:
    """The mark itself, where it is known that it is worn."""
    say = words("screens", language)
    return Mark(say["mark_sign"], say["mark"], say["mark_short"], say["mark_note"])


def marked(text: str, statuses: Iterable[object], language: str) -> str:
    """The text, with the sign where it rests on an illustrative figure; a sentence has it before its stop."""
    worn = mark(statuses, language)
    if not worn or not text:
        return text
    sign = NBSP + worn.sign
    return text[:-1] + sign + "." if text.endswith(".") else text + sign
