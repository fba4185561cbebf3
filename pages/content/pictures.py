"""Pictures of the comparison that show one indicator, made once per view and kept."""

from dataclasses import replace
from functools import lru_cache

import pandas as pd
import plotly.graph_objects as go

from data.absence import absent
from data.queries import yearly_series
from geo.province import province_dir
from geo.tiles import has_tiles, read_grid
from pages.content.about import About, about
from pages.content.compared import compared, of_districts
from pages.content.place import Place
from pages.content.view import View
from pages.figures.bump import bump, ranks_by_year
from pages.figures.caption import caption
from pages.figures.panels import in_order, panels, together
from pages.figures.ranking import ranking
from pages.figures.segments import strokes
from pages.figures.slope import slope
from pages.text import sentences

Made = tuple[go.Figure, About, pd.DataFrame]


@lru_cache(maxsize=300)
def ranking_picture(
    view: View,
    indicator_id: str,
    year: int,
    selected: tuple[str, ...],
    only: tuple[str, ...],
    by_result: bool,
) -> Made:
    """Dots on one scale, in official order or by result; the province's line for rates."""
    say, indicator = view.say("so_sanh"), view.catalogue.indicators[indicator_id]
    whole = compared(view, (indicator_id,), year)
    frame = of_districts(whole, indicator_id, only)
    if by_result:
        frame = frame.sort_values("rank", kind="stable", na_position="last")
    name = indicator.name(view.language)
    said = about(
        view,
        frame,
        title=say("ranking_title", name=name, year=year),
        subtitle=view.catalogue.unit(indicator, view.language),
        finding=sentences.map_finding(frame, indicator, view.catalogue, view.names(), year, view.language),
    )
    value = whole.loc[whole["level"] == "province", "value"].iloc[0]
    province = (
        (view.say("screens")["province"], float(value)) if indicator.is_rate and not absent(value) else None
    )
    figure = ranking(
        frame,
        indicator,
        view.catalogue,
        places=view.places_of(year),
        province=province,
        selected=selected,
        language=view.language,
        look=view.look,
        caption=caption(view, said),
    )
    return figure, said, frame


@lru_cache(maxsize=300)
def bump_picture(
    view: View, indicator_id: str, selected: tuple[str, ...], only: tuple[str, ...]
) -> Made | None:
    """Ranks over the years; None without figures of two districts."""
    say, indicator = view.say("so_sanh"), view.catalogue.indicators[indicator_id]
    frame = yearly_series(view.edition, indicator_id, list(view.areas.districts))
    ranked = ranks_by_year(frame, indicator)
    if ranked["area"].nunique() < 2:
        return None
    shown = ranked[ranked["area"].isin(only)] if only else ranked
    said = about(
        view,
        shown,
        title=say("bump_title", name=sentences.within(indicator.name(view.language))),
        subtitle=say("bump_subtitle", rank=sentences.rank_end(indicator, view.language)),
        finding=_bump_finding(view, ranked, indicator.name(view.language)),
    )
    figure = bump(
        ranked,
        indicator,
        view.catalogue,
        places=[p for code, p in view.places().items() if code in set(shown["area"])],
        selected=selected,
        language=view.language,
        look=view.look,
        caption=caption(view, said),
    )
    return figure, said, shown.assign(rank=shown["value"], value=shown["figure"]).drop(columns="figure")


@lru_cache(maxsize=300)
def panels_picture(
    view: View,
    indicator_id: str,
    selected: tuple[str, ...],
    only: tuple[str, ...],
    shared: bool,
    like_map: bool,
) -> Made:
    """Every district's trend in a panel of its own."""
    say, indicator = view.say("so_sanh"), view.catalogue.indicators[indicator_id]
    province = view.areas.province
    frame = together(
        yearly_series(view.edition, indicator_id, [province, *view.areas.districts]),
        set(view.areas.districts),
    )
    places = view.places()
    drawn = [places[c] for c in view.areas.districts if not only or like_map or c in only]
    grid = map_grid(view) if like_map else in_order(drawn)
    unit, name = view.catalogue.unit(indicator, view.language), indicator.name(view.language)
    said = about(
        view,
        frame[frame["area"] != province],
        title=say("panels_title", name=name),
        subtitle=say("panels_subtitle_chung" if shared else "panels_subtitle_rieng", unit=unit),
        finding=_panels_finding(view, frame, name, indicator.decimals),
    )
    figure = panels(
        frame,
        indicator,
        view.catalogue,
        places=drawn,
        grid=grid,
        province=_named_province(view) if indicator.is_rate else None,
        shared=shared,
        selected=selected,
        language=view.language,
        look=view.look,
        caption=caption(view, said),
    )
    return figure, said, frame


def map_grid(view: View) -> dict[str, tuple[int, int]] | None:
    """Column and row of every district in the province's tile grid, from 0; None where it has none."""
    folder = province_dir()
    if not has_tiles(folder):
        return None
    grid = read_grid(folder, set(view.areas.districts))
    first, top = (min(spot[i] for spot in grid.values()) for i in (0, 1))
    return {code: (column - first, row - top) for code, (column, row) in grid.items()}


@lru_cache(maxsize=300)
def slope_picture(
    view: View, indicator_id: str, years: tuple[int, int], selected: tuple[str, ...], only: tuple[str, ...]
) -> Made | None:
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
    both["status"] = both["status"].where(both["before_status"] != "illustrative", "illustrative")
    unit = view.catalogue.unit(indicator, view.language)
    said = about(
        view,
        both,
        title=say("slope_title", name=indicator.name(view.language), first=years[0], last=years[1]),
        subtitle=say(
            "slope_subtitle_neutral" if indicator.polarity == "neutral" else "slope_subtitle", unit=unit
        ),
        finding=_slope_finding(view, both, indicator, years),
    )
    figure = slope(
        both,
        indicator,
        view.catalogue,
        places=view.places_of(years[1]),
        years=years,
        selected=selected,
        language=view.language,
        look=view.look,
        caption=caption(view, said),
    )
    return figure, said, both[["indicator", "area", "before", "value", "status", "source_title"]]


def _named_province(view: View) -> Place:
    return replace(view.places()[view.areas.province], name=view.say("screens")["province"])


def _bump_finding(view: View, ranked: pd.DataFrame, name: str) -> str:
    say = view.say("so_sanh")
    now = ranked[ranked["standard"] == ranked["standard"].mode().iloc[0]]
    first, last = int(now["year"].min()), int(now["year"].max())
    if first == last:
        return say("bump_one", name=name)
    table = now.pivot(index="area", columns="year", values="value")
    moved = (table[first] - table[last]).dropna()
    names, best = view.names(), table[last].idxmin()
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


def _slope_finding(view: View, both: pd.DataFrame, indicator, years: tuple[int, int]) -> str:
    say, moved = view.say("so_sanh"), (both["value"] - both["before"]).dropna()
    if moved.empty:
        return say("no_value", name=indicator.name(view.language), year=years[0])
    most = both.loc[moved.abs().idxmax()]
    before, after = (
        sentences.amount(most[c], indicator, view.catalogue, view.language) for c in ("before", "value")
    )
    return say(
        "slope_finding",
        name=indicator.name(view.language),
        first=years[0],
        last=years[1],
        rose=int((moved > 0).sum()),
        fell=int((moved < 0).sum()),
        most=view.names()[most["area"]],
        before=before,
        after=after,
    )
