"""Several indicators over the years, each in a panel of its own: one picture in place of as many trends."""

from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from pages.content.about import about
from pages.content.place import Place
from pages.content.state import State
from pages.content.trend import Trend, trend_state
from pages.content.view import View


@dataclass(frozen=True, eq=False)
class TrendPanels(State):
    """Trends of one area on one axis of years, each on a scale of its own.

    frame: the rows of all, with a column `indicator`. trends: in the panels' order. place: whose they are.
    """

    trends: tuple[Trend, ...]
    place: Place


@lru_cache(maxsize=200)
def trend_panels(view: View, indicators: tuple[str, ...], area: str) -> TrendPanels | None:
    """The years of some indicators of an area, those without a figure left out; None without any."""
    say = view.say("screens")
    trends = tuple(t for i in indicators if (t := trend_state(view, i, (area,))) and _known(t))
    if not trends:
        return None
    frame = pd.concat([t.frame.assign(indicator=t.indicator.id) for t in trends], ignore_index=True)
    place = view.places_of(int(frame["year"].max()))[area]
    heading = about(
        view,
        frame,
        indicators=tuple(t.indicator.id for t in trends),
        title=say("trends_of", area=place.inside),
        subtitle=say["trends_subtitle"],
        finding=" ".join(t.about.finding for t in trends),
    )
    return TrendPanels(heading, frame, view.catalogue, view.language, trends, place)


def _known(trend: Trend) -> bool:
    return bool((trend.frame["value"].notna() & trend.frame["kind"].ne("plan")).any())
