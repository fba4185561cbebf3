"""The overview of a year: four figures, the map, two trends on one axis."""

from dataclasses import dataclass

from data.headlines import headlines
from pages.content.about import About
from pages.content.area_map import AreaMap
from pages.content.calendar import too_few
from pages.content.cards import Cards, cards_state
from pages.content.maps import level_map
from pages.content.trend import Trend, trends_on_one_axis
from pages.content.view import View


@dataclass(frozen=True)
class Board:
    """What the overview shows. map: None where too few districts have a figure. trends: of every year, by
    indicator; None without a figure.
    """

    cards: Cards
    map: AreaMap | None
    trends: dict[str, Trend | None]

    @property
    def abouts(self) -> list[About]:
        """What its parts say about themselves."""
        drawn = [self.map, *self.trends.values()]
        return [self.cards.about, *(state.about for state in drawn if state)]


def board(view: View, year: int, area: str = "") -> Board:
    """The overview of the province, or of the district `area`."""
    overview = headlines().overview
    bare = too_few(view, overview.map, year)
    drawn = None if bare else level_map(view, overview.map, year, (area,) if area else ())
    trends = trends_on_one_axis(view, tuple(overview.trends), (area or view.areas.province,))
    return Board(
        cards_state(view, tuple(overview.cards), year, area),
        drawn,
        dict(zip(overview.trends, trends, strict=True)),
    )


def board_shape(view: View, year: int, area: str = "") -> str:
    """Alike for two years in which the overview is laid out alike."""
    bare = too_few(view, headlines().overview.map, year)
    return f"calendar {year}" if bare else view.names(year, full=True).get(area, "")
