"""Small multiples: every district's trend in a panel of its own."""

import pandas as pd
import plotly.graph_objects as go

from data.status import illustrative
from pages.content.hover import provenance
from pages.content.panels import Panels
from pages.content.place import Place
from pages.figures.links import links
from pages.figures.panel import Panel
from pages.figures.template import NO_CAPTION, Caption, add_key, base_layout, build, plot_height
from pages.figures.theme import DESK, Look
from pages.statistics.segments import Point, breaks, strokes
from pages.text.mark import worded
from pages.text.numbers import number, with_unit
from pages.text.words import words

ROW = 150  # px of one row of panels on a desk


def panels(
    state: Panels, *, look: Look = DESK, caption: Caption = NO_CAPTION, height: int | None = None
) -> go.Figure:
    """One panel a district, each with its name and last figure; lines end at breaks and gaps."""
    frame = state.frame
    known = frame[frame["value"].notna() & (frame["kind"] != "plan")]
    columns, rows = (max(spot[i] for spot in state.grid.values()) + 1 for i in (0, 1))
    base = base_layout(
        caption,
        look,
        state.language,
        height or rows * int(ROW * look.text / DESK.text) + 60,
        left=10,
        right=10,
        axis=int(look.small * 1.7),
    )
    cuts = breaks(known, state.indicator, state.catalogue)[0]
    years = (int(known["year"].min()), int(known["year"].max())) if len(known) else (0, 1)
    traces, base["shapes"] = [], []
    for n, place in enumerate(state.places, start=1):
        column, row = state.grid[place.code]
        panel = Panel(
            n,
            (column / columns, (column + 1) / columns),
            (1 - (row + 1) / rows, 1 - row / rows),
            plot_height(base),
            look,
        )
        top = _top(state, known, place)
        middle = float(f"{top / 2:.1g}")
        half = number(middle, max(0, -_exponent(middle)), state.language)
        base |= panel.axes(years, (0.0, top), {0.0: "", middle: half})
        runs = strokes(known[known["area"] == place.code])
        traces += _drawn(state, known, place, runs, panel)
        base["annotations"].append(panel.title(place.name, _last(state, runs), place.code in state.selected))
        base["shapes"] += [panel.cut(b.at) for b in cuts]
    add_key(base, _key(state, known, bool(cuts)), look)
    return build(traces, base)


def _top(state: Panels, known: pd.DataFrame, place: Place) -> float:
    """Upper end of a panel's scale: of all that is drawn, or of the district's own figures."""
    values = known.loc[known["area"] == place.code, "value"]
    if not state.shared and len(values):
        return float(values.max()) * 1.12 or 1.0
    shown = {p.code for p in state.places} | ({state.province.code} if state.province else set())
    values = known.loc[known["area"].isin(shown), "value"]
    return (float(values.max()) * 1.08 if len(values) else 1.0) or 1.0


def _last(state: Panels, runs: list[list[Point]]) -> str:
    if not runs:
        return words("figures", state.language)["no_data"]
    last = runs[-1][-1]
    figure = number(last.value, state.indicator.decimals, state.language)
    return worded(figure, last.row, "value", state.language)


def _drawn(
    state: Panels, known: pd.DataFrame, place: Place, runs: list[list[Point]], panel: Panel
) -> list[dict]:
    """The province's thin line, the district's own and its points."""
    look, strong = panel.look, place.code in state.selected
    traces = []
    if state.province is not None:
        beside = strokes(known[known["area"] == state.province.code])
        traces += links(beside, look.muted, look.line * 0.5, panel.on)
    colour = look.lines[1] if strong else look.bar
    traces += links(runs, colour, look.line * (1.5 if strong else 1), panel.on)
    return traces + _points(state, place, runs, panel, colour)


def _key(state: Panels, known: pd.DataFrame, cut: bool) -> list[str]:
    say = words("figures", state.language)
    hollow = illustrative(known["status"]) or known["kind"].eq("estimate").any()
    return [
        *([say("key_province", name=state.province.name)] if state.province else []),
        *([say["key_hollow"]] if hollow else []),
        *([say["key_break"]] if cut else []),
        *([] if state.shared else [say["key_own_scale"]]),
    ]


def _points(state: Panels, place: Place, runs: list[list[Point]], panel: Panel, colour: str) -> list[dict]:
    points = [p for run in runs for p in run]
    if not points:
        return []
    language, decimals = state.language, state.indicator.decimals
    unit = state.catalogue.unit(state.indicator, language)
    hovers = [
        "<br>".join(
            filter(
                None,
                [
                    worded(with_unit(p.value, unit, decimals, language), p.row, "value", language),
                    *provenance(p.row, language),
                ],
            )
        )
        for p in points
    ]
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [p.year for p in points],
            "y": [p.value for p in points],
            "customdata": [
                [place.code, f"{p.year}: {hover}"] for p, hover in zip(points, hovers, strict=True)
            ],
            "hovertemplate": f"<b>{place.full}</b><br>%{{customdata[1]}}<extra></extra>",
            "cliponaxis": False,
            "marker": {
                "color": colour,
                "size": panel.look.marker * 0.6,
                "symbol": ["circle" if p.firm else "circle-open" for p in points],
            },
        }
        | panel.on
    ]


def _exponent(value: float) -> int:
    """Position of a rounded number's last digit: 0.05 → −2, 300 → 0."""
    text = f"{value:.10f}".rstrip("0")
    return -len(text.partition(".")[2])
