"""A province's generalised boundaries, read once and checked: code → shape in WGS 84 degrees."""

import json
from functools import lru_cache
from pathlib import Path

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geo.errors import GeoError

FILE = "boundaries.geojson"


def shapes(folder: Path) -> dict[str, BaseGeometry]:
    """The areas' shapes by code, EPSG:4326, outer rings clockwise as Plotly's maps want them.

    Plotly fills the outside of a ring that is wound the other way.

    Raises:
        GeoError: no file, no GeoJSON, a feature without code, a code twice, an invalid polygon.
    """
    path = folder / FILE
    try:
        changed = path.stat().st_mtime_ns
    except FileNotFoundError:
        raise GeoError(str(path.name), "không có tệp ranh giới", "Chạy: python -m geo build TỆP_THAM_KHẢO.geojson") from None
    return _read(path, changed)


@lru_cache(maxsize=8)
def _read(path: Path, changed: int) -> dict[str, BaseGeometry]:
    try:
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
    except (ValueError, KeyError, TypeError) as error:
        raise GeoError(path.name, f"không phải GeoJSON ({error})", "Thay bằng một FeatureCollection.") from error
    found: dict[str, BaseGeometry] = {}
    for number, feature in enumerate(features, 1):
        code = str(feature.get("id") or feature.get("properties", {}).get("code") or "")
        if not code:
            raise GeoError(path.name, f"hình thứ {number} không có mã", "Thêm “id” bằng mã đơn vị hành chính.")
        if code in found:
            raise GeoError(path.name, f"mã {code} có hai lần", "Gộp hai hình thành một MultiPolygon.")
        outline = shape(feature["geometry"])
        if outline.is_empty or not outline.is_valid:
            raise GeoError(path.name, f"hình của {code} không hợp lệ", "Sửa bằng công cụ GIS (make valid) rồi chạy python -m geo check.")
        found[code] = clockwise(outline)
    return found


def clockwise(outline: BaseGeometry) -> BaseGeometry:
    """The same shape with outer rings clockwise in longitude and latitude, holes the other way."""
    return shapely.orient_polygons(outline, exterior_cw=True)
