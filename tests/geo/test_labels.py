"""Two-line labels fit on a map of 760 × 760 px: apart from each other, from insets and from others' land."""

import math
from itertools import combinations

import pytest
from shapely.geometry import Point, Polygon, box

from geo.boundaries import shapes
from geo.layers import layers
from geo.layout import map_layout
from tests.geo.conftest import rows

SIDE, CHARACTER, LINE = 760, 8, 18  # px: map, width of a character at 14 px, height of a line


def mercator(lat: float) -> float:
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)))


class Screen:
    """Degrees to px, as Plotly fits a frame into a square figure; px count upwards."""

    def __init__(self, frame, projection=mercator):
        self.west, self.south, self.east, self.north = frame
        self.y = projection
        self.scale = min(SIDE / (self.east - self.west), SIDE / (self.y(self.north) - self.y(self.south)))
        self.width = self.scale * (self.east - self.west)
        self.height = self.scale * (self.y(self.north) - self.y(self.south))

    def px(self, lon, lat):
        return (lon - self.west) * self.scale, (self.y(lat) - self.y(self.south)) * self.scale

    def degrees_box(self, west, south, east, north):
        return box(*self.px(west, south), *self.px(east, north))

    def label_box(self, label, name):
        x, y = self.px(label.lon, label.lat)
        vertical, side = label.anchor.split()
        width, height = CHARACTER * len(name), 2 * LINE
        left = x - width * {"left": 1, "center": 0.5, "right": 0}[side]
        bottom = y - height * {"bottom": 1, "middle": 0.5, "top": 0}[vertical]
        return box(left, bottom, left + width, bottom + height)


def label_boxes(layout, projection):
    screen = Screen(layout.frame, projection)
    return screen, {
        row["code"]: screen.label_box(layout.labels[row["code"]], row["name"]) for row in rows("names.csv")
    }


@pytest.mark.parametrize("projection", [mercator, float], ids=["mercator", "equirectangular"])
@pytest.mark.parametrize("name", ["map", "tiles"])
def test_labels_do_not_collide_and_stay_in_the_picture(shipped, name, projection):
    screen, boxes = label_boxes(map_layout(shipped, name), projection)

    assert [(a, b) for a, b in combinations(boxes, 2) if boxes[a].intersects(boxes[b])] == []
    assert all(one.within(box(0, 0, screen.width, screen.height)) for one in boxes.values())


def test_labels_beside_an_area_cover_no_land_and_no_halo(shipped):
    layout, areas = map_layout(shipped, "map"), shapes(shipped)
    screen, boxes = label_boxes(layout, mercator)
    drawn = [
        part["geometry"]
        for part in layers(shipped, "map")["features"]
        if part["id"] in areas or part["id"].endswith(":halo")
    ]
    lands = [
        [screen.px(lon, lat) for lon, lat in polygon[0]]
        for geometry in drawn
        for polygon in (
            geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        )
    ]
    beside = [code for code, label in layout.labels.items() if label.anchor != "middle center"]

    assert beside
    assert [code for code in beside for land in lands if boxes[code].intersects(Polygon(land))] == []


def test_labels_on_an_area_stand_on_it(shipped):
    layout, areas = map_layout(shipped, "map"), shapes(shipped)

    for code, label in layout.labels.items():
        assert areas[code].contains(Point(label.lon, label.lat)) is (label.anchor == "middle center")


def test_an_inset_covers_nothing(shipped):
    """In a figure of the frame's own proportions, the worst case: in any other, the corner is farther off."""
    layout, areas = map_layout(shipped, "map"), shapes(shipped)
    screen, boxes = label_boxes(layout, mercator)
    bar = layout.scale_bar
    for inset in layout.insets:
        (x0, x1), (y0, y1) = inset.domain
        corner = box(x0 * screen.width, y0 * screen.height, x1 * screen.width, y1 * screen.height + 2 * LINE)
        for code, area in areas.items():
            for part in getattr(area, "geoms", [area]):
                if part.within(box(*layout.frame)):
                    assert not screen.degrees_box(*part.bounds).intersects(corner), code
        assert not any(one.intersects(corner) for one in boxes.values())
        assert not corner.contains(Point(screen.px(bar.lon, bar.lat)))
        assert x0 == y0 == 0


def test_every_piece_of_land_is_in_the_frame_or_in_an_inset(shipped):
    layout = map_layout(shipped, "map")
    boxes = [box(*layout.frame), *(box(*inset.bbox) for inset in layout.insets)]

    for area in shapes(shipped).values():
        for part in getattr(area, "geoms", [area]):
            assert sum(part.within(one) for one in boxes) == 1
