"""Where things stand on the screen: frame, insets, labels, credit; as a map or as a tile grid."""

import csv
import hashlib
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import shapely

from geo.boundaries import FILE, shapes
from geo.errors import GeoError

MARGIN = 0.03  # of the frame, kept free around shapes where map.toml names no frame


@dataclass(frozen=True)
class Label:
    """A label's spot in degrees; `anchor` is “center”, “left”, “right”, “top” or “bottom” of the spot."""

    lon: float
    lat: float
    anchor: str = "center"


@dataclass(frozen=True)
class Inset:
    """A far part drawn in a box: bbox (w, s, e, n), domain (x0, x1, y0, y1) as shares of the picture."""

    name_vi: str
    name_en: str
    bbox: tuple[float, float, float, float]
    domain: tuple[tuple[float, float], tuple[float, float]]
    areas: tuple[str, ...]
    scale_bar_km: float | None = None

    @property
    def name(self) -> str:
        return self.name_vi


@dataclass(frozen=True)
class MapLayout:
    """Everything a figure must know to place areas; `version` changes when any shape does."""

    layout: str
    frame: tuple[float, float, float, float]
    insets: tuple[Inset, ...]
    labels: dict[str, Label]
    halos: tuple[str, ...]
    halo_km: float
    scale_bar_km: float | None
    credit_vi: str
    credit_en: str
    version: str

    def credit(self, language: str) -> str:
        """Whose boundaries these are; stands with every map."""
        return self.credit_en if language == "en" else self.credit_vi


def layouts(folder: Path) -> list[str]:
    """The layouts that the province offers: “map”, and “tiles” where tile_grid.csv exists."""
    return ["map", "tiles"] if (folder / "tile_grid.csv").exists() else ["map"]


def map_layout(folder: Path, layout: str) -> MapLayout:
    """The layout of a province, made once per state of its files.

    Raises:
        GeoError: map.toml or tile_grid.csv cannot be read or names an unknown area.
    """
    return _made(folder, layout, version(folder))


def version(folder: Path) -> str:
    """A short fingerprint of the province's shape files, for addresses that may be kept for ever."""
    files = [folder / name for name in (FILE, "map.toml", "tile_grid.csv") if (folder / name).exists()]
    return _digest(tuple((path, path.stat().st_mtime_ns) for path in files))


def tile_cells(folder: Path) -> dict[str, tuple[int, int]]:
    """code → (column, row) of the tile grid, row 0 on top.

    Raises:
        GeoError: the grid cannot be read, or two areas share a cell.
    """
    path = folder / "tile_grid.csv"
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            cells = {row["code"]: (int(row["col"]), int(row["row"])) for row in csv.DictReader(lines)}
    except (OSError, KeyError, ValueError, TypeError) as error:
        raise GeoError(path.name, f"không đọc được ({error})", "Bảng gồm các cột code, col, row; col và row là số nguyên.") from error
    if len(set(cells.values())) < len(cells):
        raise GeoError(path.name, "hai đơn vị cùng một ô", "Đặt mỗi đơn vị vào một ô riêng.")
    return cells


@lru_cache(maxsize=32)
def _digest(files: tuple) -> str:
    digest = hashlib.sha256()
    for path, _ in files:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:10]


@lru_cache(maxsize=16)
def _made(folder: Path, layout: str, fingerprint: str) -> MapLayout:
    settings = _settings(folder)
    credit = {"credit_vi": settings.get("credit_vi", ""), "credit_en": settings.get("credit_en", ""), "version": fingerprint}
    if layout == "tiles":
        cells = tile_cells(folder)
        columns, rows = zip(*cells.values())
        return MapLayout(
            "tiles", (min(columns) - 0.1, -max(rows) - 1.1, max(columns) + 1.1, 0.1 - min(rows)), (),
            {code: Label(column + 0.5, -row - 0.5) for code, (column, row) in cells.items()}, (), 0, None, **credit)
    outlines = shapes(folder)
    named = settings.get("label", {})
    for code in [*named, *settings.get("halo", {}).get("areas", [])]:
        if code not in outlines:
            raise GeoError("map.toml", f"mã {code} không có trong {FILE}", "Sửa mã hoặc xoá mục.")
    spots = {code: _spot(outline) for code, outline in outlines.items()}
    return MapLayout(
        "map", tuple(settings.get("frame") or _around(outlines)),
        tuple(Inset(i["name_vi"], i["name_en"], tuple(i["bbox"]), (tuple(i["domain"][:2]), tuple(i["domain"][2:])), tuple(i["areas"]), i.get("scale_bar_km"))
              for i in settings.get("inset", [])),
        {code: Label(**named[code]) if code in named else spot for code, spot in spots.items()},
        tuple(settings.get("halo", {}).get("areas", ())), settings.get("halo", {}).get("km", 0), settings.get("scale_bar_km"), **credit)


def _settings(folder: Path) -> dict:
    path = folder / "map.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    except tomllib.TOMLDecodeError as error:
        raise GeoError("map.toml", f"không đúng cú pháp TOML ({error})", "Sửa dòng này.") from error


def _spot(outline) -> Label:
    point = shapely.point_on_surface(outline)
    return Label(round(point.x, 4), round(point.y, 4))


def _around(outlines: dict) -> tuple[float, float, float, float]:
    west, south, east, north = shapely.total_bounds(list(outlines.values()))
    x, y = MARGIN * (east - west), MARGIN * (north - south)
    return west - x, south - y, east + x, north + y
