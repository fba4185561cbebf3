"""Districts on one scale, in official order or by result."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from data.absence import absent
from data.catalogue import Indicator
from pages.content.about import about
from pages.content.compared import by_result as sort_by_result
from pages.content.compared import compared, of_districts
from pages.content.place import Place
from pages.content.state import State
from pages.content.view import View
from pages.content.whole import Whole, whole_of
from pages.text import sentences
from pages.text.spans import partial, shared_period


@dataclass(frozen=True, eq=False)
class Ranking(State):
    """One indicator of one year by district.

    frame: as `district_values` returns it, sorted as it shall be read; who has no figure has a state.
    places: names by code. province: its name and its value, where it compares; whole: its figure in any case.
    selected: codes to highlight.
    """

    indicator: Indicator
    places: Mapping[str, Place]
    province: tuple[str, float] | None = None
    selected: tuple[str, ...] = ()
    whole: Whole | None = None


@lru_cache(maxsize=300)
def ranking_state(
    view: View,
    indicator_id: str,
    year: int,
    selected: tuple[str, ...],
    only: tuple[str, ...],
    by_result: bool,
) -> Ranking:
    """Dots on one scale, in official order or by result; the province's line for rates."""
    say, indicator = view.say("so_sanh"), view.catalogue.indicators[indicator_id]
    whole = compared(view, (indicator_id,), year)
    frame = of_districts(whole, indicator_id, only)
    if by_result:
        frame = sort_by_result(frame, indicator)
    name = indicator.name(view.language)
    heading = about(
        view,
        frame,
        year=year,
        title=say("ranking_title", name=name, year=year),
        subtitle=_unit_period(view, frame, indicator),
        finding=sentences.map_finding(
            frame, indicator, view.catalogue, view.names(year), year, view.language
        ),
    )
    value = whole.loc[whole["level"] == "province", "value"].iloc[0]
    province = (
        (view.say("screens")["province"], float(value)) if indicator.is_rate and not absent(value) else None
    )
    return Ranking(
        heading,
        frame,
        view.catalogue,
        view.language,
        indicator,
        view.places_of(year),
        province,
        selected,
        whole_of(view, indicator_id, year),
    )


def _unit_period(view: View, frame: pd.DataFrame, indicator: Indicator) -> str:
    """The unit, and when the figures were counted where that is not the year or its end."""
    unit, known = view.catalogue.unit(indicator, view.language), frame[frame["value"].notna()]
    if not any(partial(row) for row in known.to_dict("records")):
        return unit
    return view.say("screens")("unit_period", unit=unit, period=shared_period(known, view.language))
