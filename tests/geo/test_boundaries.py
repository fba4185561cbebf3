"""The shipped boundaries are small, sound and true to the reference."""

import pytest
import shapely

from geo import facts
from geo.build import read_built, read_reference
from tests.conftest import ROOT
from tests.geo.conftest import rows

REFERENCE = ROOT / "tests" / "golden" / "districts_reference.geojson"
LARGEST_AREA_ERROR = 0.02


@pytest.fixture
def built(shipped):
    return read_built(shipped)


def test_the_file_is_small(shipped):
    assert (shipped / "boundaries.geojson").stat().st_size <= 45_000


def test_there_is_a_boundary_for_every_district(built):
    assert set(built["code"]) == {row["code"] for row in rows("names.csv")}


def test_districts_neither_overlap_nor_leave_gaps(built):
    whole = shapely.get_parts(shapely.union_all(built.geometry.to_numpy()))

    assert facts.coverage_is_valid(built)
    assert not any(land.interiors for land in whole)


def test_exactly_the_land_neighbours_share_a_border(built):
    assert facts.neighbours(built) == {(row["code_a"], row["code_b"]) for row in rows("adjacency.csv")}


def test_islands_are_kept(built):
    parts = facts.parts(built)

    assert parts["912"] >= 13
    assert parts["911"] >= 15


def test_the_far_islands_lie_where_they_lie(built):
    district = built.set_index("code").geometry["911"]

    far = max((part for part in shapely.get_parts(district) if part.centroid.y < 9.5), key=shapely.area)

    assert (far.centroid.x, far.centroid.y) == pytest.approx((103.48, 9.303), abs=0.01)


def test_no_land_strays_from_the_province(built):
    west, south, east, north = built.total_bounds

    assert (west > 103.4, south > 9.2, east < 105.6, north < 10.6) == (True,) * 4


def test_areas_and_neighbours_are_those_of_the_reference(built):
    reference = read_reference(REFERENCE)

    error = facts.areas_km2(built) / facts.areas_km2(reference) - 1

    assert error.abs().max() <= LARGEST_AREA_ERROR
    assert facts.neighbours(built) == facts.neighbours(reference)
