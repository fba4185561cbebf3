"""Plan and actual by district for pages, made once per view and kept."""

from functools import lru_cache
from math import ceil

import pandas as pd
import plotly.graph_objects as go

from data.queries import plan_progress
from pages.content.about import About, about
from pages.content.view import View
from pages.figures.bullet import bullet
from pages.figures.caption import caption, look_of
from pages.text import plans

Made = tuple[go.Figure, About, pd.DataFrame]


@lru_cache(maxsize=300)
def plan_bullets(
    view: View, indicator_id: str, year: int, selected: tuple[str, ...], part: tuple[int, int] = (1, 1)
) -> Made | None:
    """Plan and actual per district, sorted by what is missing; None where no area has a plan.

    Part: (n, of), the n-th of so many pictures.
    """
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
        look=look_of(view),
        caption=caption(view, said),
        part=_share(len(frame), *part),
    )
    return figure, said, frame


def _share(count: int, n: int, of: int) -> slice:
    size = ceil(count / of)
    return slice((n - 1) * size, n * size)
