"""Two indicators against each other, or level against change: one dot a district."""

import pandas as pd
import plotly.graph_objects as go

from data.absence import absent
from data.status import illustrative
from pages.content.hover import provenance
from pages.content.scatter import Axis, Scatter
from pages.figures.dot_names import Dot, dot_names
from pages.figures.template import NO_CAPTION, Caption, add_key, base_layout, build, note
from pages.figures.theme import DESK, Look
from pages.text import sentences
from pages.text.mark import worded
from pages.text.words import words

LARGEST = 46  # px across for the largest dot


def scatter(
    state: Scatter, *, look: Look = DESK, caption: Caption = NO_CAPTION, height: int | None = None
) -> go.Figure:
    """Dots with names where there is room; selected ones always named."""
    x, y, language = state.x, state.y, state.language
    base = base_layout(
        caption, look, language, height or 560, left=int(look.text * 3.6), right=14, axis=int(look.text * 3.4)
    )
    for name, axis, column in (("xaxis", x, "x"), ("yaxis", y, "y")):
        base[name] = _axis(axis, state.dots[column].tolist(), look)
    base["shapes"] = _reference(x, y, look)
    base["annotations"] += _line_names(x, y, look) + _corners(state.corners, x, y, base, look)
    sizes = _sizes(state.dots, look)
    base["annotations"] += dot_names(
        [
            Dot(r["x"], r["y"], size / 2, state.places[r["area"]].name, r["area"] in state.selected)
            for r, size in zip(state.dots.to_dict("records"), sizes, strict=True)
        ],
        base,
        look,
    )
    add_key(base, [words("figures", language)("key_size", name=state.size)] if state.size else [], look)
    return build([_dots(state, sizes, look)], base)


def _dots(state: Scatter, sizes: list[float], look: Look) -> dict:
    rows = state.dots.to_dict("records")
    strong = [r["area"] in state.selected for r in rows]
    alike = len(set(sizes)) == 1
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [r["x"] for r in rows],
        "y": [r["y"] for r in rows],
        "cliponaxis": False,
        "text": [state.places[r["area"]].full for r in rows],
        "customdata": [[r["area"], _hover(state, r)] for r in rows],
        "hovertemplate": "<b>%{text}</b><br>%{customdata[1]}<extra></extra>",
        "marker": {
            "size": sizes,
            "color": [look.lines[1] if s else look.bar for s in strong],
            "opacity": 0.75,
            "symbol": ["circle-open" if alike and illustrative([r["status"]]) else "circle" for r in rows],
            "line": {"color": [look.lines[1] if s else look.paper for s in strong], "width": 1.5},
        },
    }


def _hover(state: Scatter, dot: dict) -> str:
    """Each indicator's figure with its period and status, and the change."""
    lines = []
    for row in state.rows.get(dot["area"], ()):
        indicator = state.catalogue.indicators[row["indicator"]]
        amount = (
            words("screens", state.language)["no_data"]
            if absent(row["value"])
            else worded(
                sentences.amount(row["value"], indicator, state.catalogue, state.language),
                row,
                "value",
                state.language,
            )
        )
        figure = f"{indicator.label(state.language)}: {amount}"
        lines.append(", ".join(filter(None, [figure, *provenance(row, state.language)[:2]])))
    return "<br>".join(filter(None, [*lines, dot.get("change", "")]))


def _axis(axis: Axis, values: list[float], look: Look) -> dict:
    drawn = [*values, *([] if axis.line is None else [axis.line])]
    low, high = (min(drawn), max(drawn)) if drawn else (0.0, 1.0)
    if axis.zero:
        low, high = min(low, 0), max(high, 0)
    room = (high - low) * 0.08 or 1.0
    return {
        "range": [low if axis.zero and low == 0 else low - room, high + room],
        "title": {"text": axis.title, "font": {"size": look.small + 1}, "standoff": 8},
        "gridcolor": look.grid,
        "zeroline": False,
        "fixedrange": True,
        "tickformat": ",",
        "nticks": 7,
        "tickfont": {"size": look.small},
        "tickangle": 0,
    }


def _reference(x: Axis, y: Axis, look: Look) -> list[dict]:
    common = {
        "type": "line",
        "layer": "below",
        "line": {"color": look.plan, "width": look.line * 0.7, "dash": "dash"},
    }
    across = (
        [common | {"x0": x.line, "x1": x.line, "y0": 0, "y1": 1, "yref": "paper"}]
        if x.line is not None
        else []
    )
    return across + (
        [common | {"y0": y.line, "y1": y.line, "x0": 0, "x1": 1, "xref": "paper"}]
        if y.line is not None
        else []
    )


def _line_names(x: Axis, y: Axis, look: Look) -> list[dict]:
    font = {"color": look.plan, "size": look.small}
    named = (
        [note(x.named, x.line, 1, xref="x", yanchor="top", xanchor="left", xshift=4, font=font)]
        if x.line is not None and x.named
        else []
    )
    return named + (
        [note(y.named, 1, y.line, yref="y", xanchor="right", yanchor="bottom", font=font)]
        if y.line is not None and y.named
        else []
    )


def _corners(corners: tuple[str, ...], x: Axis, y: Axis, base: dict, look: Look) -> list[dict]:
    """Words in the fields between the lines; a field too small for words stays empty."""
    (x0, x1), (y0, y1) = base["xaxis"]["range"], base["yaxis"]["range"]
    left, below = (
        (at - a) / (b - a) if at is not None else 0.5 for at, a, b in ((x.line, x0, x1), (y.line, y0, y1))
    )
    spots = (
        (0, 1, "left", "top"),
        (1, 1, "right", "top"),
        (0, 0, "left", "bottom"),
        (1, 0, "right", "bottom"),
    )
    roomy = [
        (left if px == 0 else 1 - left) > 0.2 and (below if py == 0 else 1 - below) > 0.2
        for px, py, *_ in spots
    ]
    return [
        note(
            f"<i>{text}</i>",
            px,
            py,
            xanchor=ax,
            yanchor=ay,
            xshift=6 if px == 0 else -6,
            yshift=-22 if py == 1 else 4,
            font={"size": look.small, "color": look.muted},
        )
        for text, (px, py, ax, ay), room in zip(corners, spots, roomy, strict=True)
        if text and room
    ]


def _sizes(frame: pd.DataFrame, look: Look) -> list[float]:
    """Diameters so that the area is in proportion, from 0."""
    if "size" not in frame or frame["size"].isna().all():
        return [look.marker * 1.6] * len(frame)
    scale = LARGEST * look.text / DESK.text
    return [
        round(max(scale * (s / frame["size"].max()) ** 0.5, 5), 1) if not absent(s) else 5.0
        for s in frame["size"]
    ]
