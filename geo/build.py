"""The office's own way to boundaries: builds them from a detailed file, and checks those it has.

For `python -m geo` only: it needs GeoPandas.
"""

import json
from pathlib import Path

import geopandas as gpd
import shapely

from geo import boundaries, facts
from geo.errors import GeoError
from geo.generalise import generalise
from geo.layers import layers_json
from geo.layout import layouts


def read_reference(path: Path) -> gpd.GeoDataFrame:
    """Detailed boundaries to start from.

    Returns:
        code str | geometry; EPSG:4326; one row per area, in the file's order.

    Raises:
        GeoError: missing, unreadable, without property `code`, or a geometry is not a valid polygon.
    """
    if not path.is_file():
        raise GeoError(str(path), "không có tệp này.", "Kiểm tra đường dẫn.")
    rows = [feature.get("properties") or {} for feature in boundaries.read_features(path)]
    for number, row in enumerate(rows, start=1):
        if row.get("code") in (None, ""):
            raise GeoError(
                f"{path.name}, đối tượng thứ {number}",
                "không có thuộc tính “code”.",
                "Thêm mã đơn vị vào thuộc tính “code”.",
            )
    try:
        areas = gpd.read_file(path)[["code", "geometry"]]
    except Exception as error:  # GDAL's readers raise errors of several libraries
        raise GeoError(path, f"không đọc được ({error}).", "Xuất lại tệp dạng GeoJSON, EPSG:4326.") from error
    areas["code"] = areas["code"].astype(str)
    for code, area in zip(areas["code"], areas.geometry):
        if (
            area is None
            or area.is_empty
            or area.geom_type not in ("Polygon", "MultiPolygon")
            or not area.is_valid
        ):
            reason = (
                shapely.is_valid_reason(area)
                if area is not None and not area.is_valid
                else "không phải đa giác"
            )
            raise GeoError(
                f"{path.name}, mã {code}",
                f"hình không hợp lệ ({reason}).",
                "Sửa đa giác này trong phần mềm GIS.",
            )
    return areas if areas["code"].is_unique else areas.dissolve("code", sort=False).reset_index()


def write_boundaries(areas: gpd.GeoDataFrame, path: Path, decimals: int = 4) -> None:
    """Writes areas as GeoJSON, feature id = code, one feature a line so that a change can be read."""
    lines = []
    for code, area in zip(areas["code"], areas.geometry):
        polygons = [
            [
                shapely.get_coordinates(ring).round(decimals).tolist()
                for ring in (part.exterior, *part.interiors)
            ]
            for part in shapely.get_parts(area)
        ]
        geometry = (
            {"type": "MultiPolygon", "coordinates": polygons}
            if len(polygons) > 1
            else {"type": "Polygon", "coordinates": polygons[0]}
        )
        lines.append(
            json.dumps(
                {"type": "Feature", "id": code, "properties": {}, "geometry": geometry}, separators=(",", ":")
            )
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n", encoding="utf-8"
    )


def read_built(folder: Path) -> gpd.GeoDataFrame:
    """The province's own boundaries: code str | geometry; EPSG:4326.

    Raises:
        GeoError: as `boundaries.shapes`.
    """
    found = boundaries.shapes(folder)
    return gpd.GeoDataFrame({"code": list(found)}, geometry=list(found.values()), crs=4326)


def build(reference: Path, folder: Path, **options: float) -> list[str]:
    """Writes the province's boundaries.geojson; returns what was measured, a line each.

    Args:
        options: of `generalise.generalise`.

    Raises:
        GeoError: the reference cannot be used; nothing is written then.
    """
    detailed = read_reference(reference)
    if not facts.coverage_is_valid(detailed):
        raise GeoError(
            reference,
            "các đơn vị chồng lên nhau hoặc có khe hở giữa chúng.",
            "Sửa để các đơn vị liền kề dùng chung đường ranh giới.",
        )
    write_boundaries(generalise(detailed, **options), folder / boundaries.FILE)
    built = read_built(folder)
    error = (facts.areas_km2(built) / facts.areas_km2(detailed) - 1).mul(100)
    before, after = facts.neighbours(detailed), facts.neighbours(built)
    worst = error.abs().idxmax()
    return [
        *measured(built, folder),
        f"Sai lệch diện tích lớn nhất: {error[worst]:+.2f} % (mã {worst})",
        f"Cặp liền kề giữ được: {len(before & after)}/{len(before)}; thêm: {len(after - before)}",
    ]


def check(folder: Path) -> list[str]:
    """Reads everything that the map needs of a province; returns what was measured, a line each.

    Raises:
        GeoError: a file is missing or wrong, or areas overlap or leave gaps.
    """
    built = read_built(folder)
    if not facts.coverage_is_valid(built):
        raise GeoError(
            boundaries.FILE,
            "các đơn vị chồng lên nhau hoặc có khe hở giữa chúng.",
            "Dựng lại từ tệp chi tiết: python -m geo build TỆP.",
        )
    sizes = [
        f"Hình gửi cho trình duyệt, kiểu {name}: {len(layers_json(folder, name)) / 1000:.1f} kB"
        for name in layouts(folder)
    ]
    return [*measured(built, folder), f"Cặp liền kề: {len(facts.neighbours(built))}", *sizes]


def measured(built: gpd.GeoDataFrame, folder: Path) -> list[str]:
    """Size and soundness of the province's boundaries, a line each."""
    path = folder / boundaries.FILE
    sound = "hợp lệ" if facts.coverage_is_valid(built) else "CÓ LỖI: chồng lấn hoặc khe hở"
    return [
        f"{path}: {path.stat().st_size / 1000:.1f} kB",
        f"Đơn vị: {len(built)}; mảnh: {facts.parts(built).sum()}; đỉnh: {facts.vertices(built)}",
        f"Phủ kín: {sound}",
    ]
