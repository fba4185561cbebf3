"""What the browser fetches is complete, wound for Plotly, inside its areas and not too heavy."""

import math
from itertools import pairwise

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import box, shape

from geo.boundaries import shapes
from geo.errors import GeoError
from geo.layers import layers, layers_json
from geo.patterns import PATTERNS

LAYOUTS = ("map", "tiles")
ROUNDING = 2e-4  # degrees: coordinates are served with four decimals


def by_id(folder, layout: str) -> dict:
    return {feature["id"]: shape(feature["geometry"]) for feature in layers(folder, layout)["features"]}


def turned(ring: list) -> float:
    """Twice the signed area of a ring: negative when clockwise."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring))


def spherical_share(ring: list) -> float:
    """The share of the globe that d3-geo fills for a ring: what lies to its right."""
    total = 0.0
    for (x0, y0), (x1, y1) in pairwise(ring):
        total += math.radians(x1 - x0) * (2 + math.sin(math.radians(y0)) + math.sin(math.radians(y1))) / 2
    return (total % (4 * math.pi)) / (4 * math.pi)


def exteriors(folder, layout: str):
    for feature in layers(folder, layout)["features"]:
        coordinates = feature["geometry"]["coordinates"]
        yield from coordinates if feature["geometry"]["type"] == "MultiPolygon" else [coordinates]


def test_the_map_is_light_enough_to_send(shipped):
    assert len(layers_json(shipped, "map")) <= 250_000


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_area_has_every_layer(shipped, layout):
    codes = set(shapes(shipped))

    wanted = (
        codes
        | {f"{code}:{name}" for code in codes for name in PATTERNS}
        | ({"912:halo"} if layout == "map" else set())
    )

    assert set(by_id(shipped, layout)) == wanted
    assert len(layers(shipped, layout)["features"]) == len(wanted)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_outer_ring_is_clockwise_and_every_hole_is_not(shipped, layout):
    for outer, *holes in exteriors(shipped, layout):
        assert turned(outer) < 0
        assert all(turned(hole) > 0 for hole in holes)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_ring_fills_the_globe(shipped, layout):
    assert max(spherical_share(outer) for outer, *_ in exteriors(shipped, layout)) < 0.001


def test_the_share_of_the_globe_is_large_for_a_ring_wound_wrongly(shipped):
    (outer, *_), *_ = exteriors(shipped, "map")

    assert spherical_share(outer[::-1]) > 0.999


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_stays_within_its_area_and_leaves_colour_to_see(shipped, layout, name):
    found = by_id(shipped, layout)
    for code in shapes(shipped):
        marks, area = found[f"{code}:{name}"], found[code]
        assert marks.is_valid
        assert marks.within(area.buffer(ROUNDING))
        assert 0.02 < marks.area / area.area < 0.5


@pytest.mark.parametrize("name", PATTERNS)
def test_every_islet_is_marked(shipped, name):
    found = by_id(shipped, "map")
    for code in shapes(shipped):
        assert all(islet.intersects(found[f"{code}:{name}"]) for islet in shapely.get_parts(found[code]))


def test_a_halo_holds_its_islets_and_none_of_its_neighbours(shipped):
    found = by_id(shipped, "map")
    halo = found["912:halo"]

    assert found["912"].within(halo)
    assert not any(halo.intersection(found[code]).area > 1e-6 for code in shapes(shipped) if code != "912")


def test_tiles_are_equal_squares_apart(shipped):
    found = [by_id(shipped, "tiles")[code] for code in shapes(shipped)]

    for cell in found:
        west, south, east, north = cell.bounds
        assert (east - west, north - south) == pytest.approx((0.94, 0.94))
    assert shapely.union_all(found).area == pytest.approx(sum(cell.area for cell in found))


def test_a_layout_that_is_not_there_is_refused(made_up):
    for layout in ("tiles", "globe"):
        with pytest.raises(GeoError, match=layout):
            layers(made_up, layout)


def degrees(low: float, high: float):
    """Coordinates as files hold them, to six decimals: geometry is not exact for numbers near 10⁻³⁰⁸."""
    return st.floats(low, high).map(lambda value: round(value, 6))


@settings(max_examples=60, deadline=None)
@given(
    degrees(-170, 170),
    degrees(-60, 60),
    degrees(0.001, 3),
    degrees(0.001, 3),
    degrees(0.01, 0.2),
    st.sampled_from(sorted(PATTERNS)),
)
def test_any_area_catches_some_of_any_pattern(west, south, width, height, pitch, name):
    area = box(west, south, west + width, south + height)

    marks = PATTERNS[name](area, pitch)

    assert marks.area > 0
    assert marks.within(area.buffer(1e-6))
