"""A year by month: cumulated figures against the plan and the pace that leads to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import pandas as pd

from data.catalogue import Indicator
from data.queries import year_to_date
from pages.content.about import about, headed
from pages.content.place import Place
from pages.content.state import State
from pages.content.view import View
from pages.text import plans
from pages.text.titles import months_title

EARLIER = 2  # years before, for comparison


@dataclass(frozen=True, eq=False)
class YearToDate(State):
    """One area's months of a year.

    frame: the twelve rows of `queries.year_to_date`, pace in % of the plan.
    earlier: year → the same rows of an earlier year.
    """

    indicator: Indicator
    place: Place
    year: int
    earlier: Mapping[int, pd.DataFrame] = field(default_factory=dict)

    @property
    def plan(self) -> float | None:
        """The year's plan in the indicator's unit; None without one."""
        known = self.frame["plan"].dropna()
        return float(known.iloc[0]) if len(known) else None

    @property
    def done(self) -> pd.DataFrame:
        """The months with a figure."""
        return self.frame[self.frame["actual"].notna()]

    @property
    def linear(self) -> bool:
        """Whether the pace is the twelfths of the year, for want of earlier years to learn from."""
        return bool((self.frame["pace_basis"] == "linear").all())

    def expected(self, column: str = "pace") -> list[float] | None:
        """What was to be reached by each of the twelve months, in the indicator's unit: pace × plan ÷ 100.

        Args:
            column: pace, pace_low or pace_high.

        Returns:
            None without a plan, or where a month has no such pace.
        """
        if not self.plan or self.frame[column].isna().any():
            return None
        return [float(share) * self.plan / 100 for share in self.frame[column]]


@lru_cache(maxsize=400)
def year_to_date_state(view: View, indicator_id: str, area: str, year: int) -> YearToDate | None:
    """Year to date by month against plan and pace; None where no month was reported."""
    say = view.say("screens")
    catalogue, language = view.catalogue, view.language
    indicator, place = catalogue.indicators[indicator_id], view.places_of(year)[area]
    frame = year_to_date(view.edition, indicator_id, area, year)
    if frame["actual"].isna().all():
        return None
    earlier = {y: year_to_date(view.edition, indicator_id, area, y) for y in range(year - EARLIER, year)}
    heading = about(
        view,
        frame,
        indicators=(indicator_id,),
        title=say("ytd_of", name=indicator.name(language), year=year, area=place.inside),
        subtitle=say("ytd_subtitle", unit=catalogue.unit(indicator, language)),
        finding=plans.year_to_date_finding(frame, indicator, catalogue, place.inside, year, language),
    )
    name = indicator.label(language) + ("" if area == view.areas.province else f", {place.name}")
    title = months_title(f"{name} {year}", frame, language)
    heading = headed(heading, title, indicator, language)
    return YearToDate(heading, frame, catalogue, language, indicator, place, year, earlier)
