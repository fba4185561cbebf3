"""The legend beside a map, as shapes: classes with the number of their districts, or sizes of circles."""

import math

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR

from pages.content.area_map import AreaMap
from pages.documents.deck.ink import edge, fill, fill_state
from pages.documents.deck.measure import BODY, CELL, Box, Run
from pages.documents.deck.paper import Page
from pages.figures.circles import largest_of, round_sizes
from pages.figures.legend import Swatch, swatches
from pages.figures.theme import CIRCLE, CIRCLE_LINE, HALL
from pages.text.numbers import number
from pages.text.words import words

STEP = 0.4  # inches a line
SWATCH = 0.5


def class_legend(page: Page, box: Box, state: AreaMap) -> None:
    """The state's legend; a note where classes are this picture's own."""
    items = swatches(state)
    step = min(STEP, (box.height - 0.4) / max(1, len(items)))
    group = page.shapes.add_group_shape()
    page.text(
        page.say["name_legend"],
        Box(box.left, box.top, box.width, 0.36),
        [Run(page.say("legend_title", unit=state.legend_title), CELL, ink=HALL.muted)],
        shapes=group.shapes,
    )
    _lines(page, group.shapes, Box(box.left, box.top + 0.36, box.width, box.height), items, step)
    if state.note:
        top = box.top + 0.4 + step * len(items)
        page.text(
            page.say["name_legend"],
            Box(box.left, top, box.width, 0.6),
            [Run(words("figures", page.view.language)["free_classes"], CELL, ink=HALL.muted)],
            shapes=group.shapes,
        )
    group.name = page.say["name_legend"]


def circle_legend(page: Page, box: Box, state: AreaMap, diameter: float) -> None:
    """Three round sizes, the ring of zero, then the states that occur.

    Args:
        diameter: inches of the circle of the largest value.
    """
    group, largest = page.shapes.add_group_shape(), largest_of(state)
    unit = state.catalogue.unit(state.indicator, state.language)
    page.text(
        page.say["name_legend"],
        Box(box.left, box.top, box.width, 0.6),
        [Run(page.say("circle_legend", unit=unit), CELL, ink=HALL.muted)],
        shapes=group.shapes,
    )
    y = box.top + 0.66
    for value in round_sizes(largest) if largest > 0 else []:
        size = diameter * math.sqrt(value / largest)
        step = max(size, BODY * 1.2 / 72) + 0.06
        oval = group.shapes.add_shape(
            MSO_SHAPE.OVAL, *Box(box.left + (diameter - size) / 2, y + (step - size) / 2, size, size).place
        )
        oval.name = page.say["name_legend"]
        fill(oval.fill, CIRCLE)
        edge(oval, CIRCLE_LINE, 1.25)
        page.text(
            page.say["name_legend"],
            Box(box.left + diameter + 0.15, y, box.width - diameter - 0.15, step),
            [Run(number(value, 0, state.language))],
            anchor=MSO_ANCHOR.MIDDLE,
            shapes=group.shapes,
        )
        y += step
    _lines(page, group.shapes, Box(box.left, y, box.width, 0), swatches(state), STEP)
    group.name = page.say["name_legend"]


def _lines(page: Page, shapes, box: Box, items: list[Swatch], step: float) -> None:
    for n, item in enumerate(items):
        swatch = shapes.add_shape(
            MSO_SHAPE.RECTANGLE, *Box(box.left, box.top + n * step + 0.05, SWATCH, step - 0.1).place
        )
        swatch.name = item.label
        if item.pattern:
            fill_state(swatch.fill, item.pattern)
        else:
            fill(swatch.fill, item.colour)
        edge(swatch, HALL.border, 1)
        text = page.say("legend_count", label=item.label, count=item.count)
        page.text(
            item.label,
            Box(box.left + SWATCH + 0.15, box.top + n * step, box.width - SWATCH - 0.15, step),
            [Run(text)],
            anchor=MSO_ANCHOR.MIDDLE,
            shapes=shapes,
        )
