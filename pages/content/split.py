"""A total and its parts over the years."""

from dataclasses import dataclass
from functools import lru_cache

from data.catalogue import Indicator
from data.queries import parts
from pages.content.about import about, headed
from pages.content.place import Place
from pages.content.state import State
from pages.content.view import View
from pages.text import sentences
from pages.text.titles import split_title


@dataclass(frozen=True, eq=False)
class Split(State):
    """The parts of a total by year.

    frame: rows of `queries.parts`; a protected part has no value, and its year says so.
    grouped: columns side by side instead of stacked.
    """

    indicator: Indicator
    place: Place
    grouped: bool = False


@lru_cache(maxsize=300)
def split_state(view: View, indicator_id: str, area: str) -> Split | None:
    """The parts of a total over the years; None where no part has a figure."""
    say = view.say("screens")
    indicator = view.catalogue.indicators[indicator_id]
    frame = parts(view.edition, indicator_id, area)
    if frame.empty:
        return None
    place = view.places_of(int(frame["year"].max()))[area]
    heading = about(
        view,
        frame,
        indicators=(indicator_id,),
        title=say("split_of", name=indicator.name(view.language), area=place.inside),
        subtitle=say("all_years", unit=view.catalogue.unit(indicator, view.language)),
        finding=sentences.split_finding(frame, indicator, view.catalogue, place.inside, view.language),
    )
    title = split_title(indicator.label(view.language), frame, view.catalogue, view.language)
    heading = headed(heading, title, indicator, view.language)
    return Split(heading, frame, view.catalogue, view.language, indicator, place)
