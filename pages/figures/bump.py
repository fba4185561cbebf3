"""Ranks over the years: one line a district from rank to rank."""

import plotly.graph_objects as go

from data.status import illustrative
from pages.content.bump import Bump
from pages.content.place import Place
from pages.figures.links import links
from pages.figures.template import NO_CAPTION, Caption, add_key, base_layout, build, note
from pages.figures.theme import DESK, Look
from pages.statistics.segments import Break, Point, breaks, strokes
from pages.text.mark import marked
from pages.text.numbers import with_unit
from pages.text.width import widest
from pages.text.words import words


def bump(
    state: Bump, *, look: Look = DESK, caption: Caption = NO_CAPTION, height: int | None = None
) -> go.Figure:
    """Names at the end, a tie's one under the other; selected ones in colour, on top.

    Ranks are among all districts, though only the state's places are drawn. A change of standard or a
    missing year ends a line.
    """
    say, ranked = words("figures", state.language), state.ranked
    cuts = breaks(ranked, state.indicator, state.catalogue)[0]
    base = _layout(state, look, caption, height)
    base["shapes"] = [_cut(b, look) for b in cuts]
    traces: list[dict] = []
    tied: dict[float, list[Place]] = {}
    for place in sorted(state.places, key=lambda p: p.code in state.selected):
        runs = strokes(ranked[ranked["area"] == place.code])
        if not runs:
            continue
        colour, width = _colour(state, place, look), 1.6 if place.code in state.selected else 0.9
        traces += [*links(runs, colour, look.line * width), _markers(runs, place, state, colour, look)]
        end = runs[-1][-1]
        if end.year == int(ranked["year"].max()):
            tied.setdefault(end.value, []).append(place)
    base["annotations"] += [
        _name(state, place, rank + n, look) for rank, places in tied.items() for n, place in enumerate(places)
    ]
    drawn = ranked["area"].isin([p.code for p in state.places])
    hollow = illustrative(ranked.loc[drawn, "status"])
    add_key(base, [*([say["key_hollow"]] if hollow else []), *([say["key_break"]] if cuts else [])], look)
    return build(traces, base)


def _layout(state: Bump, look: Look, caption: Caption, height: int | None) -> dict:
    """Years across, rank 1 on top; room for the names at the right."""
    ranked = state.ranked
    many = int(ranked.groupby(["standard", "year"])["area"].count().max()) if len(ranked) else 1
    base = base_layout(
        caption,
        look,
        state.language,
        height or 90 + many * int(look.small * 2.2),
        left=int(look.small * 2.4),
        right=int(widest((p.name for p in state.places), look.small, bold=True)) + 34,
        axis=look.text * 2,
    )
    first, last = (int(ranked["year"].min()), int(ranked["year"].max())) if len(ranked) else (0, 1)
    common = {"showgrid": False, "zeroline": False, "fixedrange": True}
    base["xaxis"] = common | {
        "range": [first - 0.15, last + 0.1],
        "dtick": 1 if last - first < 12 else 2,
        "tick0": last,
        "tickformat": "d",
        "tickangle": 0,
    }
    base["yaxis"] = common | {
        "range": [many + 0.6, 0.4],
        "tickvals": list(range(1, many + 1)),
        "tickfont": {"size": look.small, "color": look.muted},
    }
    return base


def _cut(change: Break, look: Look) -> dict:
    return {
        "type": "line",
        "x0": change.at,
        "x1": change.at,
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "layer": "below",
        "line": {"color": look.muted, "width": 1, "dash": "dash"},
    }


def _colour(state: Bump, place: Place, look: Look) -> str:
    if place.code not in state.selected:
        return look.pace
    return look.lines[state.selected.index(place.code) % len(look.lines)]


def _name(state: Bump, place: Place, y: float, look: Look) -> dict:
    strong = place.code in state.selected
    return note(
        f"<b>{place.name}</b>" if strong else place.name,
        1,
        y,
        yref="y",
        xanchor="left",
        xshift=10,
        font={"size": look.small, "color": _colour(state, place, look) if strong else look.ink},
    )


def _markers(runs: list[list[Point]], place: Place, state: Bump, colour: str, look: Look) -> dict:
    say, indicator = words("figures", state.language), state.indicator
    unit = state.catalogue.unit(indicator, state.language)
    points = [p for run in runs for p in run]
    figures = [p.row["figure"] for p in points]
    hovers = [
        say(
            "rank_in",
            year=p.year,
            rank=marked(str(int(p.value)), [p.row["rank_status"]], state.language),
            value=marked(
                with_unit(figure, unit, indicator.decimals, state.language),
                [p.row["status"]],
                state.language,
            ),
        )
        for p, figure in zip(points, figures, strict=True)
    ]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [p.year for p in points],
        "y": [p.value for p in points],
        "cliponaxis": False,
        "customdata": [[place.code, hover] for hover in hovers],
        "hovertemplate": f"<b>{place.full}</b><br>%{{customdata[1]}}<extra></extra>",
        "marker": {
            "color": colour,
            "size": look.marker,
            "line": {"color": colour, "width": 1.5},
            "symbol": ["circle" if p.firm else "circle-open" for p in points],
        },
    }
