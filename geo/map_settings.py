"""Reads map.toml: what an office decides about its map. Everything in it may be left out."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from shapely.geometry.base import BaseGeometry

from data.errors import FaultsFound
from data.toml_files import Strict, read_as
from geo.errors import GeoError
from geo.frame import Box, around

FILE = "map.toml"
Anchor = Literal[
    "top left",
    "top center",
    "top right",
    "middle left",
    "middle center",
    "middle right",
    "bottom left",
    "bottom center",
    "bottom right",
]


@dataclass(frozen=True)
class Label:
    """Where an area's label stands (degrees), and on which side of that point the text goes.

    “middle center” stands on the area; every other anchor stands in the sea or land beside it.
    """

    lon: float
    lat: float
    anchor: Anchor = "middle center"


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


def _four(numbers: tuple[float, ...]) -> tuple[float, ...]:
    if len(numbers) != 4:
        raise ValueError("phải là 4 số")
    return numbers


def _box(numbers: tuple[float, ...]) -> tuple[float, ...]:
    west, south, east, north = numbers
    if west >= east or south >= north:
        raise ValueError("phải là [tây, nam, đông, bắc]")
    return numbers


def _fractions(numbers: tuple[float, ...]) -> tuple[float, ...]:
    x0, x1, y0, y1 = numbers
    if not (0 <= x0 < x1 <= 1 and 0 <= y0 < y1 <= 1):
        raise ValueError("phải là [x0, x1, y0, y1], từ 0 đến 1")
    return numbers


Number = Annotated[float, Field(strict=True)]  # true and "3" are none
Four = Annotated[tuple[Number, ...], AfterValidator(_four)]
BoxEntry = Annotated[Four, AfterValidator(_box)]


class LabelEntry(Strict):
    """[label.<code>]: as `Label`."""

    lon: Number
    lat: Number
    anchor: Anchor = "middle center"


class ScaleBarEntry(Strict):
    """[scale_bar]: as `ScaleBar`."""

    km: Number
    lon: Number
    lat: Number


class InsetEntry(Strict):
    """[[inset]]: as `Inset`; all areas where none is named; a bar at the lower left where it has km."""

    name_vi: str = ""
    name_en: str = ""
    bbox: BoxEntry
    domain: Annotated[Four, AfterValidator(_fractions)]
    areas: tuple[str, ...] = ()
    scale_bar_km: Number = 0


class HaloEntry(Strict):
    """[halo]: small areas that a ring makes visible, and its radius."""

    areas: tuple[str, ...] = ()
    km: Number = 2.5


class MapFile(Strict):
    """All of map.toml; everything may be left out."""

    credit_vi: str = ""
    credit_en: str = ""
    frame: BoxEntry | None = None
    scale_bar: ScaleBarEntry | None = None
    inset: tuple[InsetEntry, ...] = ()
    halo: HaloEntry = HaloEntry()
    label: dict[str, LabelEntry] = Field(default_factory=dict)

    def named(self) -> set[str]:
        """Every area code in it."""
        return {*self.halo.areas, *self.label, *(code for inset in self.inset for code in inset.areas)}


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
        file = read_as(MapFile, text, FILE)
    except UnicodeDecodeError as error:
        raise GeoError(path, "không phải chữ UTF-8.", "Lưu lại tệp với mã UTF-8.") from error
    except FaultsFound as found:
        first, *others = found.faults
        remedy = "\n".join([first.remedy, *map(str, others)])
        raise GeoError(first.place, f"{first.problem}.", remedy) from found
    if strange := sorted(file.named() - set(areas)):
        problem = f"mã không có trong tệp ranh giới: {', '.join(strange)}."
        raise GeoError(path, problem, "Sửa mã, hoặc bổ sung ranh giới.")
    bar = file.scale_bar
    return MapSettings(
        credit_vi=file.credit_vi,
        credit_en=file.credit_en or file.credit_vi,
        frame=_as_box(file.frame) if file.frame else around(areas.values()),
        insets=tuple(_inset(entry, areas) for entry in file.inset),
        scale_bar=ScaleBar(bar.km, bar.lon, bar.lat) if bar else None,
        halos=file.halo.areas,
        halo_km=file.halo.km,
        labels={code: _label(file.label.get(code), area) for code, area in areas.items()},
    )


def _as_box(numbers: tuple[float, ...]) -> Box:
    west, south, east, north = numbers
    return west, south, east, north


def _inset(entry: InsetEntry, areas: Mapping[str, BaseGeometry]) -> Inset:
    west, south, east, north = bbox = _as_box(entry.bbox)
    x0, x1, y0, y1 = entry.domain
    left, low = round(west + 0.06 * (east - west), 4), round(south + 0.1 * (north - south), 4)
    bar = ScaleBar(entry.scale_bar_km, left, low) if entry.scale_bar_km else None
    named = entry.areas or tuple(areas)
    return Inset(entry.name_vi, entry.name_en or entry.name_vi, bbox, ((x0, x1), (y0, y1)), named, bar)


def _label(entry: LabelEntry | None, area: BaseGeometry) -> Label:
    if entry:
        return Label(entry.lon, entry.lat, entry.anchor)
    point = area.representative_point()
    return Label(round(point.x, 4), round(point.y, 4))
