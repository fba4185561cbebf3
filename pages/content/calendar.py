"""Which district has a figure of which year: what stands where too few have one for a map."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from data.catalogue import Indicator
from data.queries import yearly_series
from data.status import rests_on
from pages.content.about import about
from pages.content.place import Place
from pages.content.state import State
from pages.content.view import View
from pages.text.mark import marked
from pages.text.numbers import number
from pages.text.sentences import within

LEAST = 3  # districts with a figure: a map of fewer says less than the list of what there is


@dataclass(frozen=True, eq=False)
class Calendar(State):
    """Districts × years.

    frame: rows of `yearly_series` with a value, no plans; text: the figure with its mark. places: names by
    code, official order. year: the one in view.
    """

    indicator: Indicator
    places: Mapping[str, Place]
    year: int


@lru_cache(maxsize=300)
def calendar_state(view: View, indicator_id: str, year: int) -> Calendar | None:
    """All figures by district that there are of an indicator; None without any."""
    held, say = _held(view, indicator_id), view.say("screens")
    if held.empty:
        return None
    indicator, language, names = view.catalogue.indicators[indicator_id], view.language, view.names(year)
    written = [
        marked(number(row["value"], indicator.decimals, language), rests_on(row, "value"), language)
        for row in held.to_dict("records")
    ]
    years = held.groupby("area")["year"].apply(lambda of: ", ".join(str(int(y)) for y in sorted(set(of))))
    listed = "; ".join(
        say("calendar_years", name=names[code], years=years[code])
        for code in view.areas.districts
        if code in years.index
    )
    name = indicator.name(language)
    heading = about(
        view,
        held,
        year=year,
        indicators=(indicator_id,),
        title=say("calendar_title", name=name),
        subtitle=say("calendar_unit", unit=view.catalogue.unit(indicator, language)),
        finding=say("calendar_finding", name=within(name), list=listed),
    )
    places = {code: place for code, place in view.places_of(year).items() if code in view.areas.districts}
    return Calendar(heading, held.assign(text=written), view.catalogue, language, indicator, places, year)


@lru_cache(maxsize=600)
def too_few(view: View, indicator_id: str, year: int) -> bool:
    """Whether so few districts have a figure of the year that a map of it would be empty."""
    held = _held(view, indicator_id)
    return held[held["year"] == year]["area"].nunique() < LEAST


@lru_cache(maxsize=300)
def _held(view: View, indicator_id: str) -> pd.DataFrame:
    rows = yearly_series(view.edition, indicator_id, list(view.areas.districts))
    return rows[(rows["kind"] != "plan") & rows["value"].notna()].reset_index(drop=True)
