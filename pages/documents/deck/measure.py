"""Boxes, runs of text and how much room they take.

Sizes follow what a video call leaves legible: on 7.5 inches of height title 30 pt, headline number 66, text
and labels 20, cells of a table 16, source 12.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from pptx.util import Emu, Inches

from pages.figures.theme import HALL
from pages.text import width
from pages.text.width import INCH

TITLE, HEADLINE, BODY, CELL, SMALL = 30, 66, 20, 16, 12  # points
LINE = 1.2  # height of a line in heights of its letters
INDENT = 0.4  # inches behind a bullet
SLACK = 1.03  # the reader's font may be a little wider than the one measured


@dataclass(frozen=True)
class Box:
    """A rectangle on the slide, inches."""

    left: float
    top: float
    width: float
    height: float

    @classmethod
    def of(cls, shape) -> "Box":
        """Where a shape of python-pptx stands."""
        return cls(
            *(Emu(length or 0).inches for length in (shape.left, shape.top, shape.width, shape.height))
        )

    @property
    def place(self) -> tuple[Inches, Inches, Inches, Inches]:
        """As python-pptx wants it."""
        return Inches(self.left), Inches(self.top), Inches(self.width), Inches(self.height)

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    def split(self, right: float, gap: float = 0.3) -> tuple["Box", "Box"]:
        """A left part and a right one of a width."""
        first = self.width - right - gap
        return Box(self.left, self.top, first, self.height), Box(
            self.left + first + gap, self.top, right, self.height
        )


@dataclass(frozen=True)
class Run:
    """A paragraph, or with others in a tuple a part of one. ink: “” for the template's own."""

    text: str
    size: float = BODY
    bold: bool = False
    ink: str = HALL.ink
    after: float = 0  # points below the paragraph
    bullet: bool = False


Paragraph = Run | tuple[Run, ...]


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """About how long a line is, in inches."""
    return width.width_of(text, size, bold=bold) / INCH


def lines_of(text: str, size: float, room: float, *, bold: bool = False) -> int:
    """About how many lines a text takes in a room (inches)."""
    return max(1, math.ceil(width_of(text, size, bold=bold) * SLACK / room))


def height_of(paragraphs: Sequence[Paragraph], wide: float) -> float:
    """About how high paragraphs are in a width (inches)."""
    total = 0.0
    for paragraph in paragraphs:
        runs = paragraph if isinstance(paragraph, tuple) else (paragraph,)
        room = wide - (INDENT if runs[0].bullet else 0)
        lines = math.ceil(sum(width_of(r.text, r.size, bold=r.bold) for r in runs) * SLACK / room)
        total += (max(1, lines) * max(r.size for r in runs) * LINE + runs[0].after) / INCH
    return total
