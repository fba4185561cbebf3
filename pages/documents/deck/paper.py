"""A slide of the deck: its measures, and what stands on every one: title, unit and period, mark, source, edition, notes.

Sizes follow what a video call leaves legible: on 7.5 inches of height title 30 pt, headline number 66, text and
labels 20, cells of a table 16, source 12, on off-white paper with a margin of 5 %.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from pptx import Presentation
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.util import Inches, Pt

from data.editions import edition
from pages.content.about import About
from pages.content.agenda import Slide
from pages.content.view import View
from pages.documents.deck.ink import colour, dot, edge, fill
from pages.figures.theme import HALL
from pages.text import width
from pages.text.characters import legible
from pages.text.numbers import date
from pages.text.width import INCH
from pages.text.words import words

FONT = "Arial"  # has the Vietnamese letters and is on every Windows
WIDE, HIGH = 13.333, 7.5  # inches
SIDE, TOP, END = 0.667, 0.375, 7.125
TITLE, HEADLINE, BODY, CELL, SMALL = 30, 66, 20, 16, 12  # points
FOOT = 6.56  # top of the source line
LINE = 1.2  # height of a line in heights of its letters
INDENT = 0.4  # inches behind a bullet
TITLE_ONLY = 5  # layout of the default template


@dataclass(frozen=True)
class Box:
    """A rectangle on the slide, inches."""

    left: float
    top: float
    width: float
    height: float

    @property
    def place(self) -> tuple[Inches, Inches, Inches, Inches]:
        """As python-pptx wants it."""
        return Inches(self.left), Inches(self.top), Inches(self.width), Inches(self.height)

    def split(self, right: float, gap: float = 0.3) -> tuple["Box", "Box"]:
        """A left part and a right one of a width."""
        first = self.width - right - gap
        return Box(self.left, self.top, first, self.height), Box(
            self.left + first + gap, self.top, right, self.height
        )


@dataclass(frozen=True)
class Run:
    """A paragraph, or with others in a tuple a part of one."""

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
    return max(1, math.ceil(width_of(text, size, bold=bold) * 1.03 / room))


def height_of(paragraphs: Sequence[Paragraph], wide: float) -> float:
    """About how high paragraphs are in a width (inches)."""
    total = 0.0
    for paragraph in paragraphs:
        runs = paragraph if isinstance(paragraph, tuple) else (paragraph,)
        room = wide - (INDENT if runs[0].bullet else 0)
        lines = math.ceil(sum(width_of(r.text, r.size, bold=r.bold) for r in runs) * 1.03 / room)
        total += (max(1, lines) * max(r.size for r in runs) * LINE + runs[0].after) / INCH
    return total


def blank(view: View, title: str):
    """An empty deck of 16:9 on the hall's paper."""
    deck = Presentation()
    stretch = Inches(WIDE) / deck.slide_width
    deck.slide_width, deck.slide_height = Inches(WIDE), Inches(HIGH)
    fill(deck.slide_master.background.fill, HALL.paper)
    for layout in (deck.slide_master, *deck.slide_layouts):
        for shape in layout.placeholders:
            if shape._element.spPr.xfrm is not None:
                shape.left, shape.width = int(shape.left * stretch), int(shape.width * stretch)
    known = deck.core_properties
    known.title, known.author, known.language = (
        title,
        legible(view.agency),
        "vi-VN" if view.language == "vi" else "en-GB",
    )
    return deck


