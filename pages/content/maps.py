"""Maps for pages: the right figure for what is asked, made once per view and kept."""

from functools import lru_cache

import pandas as pd
import plotly.graph_objects as go

from data.absence import absent
from data.queries import district_change, district_values, plan_progress, province_value
from geo.layout import map_layout
from geo.province import province_dir
from pages.content.about import About, about
from pages.content.view import View
from pages.figures.caption import caption
from pages.figures.change import change_classes, change_map
from pages.figures.choropleth import choropleth
from pages.figures.circles import circles
from pages.figures.classes import for_indicator
from pages.figures.legend import LegendItem, legend_html, legend_items, legend_line
from pages.figures.plan_map import plan_classes, plan_map
from pages.text.numbers import period
from pages.text.sentences import map_finding, within
from pages.web.geometry import address

Made = tuple[go.Figure, str, About, pd.DataFrame]  # figure, legend as HTML, what it says, rows drawn


def layouts() -> list[str]:
    """Layouts that the province's files offer: “map”, and “tiles” where it has a tile grid."""
    from geo.layout import layouts as offered

    return offered(province_dir())


@lru_cache(maxsize=600)
def level_map(view: View, indicator_id: str, year: int, selected: tuple[str, ...], layout: str) -> Made:
    """A rate as classes, a count as circles."""
    say = view.say("screens")
    indicator, catalogue = view.catalogue.indicators[indicator_id], view.catalogue
    frame = district_values(view.edition, indicator_id, year, today=view.today)
    said = about(
        view,
        frame,
        indicators=(indicator_id,),
        title=say("map_of", name=indicator.name(view.language), year=year),
        subtitle=_unit_period(view, frame, indicator, year),
        finding=map_finding(frame, indicator, catalogue, view.names(), year, view.language),
        credit=_credit(view),
    )
    unit = catalogue.unit(indicator, view.language)
    if not indicator.is_rate:
        items = legend_items(None, frame["state"], view.language)
        figure = circles(
            frame, indicator, catalogue, **_common(view, said, selected, layout, year, items, "")
        )
        return figure, legend_html(items, view.look, view.language), said, frame
    classes = for_indicator(frame["value"], indicator, _standard(view, frame, indicator_id, year))
    known = frame["value"].notna().any()
    items = legend_items(classes if classes.comparable or known else None, frame["state"], view.language)
    note = "" if classes.comparable or not known else say["free_classes"]
    figure = choropleth(
        frame,
        indicator,
        catalogue,
        classes=classes,
        **_common(view, said, selected, layout, year, items, unit),
    )
    return figure, legend_html(items, view.look, view.language, title=unit, note=note), said, frame


@lru_cache(maxsize=300)
def change_picture(view: View, indicator_id: str, year: int, selected: tuple[str, ...], layout: str) -> Made:
    """The change of a rate on the year before, in percentage points."""
    say = view.say("screens")
    indicator = view.catalogue.indicators[indicator_id]
    frame = district_change(view.edition, indicator_id, year)
    reasons = set(frame.loc[frame["points"].isna(), "reason"])
    finding = (
        say(f"change_{(reasons & {'break', 'no_before'}).pop()}", year=year)
        if frame["points"].isna().all() and reasons & {"break", "no_before"}
        else map_finding(frame, indicator, view.catalogue, view.names(), year, view.language, column="points")
    )
    said = about(
        view,
        frame,
        indicators=(indicator_id,),
        title=say("change_of", name=within(indicator.name(view.language)), year=year),
        subtitle=say["points_short"],
        finding=finding,
        credit=_credit(view),
    )
    classes = change_classes(frame, indicator, view.catalogue)
    items = legend_items(classes, frame["state"], view.language)
    figure = change_map(
        frame,
        indicator,
        view.catalogue,
        classes=classes,
        **_common(view, said, selected, layout, year, items, say["points_short"]),
    )
    return figure, legend_html(items, view.look, view.language, title=say["points_short"]), said, frame


@lru_cache(maxsize=300)
def plan_picture(view: View, indicator_id: str, year: int, selected: tuple[str, ...], layout: str) -> Made:
    """The share of a year's plan, diverging at 100 %."""
    say = view.say("screens")
    indicator = view.catalogue.indicators[indicator_id]
    frame = plan_progress(view.edition, indicator_id, year)
    districts = frame[frame["area"] != view.areas.province].reset_index(drop=True)
    said = about(
        view,
        districts,
        indicators=(indicator_id,),
        title=say("plan_map_of", name=indicator.name(view.language), year=year),
        subtitle=f"% {say['plan'].lower()}",
        finding=map_finding(
            districts, indicator, view.catalogue, view.names(), year, view.language, column="plan_share"
        ),
        credit=_credit(view),
    )
    classes = plan_classes(districts, indicator, view.catalogue)
    states = [
        "value" if not absent(share) else "protected" if reason == "protected" else "no_data"
        for share, reason in zip(districts["plan_share"], districts["reason"])
    ]
    items, unit = legend_items(classes, states, view.language), f"% {say['plan'].lower()}"
    figure = plan_map(
        districts,
        indicator,
        view.catalogue,
        classes=classes,
        **_common(view, said, selected, layout, year, items, unit),
    )
    return figure, legend_html(items, view.look, view.language, title=unit), said, districts


def _credit(view: View) -> str:
    """Whose boundaries are drawn, and that they are for illustration: stands with every map."""
    return map_layout(province_dir(), "map").credit(view.language)


def _common(
    view: View,
    said: About,
    selected: tuple[str, ...],
    layout: str,
    year: int,
    items: list[LegendItem],
    unit: str,
) -> dict:
    """What all maps are told; the legend goes into the saved image, the page writes its own."""
    return {
        "places": view.places_of(year),
        "layout": map_layout(province_dir(), layout),
        "geojson": address(layout),
        "language": view.language,
        "look": view.look,
        "caption": caption(view, said, legend_line(items, title=unit)),
        "selected": selected,
    }


def _standard(view: View, frame: pd.DataFrame, indicator_id: str, year: int) -> str:
    """The standard that the year's figures were made under; the province's where no district has one."""
    named = [s for s in frame["standard"] if s]
    return (
        named[0] if named else province_value(view.edition, indicator_id, year, today=view.today)["standard"]
    )


def _unit_period(view: View, frame: pd.DataFrame, indicator, year: int) -> str:
    say = view.say("screens")
    unit = view.catalogue.unit(indicator, view.language)
    drawn = frame[frame["value"].notna()]
    if drawn.empty:
        whole = province_value(view.edition, indicator.id, year, today=view.today)
        if whole["state"] != "value":
            return say("unit_period", unit=unit, period=str(year))
        drawn = whole.to_frame().T
    row = drawn.iloc[0]
    return say("unit_period", unit=unit, period=period(row["period_start"], row["period_end"], view.language))
