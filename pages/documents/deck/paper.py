"""A slide of the deck, written onto the template, and the room that is left for what it shows.

On every slide: title, unit and period, mark, source, edition, notes.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.presentation import Presentation
from pptx.util import Emu, Inches, Pt

from pages.content.about import About
from pages.content.view import View
from pages.documents.deck import template
from pages.documents.deck.foot import edition_lines, source_text
from pages.documents.deck.ink import dot, spelled, write
from pages.documents.deck.measure import (
    BODY,
    CELL,
    HEADLINE,
    INDENT,
    LINE,
    TITLE,
    Box,
    Paragraph,
    Run,
    height_of,
    lines_of,
    width_of,
)
from pages.figures.theme import HALL
from pages.text.characters import PROPERTY, legible
from pages.text.mark import the_mark
from pages.text.width import INCH


def blank(view: View, title: str) -> Presentation:
    """An empty deck on the template.

    Raises:
        FaultsFound: the province's template cannot be used.
    """
    deck = template.open_template()
    known = deck.core_properties
    known.title, known.author = title[:PROPERTY], legible(view.agency)[:PROPERTY]
    known.language = "vi-VN" if view.language == "vi" else "en-GB"
    return deck


class Page:
    """One slide being made: `open` writes what all slides have and gives the room that is left."""

    def __init__(
        self, deck: Presentation, view: View, title: str, *, number: int, count: int, cover: bool = False
    ):
        self.view, self.title, self.number, self.count, self.cover = view, title, number, count, cover
        layout = template.layout_of(deck, cover=cover)
        self.slide = deck.slides.add_slide(layout)
        self.shapes = self.slide.shapes
        self.say = view.say("bo_slide")
        self.finding = ""
        self._model = template.placeholders(layout)
        self._empty: dict[str, Any] = {
            name: self.slide.placeholders[model.placeholder_format.idx] for name, model in self._model.items()
        }

    def open(self, about: About, subtitle: str | tuple[Run, ...] | None = None) -> Box:
        """Title, subtitle, mark, source and edition.

        Args:
            about: its title is not used, the slide has its own.
            subtitle: the one of `about` where None.

        Returns:
            The room between them.
        """
        self.finding = about.finding
        foot = self._foot(about)
        if self.cover:
            self._fill(template.TITLE, "", [self.title])
            return self._place(template.BODY)
        place = self._place(template.TITLE)
        size = template.size_of(self._model[template.TITLE], TITLE)
        high = lines_of(self.title, size, place.width, bold=True) * size * LINE / INCH
        self._fill(template.TITLE, "", [self.title], Box(place.left, place.top, place.width, high))
        below = place.top + high + 0.04
        room = Box(place.left, below, place.width, 0)
        top = below + self._below_title(room, about, about.subtitle if subtitle is None else subtitle) + 0.1
        return Box(place.left, top, place.width, foot - 0.12 - top)

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
        frame = shape.text_frame
        frame.word_wrap, frame.auto_size, frame.vertical_anchor = True, MSO_AUTO_SIZE.NONE, anchor
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
        for n, paragraph in enumerate(paragraphs):
            line = frame.paragraphs[0] if n == 0 else frame.add_paragraph()
            line.alignment = align
            self._paragraph(line, paragraph)
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

    def nothing(self, box: Box, text: str) -> None:
        """What stands where there is nothing to draw."""
        self.text(
            self.say["name_text"],
            Box(box.left, box.top + 0.3, box.width, 1.6),
            [Run(text, 28, ink=HALL.muted)],
        )

    def body(self, box: Box, paragraphs: Sequence[Paragraph]) -> None:
        """Running text, in the template's ink where no other is asked."""
        inherited = [
            tuple(replace(run, ink="" if run.ink == HALL.ink else run.ink) for run in parts)
            for parts in (p if isinstance(p, tuple) else (p,) for p in paragraphs)
        ]
        self._fill(template.BODY, self.say["name_text"], inherited, box)

    def close(self, lines: Sequence[str]) -> None:
        """Takes away what was not filled; adds the notes, for the presenter only.

        They hold the finding in words, then the lines.
        """
        for unused in self._empty.values():
            unused._element.getparent().remove(unused._element)
        self._empty.clear()
        notes = self.slide.notes_slide.notes_text_frame
        if notes is not None:  # a province's template may have a notes page without room for text
            notes.text = legible("\n".join(filter(None, [self.finding or self.title, *lines])))

    def _below_title(self, room: Box, about: About, subtitle: str | tuple[Run, ...]) -> float:
        """Subtitle and mark side by side below the title; returns how high they are (inches)."""
        text = subtitle if isinstance(subtitle, str) else "".join(run.text for run in subtitle)
        wide, high = room.width, 0.1
        if about.illustrative:
            badge = the_mark(self.view.language).badge
            size = template.size_of(self._model[template.MARK], CELL)
            long = width_of(badge, size, bold=True) + 0.35
            high = self._place(template.MARK).height
            self._fill(
                template.MARK, self.say["name_mark"], [badge], Box(room.right - long, room.top, long, high)
            )
            wide -= long + 0.2
        if text:
            usual = template.size_of(self._model[template.SUBTITLE], BODY)
            size = next((s for s in (usual, 18, CELL) if s <= usual and lines_of(text, s, wide) == 1), CELL)
            high = max(usual, lines_of(text, size, wide) * size) * LINE / INCH
            lines = [
                subtitle if isinstance(subtitle, str) else tuple(replace(run, size=size) for run in subtitle)
            ]
            box = Box(room.left, room.top, wide, high)
            self._fill(
                template.SUBTITLE, self.say["name_subtitle"], lines, box, None if size == usual else size
            )
        return high

    def _foot(self, about: About) -> float:
        """Source and edition; returns their upper edge."""
        place = self._place(template.SOURCE)
        if sources := source_text(about, self.view.language, place.width):
            self._fill(template.SOURCE, self.say["name_source"], [sources])
        lines = edition_lines(self.view, self.number, self.count)
        self._fill(template.EDITION, self.say["name_edition"], lines)
        return place.top

    def _place(self, name: str) -> Box:
        return Box.of(self._model[name])

    def _fill(
        self,
        name: str,
        called: str,
        paragraphs: Sequence[str | Paragraph],
        box: Box | None = None,
        size: float | None = None,
    ) -> None:
        """Texts into a placeholder of the template; bare ones look as it says.

        Args:
            called: the shape's name on the slide. box: where it stands, else as in the template.
            size: of bare texts that would not fit as the template has them.
        """
        shape = self._empty.pop(name)
        if called:
            shape.name = legible(called)
        if box:
            shape.left, shape.top, shape.width, shape.height = box.place
        frame = shape.text_frame
        for n, paragraph in enumerate(paragraphs):
            line = frame.paragraphs[0] if n == 0 else frame.add_paragraph()
            if isinstance(paragraph, str):
                run = line.add_run()
                run.text, run.font.language_id = legible(paragraph), spelled(self.view.language)
                if size:
                    run.font.size = Pt(size)
            else:
                self._paragraph(line, paragraph)

    def _paragraph(self, line, paragraph: Paragraph) -> None:
        runs = paragraph if isinstance(paragraph, tuple) else (paragraph,)
        line.space_after = Pt(runs[0].after)
        if runs[0].bullet:
            dot(line, Inches(INDENT))
        for run in runs:
            write(line, run, self.view.language)
