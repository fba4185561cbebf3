"""`python -m geo`: builds and checks any province, and explains what it cannot use."""

import json

import pytest

from geo import facts
from geo.__main__ import main
from geo.build import read_built
from tests.geo.conftest import collection, ring, squares


@pytest.fixture
def reference(tmp_path):
    path = tmp_path / "detailed.geojson"
    path.write_text(json.dumps(collection(squares())), encoding="utf-8")
    return path


def spoilt(reference, change) -> str:
    found = json.loads(reference.read_text(encoding="utf-8"))
    change(found["features"])
    reference.write_text(json.dumps(found), encoding="utf-8")
    return str(reference)


def test_a_new_province_is_built_and_checked(reference, tmp_path, capsys):
    assert main(["build", str(reference), "--province", str(tmp_path / "new")]) == 0
    assert main(["check", "--province", str(tmp_path / "new")]) == 0

    built = read_built(tmp_path / "new" / "geo")
    said = capsys.readouterr().out
    assert list(built["code"]) == ["1", "2", "3", "4"]
    assert facts.neighbours(built) == {("1", "2"), ("1", "3"), ("2", "4"), ("3", "4")}
    assert "4/4" in said and "hợp lệ" in said


def test_building_twice_gives_the_same_file(reference, tmp_path):
    files = []
    for name in ("one", "two"):
        main(["build", str(reference), "--province", str(tmp_path / name)])
        files.append((tmp_path / name / "geo" / "boundaries.geojson").read_bytes())

    assert files[0] == files[1]


def test_the_shipped_boundaries_pass_the_check(capsys, monkeypatch):
    monkeypatch.delenv("DASHBOARD_PROVINCE", raising=False)

    assert main(["check"]) == 0
    assert "22" in capsys.readouterr().out


@pytest.mark.parametrize(
    "change, words",
    [
        (lambda f: f[1]["properties"].pop("code"), "đối tượng thứ 2"),
        (
            lambda f: f[0].update(
                geometry={"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]}
            ),
            "mã 1",
        ),
        (lambda f: f[0].update(geometry=None), "mã 1"),
        (lambda f: f[0].update(geometry={"type": "Polygon", "coordinates": ring(10.5, 20)}), "chồng"),
        (lambda f: f.clear(), "FeatureCollection"),
    ],
)
def test_a_reference_that_cannot_be_used_is_explained(reference, tmp_path, capsys, change, words):
    assert main(["build", spoilt(reference, change), "--province", str(tmp_path / "new")]) == 2

    said = capsys.readouterr().err
    assert words in said and "→" in said
    assert not (tmp_path / "new").exists()


def test_a_missing_reference_is_explained(tmp_path, capsys):
    assert main(["build", str(tmp_path / "none.geojson"), "--province", str(tmp_path)]) == 2
    assert "none.geojson" in capsys.readouterr().err


def test_a_gap_between_areas_fails_the_check(made_up, capsys):
    found = squares()
    found["2"] = {
        "type": "Polygon",
        "coordinates": [[[11.0002, 20], [12, 20], [12, 21], [11, 21], [11.0002, 20]]],
    }
    (made_up / "boundaries.geojson").write_text(json.dumps(collection(found)), encoding="utf-8")

    assert main(["check"]) == 2
    assert "khe hở" in capsys.readouterr().err
