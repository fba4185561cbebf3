"""Everything that a map draws, as features of one served GeoJSON; a figure carries only their ids.

Ids: `<code>` the area, `<code>:hatch|dots|protect|cross` the pattern of a state without a value,
`<code>:halo` a ring around islets that are smaller than a pointer.
"""

import math
from functools import lru_cache
from pathlib import Path

import shapely
from shapely import affinity
from shapely.geometry import MultiPolygon, Point, box, mapping
from shapely.geometry.base import BaseGeometry

from geo.boundaries import clockwise, shapes
from geo.layout import MapLayout, map_layout, tile_cells

KM_PER_DEGREE = 111.32
PITCHES = 52  # stripes in the height of the frame
GAP = 0.04  # of a tile, left free around it
PATTERNS = {"hatch": (45, 1.0, 0.26), "cross": (0, 1.5, 0.16), "protect": (90, 1.5, 0.22)}  # angle, pitch, share inked


def layers(folder: Path, layout: str) -> dict:
    """The FeatureCollection of a layout (“map” or “tiles”), coordinates in degrees, four decimals.

    Raises:
        GeoError: a file of the province cannot be read.
    """
    return _layers(folder, layout, map_layout(folder, layout).version)


@lru_cache(maxsize=8)
def _layers(folder: Path, layout: str, version: str) -> dict:
    placed = map_layout(folder, layout)
    outlines = shapes(folder) if layout == "map" else _tiles(folder)
    pitch = (placed.frame[3] - placed.frame[1]) / PITCHES
    features = []
    for code, outline in outlines.items():
        features.append(_feature(code, outline))
        features += [_feature(f"{code}:{name}", drawn) for name, drawn in _patterns(outline, pitch).items()]
    features += [_feature(f"{code}:halo", _halo(outlines[code], placed)) for code in placed.halos]
    return {"type": "FeatureCollection", "features": features}


def _tiles(folder: Path) -> dict[str, BaseGeometry]:
    return {
        code: clockwise(box(column + GAP, -row - 1 + GAP, column + 1 - GAP, -row - GAP))
        for code, (column, row) in tile_cells(folder).items()
    }


def _patterns(outline: BaseGeometry, pitch: float) -> dict[str, BaseGeometry]:
    drawn = {name: _stripes(outline, angle, pitch * step, inked) for name, (angle, step, inked) in PATTERNS.items()}
    return drawn | {"dots": _dots(outline, pitch * 1.1)}


def _stripes(outline: BaseGeometry, angle: float, pitch: float, inked: float) -> BaseGeometry:
    west, south, east, north = outline.bounds
    middle = Point((west + east) / 2, (south + north) / 2)
    reach = math.hypot(east - west, north - south) / 2 + pitch
    # stripes lie on one grid for all areas, so that they run on across a border
    offset = _across(middle, angle) % pitch
    count = math.ceil(reach / pitch)
    bands = [
        box(middle.x - reach, middle.y + n * pitch - offset, middle.x + reach, middle.y + n * pitch - offset + pitch * inked)
        for n in range(-count, count + 1)
    ]
    turned = affinity.rotate(MultiPolygon(bands), angle, origin=middle)
    return _at_least_something(shapely.intersection(turned, outline), outline)


def _across(point: Point, angle: float) -> float:
    turn = math.radians(angle)
    return -point.x * math.sin(turn) + point.y * math.cos(turn)


def _dots(outline: BaseGeometry, pitch: float) -> BaseGeometry:
    west, south, east, north = outline.bounds
    columns = range(math.floor(west / pitch), math.ceil(east / pitch) + 1)
    rows = range(math.floor(south / pitch), math.ceil(north / pitch) + 1)
    points = [Point(c * pitch, r * pitch).buffer(pitch * 0.16, quad_segs=2) for c in columns for r in rows]
    return _at_least_something(shapely.intersection(shapely.union_all(points), outline), outline)


def _at_least_something(drawn: BaseGeometry, outline: BaseGeometry) -> BaseGeometry:
    """Polygons only; an islet that no stripe meets is filled, so that it is not taken for a value."""
    parts = [p for p in shapely.get_parts(drawn) if p.geom_type == "Polygon" and p.area > 0]
    missed = [p for p in shapely.get_parts(outline) if not any(p.intersects(q) for q in parts)]
    return MultiPolygon(parts + missed)


def _halo(outline: BaseGeometry, placed: MapLayout) -> BaseGeometry:
    """The islets' surroundings within `halo_km`, merged and round; the islets themselves included."""
    latitude = math.radians(outline.centroid.y)
    squeeze = math.cos(latitude)
    plane = affinity.scale(outline, squeeze, 1, origin=(0, 0))
    ring = plane.buffer(placed.halo_km / KM_PER_DEGREE, quad_segs=6).simplify(0.001)
    return affinity.scale(ring, 1 / squeeze, 1, origin=(0, 0))


def _feature(name: str, geometry: BaseGeometry) -> dict:
    tidy = clockwise(shapely.transform(geometry, lambda xy: xy.round(4)))
    return {"type": "Feature", "id": name, "properties": {}, "geometry": mapping(tidy)}
