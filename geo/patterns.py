"""Patterns that say why an area has no colour: stripes and dots, as polygons inside the area.

Plotly's maps know no hatching; drawn as shapes of their own, patterns work in every browser and export.
"""

from collections.abc import Callable

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

Pattern = Callable[[BaseGeometry, float], BaseGeometry]
LEAST_SHARE = 0.03  # an islet that catches less of a pattern would look like a value
FINER = (2, 3, None)  # so its pattern is drawn at a half, a third, and at last it is filled


def hatch(area: BaseGeometry, pitch: float) -> BaseGeometry:
    """Diagonal stripes, rising to the east: no data."""
    return _marked(
        area, pitch, lambda part, step: _stripes(part, step * np.sqrt(2), step * np.sqrt(2) / 4, slope=1)
    )


def dots(area: BaseGeometry, pitch: float) -> BaseGeometry:
    """Small dots in staggered rows: not yet due."""
    return _marked(area, 2.2 * pitch, lambda part, step: _dots(part, step, 0.16 * step))


def cross(area: BaseGeometry, pitch: float) -> BaseGeometry:
    """Sparse level stripes: not applicable."""
    return _marked(area, 2 * pitch, lambda part, step: _stripes(part, step, step / 6, slope=0))


def protect(area: BaseGeometry, pitch: float) -> BaseGeometry:
    """Sparse upright stripes: withheld to protect persons."""
    return _turned(cross(_turned(area), pitch))


PATTERNS: dict[str, Pattern] = {"hatch": hatch, "dots": dots, "cross": cross, "protect": protect}


def _stripes(area: BaseGeometry, step: float, width: float, slope: int) -> BaseGeometry:
    """Bands y = slope·x + k·step, `width` high, counted from the origin so that neighbours' stripes meet."""
    west, south, east, north = area.bounds
    low, high = (
        min(south - slope * west, south - slope * east),
        max(north - slope * west, north - slope * east),
    )
    bottoms = np.arange(np.floor(low / step), np.ceil(high / step)) * step
    left, right = west - step, east + step
    corners = [
        [
            (left, slope * left + b),
            (right, slope * right + b),
            (right, slope * right + b + width),
            (left, slope * left + b + width),
        ]
        for b in bottoms
    ]
    return shapely.MultiPolygon(list(shapely.polygons(corners))) if corners else shapely.MultiPolygon()


def _dots(area: BaseGeometry, step: float, radius: float) -> BaseGeometry:
    """Hexagons that fit wholly into the area: cut ones would look like dirt on its border."""
    west, south, east, north = area.bounds
    columns, rows = (
        np.arange(np.floor(west / step), np.ceil(east / step) + 1),
        np.arange(np.floor(south / step), np.ceil(north / step) + 1),
    )
    x, y = (grid.ravel() for grid in np.meshgrid(columns, rows))
    centres = np.column_stack([(x + (y % 2) / 2) * step, y * step])
    turn = np.arange(6) * np.pi / 3
    corner = radius * np.column_stack([np.cos(turn), np.sin(turn)])
    hexagons = np.asarray(shapely.polygons(centres[:, None, :] + corner[None, :, :]))
    shapely.prepare(area)
    return shapely.MultiPolygon(list(hexagons[shapely.contains_properly(area, hexagons)]))


def _turned(area: BaseGeometry) -> BaseGeometry:
    return shapely.transform(area, lambda xy: xy[:, ::-1])


def _marked(
    area: BaseGeometry, step: float, marks: Callable[[BaseGeometry, float], BaseGeometry]
) -> BaseGeometry:
    """The marks inside each part of the area.

    Finer where it is small, all of it where it catches none even so.
    """
    parts = shapely.get_parts(area)
    inside = shapely.intersection(parts, marks(area, step))
    for finer in FINER:
        for i in np.flatnonzero(shapely.area(inside) < LEAST_SHARE * shapely.area(parts)):
            inside[i] = (
                parts[i] if finer is None else shapely.intersection(parts[i], marks(parts[i], step / finer))
            )
    pieces = shapely.get_parts(shapely.get_parts(inside))
    return shapely.MultiPolygon(list(pieces[shapely.get_type_id(pieces) == shapely.GeometryType.POLYGON]))
