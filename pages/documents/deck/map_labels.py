"""Names and figures on the map: as they are on their own land, else on a light plate; none covers another."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import shapely
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from shapely.geometry.base import BaseGeometry

from geo.layout import MapLayout
from pages.content.area_map import AreaMap
from pages.documents.deck.apart import apart
from pages.documents.deck.ink import fill
from pages.documents.deck.measure import Box, Run, width_of
from pages.documents.deck.paper import Page
from pages.figures.map_colours import fill_of
from pages.figures.map_frame import ON_LAND
from pages.figures.template import wrapped
from pages.figures.theme import HALL, text_on
from pages.text.width import INCH

SIZE = 14  # points
LETTERS = 10  # of a name before it takes a second line
PLATE = 0.65  # opacity
INSIDE = 0.9  # of a label on its own land
ALIGN = {"left": PP_ALIGN.RIGHT, "center": PP_ALIGN.CENTER, "right": PP_ALIGN.LEFT}


@dataclass(frozen=True)
class Ground:
    """What labels stand on.

    spot: inches of a longitude and latitude. land: each district's shape in inches. room: what labels stay
    in.
    """

    layout: MapLayout
    spot: Callable[[float, float], tuple[float, float]]
    land: Mapping[str, BaseGeometry]
    room: Box

    def holds(self, code: str, box: Box) -> bool:
        """Whether a label's box lies on its own district's land."""
        label = shapely.box(box.left, box.top, box.left + box.width, box.top + box.height)
        return self.land.get(code, shapely.Point()).intersection(label).area >= INSIDE * label.area


def map_labels(page: Page, state: AreaMap, ground: Ground) -> None:
    """Every district's name and figure, on its land or beside it in the sea.

    Where the land has classes, a label over a border stands on a light plate: it would not be read else.
    """
    labels = ground.layout.labels
    placed = [cell for cell in state.cells if cell.place.code in labels]
    texts = [
        [*wrapped(cell.place.name, LETTERS).split("<br>"), *([state.label(cell)] if cell.known else [])]
        for cell in placed
    ]
    boxes = [_box(labels[cell.place.code], lines, ground.spot) for cell, lines in zip(placed, texts)]
    group = page.shapes.add_group_shape()
    for cell, lines, box in zip(placed, texts, apart(boxes, ground.room)):
        at = labels[cell.place.code]
        inside = ground.holds(cell.place.code, box)
        ink = text_on(fill_of(state, cell)) if inside else HALL.ink
        runs = [
            Run(line, SIZE, bold=cell.known and n == len(lines) - 1, ink=ink) for n, line in enumerate(lines)
        ]
        shape = page.text(
            cell.place.name,
            box,
            runs,
            align=ALIGN[at.anchor.split()[1]],
            anchor=MSO_ANCHOR.MIDDLE,
            shapes=group.shapes,
        )
        if state.classes and at.anchor == ON_LAND and not inside:
            fill(shape.fill, HALL.paper, opacity=PLATE)
    group.name = page.say["name_labels"]


def _box(at, lines: list[str], spot: Callable[[float, float], tuple[float, float]]) -> Box:
    x, y = spot(at.lon, at.lat)
    upright, level = at.anchor.split()
    wide, high = max(width_of(t, SIZE) for t in lines) * 1.06 + 0.06, len(lines) * SIZE * 1.16 / INCH
    return Box(
        {"left": x - wide, "center": x - wide / 2, "right": x}[level],
        {"top": y - high, "middle": y - high / 2, "bottom": y}[upright],
        wide,
        high,
    )
