"""Reads the boundaries of a province's areas, without GeoPandas, and sees that they can be drawn."""

import json
from pathlib import Path

import shapely
from shapely.errors import ShapelyError
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geo.errors import GeoError
from geo.kept import kept
from geo.stamps import Stamp, stamp

FILE = "boundaries.geojson"
WGS84 = ("CRS84", "4326")


def shapes(folder: Path) -> dict[str, BaseGeometry]:
    """Each area's polygons, in the file's order.

    Returns:
        Code → Polygon or MultiPolygon, EPSG:4326 (degrees, lon before lat), exterior rings clockwise,
        as Plotly's geo wants them: it fills the outside of rings wound the other way. Kept until the
        file changes, and shared: not to be changed by the caller.

    Raises:
        GeoError: the office's file is missing, no GeoJSON, not in degrees, or a feature has no code,
            a code that another has, or no valid polygon.
    """
    return _shapes(folder, stamp(folder))


@kept(4)
def _shapes(folder: Path, _: Stamp) -> dict[str, BaseGeometry]:
    path, found = folder / FILE, {}
    for number, feature in enumerate(read_features(path), start=1):
        code = feature_code(feature)
        where = f"{path.name}, đối tượng thứ {number}" + (f" (mã {code})" if code else "")
        if not code:
            raise GeoError(where, "không có mã.", "Ghi mã đơn vị vào “id” hoặc vào thuộc tính “code”.")
        if code in found:
            raise GeoError(
                where,
                "mã này đã có ở một đối tượng trước.",
                "Gộp các mảnh của một đơn vị thành một MultiPolygon.",
            )
        found[code] = _polygons(feature, where)
    return found


def read_features(path: Path) -> list[dict]:
    """The features of a GeoJSON file.

    Raises:
        GeoError: missing, not a FeatureCollection, empty, or in another reference system than WGS 84.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise GeoError(
            path,
            f"không có tệp này trong {path.parent}.",
            "Chép tệp ranh giới vào đó, hoặc dựng bằng python -m geo build.",
        ) from error
    except ValueError as error:
        raise GeoError(
            path, f"không phải GeoJSON đọc được ({error}).", "Xuất lại tệp dạng GeoJSON, mã hóa UTF-8."
        ) from error
    features = content.get("features") if isinstance(content, dict) else None
    if not isinstance(features, list) or not features or not all(isinstance(f, dict) for f in features):
        raise GeoError(
            path,
            "không phải FeatureCollection có ít nhất một đối tượng.",
            "Xuất lại tệp dạng GeoJSON FeatureCollection.",
        )
    system = str(content.get("crs") or WGS84[0])
    if not any(name in system for name in WGS84):
        raise GeoError(
            path, "hệ tọa độ không phải WGS 84.", "Chuyển tệp sang EPSG:4326 (kinh độ, vĩ độ tính bằng độ)."
        )
    return features


def feature_code(feature: dict) -> str:
    """The area code of a feature: its id, else its property `code`; empty where it has neither."""
    for value in (feature.get("id"), (feature.get("properties") or {}).get("code")):
        if value not in (None, ""):
            return str(value)
    return ""


def _polygons(feature: dict, where: str) -> BaseGeometry:
    try:
        geometry = shapely.force_2d(shape(feature.get("geometry") or {}))
    except (ShapelyError, ValueError, TypeError, KeyError, AttributeError, IndexError) as error:
        raise GeoError(
            where, "không có hình đọc được.", "Vẽ lại đối tượng này thành Polygon hoặc MultiPolygon."
        ) from error
    if geometry.is_empty or geometry.geom_type not in ("Polygon", "MultiPolygon"):
        raise GeoError(where, "không phải đa giác.", "Vẽ lại đối tượng này thành Polygon hoặc MultiPolygon.")
    if not geometry.is_valid:
        raise GeoError(
            where,
            f"đa giác không hợp lệ ({shapely.is_valid_reason(geometry)}).",
            "Sửa chỗ tự cắt trong phần mềm GIS, hoặc dựng lại bằng python -m geo build.",
        )
    west, south, east, north = geometry.bounds
    if west < -180 or east > 180 or south < -90 or north > 90:
        raise GeoError(where, "tọa độ không phải kinh độ, vĩ độ tính bằng độ.", "Chuyển tệp sang EPSG:4326.")
    return shapely.orient_polygons(geometry, exterior_cw=True)
