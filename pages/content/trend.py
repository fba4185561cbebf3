"""An indicator over the years, for the province and some districts."""

from dataclasses import dataclass, replace
from functools import lru_cache

import pandas as pd

from data.catalogue import Indicator
from data.queries import yearly_series
from pages.content.about import about, headed
from pages.content.place import Place
from pages.content.state import State
from pages.content.table import Cell, Heading, Row, Table
from pages.content.view import View
from pages.text import sentences
from pages.text.mark import shown
from pages.text.numbers import date, number
from pages.text.titles import trend_title
from pages.text.words import words

FEW = 3  # days that a subtitle names
CURVE = 3  # figures that make a line


@dataclass(frozen=True, eq=False)
class Trend(State):
    """The years of an indicator; a change of standard is a break, a missing year a gap.

    frame: rows of `queries.yearly_series`. places: the areas told of, in order.
    province: code of the area that stands out; "" for none. axis: first and last year of the axis where it
    is shared with other pictures; the frame's own where None.
    """

    indicator: Indicator
    places: tuple[Place, ...]
    province: str = ""
    axis: tuple[int, int] | None = None

    @property
    def few(self) -> bool:
        """Whether there are so few figures that they are read better than seen."""
        return bool((self.frame["kind"].ne("plan") & self.frame["value"].notna()).sum() < CURVE)


@lru_cache(maxsize=400)
def trend_state(
    view: View, indicator_id: str, areas: tuple[str, ...], span: tuple[int, int] | None = None
) -> Trend | None:
    """An indicator over all years, or from the first to the last of `span`; None without figures."""
    say = view.say("screens")
    catalogue, language = view.catalogue, view.language
    indicator = catalogue.indicators[indicator_id]
    frame = yearly_series(view.edition, indicator_id, list(areas))
    if span:
        frame = frame[frame["year"].between(*span)].reset_index(drop=True)
    if frame.empty:
        return None
    names, known = view.places_of(int(frame["year"].max())), set(frame["area"])
    places = tuple(names[code] for code in areas if code in known)
    findings = [
        sentences.trend_finding(frame, indicator, catalogue, place.code, place.inside, language)
        for place in places
    ]
    unit, days = catalogue.unit(indicator, language), _days(frame, language)
    heading = about(
        view,
        frame,
        indicators=(indicator_id,),
        title=say("trend_of", name=indicator.name(language)),
        subtitle=say("all_years", unit=unit) + days,
        finding=" ".join(findings),
    )
    if len(places) == 1:
        whole = places[0].code == view.areas.province
        name = indicator.label(language) + ("" if whole else f", {places[0].name}")
        if title := trend_title(name, frame, indicator, language):  # which names its years
            heading = headed(replace(heading, subtitle=unit + days), title, indicator, language)
    return Trend(heading, frame, catalogue, language, indicator, places, view.areas.province)


def _days(frame: pd.DataFrame, language: str) -> str:
    """Which years were counted at another day than their last, where these are few; else ""."""
    counted = frame[frame["value"].notna()]
    days = sorted({end for end in counted["period_end"] if (end.month, end.day) != (12, 31)})
    say = words("screens", language)
    told = [say("counted_by", year=day.year, day=date(day, language)) for day in days]
    return f" ({'; '.join(told)})" if 0 < len(told) <= FEW else ""


@lru_cache(maxsize=200)
def trends_on_one_axis(
    view: View, indicators: tuple[str, ...], areas: tuple[str, ...]
) -> tuple[Trend | None, ...]:
    """The years of some indicators, one under the other on the same axis; None for one without figures."""
    states = [trend_state(view, indicator, areas) for indicator in indicators]
    years = [year for state in states if state for year in state.frame["year"]]
    return tuple(state and replace(state, axis=(min(years), max(years))) for state in states)


def points_table(view: View, state: Trend) -> Table:
    """The figures of a trend beside their plans, a row a year and area: Năm | Thực hiện | Kế hoạch."""
    say, frame = view.say("screens"), state.frame[state.frame["value"].notna()]
    names = {place.code: place.name for place in state.places}

    def texts(rows: pd.DataFrame, plan: bool) -> str:
        of = rows[rows["kind"].eq("plan") == plan].to_dict("records")
        return ", ".join(
            shown(
                number(row["value"], state.indicator.decimals, state.language), row, "value", state.language
            )
            for row in of
        )

    rows = []
    for (year, area), of in frame.groupby(["year", "area"], sort=True):
        name = f"{year}" if len(names) == 1 else f"{year}, {names[str(area)]}"
        rows.append(Row(str(area), (Cell(name), Cell(texts(of, False) or "–"), Cell(texts(of, True) or "–"))))
    headings = (
        Heading(say["column_year"]),
        Heading(say["column_actual"], numeric=True),
        Heading(say["column_plan"], numeric=True),
    )
    return Table(headings, tuple(rows), state.language)
