"""The shipped province, and a made-up one: four districts that are squares, two by two, with an islet."""

import csv
import json
from pathlib import Path

import pytest

from geo import HERE

BOX = {"1": (10, 20), "2": (11, 20), "3": (10, 21), "4": (11, 21)}


def ring(west: float, south: float, side: float = 1) -> list:
    """A square, counter-clockwise: the wrong way round for Plotly."""
    return [
        [
            [west, south],
            [west + side, south],
            [west + side, south + side],
            [west, south + side],
            [west, south],
        ]
    ]


def collection(features: dict[str, dict]) -> dict:
    """Geometries by code as a FeatureCollection, the code as id and as property."""
    return {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "id": code, "properties": {"code": code}, "geometry": geometry}
            for code, geometry in features.items()
        ],
    }


def squares() -> dict[str, dict]:
    """The made-up districts' geometries by code; the last has an islet of a hundredth of a degree."""
    found = {code: {"type": "Polygon", "coordinates": ring(*corner)} for code, corner in BOX.items()}
    found["4"] = {"type": "MultiPolygon", "coordinates": [ring(11, 21), ring(12.5, 21.5, 0.01)]}
    return found


def rows(name: str) -> list[dict]:
    """A table beside the tests."""
    with (Path(__file__).parent / name).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture
def shipped() -> Path:
    """The folder of the province that the project ships."""
    return HERE / "provinces" / "kien_giang"


@pytest.fixture
def made_up(tmp_path, monkeypatch) -> Path:
    """The map folder of a province with boundaries only, chosen by DASHBOARD_PROVINCE."""
    folder = tmp_path / "geo"
    folder.mkdir()
    (tmp_path / "data").mkdir()
    (folder / "boundaries.geojson").write_text(json.dumps(collection(squares())), encoding="utf-8")
    monkeypatch.setenv("DASHBOARD_PROVINCE", str(tmp_path))
    return folder
