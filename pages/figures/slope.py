"""Two periods side by side: where every district stood and where it stands."""

from collections.abc import Iterable, Mapping

import pandas as pd
import plotly.graph_objects as go

from data.catalogue import Catalogue, Indicator
from pages.content.place import Place
from pages.figures.spread import spread
from pages.figures.template import NO_CAPTION, Caption, add_key, base_layout, build, note, plot_height
from pages.figures.theme import BETTER, DESK, WORSE, Look
from pages.text.numbers import number, signed, with_unit
from pages.text.words import words

LEADER = 26  # px between a dot and its label, bridged by a thin line where the label had to move


def slope(
    frame: pd.DataFrame,
    indicator: Indicator,
    catalogue: Catalogue,
    *,
    places: Mapping[str, Place],
    years: tuple[int, int],
    selected: Iterable[str] = (),
    language: str = "vi",
    look: Look = DESK,
    caption: Caption = NO_CAPTION,
    height: int | None = None,
) -> go.Figure:
    """One line a district from the earlier to the later year; colour says better or worse, not up or down.

    Args:
        frame: area | before | value (both under one standard) | status; rows without either are left out.
    """
    say = words("figures", language)
    rows = frame[frame["before"].notna() & frame["value"].notna()].to_dict("records")
    selected = set(selected)
    longest = max((len(places[r["area"]].name) for r in rows), default=8)
    wide = (
        int(
            look.small
            * 0.6
            * (
                longest
                + len(number(max((r["value"] for r in rows), default=0), indicator.decimals, language))
                + 2
            )
        )
        + 12
    )
    base = base_layout(
        caption,
        look,
        language,
        height or 560,
        left=wide + LEADER,
        right=wide + LEADER,
        legend=int(look.text * 1.8),
    )
    top = max([r[c] for r in rows for c in ("before", "value")], default=1.0) * 1.05 or 1.0
    base["xaxis"] = {"range": [0, 1], "visible": False, "fixedrange": True}
    base["yaxis"] = {"range": [-top * 0.03, top], "visible": False, "fixedrange": True}
    base["annotations"] += [
        note(f"<b>{year}</b>", x, 1, xanchor=anchor, yanchor="bottom", yshift=6, font={"size": look.text + 1})
        for x, year, anchor in ((0, years[0], "right"), (1, years[1], "left"))
    ]
    base["shapes"] = [
        {
            "type": "line",
            "x0": x,
            "x1": x,
            "y0": 0,
            "y1": 1,
            "yref": "paper",
            "line": {"color": look.grid, "width": 1},
        }
        for x in (0, 1)
    ]
    traces = [
        _line(r, places[r["area"]], indicator, catalogue, years, r["area"] in selected, look, language)
        for r in sorted(rows, key=lambda r: r["area"] in selected)
    ]
    pixel = (top * 1.03) / plot_height(base)
    for x, column, anchor in ((0, "before", "right"), (1, "value", "left")):
        spots = spread([r[column] for r in rows], look.small * 1.35 * pixel, -top * 0.03, top)
        traces.append(_leaders([(r[column], y) for r, y in zip(rows, spots)], x, look))
        for row, y in zip(rows, spots):
            name, figure = places[row["area"]].name, number(row[column], indicator.decimals, language)
            text = f"{name}  <b>{figure}</b>" if x == 0 else f"<b>{figure}</b>  {name}"
            strong = row["area"] in selected
            base["annotations"].append(
                note(
                    f"<b>{text}</b>" if strong else text,
                    x,
                    y,
                    yref="y",
                    xanchor=anchor,
                    xshift=LEADER if x else -LEADER,
                    font={"size": look.small, "color": look.ink if strong or not selected else look.muted},
                )
            )
    entries = [say["key_better"], say["key_worse"]] if indicator.polarity != "neutral" else []
    add_key(
        base,
        [*entries, *([say["key_dotted"]] if any(r["status"] == "illustrative" for r in rows) else [])],
        look,
    )
    return build(traces, base)


def _line(
    row: dict,
    place: Place,
    indicator: Indicator,
    catalogue: Catalogue,
    years: tuple[int, int],
    strong: bool,
    look: Look,
    language: str,
) -> dict:
    unit, moved = catalogue.unit(indicator, language), row["value"] - row["before"]
    better = moved < 0 if indicator.polarity == "lower_is_better" else moved > 0
    colour = (
        look.pace
        if moved == 0
        else look.bar
        if indicator.polarity == "neutral"
        else BETTER[1]
        if better
        else WORSE[1]
    )
    told = " → ".join(with_unit(row[c], unit, indicator.decimals, language) for c in ("before", "value"))
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [0, 1],
        "y": [row["before"], row["value"]],
        "cliponaxis": False,
        "customdata": [[place.code]] * 2,
        "hovertemplate": f"<b>{place.full}</b><br>{years[0]} → {years[1]}: {told} ({signed(moved, indicator.decimals, language)})<extra></extra>",
        "line": {
            "color": colour,
            "width": look.line * (2 if strong else 1),
            "dash": "dot" if row["status"] == "illustrative" else "solid",
        },
        "marker": {"size": look.marker, "color": colour},
        "unselected": {"marker": {"opacity": 1}},
    }


def _leaders(ends: list[tuple[float, float]], x: int, look: Look) -> dict:
    """Thin lines from the dots to their labels."""
    out = 0.022 if x else -0.022
    spots = [spot for at, label in ends for spot in ((x, at), (x + out, label), (None, None))]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [a for a, _ in spots],
        "y": [b for _, b in spots],
        "hoverinfo": "skip",
        "cliponaxis": False,
        "line": {"color": look.pace, "width": 0.8},
    }
