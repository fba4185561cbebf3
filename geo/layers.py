"""Everything that maps draw, as one GeoJSON that the browser fetches once and figures refer to by id.

| id | what |
| --- | --- |
| `<code>` | the area: its boundary on the map, its square among the tiles |
| `<code>:hatch`, `:dots`, `:cross`, `:protect` | the area's patterns (`patterns`) |
| `<code>:halo` | a ring that widens the area for the pointer (`halo`), where map.toml asks for one |
"""

import json
from pathlib import Path

import shapely
from shapely.geometry.base import BaseGeometry

from geo.boundaries import shapes
from geo.errors import GeoError
from geo.frame import around
from geo.halo import halo
from geo.kept import kept
from geo.map_settings import read_settings
from geo.patterns import PATTERNS
from geo.stamps import Stamp, stamp
from geo.tiles import cells, has_tiles, read_grid

DECIMALS = 4  # of a degree: 11 m
STRIPES_IN_FRAME = 90


def layers(folder: Path, layout: str) -> dict:
    """The shapes of a layout.

    Args:
        folder: as `province.province_dir` gives it.
        layout: “map” or “tiles”.

    Returns:
        FeatureCollection, EPSG:4326, 4 decimals, exterior rings clockwise; no properties. Kept until a
        file changes, and shared: not to be changed by the caller.

    Raises:
        GeoError: a file of the province is missing or wrong, or it has no such layout.
    """
    return _layers(folder, layout, stamp(folder))


def layers_json(folder: Path, layout: str) -> bytes:
    """`layers` as it is served: compact UTF-8."""
    return _json(folder, layout, stamp(folder))


def outlines(folder: Path, layout: str) -> dict[str, BaseGeometry]:
    """The areas of a layout, without patterns: boundaries or tile squares, by code.

    Raises:
        GeoError: as `layers`.
    """
    if layout == "map":
        return shapes(folder)
    if layout == "tiles" and has_tiles(folder):
        return cells(read_grid(folder, set(shapes(folder))))
    raise GeoError(
        folder,
        f"tỉnh này không có kiểu bản đồ “{layout}”.",
        "Chọn map; kiểu tiles cần thêm tệp tile_grid.csv.",
    )


@kept(8)
def _layers(folder: Path, layout: str, _: Stamp) -> dict:
    areas = outlines(folder, layout)
    settings = read_settings(folder, shapes(folder))
    frame = settings.frame if layout == "map" else around(areas.values())
    pitch = (frame[3] - frame[1]) / STRIPES_IN_FRAME
    features = [_feature(code, _rounded(area)) for code, area in areas.items()]
    for name, pattern in PATTERNS.items():
        features += [
            _feature(f"{code}:{name}", _snapped(pattern(area, pitch))) for code, area in areas.items()
        ]
    for code in settings.halos if layout == "map" else ():
        others = shapely.union_all([area for other, area in areas.items() if other != code])
        features.append(_feature(f"{code}:halo", _snapped(halo(areas[code], others, settings.halo_km))))
    return {"type": "FeatureCollection", "features": features}


@kept(8)
def _json(folder: Path, layout: str, _: Stamp) -> bytes:
    return json.dumps(layers(folder, layout), separators=(",", ":"), ensure_ascii=False).encode()


def _rounded(area: BaseGeometry) -> BaseGeometry:
    """Vertex by vertex, never snapped polygon by polygon: neighbours must keep their common border."""
    return shapely.transform(area, lambda xy: xy.round(DECIMALS))


def _snapped(shape: BaseGeometry) -> BaseGeometry:
    return shapely.orient_polygons(shapely.set_precision(shape, 10**-DECIMALS), exterior_cw=True)


def _feature(identity: str, shape: BaseGeometry) -> dict:
    coordinates = [
        [_ring(ring) for ring in (part.exterior, *part.interiors)] for part in shapely.get_parts(shape)
    ]
    geometry = (
        {"type": "MultiPolygon", "coordinates": coordinates}
        if len(coordinates) != 1
        else {"type": "Polygon", "coordinates": coordinates[0]}
    )
    return {"type": "Feature", "id": identity, "properties": {}, "geometry": geometry}


def _ring(ring: BaseGeometry) -> list[list[float]]:
    return shapely.get_coordinates(ring).round(DECIMALS).tolist()
