"""One Plotly figure for every state of a picture, drawn once and kept."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

import plotly.graph_objects as go

from pages.content.area_map import AreaMap
from pages.content.bump import Bump
from pages.content.calendar import Calendar
from pages.content.funnel import Funnel
from pages.content.panels import Panels
from pages.content.plan_dots import PlanDots
from pages.content.ranking import Ranking
from pages.content.scatter import Scatter
from pages.content.slope import Slope
from pages.content.split import Split
from pages.content.state import State
from pages.content.strip import Strip
from pages.content.trend import Trend
from pages.content.trend_panels import TrendPanels
from pages.content.view import View
from pages.content.year_to_date import YearToDate
from pages.figures.area_map import area_map
from pages.figures.bump import bump
from pages.figures.calendar import calendar
from pages.figures.caption import caption, look_of
from pages.figures.funnel import funnel
from pages.figures.panels import panels
from pages.figures.plan_dots import plan_dots
from pages.figures.ranking import ranking
from pages.figures.scatter import scatter
from pages.figures.slope import slope
from pages.figures.split import split
from pages.figures.strip import strip
from pages.figures.tags import only_own_tags
from pages.figures.trend import trend
from pages.figures.trend_panels import trend_panels
from pages.figures.year_to_date import year_to_date

FIGURES: dict[type[State], Callable[..., go.Figure]] = {
    AreaMap: area_map,
    Bump: bump,
    Calendar: calendar,
    Funnel: funnel,
    Panels: panels,
    PlanDots: plan_dots,
    Ranking: ranking,
    Scatter: scatter,
    Slope: slope,
    Split: split,
    Strip: strip,
    Trend: trend,
    TrendPanels: trend_panels,
    YearToDate: year_to_date,
}


@lru_cache(maxsize=1500)
def figure(view: View, state: State, height: int | None = None, *, fills: bool = False) -> go.Figure:
    """The figure of a state in the view's look.

    Args:
        height: px of the plot with its margins; the figure's own where None.
        fills: takes whatever height its place on the page has, and `height` is what it is laid out for.

    Raises:
        KeyError: no figure draws this kind of state.
    """
    drawn = FIGURES[type(state)]
    more = {} if height is None else {"height": height}
    told = caption(view, state.about)
    if fills and told.mark:  # the badge stands in the heading, where it takes no height
        told = replace(told, mark="", footer=f"{told.mark}. {told.footer}")
    made = only_own_tags(drawn(state, look=look_of(view), caption=told, **more))
    return made.update_layout(height=None, autosize=True) if fills else made
