"""The whole distribution of several indicators in a year."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from data.catalogue import Indicator
from pages.content.about import about
from pages.content.compared import compared
from pages.content.place import Place
from pages.content.state import State
from pages.content.view import View
from pages.text import sentences
from pages.text.mark import worded


@dataclass(frozen=True, eq=False)
class Strip(State):
    """Every district's figure of each indicator.

    frame: the districts' rows of `compared`. whole: the same with the province's, whose rates
    compare (a count's total does not). places: names by code. selected: codes to highlight.
    """

    whole: pd.DataFrame
    places: Mapping[str, Place]
    selected: tuple[str, ...] = ()


@lru_cache(maxsize=300)
def strip_state(
    view: View, indicators: tuple[str, ...], year: int, selected: tuple[str, ...], only: tuple[str, ...]
) -> Strip | None:
    """The distribution of each indicator; None without any figure."""
    say = view.say("so_sanh")
    frame = compared(view, indicators, year)
    if only:
        frame = frame[(frame["level"] == "province") | frame["area"].isin(only)]
    districts = frame[frame["level"] == "district"]
    if districts["value"].isna().all():
        return None
    heading = about(
        view,
        districts,
        year=year,
        title=say("strip_title", count=len(indicators), year=year),
        subtitle=say["strip_subtitle"],
        finding=" ".join(
            _strip_line(view, districts[districts["indicator"] == i], view.catalogue.indicators[i], year)
            for i in indicators
        ),
    )
    return Strip(heading, districts, view.catalogue, view.language, frame, view.places_of(year), selected)


def _strip_line(view: View, rows: pd.DataFrame, indicator: Indicator, year: int) -> str:
    say, names, known = view.say("so_sanh"), view.names(year), rows[rows["value"].notna()]
    name = indicator.name(view.language)
    if known.empty:
        return say("no_value", name=name, year=year)
    low, high = known.iloc[known["value"].argmin()], known.iloc[known["value"].argmax()]

    def amount(value: float) -> str:
        return sentences.amount(value, indicator, view.catalogue, view.language)

    amounts = {
        "low": worded(amount(low["value"]), low, "value", view.language),
        "high": worded(amount(high["value"]), high, "value", view.language),
        "median": amount(known["value"].median()),
    }
    return say("strip_line", name=name, low_area=names[low["area"]], high_area=names[high["area"]], **amounts)
