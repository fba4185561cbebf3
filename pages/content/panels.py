"""Every district's trend in a panel of its own, in official order or laid out like the map."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import pandas as pd

from data.catalogue import Indicator
from data.queries import yearly_series
from geo.province import province_dir
from geo.tiles import has_tiles, read_grid
from pages.content.about import about
from pages.content.place import Place
from pages.content.state import State
from pages.content.view import View
from pages.statistics.segments import strokes

COLUMNS = 5  # of panels in official order


@dataclass(frozen=True, eq=False)
class Panels(State):
    """Small multiples of one indicator.

    frame: as `yearly_series` returns it, for `places` and the province; `together` leaves stray years out.
    grid: code → (column, row) of its panel. province: compared with in every panel; None for counts, which
    do not compare. shared: one scale for all. selected: codes to highlight.
    """

    indicator: Indicator
    places: Sequence[Place]
    grid: Mapping[str, tuple[int, int]]
    province: Place | None = None
    shared: bool = True
    selected: tuple[str, ...] = ()


@lru_cache(maxsize=300)
def panels_state(
    view: View,
    indicator_id: str,
    selected: tuple[str, ...],
    only: tuple[str, ...],
    shared: bool,
    like_map: bool,
) -> Panels:
    """Every district's trend in a panel of its own."""
    say, indicator = view.say("so_sanh"), view.catalogue.indicators[indicator_id]
    province = view.areas.province
    frame = together(
        yearly_series(view.edition, indicator_id, [province, *view.areas.districts]),
        set(view.areas.districts),
    )
    places = view.places_of(int(frame["year"].max()) if len(frame) else view.today.year)
    drawn = [places[c] for c in view.areas.districts if not only or like_map or c in only]
    grid = (map_grid(view) if like_map else None) or in_order(drawn)
    unit, name = view.catalogue.unit(indicator, view.language), indicator.name(view.language)
    heading = about(
        view,
        frame[frame["area"] != province],
        title=say("panels_title", name=name),
        subtitle=say("panels_subtitle_chung" if shared else "panels_subtitle_rieng", unit=unit),
        finding=_panels_finding(view, frame, name, indicator.decimals),
    )
    compared_with = _named_province(view) if indicator.is_rate else None
    return Panels(
        heading, frame, view.catalogue, view.language, indicator, drawn, grid, compared_with, shared, selected
    )


def map_grid(view: View) -> dict[str, tuple[int, int]] | None:
    """Column and row of every district in the province's tile grid, from 0; None where it has none."""
    folder = province_dir()
    if not has_tiles(folder):
        return None
    grid = read_grid(folder, set(view.areas.districts))
    first, top = (min(spot[i] for spot in grid.values()) for i in (0, 1))
    return {code: (column - first, row - top) for code, (column, row) in grid.items()}


def in_order(places: Sequence[Place], columns: int = COLUMNS) -> dict[str, tuple[int, int]]:
    """Column and row of each panel, filled row by row."""
    return {place.code: (n % columns, n // columns) for n, place in enumerate(places)}


def together(frame: pd.DataFrame, codes: set[str]) -> pd.DataFrame:
    """Figures of years in which half of the districts have one: a lonely one would stretch every panel."""
    known = frame[frame["value"].notna() & (frame["kind"] != "plan")]
    many = known[known["area"].isin(codes)].groupby("year")["area"].nunique()
    return known[known["year"].isin(many.index[many >= many.max() / 2])]


def _named_province(view: View) -> Place:
    return replace(view.province, name=view.say("screens")["province"])


def _panels_finding(view: View, frame: pd.DataFrame, name: str, decimals: int) -> str:
    """How many districts rose and fell within their longest unbroken stroke."""
    moves, years = [], []
    for area in view.areas.districts:
        run = max(strokes(frame[frame["area"] == area]), key=len, default=[])
        if len(run) > 1:
            moves.append(round(run[-1].value, decimals) - round(run[0].value, decimals))
            years += [run[0].year, run[-1].year]
    if not moves:
        return view.say("so_sanh")("bump_one", name=name)
    return view.say("so_sanh")(
        "panels_finding",
        name=name,
        first=min(years),
        last=max(years),
        fell=sum(m < 0 for m in moves),
        rose=sum(m > 0 for m in moves),
        same=sum(m == 0 for m in moves),
    )
