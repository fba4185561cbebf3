"""The map as native shapes: a freeform a district in the colour of its class, or circles for counts."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Inches

from geo.boundaries import shapes as boundaries
from geo.kept import alone
from geo.layers import layers
from geo.layout import MapLayout, map_layout
from geo.province import province_dir
from pages.content.area_map import AreaMap, Cell
from pages.content.slide_state import SlideState
from pages.content.whole import Whole, with_whole
from pages.documents.deck.bars import panel
from pages.documents.deck.ink import describe, edge, fill, fill_state
from pages.documents.deck.map_labels import SIZE, Ground, map_labels
from pages.documents.deck.map_legend import circle_legend, class_legend
from pages.documents.deck.measure import SMALL, Box, Run
from pages.documents.deck.paper import Page
from pages.documents.deck.whole import headline_of
from pages.figures.circles import largest_of
from pages.figures.map_colours import fill_of
from pages.figures.map_frame import KM_PER_DEGREE
from pages.figures.theme import CIRCLE, CIRCLE_LINE, HALL

LARGEST = 0.85  # inches, diameter of the largest circle


@dataclass(frozen=True)
class Picture:
    """A part of the earth in a box: `spot` gives the inches of a longitude and latitude."""

    box: Box
    west: float
    north: float
    scale: float  # inches a degree of longitude

    @classmethod
    def of(cls, bounds: tuple[float, float, float, float], room: Box) -> "Picture":
        """The bounds (west, south, east, north) as large as the room lets them be, in its middle."""
        west, south, east, north = bounds
        high = _mercator(north) - _mercator(south)
        scale = min(room.width / (east - west), room.height / high)
        wide, high = (east - west) * scale, high * scale
        return cls(
            Box(room.left + (room.width - wide) / 2, room.top + (room.height - high) / 2, wide, high),
            west,
            north,
            scale,
        )

    def drawn(self, area):
        """A shape on the earth as a shape on the slide, inches."""
        return shapely.transform(area, lambda points: np.array([self.spot(*point) for point in points]))

    def spot(self, lon: float, lat: float) -> tuple[float, float]:
        """Inches from the slide's upper left corner."""
        return self.box.left + (lon - self.west) * self.scale, self.box.top + (
            _mercator(self.north) - _mercator(lat)
        ) * self.scale


@alone
def level(page: Page, slide: SlideState, state: AreaMap) -> None:
    """A rate as classes, a count as circles; missing districts by pattern, never by a colour of the scale."""
    whole = state.whole or Whole(None)
    box = page.open(with_whole(slide.about, whole))
    value, what = headline_of(page, state.indicator, whole)
    left, right = box.split(panel(value))
    below = page.headline(right, value, [Run(what)])
    layout = map_layout(province_dir(), state.layout)
    picture = Picture.of(layout.frame, left)
    _land(page, page.say["name_map"], state, state.cells, picture, layout.frame)
    _halos(page, state, layout, picture)
    _insets(page, state, layout, left)
    _scale_bar(page, layout, picture)
    if state.kind == "circles":
        _circles(page, state, layout, picture)
        circle_legend(page, below, state, LARGEST)
    else:
        class_legend(page, below, state)
    areas = boundaries(province_dir())
    land = {
        cell.place.code: picture.drawn(areas[cell.place.code])
        for cell in state.cells
        if cell.place.code in areas
    }
    map_labels(page, state, Ground(layout, picture.spot, land, left))


def _mercator(lat: float) -> float:
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)))


def _land(
    page: Page,
    name: str,
    state: AreaMap,
    cells: Sequence[Cell],
    picture: Picture,
    bounds: tuple[float, float, float, float],
) -> None:
    """A group of freeforms named by their districts; what lies outside the bounds is cut off."""
    areas, frame = boundaries(province_dir()), shapely.box(*bounds)
    group = page.shapes.add_group_shape()
    for cell in cells:
        code = cell.place.code
        area = shapely.intersection(areas[code], frame) if code in areas else None
        if area is None or area.is_empty:
            continue
        shape = _freeform(group.shapes, picture.drawn(area))
        describe(shape, cell.place.full, state.alternative(cell))
        if cell.known:
            fill(shape.fill, fill_of(state, cell))
        else:
            fill_state(shape.fill, cell.state)
        edge(shape, HALL.border, 1)
    describe(group, name, page.finding)


