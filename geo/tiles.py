"""The tile map: every area an equal square, touching the squares of its neighbours."""

import csv
from pathlib import Path

from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from geo.errors import GeoError

FILE = "tile_grid.csv"
GAP = 0.06  # between neighbours, in cells


def has_tiles(folder: Path) -> bool:
    """Whether the province has a tile grid."""
    return (folder / FILE).is_file()


def read_grid(folder: Path, codes: set[str]) -> dict[str, tuple[int, int]]:
    """Column and row of each area, counted from 0 at the upper left.

    Args:
        codes: the areas that have a boundary; the grid must hold exactly these.

    Raises:
        GeoError: a line is unreadable, a place is taken twice, or the codes differ.
    """
    path, places = folder / FILE, {}
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), start=2):
            where = f"{path.name}, dòng {number}"
            try:
                code, place = row["code"].strip(), (int(row["col"]), int(row["row"]))
            except (KeyError, TypeError, ValueError, AttributeError) as error:
                raise GeoError(
                    where, "phải có code, col, row; col và row là số nguyên.", "Sửa dòng này."
                ) from error
            if code in places or place in places.values():
                raise GeoError(
                    where,
                    f"mã {code} hoặc ô cột {place[0]}, hàng {place[1]} đã dùng ở dòng trước.",
                    "Mỗi đơn vị một dòng, mỗi ô một đơn vị.",
                )
            places[code] = place
    if differing := codes ^ places.keys():
        raise GeoError(
            path,
            f"mã không khớp với tệp ranh giới: {', '.join(sorted(differing))}.",
            "Thêm hoặc bỏ các dòng này.",
        )
    return places


def cells(grid: dict[str, tuple[int, int]]) -> dict[str, BaseGeometry]:
    """A square for each area, in degrees, one degree a cell, rows evenly above and below the equator.

    There a degree is as high as wide in every projection, so squares stay square.
    """
    first, half = min(col for col, _ in grid.values()), _rows(grid) / 2
    top = min(row for _, row in grid.values())
    return {
        code: box(
            col - first + GAP / 2,
            half - (row - top) - 1 + GAP / 2,
            col - first + 1 - GAP / 2,
            half - (row - top) - GAP / 2,
            ccw=False,
        )
        for code, (col, row) in grid.items()
    }


def _rows(grid: dict[str, tuple[int, int]]) -> int:
    rows = [row for _, row in grid.values()]
    return max(rows) - min(rows) + 1
