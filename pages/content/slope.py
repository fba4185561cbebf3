"""Two years of one indicator side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from data.catalogue import Indicator
from data.status import worst
from pages.content.about import about
from pages.content.compared import compared, of_districts
from pages.content.place import Place
from pages.content.state import State
from pages.content.view import View
from pages.statistics.ranks import rounded
from pages.text import sentences
from pages.text.mark import worded


@dataclass(frozen=True, eq=False)
class Slope(State):
    """Where every district stood and where it stands.

    frame: area | before | value (both under one standard) | moved (the difference as shown) | status. years:
    earlier, later. places: names by code. selected: codes to highlight.
    """

    indicator: Indicator
    places: Mapping[str, Place]
    years: tuple[int, int]
    selected: tuple[str, ...] = ()


@lru_cache(maxsize=300)
def slope_state(
    view: View, indicator_id: str, years: tuple[int, int], selected: tuple[str, ...], only: tuple[str, ...]
) -> Slope | None:
    """Two years side by side; None where they are counted under different standards."""
    say, indicator = view.say("so_sanh"), view.catalogue.indicators[indicator_id]
    earlier, later = (of_districts(compared(view, (indicator_id,), y), indicator_id, only) for y in years)
    standards = {s for part in (earlier, later) for s in part.loc[part["value"].notna(), "standard"]}
    if len(standards) > 1:
        return None
    both = later.drop(columns=["before", "before_status"]).merge(
        earlier[["area", "value", "status"]].rename(columns={"value": "before", "status": "before_status"}),
        on="area",
    )
    shown = [rounded(both[c], indicator.decimals) for c in ("value", "before")]
    both["moved"] = (shown[0] - shown[1]).round(indicator.decimals)
    both["actual_status"] = both["status"]
    both["status"] = [worst(pair) or "" for pair in zip(both["status"], both["before_status"], strict=True)]
    unit = view.catalogue.unit(indicator, view.language)
    heading = about(
        view,
        both,
        year=years[1],
        title=say("slope_title", name=indicator.name(view.language), first=years[0], last=years[1]),
        subtitle=say(
            "slope_subtitle_neutral" if indicator.judged == "neutral" else "slope_subtitle", unit=unit
        ),
        finding=_slope_finding(view, both, indicator, years),
    )
    statuses = ["actual_status", "before_status", "status"]
    rows = both[["indicator", "area", "before", "value", "moved", *statuses, "source_title"]]
    return Slope(
        heading, rows, view.catalogue, view.language, indicator, view.places_of(years[1]), years, selected
    )


def _slope_finding(view: View, both: pd.DataFrame, indicator, years: tuple[int, int]) -> str:
    say, moved = view.say("so_sanh"), both["moved"]
    if moved.isna().all():
        return say("no_value", name=indicator.name(view.language), year=years[0])
    most = both.iloc[moved.abs().argmax()]
    before, after = (
        worded(sentences.amount(most[c], indicator, view.catalogue, view.language), most, c, view.language)
        for c in ("before", "value")
    )
    return say(
        "slope_finding",
        name=indicator.name(view.language),
        first=years[0],
        last=years[1],
        rose=int((moved > 0).sum()),
        fell=int((moved < 0).sum()),
        most=view.names(years[1])[most["area"]],
        before=before,
        after=after,
    )