def _freeform(shapes, area):
    """All parts and holes of an area (inches) as one native shape."""
    rings = [
        ring
        for part in shapely.get_parts(area)
        if part.geom_type == "Polygon"
        for ring in (part.exterior, *part.interiors)
    ]
    drawn = [[(Inches(x), Inches(y)) for x, y in ring.coords] for ring in rings]
    builder = shapes.build_freeform(*drawn[0][0], scale=1.0)
    for n, points in enumerate(drawn):
        if n:
            builder.move_to(*points[0])
        builder.add_line_segments(points[1:], close=True)
    return builder.convert_to_shape()


def _halos(page: Page, state: AreaMap, layout: MapLayout, picture: Picture) -> None:
    """A ring around islets that would not be seen."""
    found = {
        f["id"]: shapely.geometry.shape(f["geometry"])
        for f in layers(province_dir(), "map")["features"]
        if f["id"].endswith(":halo")
    }
    for cell in state.cells:
        if f"{cell.place.code}:halo" in found and cell.place.code in layout.halos:
            shape = _freeform(page.shapes, picture.drawn(found[f"{cell.place.code}:halo"]))
            shape.name = page.say("name_halo", name=cell.place.name)
            shape.fill.background()
            edge(shape, HALL.muted, 1)


def _insets(page: Page, state: AreaMap, layout: MapLayout, room: Box) -> None:
    """What lies far out, in a frame of its own with its name."""
    for inset in layout.insets:
        (x0, x1), (y0, y1) = inset.domain
        box = Box(
            room.left + x0 * room.width,
            room.top + (1 - y1) * room.height,
            (x1 - x0) * room.width,
            (y1 - y0) * room.height,
        )
        frame = page.shapes.add_shape(MSO_SHAPE.RECTANGLE, *box.place)
        frame.fill.background()
        edge(frame, HALL.border, 1)
        name = inset.title(page.view.language)
        frame.name = page.say("name_inset", name=name)
        inside = [cell for cell in state.cells if not inset.areas or cell.place.code in inset.areas]
        _land(page, frame.name, state, inside, Picture.of(inset.bbox, box), inset.bbox)
        page.text(
            frame.name, Box(box.left, box.top - 0.25, box.width, 0.24), [Run(name, SIZE, ink=HALL.muted)]
        )


def _circles(page: Page, state: AreaMap, layout: MapLayout, picture: Picture) -> None:
    """Ovals whose area is the value; zero is a small ring."""
    scale = LARGEST / math.sqrt(largest_of(state) or 1)
    group = page.shapes.add_group_shape()
    for cell in state.cells:
        if not cell.known or cell.place.code not in layout.labels:
            continue
        at = layout.labels[cell.place.code]
        x, y = picture.spot(at.lon, at.lat)
        value = cell.value or 0.0
        size = max(0.06, math.sqrt(value) * scale) if value > 0 else 0.12
        oval = group.shapes.add_shape(MSO_SHAPE.OVAL, *Box(x - size / 2, y - size / 2, size, size).place)
        describe(oval, page.say("name_circle", name=cell.place.full), state.alternative(cell))
        if value > 0:
            fill(oval.fill, CIRCLE)
        else:
            oval.fill.background()
        edge(oval, CIRCLE_LINE, 1.25)
    group.name = page.say["name_circles"]


def _scale_bar(page: Page, layout: MapLayout, picture: Picture) -> None:
    bar = layout.scale_bar
    if bar is None:
        return
    x, y = picture.spot(bar.lon, bar.lat)
    end = x + bar.km / (KM_PER_DEGREE * math.cos(math.radians(bar.lat))) * picture.scale
    line = page.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, Inches(x), Inches(y), Inches(end), Inches(y))
    line.name = f"{bar.km:g} km"
    edge(line, HALL.muted, 2)
    page.text(line.name, Box(end + 0.08, y - 0.12, 0.8, 0.22), [Run(f"{bar.km:g} km", SMALL, ink=HALL.muted)])
