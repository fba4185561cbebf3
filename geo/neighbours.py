"""Which areas share a border, from the boundaries that are drawn; without GeoPandas."""

from itertools import combinations
from pathlib import Path

from geo.boundaries import shapes
from geo.kept import kept
from geo.stamps import Stamp, stamp


def neighbours_of(folder: Path, code: str) -> tuple[str, ...]:
    """Codes of the areas that share a border longer than a point with this one, in the file's order; islands
    have none.

    Raises:
        GeoError: the boundaries cannot be read.
    """
    return _neighbours(folder, stamp(folder)).get(code, ())


@kept(4)
def _neighbours(folder: Path, _: Stamp) -> dict[str, tuple[str, ...]]:
    areas = shapes(folder)
    pairs = {
        (a, b)
        for a, b in combinations(areas, 2)
        if areas[a].intersects(areas[b]) and areas[a].intersection(areas[b]).length > 0
    }
    return {
        code: tuple(other for other in areas if (code, other) in pairs or (other, code) in pairs)
        for code in areas
    }
