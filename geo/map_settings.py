"""Reads map.toml: what an office decides about its map. Everything in it may be left out."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from shapely.geometry.base import BaseGeometry

from geo.errors import GeoError
from geo.frame import Box, around
from geo.toml_reader import Reader

FILE = "map.toml"
ANCHORS = tuple(f"{y} {x}" for y in ("top", "middle", "bottom") for x in ("left", "center", "right"))


@dataclass(frozen=True)
class Label:
    """Where an area's label stands (degrees), and on which side of that point the text goes.

    “middle center” stands on the area; every other anchor stands in the sea or land beside it.
    """

    lon: float
    lat: float
    anchor: str = "middle center"


@dataclass(frozen=True)
class ScaleBar:
    """A bar of round length (km) and its western end (degrees)."""

    km: float
    lon: float
    lat: float


@dataclass(frozen=True)
class Inset:
    """A part of the province drawn in a box of its own.

    Attributes:
        bbox: what the box shows.
        domain: ((x0, x1), (y0, y1)), fractions of the figure from its lower left corner.
        areas: codes drawn in it.
    """

    name_vi: str
    name_en: str
    bbox: Box
    domain: tuple[tuple[float, float], tuple[float, float]]
    areas: tuple[str, ...]
    scale_bar: ScaleBar | None = None

    def title(self, language: str) -> str:
        """The name in “vi” or “en”."""
        return self.name_en if language == "en" else self.name_vi


@dataclass(frozen=True)
class MapSettings:
    """map.toml, with what it leaves out filled in from the boundaries."""

    credit_vi: str
    credit_en: str
    frame: Box
    insets: tuple[Inset, ...]
    scale_bar: ScaleBar | None
    halos: tuple[str, ...]
    halo_km: float
    labels: dict[str, Label]


def read_settings(folder: Path, areas: Mapping[str, BaseGeometry]) -> MapSettings:
    """The province's map settings.

    Args:
        areas: the boundaries by code (`boundaries.shapes`).

    Raises:
        GeoError: no TOML, an unknown key or code, or a value of the wrong kind; for the file's keeper.
    """
    path = folder / FILE
    try:
        text = path.read_text(encoding="utf-8-sig") if path.exists() else ""
        top = Reader(tomllib.loads(text), path.name, set(areas))
    except ValueError as error:
        raise GeoError(path, f"không đúng cú pháp TOML ({error}).", "Sửa chỗ này.") from error
    top.only("credit_vi", "credit_en", "frame", "scale_bar", "inset", "halo", "label")
    halo = top.table("halo").only("areas", "km")
    credit = top.text("credit_vi")
    return MapSettings(
        credit_vi=credit,
        credit_en=top.text("credit_en", credit),
        frame=top.box("frame", around(areas.values())),
        insets=tuple(_inset(one, areas) for one in top.tables("inset")),
        scale_bar=_scale_bar(top.table("scale_bar")) if "scale_bar" in top.values else None,
        halos=halo.codes("areas"),
        halo_km=halo.number("km", 2.5),
        labels=_labels(top, areas),
    )


def _scale_bar(one: Reader) -> ScaleBar:
    one.only("km", "lon", "lat")
    return ScaleBar(one.number("km"), one.number("lon"), one.number("lat"))


def _inset(one: Reader, areas: Mapping[str, BaseGeometry]) -> Inset:
    one.only("name_vi", "name_en", "bbox", "domain", "areas", "scale_bar_km")
    west, south, east, north = bbox = one.box("bbox")
    x0, x1, y0, y1 = one.numbers("domain", 4)
    if not (0 <= x0 < x1 <= 1 and 0 <= y0 < y1 <= 1):
        raise GeoError(f"{one.where}, domain", "phải là [x0, x1, y0, y1], từ 0 đến 1.", "Sửa giá trị này.")
    km = one.number("scale_bar_km", 0)
    bar = (
        ScaleBar(km, round(west + 0.06 * (east - west), 4), round(south + 0.1 * (north - south), 4))
        if km
        else None
    )
    return Inset(
        one.text("name_vi"),
        one.text("name_en", one.text("name_vi")),
        bbox,
        ((x0, x1), (y0, y1)),
        one.codes("areas") or tuple(areas),
        bar,
    )


def _labels(top: Reader, areas: Mapping[str, BaseGeometry]) -> dict[str, Label]:
    table = top.table("label")
    table.known(table.values)
    found = {}
    for code, area in areas.items():
        if code in table.values:
            one = table.table(code).only("lon", "lat", "anchor")
            found[code] = Label(
                one.number("lon"), one.number("lat"), one.text("anchor", "middle center", ANCHORS)
            )
        else:
            point = area.representative_point()
            found[code] = Label(round(point.x, 4), round(point.y, 4))
    return found
