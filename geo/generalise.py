"""Thins detailed boundaries for the screen, so that neighbours still share every border.

For `python -m geo` only: it needs GeoPandas and topojson.
"""

import geopandas as gpd
import shapely
from topojson.core.topology import Topology

from geo.facts import KM2, equal_area

TOLERANCE = 0.0006  # degrees: invisible at 1920 × 1080, where a province is about 1,000 px high
GRID = 0.0005
ISLET_KM2 = 0.1


def generalise(
    areas: gpd.GeoDataFrame, *, tolerance: float = TOLERANCE, grid: float = GRID, islet_km2: float = ISLET_KM2
) -> gpd.GeoDataFrame:
    """Thinned boundaries.

    Borders are simplified once, as arcs that neighbours share; then all linework is snapped to the
    grid at once and polygons are built anew from it. Rounding polygon by polygon would tear them apart.

    Args:
        areas: code str | geometry; EPSG:4326, a clean coverage.
        tolerance: of Douglas-Peucker, degrees.
        grid: to which vertices snap, degrees.
        islet_km2: smaller parts are left out, unless they are all that an area has.

    Returns:
        code str | geometry MultiPolygon or Polygon; EPSG:4326, exterior rings clockwise; rows as given.
    """
    kept = _without_islets(areas, islet_km2)
    arcs = Topology(kept, prequantize=False, toposimplify=tolerance, shared_coords=True)
    thinned = shapely.make_valid(arcs.to_gdf().geometry.to_numpy())
    lines = shapely.union_all(shapely.boundary(thinned), grid_size=grid)
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(lines)))
    owners = _owners(faces, thinned, sliver=4 * grid**2)
    shapes = [
        shapely.union_all([face for face, owner in zip(faces, owners) if owner == row])
        for row in range(len(kept))
    ]
    return gpd.GeoDataFrame(
        {"code": kept["code"].to_numpy()},
        geometry=shapely.orient_polygons(shapes, exterior_cw=True),
        crs=areas.crs,
    )


def _without_islets(areas: gpd.GeoDataFrame, islet_km2: float) -> gpd.GeoDataFrame:
    parts = areas[["code", "geometry"]].explode(ignore_index=True)
    size = equal_area(parts).area / KM2
    biggest = size.groupby(parts["code"]).transform("max")
    kept = parts[(size >= islet_km2) | (size == biggest)].dissolve("code")
    return kept.loc[areas["code"]].reset_index()


def _owners(faces, thinned, sliver: float) -> list[int | None]:
    """For each face the row that it belongs to; None for a face of open water inside the outline."""
    points = shapely.point_on_surface(faces)
    owners: list[int | None] = [None] * len(faces)
    for face, row in zip(*shapely.STRtree(thinned).query(points, predicate="within")):
        owners[face] = int(row)
    for lost, face in enumerate(faces):
        if (
            owners[lost] is None and face.area <= sliver
        ):  # snapping opened a gap that the borders did not have
            shared = shapely.length(shapely.intersection(face.boundary, thinned))
            owners[lost] = int(shared.argmax())
    return owners
