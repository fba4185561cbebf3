"""The rectangle that a map shows."""

from collections.abc import Iterable

import shapely
from shapely.geometry.base import BaseGeometry

Box = tuple[float, float, float, float]  # west, south, east, north (degrees)
MARGIN = 0.03


def around(areas: Iterable[BaseGeometry]) -> Box:
    """The areas' bounds, widened on each side by 3 % of the longer one."""
    west, south, east, north = shapely.total_bounds(list(areas)).tolist()
    margin = MARGIN * max(east - west, north - south)
    return tuple(round(edge, 4) for edge in (west - margin, south - margin, east + margin, north + margin))
