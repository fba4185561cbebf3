"""Ranks over the years: who overtook whom, within one standard."""

from collections.abc import Iterable, Sequence

import pandas as pd
import plotly.graph_objects as go

from data.catalogue import Catalogue, Indicator
from pages.content.place import Place
from pages.figures.segments import breaks, line, strokes
from pages.figures.template import NO_CAPTION, Caption, add_key, base_layout, build, note
from pages.figures.theme import DESK, Look
from pages.statistics.ranks import ranks
from pages.text.numbers import with_unit
from pages.text.words import words


def ranks_by_year(frame: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    """Rank of each district in each year among those with a figure under the same standard.

    Args:
        frame: as `yearly_series` returns it, districts only.

    Returns:
        The rows with a figure that is not a plan, with figure (float) and value = rank (1 = best by polarity).
        Actual figures stand before estimates of the same year; a year in which fewer than half of the
        districts have a figure is left out: its ranks would be taken for ranks among all.
    """
    known = frame[frame["value"].notna() & (frame["kind"] != "plan")].sort_values("kind")
    known = known.drop_duplicates(["area", "standard", "year"]).assign(figure=lambda f: f["value"])
    together = known.groupby(["standard", "year"])["area"].transform("count")
    known = known[together >= max(2, together.max() / 2)] if len(known) else known
    known["value"] = known.groupby(["standard", "year"])["figure"].transform(
        lambda v: ranks(v, indicator.polarity, indicator.decimals)
    )
    return known.sort_values(["year", "standard"], kind="stable").reset_index(drop=True)


def bump(
    frame: pd.DataFrame,
    indicator: Indicator,
    catalogue: Catalogue,
    *,
    places: Sequence[Place],
    selected: Iterable[str] = (),
    language: str = "vi",
    look: Look = DESK,
    caption: Caption = NO_CAPTION,
    height: int | None = None,
) -> go.Figure:
    """One line a district from rank to rank, names at the end; selected ones in colour.

    Args:
        frame: as `ranks_by_year` returns it: ranks among all districts, though only `places` are drawn.
            A change of standard or a missing year ends a line.
    """
    say, ranked = words("figures", language), frame
    many = int(ranked.groupby(["standard", "year"])["area"].count().max()) if len(ranked) else 1
    selected = list(selected)
    wide = int(look.small * 0.62 * max((len(p.name) for p in places), default=8)) + 34
    base = base_layout(
        caption,
        look,
        language,
        height or 90 + many * int(look.small * 2.2),
        left=int(look.small * 2.4),
        right=wide,
        axis=look.text * 2,
    )
    first, last = (int(ranked["year"].min()), int(ranked["year"].max())) if len(ranked) else (0, 1)
    base["xaxis"] = {
        "range": [first - 0.15, last + 0.1],
        "dtick": 1 if last - first < 12 else 2,
        "tick0": last,
        "tickformat": "d",
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "tickangle": 0,
    }
    base["yaxis"] = {
        "range": [many + 0.6, 0.4],
        "tickvals": list(range(1, many + 1)),
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "tickfont": {"size": look.small, "color": look.muted},
    }
    cuts = breaks(ranked, indicator, catalogue)[0]
    base["shapes"] = [
        {
            "type": "line",
            "x0": b.at,
            "x1": b.at,
            "y0": 0,
            "y1": 1,
            "yref": "paper",
            "layer": "below",
            "line": {"color": look.muted, "width": 1, "dash": "dash"},
        }
        for b in cuts
    ]
    unit, traces, taken = catalogue.unit(indicator, language), [], {}
    for place in sorted(places, key=lambda p: p.code in selected):  # selected ones are drawn last, on top
        runs = strokes(ranked[ranked["area"] == place.code])
        if not runs:
            continue
        strong = place.code in selected
        colour = look.lines[selected.index(place.code) % len(look.lines)] if strong else look.pace
        traces += _drawn(
            runs, place, indicator, unit, colour, look.line * (1.6 if strong else 0.9), look, language
        )
        end = runs[-1][-1]
        if end.year == last:
            taken.setdefault(end.value, []).append((place, strong, colour))
    for (
        rank,
        tied,
    ) in taken.items():  # a tie writes its names one under the other, in the room that the tie leaves free
        for n, (place, strong, colour) in enumerate(tied):
            name = f"<b>{place.name}</b>" if strong else place.name
            base["annotations"].append(
                note(
                    name,
                    1,
                    rank + n,
                    yref="y",
                    xanchor="left",
                    xshift=10,
                    font={"size": look.small, "color": colour if strong else look.ink},
                )
            )
    hollow = ranked.loc[ranked["area"].isin([p.code for p in places]), "status"].eq("illustrative").any()
    add_key(base, [*([say["key_hollow"]] if hollow else []), *([say["key_break"]] if cuts else [])], look)
    return build(traces, base)


def _drawn(
    runs, place: Place, indicator: Indicator, unit: str, colour: str, width: float, look: Look, language: str
) -> list[dict]:
    found = []
    for firm, dash in ((True, "solid"), (False, "dot")):
        x, y = line(runs, firm=firm)
        if x:
            found.append(
                {
                    "type": "scatter",
                    "mode": "lines",
                    "x": x,
                    "y": y,
                    "hoverinfo": "skip",
                    "connectgaps": False,
                    "line": {"color": colour, "width": width, "dash": dash},
                }
            )
    points = [p for run in runs for p in run]
    say = words("figures", language)
    found.append(
        {
            "type": "scatter",
            "mode": "markers",
            "x": [p.year for p in points],
            "y": [p.value for p in points],
            "cliponaxis": False,
            "customdata": [
                [
                    place.code,
                    say(
                        "rank_in",
                        year=p.year,
                        rank=int(p.value),
                        value=with_unit(p.row["figure"], unit, indicator.decimals, language),
                    ),
                ]
                for p in points
            ],
            "hovertemplate": f"<b>{place.full}</b><br>%{{customdata[1]}}<extra></extra>",
            "marker": {
                "color": colour,
                "size": look.marker,
                "line": {"color": colour, "width": 1.5},
                "symbol": ["circle" if p.firm else "circle-open" for p in points],
            },
            "unselected": {"marker": {"opacity": 1}},
        }
    )
    return found
