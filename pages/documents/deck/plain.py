"""Slides of words and numbers: title, the year's paragraph, cards against targets, points."""

import math
from collections.abc import Sequence

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR

from pages.content.cards import Card, Cards
from pages.content.slide_state import Cover, Nothing, Points, Review, SlideState
from pages.documents.deck.ink import edge, fill
from pages.documents.deck.measure import BODY, HEADLINE, Box, Run, height_of, lines_of
from pages.documents.deck.paper import Page
from pages.figures.theme import HALL
from pages.text.numbers import attach, period

SIZES = (32, 28, 26, 24, 22, 20)  # points of running text, the largest that fits
GAP = 0.16


def cover(page: Page, state: SlideState, picture: Cover) -> None:
    """The conference's name, the agency and the province."""
    box = page.open(state.about)
    runs = [
        Run(picture.agency, 26, bold=True, after=6, ink=HALL.bar),
        Run(picture.province, 24, ink=HALL.muted),
    ]
    page.body(box, [run for run in runs if run.text])


def review(page: Page, state: SlideState, picture: Review) -> None:
    """The year's paragraph."""
    _fitted(page, page.open(state.about), [picture.cards.review])


def points(page: Page, state: SlideState, picture: Points) -> None:
    """Points."""
    _fitted(page, page.open(state.about), picture.texts, bullet=True)


def nothing(page: Page, state: SlideState, picture: Nothing) -> None:
    """A slide whose figures the edition does not hold says so."""
    page.nothing(page.open(state.about), state.about.finding)


def cards(page: Page, state: SlideState, picture: Cards) -> None:
    """One card an indicator: number, share of plan, change in the right word, period."""
    year, count = state.year, len(picture.cards)
    box = page.open(state.about, page.say("cards_subtitle", year=year))
    columns = 1 if count == 1 else max(2, math.ceil(count / 2))
    lines = math.ceil(count / columns)
    wide, high = (box.width - GAP * (columns - 1)) / columns, (box.height - GAP * (lines - 1)) / lines
    for n, card in enumerate(picture.cards):
        left, top = box.left + n % columns * (wide + GAP), box.top + n // columns * (high + GAP)
        _card(page, card, year, Box(left, top, wide, min(high, 2.6)))


def _card(page: Page, card: Card, year: int, box: Box) -> None:
    shape = page.shapes.add_shape(MSO_SHAPE.RECTANGLE, *box.place)
    shape.name = page.say("name_card", name=card.title)
    fill(shape.fill, HALL.band)
    edge(shape, HALL.grid, 1)
    inner = Box(box.left + 0.15, box.top + 0.08, box.width - 0.3, box.height - 0.16)
    runs = _runs(card, year, inner, page.view.language)
    page.text(page.say("name_card_text", name=card.title), inner, runs, anchor=MSO_ANCHOR.MIDDLE)


def _runs(card: Card, year: int, box: Box, language: str) -> list[Run | tuple[Run, ...]]:
    """What a card says, as much of it as its room holds."""
    label = Run(card.title, bold=True)
    if card.missing:
        return [label, Run(card.missing, ink=HALL.muted)]
    percent = card.unit == "%"
    number = attach(card.value, card.unit) if percent else card.value
    whole_year = period(f"{year}-01-01", f"{year}-12-31", language)
    beside = ", ".join(
        filter(None, ["" if percent else card.unit, "" if card.period == whole_year else card.period])
    )
    runs: list[Run | tuple[Run, ...]] = [
        (label, Run(f" ({beside})", ink=HALL.muted)) if beside else label,
        Run(number, HEADLINE, bold=True, ink=HALL.bar),
        *(Run(t, BODY if lines_of(t, BODY, box.width) == 1 else 18) for t in _lines(card)),
    ]
    while len(runs) > 2 and height_of(runs, box.width) > box.height:
        runs.pop()
    return runs


def _lines(card: Card) -> list[str]:
    """Share of plan and change, each with a sign where only its own part is illustrative."""
    plan = f"{card.plan.lead}{card.plan.text}{card.plan.tail}{card.plan.mark.behind}" if card.plan else ""
    change = f"{card.change.text}{card.change.mark.behind}" if card.change else ""
    return [line[:1].upper() + line[1:] for line in (plan, change) if line]


def _fitted(page: Page, box: Box, paragraphs: Sequence[str], *, bullet: bool = False) -> None:
    """Running text as large as its room lets it be, never under 20 points."""
    box = Box(box.left, box.top + 0.2, box.width, box.height - 0.2)
    runs: list[Run] = []
    for size in SIZES:
        runs = [Run(p, size, after=size / 2, bullet=bullet) for p in paragraphs]
        if height_of(runs, box.width) <= box.height:
            break
    page.body(box, runs)
