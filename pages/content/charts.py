"""Charts over time and against plan for pages, made once per view and kept."""

from functools import lru_cache
from math import ceil

import pandas as pd
import plotly.graph_objects as go

from data.queries import plan_progress, year_to_date, yearly_series
from pages.content.about import About, about
from pages.content.view import View
from pages.figures.bullet import bullet
from pages.figures.caption import caption
from pages.figures.trend import trend
from pages.figures.year_to_date import year_to_date as year_to_date_figure
from pages.text import plans, sentences

Made = tuple[go.Figure, About, pd.DataFrame]


@lru_cache(maxsize=400)
def trend_picture(
    view: View,
    indicator_id: str,
    areas: tuple[str, ...],
    height: int = 420,
    span: tuple[int, int] | None = None,
) -> Made | None:
    """An indicator over the years (all, or from the first to the last of `span`) for the province and some districts; None without figures."""
    say = view.say("screens")
    indicator = view.catalogue.indicators[indicator_id]
    frame = yearly_series(view.edition, indicator_id, list(areas))
    if span:
        frame = frame[frame["year"].between(*span)].reset_index(drop=True)
    if frame.empty:
        return None
    places = [view.places()[code] for code in areas if code in set(frame["area"])]
    said = about(
        view,
        frame,
        indicators=(indicator_id,),
        title=say("trend_of", name=indicator.name(view.language)),
        subtitle=say("all_years", unit=view.catalogue.unit(indicator, view.language)),
        finding=" ".join(
            sentences.trend_finding(frame, indicator, view.catalogue, p.code, p.full, view.language)
            for p in places
        ),
    )
    figure = trend(
        frame,
        indicator,
        view.catalogue,
        places=places,
        province=view.areas.province,
        language=view.language,
        look=view.look,
        caption=caption(view, said),
        height=height,
    )
    return figure, said, frame


@lru_cache(maxsize=400)
def progress_in_year(view: View, indicator_id: str, area: str, year: int) -> Made | None:
    """Year to date by month against plan and pace; None where no month was reported."""
    say = view.say("screens")
    indicator, place = view.catalogue.indicators[indicator_id], view.places_of(year)[area]
    frame = year_to_date(view.edition, indicator_id, area, year)
    if frame["actual"].isna().all():
        return None
    earlier = {y: year_to_date(view.edition, indicator_id, area, y) for y in (year - 2, year - 1)}
    said = about(
        view,
        frame,
        indicators=(indicator_id,),
        title=say("ytd_of", name=indicator.name(view.language), year=year, area=place.full),
        subtitle=say("ytd_subtitle", unit=view.catalogue.unit(indicator, view.language)),
        finding=plans.year_to_date_finding(frame, indicator, view.catalogue, place.full, year, view.language),
    )
    figure = year_to_date_figure(
        frame,
        indicator,
        view.catalogue,
        place=place,
        year=year,
        earlier=earlier,
        language=view.language,
        look=view.look,
        caption=caption(view, said),
        height=440,
    )
    return figure, said, frame


@lru_cache(maxsize=300)
def plan_bullets(
    view: View, indicator_id: str, year: int, selected: tuple[str, ...], part: tuple[int, int] = (1, 1)
) -> Made | None:
    """Plan and actual per district, sorted by what is missing; None where no area has a plan. part: (n, of), the n-th of so many pictures."""
    say = view.say("screens")
    indicator = view.catalogue.indicators[indicator_id]
    frame = plan_progress(view.edition, indicator_id, year)
    if frame["plan"].isna().all():
        return None
    said = about(
        view,
        frame,
        indicators=(indicator_id,),
        title=say("bullet_of", name=indicator.name(view.language), year=year),
        subtitle=say("bullet_subtitle", unit=view.catalogue.unit(indicator, view.language)),
        finding=plans.progress_finding(frame, indicator, view.catalogue, view.names(), year, view.language),
    )
    figure = bullet(
        frame,
        indicator,
        view.catalogue,
        places=view.places_of(year),
        province=view.areas.province,
        selected=selected,
        language=view.language,
        look=view.look,
        caption=caption(view, said),
        part=_share(len(frame), *part),
    )
    return figure, said, frame


def _share(count: int, n: int, of: int) -> slice:
    size = ceil(count / of)
    return slice((n - 1) * size, n * size)
