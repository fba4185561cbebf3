"""How a map is laid out: what it shows, where labels, insets and scale bars stand, whom it credits."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from geo.boundaries import shapes
from geo.frame import Box, around
from geo.kept import kept
from geo.layers import layers_json, outlines
from geo.map_settings import Inset, Label, ScaleBar, read_settings
from geo.stamps import Stamp, stamp
from geo.tiles import has_tiles


@dataclass(frozen=True)
class MapLayout:
    """A layout of the province; the same figure code draws every one.

    Attributes:
        layout: “map” or “tiles”.
        frame: west, south, east, north (degrees) of the main picture.
        labels: code → Label, one for every area.
        halos: codes that have a `<code>:halo` among the layers.
        version: short hash of the served shapes, for addresses that a browser may keep for ever.
    """

    layout: str
    frame: Box
    insets: tuple[Inset, ...]
    labels: dict[str, Label]
    scale_bar: ScaleBar | None
    halos: tuple[str, ...]
    credit_vi: str
    credit_en: str
    version: str

    def credit(self, language: str) -> str:
        """The credit line in “vi” or “en”; it must stand on every map. Empty where the file gives none."""
        return self.credit_en if language == "en" else self.credit_vi


def layouts(folder: Path) -> list[str]:
    """The layouts that a province's files offer: “map”, and “tiles” where it has a tile grid."""
    return ["map", "tiles"] if has_tiles(folder) else ["map"]


def map_layout(folder: Path, layout: str) -> MapLayout:
    """A layout of the province, kept until a file changes.

    Raises:
        GeoError: a file of the province is missing or wrong, or it has no such layout.
    """
    return _map_layout(folder, layout, stamp(folder))


@kept(8)
def _map_layout(folder: Path, layout: str, _: Stamp) -> MapLayout:
    areas = outlines(folder, layout)
    settings = read_settings(folder, shapes(folder))
    common = {
        "layout": layout,
        "credit_vi": settings.credit_vi,
        "credit_en": settings.credit_en,
        "version": hashlib.sha256(layers_json(folder, layout)).hexdigest()[:12],
    }
    if layout == "map":
        return MapLayout(
            frame=settings.frame,
            insets=settings.insets,
            labels=settings.labels,
            scale_bar=settings.scale_bar,
            halos=settings.halos,
            **common,
        )
    centres = {
        code: Label(round(cell.centroid.x, 4), round(cell.centroid.y, 4)) for code, cell in areas.items()
    }
    return MapLayout(
        frame=around(areas.values()), insets=(), labels=centres, scale_bar=None, halos=(), **common
    )
