"""Measures boundaries: sizes, borders and faults. For `python -m geo` only: it needs GeoPandas."""

from itertools import combinations

import geopandas as gpd
import pandas as pd
import shapely

KM2 = 1e6
GAP_WIDTH = 0.0004  # degrees, 45 m: narrower openings between areas are faults, not water
GAP_KM2 = 1.0  # smaller holes inside the province likewise


def equal_area(areas: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The same areas in metres, in an equal-area projection about their own middle."""
    west, south, east, north = areas.total_bounds
    return areas.to_crs(
        f"+proj=laea +lat_0={(south + north) / 2} +lon_0={(west + east) / 2} +datum=WGS84 +units=m"
    )


def areas_km2(areas: gpd.GeoDataFrame) -> pd.Series:
    """Index code | area (km²)."""
    return pd.Series(equal_area(areas).area.to_numpy() / KM2, index=areas["code"].to_numpy())


def neighbours(areas: gpd.GeoDataFrame) -> set[tuple[str, str]]:
    """Pairs of codes, the lower first, that share a border longer than a point."""
    by_code = dict(zip(areas["code"], areas.geometry))
    return {
        (a, b) for a, b in combinations(sorted(by_code), 2) if by_code[a].intersection(by_code[b]).length > 0
    }


def parts(areas: gpd.GeoDataFrame) -> pd.Series:
    """Index code | number of separate pieces of land."""
    return pd.Series(shapely.get_num_geometries(areas.geometry.to_numpy()), index=areas["code"].to_numpy())


def vertices(areas: gpd.GeoDataFrame) -> int:
    """Number of vertices, shared ones counted for each area."""
    return int(shapely.get_num_coordinates(areas.geometry.to_numpy()).sum())


def gaps(areas: gpd.GeoDataFrame) -> list[float]:
    """Holes between areas that are too small to be water (km²)."""
    whole = shapely.get_parts(shapely.union_all(areas.geometry.to_numpy()))
    holes = [shapely.Polygon(ring) for land in whole for ring in land.interiors]
    sizes = equal_area(gpd.GeoDataFrame(geometry=holes, crs=areas.crs)).area / KM2 if holes else []
    return [size for size in sizes if size < GAP_KM2]


def coverage_is_valid(areas: gpd.GeoDataFrame) -> bool:
    """Whether areas neither overlap nor leave gaps, and meet vertex on vertex."""
    return bool(shapely.coverage_is_valid(areas.geometry.to_numpy(), gap_width=GAP_WIDTH)) and not gaps(areas)