class Page:
    """One slide being made: `open` writes what all slides have and gives the room that is left."""

    def __init__(self, deck, view: View, title: str, *, number: int, count: int):
        self.view, self.title, self.number, self.count = view, title, number, count
        self.slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
        self.shapes = self.slide.shapes
        self.say = view.say("bo_slide")
        self.finding = ""

    def open(
        self,
        said: About,
        subtitle: str | tuple[Run, ...] | None = None,
        *,
        size: float = TITLE,
        room: float | None = None,
    ) -> Box:
        """Title, subtitle, mark, source and edition.

        Args:
            said: its title is not used, the agenda names the slide.
            subtitle: the one of `said` where None.
            room: height of the title where it is not set by its length.

        Returns:
            The room between them.
        """
        self.finding = said.finding
        whole = WIDE - 2 * SIDE
        high = room or lines_of(self.title, size, whole, bold=True) * size * LINE / INCH
        self._write(
            self.shapes.title,
            Box(SIDE, TOP, whole, high),
            [Run(self.title, size, bold=True)],
            MSO_ANCHOR.MIDDLE if room else MSO_ANCHOR.TOP,
        )
        top = TOP + high + 0.04
        told = said.subtitle if subtitle is None else subtitle
        runs = (Run(told, ink=HALL.muted),) if isinstance(told, str) else told
        told = "".join(run.text for run in runs)
        mark = words("screens", self.view.language)["mark"] if said.illustrative else ""
        badge = width_of(mark, CELL, bold=True) + 0.35 if mark else 0
        high = 0.1
        if mark or told:
            wide = whole - (badge + 0.2 if badge else 0)
            size = next((s for s in (BODY, 18, CELL) if lines_of(told, s, wide) == 1), CELL)
            high = max(BODY, lines_of(told, size, wide) * size) * LINE / INCH
            if told:
                self.text(
                    self.say["name_subtitle"],
                    Box(SIDE, top, wide, high),
                    [tuple(Run(r.text, size, r.bold, r.ink) for r in runs)],
                )
            if mark:
                self._badge(mark, Box(WIDE - SIDE - badge, top, badge, 0.34))
        self._foot(said)
        top += high + 0.1
        return Box(SIDE, top, whole, FOOT - 0.12 - top)

    def text(
        self,
        name: str,
        box: Box,
        paragraphs: Sequence[Paragraph],
        *,
        align=PP_ALIGN.LEFT,
        anchor=MSO_ANCHOR.TOP,
        shapes=None,
    ):
        """A text box, on the slide or in a group's `shapes`."""
        shape = (shapes or self.shapes).add_textbox(*box.place)
        shape.name = legible(name)
        self._write(shape, box, paragraphs, anchor, align)
        return shape

    def headline(self, box: Box, value: str, lines: Sequence[Run]) -> Box:
        """The slide's one number with what it is; returns the room below."""
        below = [Run(line.text, line.size, line.bold, line.ink, 2) for line in lines]
        runs = [
            Run(value, HEADLINE if any(c.isdigit() for c in value) else BODY, bold=True, ink=HALL.bar),
            *below,
        ]
        high = height_of(runs, box.width)
        self.text(self.say["name_headline"], Box(box.left, box.top, box.width, high), runs)
        return Box(box.left, box.top + high + 0.1, box.width, box.height - high - 0.1)

    def nothing(self, box: Box, told: str) -> None:
        """What stands where there is nothing to draw."""
        self.text(
            self.say["name_text"],
            Box(box.left, box.top + 0.3, box.width, 1.6),
            [Run(told, 28, ink=HALL.muted)],
        )

    def add_notes(self, slide: Slide) -> None:
        """For the presenter only: the finding in words, the agenda's notes, who speaks how long."""
        minutes = (
            f"{slide.minutes:g}" if self.view.language == "en" else f"{slide.minutes:g}".replace(".", ",")
        )
        who = (
            self.say("notes_speaker", speaker=slide.speaker, minutes=minutes)
            if slide.speaker
            else self.say("notes_minutes", minutes=minutes)
        )
        self.slide.notes_slide.notes_text_frame.text = legible(
            "\n".join(filter(None, [self.finding or self.title, slide.notes, who]))
        )

    def _write(self, shape, box: Box, paragraphs: Sequence[Paragraph], anchor, align=PP_ALIGN.LEFT) -> None:
        shape.left, shape.top, shape.width, shape.height = box.place
        frame = shape.text_frame
        frame.word_wrap, frame.auto_size, frame.vertical_anchor = True, MSO_AUTO_SIZE.NONE, anchor
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        for n, told in enumerate(paragraphs):
            paragraph = frame.paragraphs[0] if n == 0 else frame.add_paragraph()
            runs = told if isinstance(told, tuple) else (told,)
            paragraph.alignment, paragraph.space_after = align, Pt(runs[0].after)
            if runs[0].bullet:
                dot(paragraph, Inches(INDENT))
            for run in runs:
                write(paragraph, run, self.view.language)

    def _badge(self, text: str, box: Box) -> None:
        shape = self.text(
            self.say["name_mark"],
            box,
            [Run(text, CELL, bold=True, ink=HALL.mark_ink)],
            align=PP_ALIGN.CENTER,
            anchor=MSO_ANCHOR.MIDDLE,
        )
        fill(shape.fill, HALL.mark_paper)

    def _foot(self, said: About) -> None:
        made, kinds = edition(self.view.edition), words("shell", self.view.language)
        local = made.time.astimezone()
        left, right = Box(SIDE, FOOT, WIDE - 2 * SIDE, END - FOOT).split(3.0)
        rule = self.shapes.add_connector(
            1, Inches(SIDE), Inches(FOOT - 0.05), Inches(WIDE - SIDE), Inches(FOOT - 0.05)
        )
        rule.name = self.say["name_rule"]
        edge(rule, HALL.border, 0.75)
        self.text(
            self.say["name_source"], left, [Run(self._sources(said, left.width), SMALL, ink=HALL.muted)]
        )
        told = [
            self.say("edition", number=made.id, kind=kinds[f"edition_{made.kind}"]),
            self.say("edition_time", time=f"{local:%H:%M}", date=date(local.date(), self.view.language)),
            self.say("page", number=self.number, count=self.count),
        ]
        self.text(
            self.say["name_edition"],
            right,
            [Run(t, SMALL, ink=HALL.muted) for t in told],
            align=PP_ALIGN.RIGHT,
        )

    def _sources(self, said: About, width: float) -> str:
        """As many titles as three lines take, the first in any case."""
        say = words("screens", self.view.language)
        credit = f" {said.credit}" if said.credit else ""
        for shown in range(len(said.sources), 0, -1):
            rest = len(said.sources) - shown
            told = (
                say(
                    "sources",
                    sources="; ".join(said.sources[:shown])
                    + (f"; {say('more_sources', count=rest)}" if rest else ""),
                ).rstrip(".")
                + "."
                + credit
            )
            if shown == 1 or lines_of(told, SMALL, width) <= 3:
                return told
        return credit.strip()


def write(paragraph, run: Run, language: str) -> None:
    """A run at the end of a paragraph."""
    own = paragraph.add_run()
    own.text = legible(run.text)
    own.font.name, own.font.size, own.font.bold, own.font.color.rgb = (
        FONT,
        Pt(run.size),
        run.bold,
        colour(run.ink),
    )
    own.font.language_id = MSO_LANGUAGE_ID.VIETNAMESE if language == "vi" else MSO_LANGUAGE_ID.ENGLISH_UK
