"""Ranks over the years: who overtook whom, within one standard."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from data.catalogue import Indicator
from data.queries import yearly_series
from data.status import worst
from pages.content.about import about
from pages.content.place import Place
from pages.content.state import State
from pages.content.view import View
from pages.statistics.ranks import ranks
from pages.text import sentences


@dataclass(frozen=True, eq=False)
class Bump(State):
    """The rank of each district from year to year.

    frame: the rows of the districts drawn, with rank. ranked: as `ranks_by_year` returns it, of all.
    places: the districts drawn. selected: codes to highlight.
    """

    indicator: Indicator
    ranked: pd.DataFrame
    places: Sequence[Place]
    selected: tuple[str, ...] = ()


@lru_cache(maxsize=300)
def bump_state(
    view: View, indicator_id: str, selected: tuple[str, ...], only: tuple[str, ...]
) -> Bump | None:
    """Ranks over the years; None without figures of two districts, and for what is not ranked."""
    say, indicator = view.say("so_sanh"), view.catalogue.indicators[indicator_id]
    if indicator.judged == "neutral":
        return None
    frame = yearly_series(view.edition, indicator_id, list(view.areas.districts))
    ranked = ranks_by_year(frame, indicator)
    if ranked["area"].nunique() < 2:
        return None
    shown = ranked[ranked["area"].isin(only)] if only else ranked
    heading = about(
        view,
        shown,
        title=say("bump_title", name=sentences.within(indicator.name(view.language))),
        subtitle=say("bump_subtitle", rank=sentences.rank_end(indicator, view.language)),
        finding=_bump_finding(view, ranked, indicator.name(view.language)),
    )
    places = [
        p for code, p in view.places_of(int(ranked["year"].max())).items() if code in set(shown["area"])
    ]
    rows = shown.assign(rank=shown["value"], value=shown["figure"]).drop(columns="figure")
    return Bump(heading, rows, view.catalogue, view.language, indicator, ranked, places, selected)


def ranks_by_year(frame: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    """Rank of each district in each year among those with a figure under the same standard.

    Args:
        frame: as `yearly_series` returns it, districts only.

    Returns:
        The rows with a figure that is not a plan, with figure (float), value = rank (1 = best) and
        rank_status, the weakest status of all figures that the rank is among.
        Actual figures stand before estimates of the same year; a year in which fewer than half of the
        districts have a figure is left out: its ranks would be taken for ranks among all; so is one in
        which a figure is kept back.
    """
    actual = frame[frame["kind"] != "plan"].sort_values("kind")
    actual = actual[~actual.groupby(["standard", "year"])["protected"].transform("any")]
    known = actual[actual["value"].notna()]
    known = known.drop_duplicates(["area", "standard", "year"]).assign(figure=lambda f: f["value"])
    together = known.groupby(["standard", "year"])["area"].transform("count")
    known = known[together >= max(2, together.max() / 2)] if len(known) else known
    known["value"] = known.groupby(["standard", "year"])["figure"].transform(
        lambda v: ranks(v, indicator.judged, indicator.decimals)
    )
    known["rank_status"] = known.groupby(["standard", "year"])["status"].transform(lambda s: worst(s) or "")
    return known.sort_values(["year", "standard"], kind="stable").reset_index(drop=True)


def _bump_finding(view: View, ranked: pd.DataFrame, name: str) -> str:
    say = view.say("so_sanh")
    now = ranked[ranked["standard"] == ranked["standard"].mode().iloc[0]]
    first, last = int(now["year"].min()), int(now["year"].max())
    if first == last:
        return say("bump_one", name=name)
    table = now.pivot(index="area", columns="year", values="value")
    moved = (table[first] - table[last]).dropna()
    names, best = view.names(last), table[last].idxmin()
    if moved.empty:
        return say("bump_one", name=name)
    up, down = moved.idxmax(), moved.idxmin()
    return say(
        "bump_finding",
        name=name,
        first=first,
        last=last,
        best=names[best],
        up=names[up],
        up_from=int(table.loc[up, first]),
        up_to=int(table.loc[up, last]),
        down=names[down],
        down_from=int(table.loc[down, first]),
        down_to=int(table.loc[down, last]),
    )
