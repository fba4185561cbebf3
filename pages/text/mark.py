"""What stands around a figure: its status's mark behind it, its source's rounding word before it."""

from collections.abc import Iterable
from dataclasses import dataclass

from data.approx import approx
from data.status import Row, Status, rests_on, worst
from pages.text.numbers import NBSP
from pages.text.words import words


@dataclass(frozen=True)
class Mark:
    """The mark in words of one language; every part is "" (and the mark is false) where nothing is marked.

    sign: behind a number. badge: over a picture. short: beside a large number. note: what the sign means.
    A figure that we computed from published ones has a sign and a note only.
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
    """The mark of a figure that rests on figures of these statuses ("" does not count)."""
    weakest = worst(statuses)
    if weakest is Status.ILLUSTRATIVE:
        return the_mark(language)
    return computed_mark(language) if weakest is Status.COMPUTED else NO_MARK


def the_mark(language: str) -> Mark:
    """The mark of illustrative figures itself, where it is known that it is worn."""
    say = words("screens", language)
    return Mark(say["mark_sign"], say["mark"], say["mark_short"], say["mark_note"])


def computed_mark(language: str) -> Mark:
    """The mark of figures that we computed from published ones."""
    say = words("screens", language)
    return Mark(say["computed_sign"], note=say["computed_note"])


def notes(statuses: Iterable[object], language: str) -> list[str]:
    """What the signs behind figures of these statuses mean; [] where none has one."""
    worn = (mark([status], language) for status in dict.fromkeys(statuses))
    return [each.note for each in worn if each]


def marked(text: str, statuses: Iterable[object], language: str) -> str:
    """The text with the mark's sign; a sentence has it before its stop."""
    worn = mark(statuses, language)
    if not worn or not text:
        return text
    sign = NBSP + worn.sign
    return text[:-1] + sign + "." if text.endswith(".") else text + sign


def worded(text: str, row: Row, column: str, language: str) -> str:
    """A written figure of a query's row with its rounding word, if it has one: “trên 46.000 người”.

    Args:
        column: as for `data.status.rests_on`.
    """
    word = approx(row, column)
    return words("screens", language)(f"approx_{word}", figure=text) if word else text


def shown(text: str, row: Row, column: str, language: str) -> str:
    """A written figure of a query's row with its rounding word and its mark."""
    return marked(worded(text, row, column, language), rests_on(row, column), language)
