"""Plan and actual by district."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from data.absence import absent
from data.catalogue import Indicator
from data.queries import plan_progress
from pages.content.about import about, headed
from pages.content.place import Place
from pages.content.state import State
from pages.content.view import View
from pages.text import plans
from pages.text.titles import plan_title

DRAWN = ("plan_share", "limit_used")  # what is drawn: the share of a plan, or what of a ceiling is used up


@dataclass(frozen=True, eq=False)
class PlanBars(State):
    """One indicator of one year by district against its plan.

    rows: as they are read, the province first; columns of `plan_progress`. With a column `bucket` (a key of
    `statistics.plan_standing.BUCKETS`) they wear its sign, and low and high (% of plan) are the projection.
    places: names by code. province: its code. selected: codes to highlight.
    """

    indicator: Indicator
    rows: pd.DataFrame
    places: Mapping[str, Place]
    province: str
    selected: tuple[str, ...] = ()


@lru_cache(maxsize=300)
def plan_bars(view: View, indicator_id: str, year: int, selected: tuple[str, ...]) -> PlanBars | None:
    """Plan and actual per district, by what is missing; None where no area has a plan."""
    say = view.say("screens")
    indicator = view.catalogue.indicators[indicator_id]
    frame = plan_progress(view.edition, indicator_id, year)
    if frame["plan"].isna().all():
        return None
    heading = about(
        view,
        frame,
        year=year,
        indicators=(indicator_id,),
        title=say("bullet_of", name=indicator.name(view.language), year=year),
        subtitle=say("bullet_subtitle", unit=view.catalogue.unit(indicator, view.language)),
        finding=plan_finding(view, indicator_id, year),
    )
    title = plan_title(f"{indicator.label(view.language)} {year}", frame, indicator, view.language)
    heading = headed(heading, title, indicator, view.language)
    rows = ordered(frame, view.areas.province)
    names, province = view.places_of(year), view.areas.province
    return PlanBars(heading, frame, view.catalogue, view.language, indicator, rows, names, province, selected)


def plan_finding(view: View, indicator_id: str, year: int) -> str:
    """The year against its plan in words: the whole, who reached it, who lacks most."""
    frame, names = plan_progress(view.edition, indicator_id, year), view.names(year)
    indicator = view.catalogue.indicators[indicator_id]
    return plans.progress_finding(frame, indicator, view.catalogue, names, year, view.language)


def share_at(row: Mapping) -> float | None:
    """Where a row is drawn, in % of the plan's line; None where it has no place there."""
    return next((float(row[c]) for c in DRAWN if not absent(row.get(c))), None)


def ordered(frame: pd.DataFrame, province: str = "") -> pd.DataFrame:
    """Province, then districts from most to least missing (units), then those that cannot be judged.

    Never by per cent, which favours small plans.
    """
    keyed = frame.assign(
        _group=[
            0 if a == province else 2 if absent(m) else 1 for a, m in zip(frame["area"], frame["missing"])
        ],
        _missing=-frame["missing"].fillna(0),
        _share=frame["plan_share"].fillna(0),
    )
    return keyed.sort_values(["_group", "_missing", "_share"], kind="stable").drop(
        columns=["_group", "_missing", "_share"]
    )
