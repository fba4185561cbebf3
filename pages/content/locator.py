"""A small map that only says where: one district, its neighbours with their names."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from geo.boundaries import shapes
from geo.layout import map_layout
from geo.province import province_dir
from pages.content.view import View

Ring = list[tuple[float, float]]


@dataclass(frozen=True, eq=False)
class Locator:
    """Where a district lies.

    rings: code → outer rings, (lon, lat) in degrees. frame: west, south, east, north of what is shown.
    names: code → (lon, lat, name) to write. label: read to those who do not see it.
    """

    code: str
    neighbours: Collection[str]
    rings: Mapping[str, list[Ring]]
    frame: tuple[float, float, float, float]
    names: Mapping[str, tuple[float, float, str]]
    label: str


def locator_state(view: View, code: str, near: Collection[str], year: int) -> Locator:
    """Where a district lies, under the names of a year; its neighbours `near` are named with it."""
    layout, areas, places = map_layout(province_dir(), "map"), shapes(province_dir()), view.places_of(year)
    return Locator(
        code,
        near,
        {c: [list(part.exterior.coords) for part in getattr(g, "geoms", [g])] for c, g in areas.items()},
        layout.frame,
        {
            c: (layout.labels[c].lon, layout.labels[c].lat, places[c].name)
            for c in (*near, code)
            if c in layout.labels
        },
        view.say("huyen")("locator", name=places[code].inside),
    )
