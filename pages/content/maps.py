"""Maps of an edition: the right state for what is asked, built once per view and kept."""

from dataclasses import replace
from functools import lru_cache

import pandas as pd

from data.catalogue import Indicator
from data.queries import district_change, district_values, plan_progress, province_value
from geo.layout import layouts as offered
from geo.layout import map_layout
from geo.province import province_dir
from pages.content.about import about, headed
from pages.content.area_map import AreaMap
from pages.content.map_kinds import change_of, level_of, plan_of
from pages.content.view import View
from pages.content.whole import whole_of
from pages.text.sentences import map_finding, within
from pages.text.spans import shared_period
from pages.text.titles import change_title, map_title


def layouts() -> list[str]:
    """Layouts that the province's files offer: “map”, and “tiles” where it has a tile grid."""
    return offered(province_dir())


@lru_cache(maxsize=600)
def level_map(
    view: View, indicator_id: str, year: int, selected: tuple[str, ...] = (), layout: str = "map"
) -> AreaMap:
    """A rate as classes, a count as circles; the province's figure goes with it.

    Args:
        selected: codes to outline. layout: one of `layouts()`.
    """
    say = view.say("screens")
    indicator = view.catalogue.indicators[indicator_id]
    frame = district_values(view.edition, indicator_id, year, today=view.today)
    heading = about(
        view,
        frame,
        year=year,
        indicators=(indicator_id,),
        title=say("map_of", name=indicator.name(view.language), year=year),
        subtitle=_unit_period(view, frame, indicator, year),
        finding=map_finding(frame, indicator, view.catalogue, view.names(year), year, view.language),
        credit=_credit(view),
    )
    label = indicator.label(view.language)
    title = map_title(label, frame, indicator, view.catalogue, view.names(year), view.language)
    heading = headed(heading, title, indicator, view.language)
    state = level_of(
        heading,
        frame,
        indicator,
        view.catalogue,
        view.places_of(year),
        view.language,
        _standard(view, frame, indicator_id, year),
    )
    whole = whole_of(view, indicator_id, year)
    return replace(state, whole=whole, selected=selected, layout=layout)


@lru_cache(maxsize=300)
def change_map(
    view: View, indicator_id: str, year: int, selected: tuple[str, ...] = (), layout: str = "map"
) -> AreaMap:
    """The change of a rate on the year before, in percentage points; arguments as in `level_map`.

    Raises:
        ValueError: the indicator is no rate.
    """
    say = view.say("screens")
    indicator = view.catalogue.indicators[indicator_id]
    frame = district_change(view.edition, indicator_id, year)
    reasons = set(frame.loc[frame["points"].isna(), "reason"]) & {"break", "no_before"}
    finding = (
        say(f"change_{reasons.pop()}", year=year)
        if frame["points"].isna().all() and reasons
        else map_finding(
            frame, indicator, view.catalogue, view.names(year), year, view.language, column="points"
        )
    )
    heading = about(
        view,
        frame,
        year=year,
        indicators=(indicator_id,),
        title=say("change_of", name=within(indicator.name(view.language)), year=year),
        subtitle=say("change_short", before=year - 1),
        finding=finding,
        credit=_credit(view),
    )
    title = change_title(f"{indicator.label(view.language)} {year}", frame["points"], view.language)
    heading = headed(heading, title, indicator, view.language)
    state = change_of(heading, frame, indicator, view.catalogue, view.places_of(year), view.language)
    return replace(state, selected=selected, layout=layout)


@lru_cache(maxsize=300)
def plan_map(
    view: View, indicator_id: str, year: int, selected: tuple[str, ...] = (), layout: str = "map"
) -> AreaMap:
    """The share of a year's plan, diverging at 100%; arguments as in `level_map`."""
    say = view.say("screens")
    indicator = view.catalogue.indicators[indicator_id]
    whole = plan_progress(view.edition, indicator_id, year)
    frame = whole[whole["area"] != view.areas.province].reset_index(drop=True)
    heading = about(
        view,
        frame,
        year=year,
        indicators=(indicator_id,),
        title=say("plan_map_of", name=indicator.name(view.language), year=year),
        subtitle=f"% {say['plan'].lower()}",
        finding=map_finding(
            frame, indicator, view.catalogue, view.names(year), year, view.language, column="plan_share"
        ),
        credit=_credit(view),
    )
    label, names = f"{indicator.label(view.language)} {year}", view.names(year)
    title = map_title(label, frame, indicator, view.catalogue, names, view.language, "plan_share")
    heading = headed(heading, title, indicator, view.language)
    state = plan_of(heading, frame, indicator, view.catalogue, view.places_of(year), view.language)
    return replace(state, selected=selected, layout=layout)


def _credit(view: View) -> str:
    """Whose boundaries are drawn, and that they are for illustration: stands with every map."""
    return map_layout(province_dir(), "map").credit(view.language)


def _standard(view: View, frame: pd.DataFrame, indicator_id: str, year: int) -> str:
    """The standard that the year's figures were made under; the province's where no district has one."""
    named = [s for s in frame["standard"] if s]
    return (
        named[0] if named else province_value(view.edition, indicator_id, year, today=view.today)["standard"]
    )


def _unit_period(view: View, frame: pd.DataFrame, indicator: Indicator, year: int) -> str:
    say = view.say("screens")
    unit = view.catalogue.unit(indicator, view.language)
    drawn = frame[frame["value"].notna()]
    if drawn.empty:
        whole = province_value(view.edition, indicator.id, year, today=view.today)
        if whole["state"] != "value":
            return say("unit_period", unit=unit, period=str(year))
        drawn = whole.to_frame().T
    return say("unit_period", unit=unit, period=shared_period(drawn, view.language))
