"""A wrong boundary file is refused with the file, the feature and a remedy."""

import json

import pytest

from geo.boundaries import shapes
from geo.errors import GeoError
from tests.geo.conftest import collection, ring, squares

BOWTIE = {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]}


def broken(change) -> dict:
    found = collection(squares())
    change(found["features"])
    return found


WRONG = {
    "a code twice": (lambda f: f[1].update(id="1"), "đối tượng thứ 2 (mã 1)"),
    "no code": (lambda f: (f[2].pop("id"), f[2].pop("properties")), "đối tượng thứ 3"),
    "crossing itself": (lambda f: f[0].update(geometry=BOWTIE), "không hợp lệ"),
    "a line": (
        lambda f: f[0].update(geometry={"type": "LineString", "coordinates": [[0, 0], [1, 1]]}),
        "không phải đa giác",
    ),
    "no geometry": (lambda f: f[0].update(geometry=None), "đối tượng thứ 1 (mã 1)"),
    "half a geometry": (
        lambda f: f[0].update(geometry={"type": "Polygon", "coordinates": [[[0, 0]]]}),
        "đối tượng thứ 1 (mã 1)",
    ),
    "metres": (
        lambda f: f[0].update(geometry={"type": "Polygon", "coordinates": ring(500_000, 1_100_000, 1000)}),
        "độ",
    ),
    "nothing": (lambda f: f.clear(), "FeatureCollection"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_feature_is_named(made_up, name):
    change, words = WRONG[name]
    (made_up / "boundaries.geojson").write_text(json.dumps(broken(change)), encoding="utf-8")

    with pytest.raises(GeoError) as error:
        shapes(made_up)

    assert words in str(error.value)
    assert str(error.value).startswith("boundaries.geojson")
    assert "→" in str(error.value)


@pytest.mark.parametrize("text", ["", "{", "[]", "[1]", '{"features": 3}', '{"features": [3]}'])
def test_a_file_that_is_no_geojson_is_refused(made_up, text):
    (made_up / "boundaries.geojson").write_text(text, encoding="utf-8")

    with pytest.raises(GeoError, match=r"boundaries.geojson"):
        shapes(made_up)


def test_another_reference_system_is_refused(made_up):
    found = collection(squares()) | {
        "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::9207"}}
    }
    (made_up / "boundaries.geojson").write_text(json.dumps(found), encoding="utf-8")

    with pytest.raises(GeoError, match="WGS 84"):
        shapes(made_up)


def test_a_missing_file_is_named(made_up):
    (made_up / "boundaries.geojson").unlink()

    with pytest.raises(GeoError, match="không có tệp này"):
        shapes(made_up)


def test_a_code_may_stand_in_the_properties(made_up):
    found = broken(lambda features: [feature.pop("id") for feature in features])
    (made_up / "boundaries.geojson").write_text(json.dumps(found), encoding="utf-8")

    assert list(shapes(made_up)) == ["1", "2", "3", "4"]
