"""A ring around islets that are smaller than a pointer, so that they are seen and can be clicked."""

import math

import shapely
from shapely.geometry.base import BaseGeometry

KM_PER_DEGREE = 111.32  # of longitude at the equator; the third of a per cent to latitude's does not show
SMOOTH_KM = 0.08


def halo(area: BaseGeometry, others: BaseGeometry, km: float) -> BaseGeometry:
    """All within `km` of an area, itself included, but nothing of its neighbours.

    Args:
        area, others: EPSG:4326 (degrees).
        km: width of the ring.

    Returns:
        Polygon or MultiPolygon, EPSG:4326, simplified to 80 m.
    """
    squeeze = math.cos(math.radians(area.centroid.y))
    flat = shapely.transform(area, lambda xy: xy * (KM_PER_DEGREE * squeeze, KM_PER_DEGREE))
    wide = shapely.buffer(flat, km, quad_segs=8).simplify(SMOOTH_KM)
    return shapely.transform(wide, lambda xy: xy / (KM_PER_DEGREE * squeeze, KM_PER_DEGREE)).difference(
        others
    )
