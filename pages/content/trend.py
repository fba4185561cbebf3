"""An indicator over the years, for the province and some districts."""

from dataclasses import dataclass
from functools import lru_cache

from data.catalogue import Indicator
from data.queries import yearly_series
from pages.content.about import about
from pages.content.place import Place
from pages.content.state import State
from pages.content.view import View
from pages.text import sentences


@dataclass(frozen=True, eq=False)
class Trend(State):
    """The years of an indicator; a change of standard is a break, a missing year a gap.

    frame: rows of `queries.yearly_series`. places: the areas told of, in order.
    province: code of the area that stands out; "" for none.
    """

    indicator: Indicator
    places: tuple[Place, ...]
    province: str = ""


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
    heading = about(
        view,
        frame,
        indicators=(indicator_id,),
        title=say("trend_of", name=indicator.name(language)),
        subtitle=say("all_years", unit=catalogue.unit(indicator, language)),
        finding=" ".join(findings),
    )
    return Trend(heading, frame, catalogue, language, indicator, places, view.areas.province)
