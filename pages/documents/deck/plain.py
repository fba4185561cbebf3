"""Slides of words and numbers: title, the year's paragraph, cards against targets, points."""

import math
from dataclasses import replace

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR

from data.headlines import headlines
from pages.content.about import About
from pages.content.agenda import Slide
from pages.content.cards import Card, cards_state
from pages.content.slides import written
from pages.documents.deck.ink import edge, fill
from pages.documents.deck.measure import BODY, HEADLINE, Box, Run, height_of, lines_of
from pages.documents.deck.paper import Page
from pages.figures.theme import HALL
from pages.text.numbers import attach, period

SIZES = (32, 28, 26, 24, 22, 20)  # points of running text, the largest that fits
GAP = 0.16


def title(page: Page, slide: Slide, year: int) -> None:
    """The conference's name, the agency and the province."""
    view = page.view
    box = page.open(About("", "", "", (), False))
    runs = [
        Run(view.agency, 26, bold=True, after=6, ink=HALL.bar),
        Run(view.province.full, 24, ink=HALL.muted),
    ]
    page.body(box, [run for run in runs if run.text])


def review(page: Page, slide: Slide, year: int) -> None:
    """The year's paragraph."""
    state = cards_state(page.view, headlines().overview.cards, year)
    box = page.open(
        replace(state.about, finding=state.review, illustrative=bool(state.review_mark), indicators=())
    )
    _fitted(page, box, [state.review])


def text(page: Page, slide: Slide, year: int) -> None:
    """Points."""
    points = [written(page.view, point, year) for point in slide.points]
    box = page.open(About("", "", "\n".join(points), (), False))
    _fitted(page, box, points, bullet=True)


def cards(page: Page, slide: Slide, year: int) -> None:
    """One card an indicator: number, share of plan, change in the right word, period."""
    state = cards_state(page.view, slide.indicators, year)
    box = page.open(replace(state.about, subtitle=page.say("cards_subtitle", year=year), indicators=()))
    count = len(state.cards)
    columns = 1 if count == 1 else max(2, math.ceil(count / 2))
    lines = math.ceil(count / columns)
    wide, high = (box.width - GAP * (columns - 1)) / columns, (box.height - GAP * (lines - 1)) / lines
    for n, card in enumerate(state.cards):
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


def _fitted(page: Page, box: Box, paragraphs: list[str], *, bullet: bool = False) -> None:
    """Running text as large as its room lets it be, never under 20 points."""
    box = Box(box.left, box.top + 0.2, box.width, box.height - 0.2)
    runs: list[Run] = []
    for size in SIZES:
        runs = [Run(p, size, after=size / 2, bullet=bullet) for p in paragraphs]
        if height_of(runs, box.width) <= box.height:
            break
    page.body(box, runs)
