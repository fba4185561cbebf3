"""One indicator in a year: what is said of it, its map, the list of its districts."""

from dataclasses import dataclass

from data.catalogue import Indicator
from pages.content.about import About
from pages.content.area_map import AreaMap
from pages.content.calendar import too_few
from pages.content.cards import cards_state
from pages.content.district_table import district_table
from pages.content.maps import change_map, level_map, plan_map
from pages.content.table import Table
from pages.content.view import View

MODES = ("muc", "thay_doi", "so_luong", "ke_hoach")  # as addresses name them


@dataclass(frozen=True)
class Asked:
    """What of an indicator is asked for. mode: level (muc), change in points (thay_doi), the count behind a
    rate (so_luong), % of plan (ke_hoach). layout: “map” or “tiles”. selected: codes of districts.
    """

    indicator: str
    mode: str = "muc"
    layout: str = "map"
    selected: tuple[str, ...] = ()

    @property
    def map_key(self) -> str:
        """Names the map on a page and in files."""
        return f"{self.mode}_{self.indicator}_{self.layout}"

    @property
    def table_key(self) -> str:
        """Names the list of districts on a page."""
        return f"bang_{self.indicator}"


@dataclass(frozen=True)
class Explored:
    """What a page shows of a year. map: None where too few districts have a figure."""

    about: About
    map: AreaMap | None
    table: Table


def modes_of(indicator: Indicator, offered: tuple[str, ...] = MODES) -> list[str]:
    """Those of the `offered` modes that say something of the indicator."""
    allowed = {
        "muc": True,
        "thay_doi": indicator.in_points,
        "so_luong": bool(indicator.numerator),
        "ke_hoach": indicator.plan_type == "reach" and bool(indicator.plan) and not indicator.is_rate,
    }
    return [mode for mode in offered if allowed[mode]]


def explored(view: View, asked: Asked, year: int) -> Explored:
    """The year of what is asked for."""
    bare = too_few(view, asked.indicator, year)
    return Explored(
        cards_state(view, (asked.indicator,), year).about,
        None if bare else _map(view, asked, year),
        district_table(view, asked.indicator, year, asked.selected),
    )


def explored_shape(view: View, asked: Asked, year: int) -> str:
    """Alike for two years in which the page is laid out alike."""
    return f"calendar {year}" if too_few(view, asked.indicator, year) else "map"


def _map(view: View, asked: Asked, year: int) -> AreaMap:
    if asked.mode == "thay_doi":
        return change_map(view, asked.indicator, year, asked.selected, asked.layout)
    if asked.mode == "ke_hoach":
        return plan_map(view, asked.indicator, year, asked.selected, asked.layout)
    counted = view.catalogue.indicators[asked.indicator].numerator
    mapped = counted if asked.mode == "so_luong" and counted else asked.indicator
    return level_map(view, mapped, year, asked.selected, asked.layout)
