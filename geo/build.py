"""Makes a province's generalised boundaries from detailed ones, and measures what came out.

Shared borders are simplified once for both neighbours (Douglas-Peucker on shared arcs, package
topojson), then all linework is snapped to one grid: simplifying polygon by polygon would tear the
coverage. Needs geopandas; the running dashboard does not.
"""

import json
from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely

from geo.boundaries import FILE, shapes
from geo.errors import GeoError

TOLERANCE = 0.0009  # degrees, about 100 m: invisible at 1920×1080
GRID = 0.0005  # degrees; all corners lie on it
SMALLEST_KM2 = 0.1  # islets below are dropped, unless they are all an area has
METRIC = "EPSG:9207"  # VN-2000, the zone of the country's south-west; areas are compared in it


def build(reference: Path, folder: Path) -> pd.DataFrame:
    """Writes boundaries.geojson into `folder`.

    Args:
        reference: GeoJSON of the areas, a clean coverage in WGS 84, property `code`.

    Returns:
        As `measure`, against the reference.

    Raises:
        GeoError: the file is missing, has no `code`, or is no clean coverage.
    """
    import topojson

    detailed = read(reference)
    kept = detailed.assign(geometry=[_without_islets(g) for g in detailed.geometry])
    topology = topojson.Topology(kept[["code", "geometry"]], prequantize=False, toposimplify=TOLERANCE, prevent_oversimplify=True)
    simple = topology.to_gdf(crs=4326).set_index("code")["geometry"]
    snapped = gpd.GeoSeries(shapely.set_precision(simple.values, GRID), index=simple.index, crs=4326)
    if not shapely.coverage_is_valid(snapped.values):
        raise GeoError(reference.name, "sau khi làm gọn, ranh giới không khớp nhau", "Giảm TOLERANCE hoặc sửa tệp tham khảo.")
    features = [{"type": "Feature", "id": code, "properties": {}, "geometry": _tidy(outline)} for code, outline in snapped.sort_index().items()]
    lines = ",\n".join(json.dumps(f, separators=(",", ":")) for f in features)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE).write_text('{"type":"FeatureCollection","features":[\n' + lines + "\n]}\n", encoding="utf-8")
    return measure(folder, detailed)


def read(path: Path) -> gpd.GeoDataFrame:
    """Detailed areas: code str | geometry (EPSG:4326).

    Raises:
        GeoError: missing file, no `code`, a code twice, invalid shapes, no clean coverage.
    """
    if not path.is_file():
        raise GeoError(str(path.name), "không có tệp này", "Kiểm tra đường dẫn.")
    try:
        frame = gpd.read_file(path)
    except Exception as error:  # pyogrio has many; each means: not a readable file of shapes
        raise GeoError(path.name, f"không đọc được ({error})", "Thay bằng tệp GeoJSON.") from error
    if "code" not in frame:
        raise GeoError(path.name, "không có thuộc tính code", "Thêm mã đơn vị hành chính vào thuộc tính code.")
    frame["code"] = frame["code"].astype(str)
    if wrong := [*frame.loc[~frame.is_valid, "code"], *frame.loc[frame["code"].duplicated(), "code"]]:
        raise GeoError(path.name, f"hình không hợp lệ hoặc trùng mã: {', '.join(wrong)}", "Sửa bằng công cụ GIS (make valid).")
    if not shapely.coverage_is_valid(frame.geometry.values):
        raise GeoError(path.name, "các hình chồng lên nhau hoặc lệch ranh giới", "Sửa thành một lớp phủ kín, không chồng.")
    return frame[["code", "geometry"]].to_crs(4326)


def measure(folder: Path, detailed: gpd.GeoDataFrame | None = None) -> pd.DataFrame:
    """What the boundaries are like: one row, columns in words.

    Returns:
        kilobytes | vertices | parts | coverage_valid | holes | neighbours (pairs that share a border) |
        with a reference also neighbours_reference | largest_area_error_percent | where.
    """
    outlines = gpd.GeoSeries(shapes(folder), crs=4326)
    union = shapely.union_all(outlines.values)
    facts = {
        "kilobytes": round((folder / FILE).stat().st_size / 1000, 1),
        "vertices": int(shapely.get_num_coordinates(outlines.values).sum()),
        "parts": int(shapely.get_num_geometries(outlines.values).sum()),
        "coverage_valid": bool(shapely.coverage_is_valid(outlines.values)),
        "holes": sum(len(part.interiors) for part in shapely.get_parts(union)),
        "neighbours": len(neighbours(outlines)),
    }
    if detailed is not None:
        before = detailed.set_index("code").geometry.to_crs(METRIC).area
        error = (outlines.to_crs(METRIC).area / before - 1) * 100
        facts |= {"neighbours_reference": len(neighbours(detailed.set_index("code").geometry)),
                  "largest_area_error_percent": round(float(error.abs().max()), 2), "where": error.abs().idxmax()}
    return pd.DataFrame([facts])


def neighbours(outlines: gpd.GeoSeries) -> set[tuple[str, str]]:
    """Pairs of codes that share a border of some length."""
    return {
        (a, b) for a in outlines.index for b in outlines.index
        if a < b and shapely.length(shapely.intersection(outlines[a].boundary, outlines[b].boundary)) > 0
    }


def _without_islets(outline):
    parts = gpd.GeoSeries(list(shapely.get_parts(outline)), crs=4326)
    areas = parts.to_crs(METRIC).area / 1e6
    large = parts[areas >= SMALLEST_KM2]
    return shapely.union_all(large.values) if len(large) else outline


def _tidy(outline) -> dict:
    return json.loads(shapely.to_geojson(shapely.transform(outline, lambda xy: xy.round(4))))
