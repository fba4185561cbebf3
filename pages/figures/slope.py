"""Two periods side by side: where every district stood and where it stands."""

import plotly.graph_objects as go

from data.status import illustrative
from pages.content.slope import Slope
from pages.figures.spread import spread
from pages.figures.template import NO_CAPTION, Caption, add_key, base_layout, build, note, plot_height
from pages.figures.theme import BETTER, DESK, WORSE, Look
from pages.text.mark import shown, worded
from pages.text.numbers import number, signed, with_unit
from pages.text.width import widest
from pages.text.words import words

LEADER = 26  # px between a dot and its label, bridged by a thin line where the label had to move
BELOW = 0.03  # of the scale, under 0


def slope(
    state: Slope, *, look: Look = DESK, caption: Caption = NO_CAPTION, height: int | None = None
) -> go.Figure:
    """One line a district from the earlier to the later year; colour says better or worse, not up or down.

    A district without a figure of either year is left out.
    """
    frame = state.frame
    rows = frame[frame["before"].notna() & frame["value"].notna()].to_dict("records")
    base = _layout(state, rows, look, caption, height)
    traces = [_line(state, r, look) for r in sorted(rows, key=lambda r: r["area"] in state.selected)]
    low, top = base["yaxis"]["range"]
    gap = look.small * 1.35 * (top - low) / plot_height(base)
    for x, column in ((0, "before"), (1, "value")):
        spots = spread([r[column] for r in rows], gap, low, top)
        traces.append(_leaders([(r[column], y) for r, y in zip(rows, spots, strict=True)], x, look))
        base["annotations"] += [
            _label(state, row, column, y, look) for row, y in zip(rows, spots, strict=True)
        ]
    add_key(base, _key(state, rows), look)
    return build(traces, base)


def _layout(state: Slope, rows: list[dict], look: Look, caption: Caption, height: int | None) -> dict:
    """Two upright axes with the years over them, and room for names and figures at both sides."""
    figure = number(max((r["value"] for r in rows), default=0), state.indicator.decimals, state.language)
    names = [f"{state.places[r['area']].name}  {figure}" for r in rows]
    side = int(widest(names, look.small, bold=True)) + 12 + LEADER
    base = base_layout(
        caption, look, state.language, height or 560, left=side, right=side, legend=int(look.text * 1.8)
    )
    top = max([r[c] for r in rows for c in ("before", "value")], default=1.0) * 1.05 or 1.0
    base["xaxis"] = {"range": [0, 1], "visible": False, "fixedrange": True}
    base["yaxis"] = {"range": [-top * BELOW, top], "visible": False, "fixedrange": True}
    font = {"size": look.text + 1}
    base["annotations"] += [
        note(f"<b>{year}</b>", x, 1, xanchor=anchor, yanchor="bottom", yshift=6, font=font)
        for x, year, anchor in ((0, state.years[0], "right"), (1, state.years[1], "left"))
    ]
    upright = {"type": "line", "y0": 0, "y1": 1, "yref": "paper", "line": {"color": look.grid, "width": 1}}
    base["shapes"] = [upright | {"x0": x, "x1": x} for x in (0, 1)]
    return base


def _label(state: Slope, row: dict, column: str, y: float, look: Look) -> dict:
    """Name and figure beside one of both axes."""
    left, strong = column == "before", row["area"] in state.selected
    name = state.places[row["area"]].name
    figure = number(row[column], state.indicator.decimals, state.language)
    figure = worded(figure, row, column, state.language)
    text = f"{name}  <b>{figure}</b>" if left else f"<b>{figure}</b>  {name}"
    return note(
        f"<b>{text}</b>" if strong else text,
        0 if left else 1,
        y,
        yref="y",
        xanchor="right" if left else "left",
        xshift=-LEADER if left else LEADER,
        font={"size": look.small, "color": look.ink if strong or not state.selected else look.muted},
    )


def _key(state: Slope, rows: list[dict]) -> list[str]:
    say = words("figures", state.language)
    judged = [say["key_better"], say["key_worse"]] if state.indicator.judged != "neutral" else []
    return [*judged, *([say["key_dotted"]] if illustrative(r["status"] for r in rows) else [])]


def _colour(state: Slope, moved: float, look: Look) -> str:
    if moved == 0:
        return look.pace
    if state.indicator.judged == "neutral":
        return look.bar
    better = (moved < 0) == (state.indicator.judged == "lower_is_better")
    return BETTER[1] if better else WORSE[1]


def _line(state: Slope, row: dict, look: Look) -> dict:
    place, decimals, language = state.places[row["area"]], state.indicator.decimals, state.language
    unit, moved = state.catalogue.unit(state.indicator, language), row["moved"]
    ends = " → ".join(
        shown(with_unit(row[c], unit, decimals, language), row, c, language) for c in ("before", "value")
    )
    change = shown(signed(moved, decimals, language), row, "points", language)
    years = " → ".join(map(str, state.years))
    colour = _colour(state, moved, look)
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [0, 1],
        "y": [row["before"], row["value"]],
        "cliponaxis": False,
        "customdata": [[place.code]] * 2,
        "hovertemplate": f"<b>{place.full}</b><br>{years}: {ends} ({change})<extra></extra>",
        "line": {
            "color": colour,
            "width": look.line * (2 if row["area"] in state.selected else 1),
            "dash": "dot" if illustrative([row["status"]]) else "solid",
        },
        "marker": {"size": look.marker, "color": colour},
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
