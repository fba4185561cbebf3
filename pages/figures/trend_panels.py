"""Several indicators over the years as small multiples: the shape of each, its extremes, its last figure."""

import plotly.graph_objects as go

from data.status import illustrative
from pages.content.hover import provenance
from pages.content.trend import Trend
from pages.content.trend_panels import TrendPanels
from pages.figures.links import links
from pages.figures.panel import Panel
from pages.figures.template import NO_CAPTION, Caption, add_key, base_layout, build, note, plot_height
from pages.figures.theme import DESK, Look
from pages.statistics.segments import Point, breaks, strokes
from pages.text.mark import worded
from pages.text.numbers import number, with_unit
from pages.text.words import words

COLUMNS = 2  # as many as a telephone has room for
ROW = 130  # px of one row of panels on a desk
BEHIND = 0.3  # of the years, free behind a last point that is named there
AIR = 0.18  # of a panel's span, under its lowest and over its highest figure


def trend_panels(
    state: TrendPanels, *, look: Look = DESK, caption: Caption = NO_CAPTION, height: int | None = None
) -> go.Figure:
    """One panel an indicator, all with the same years; lines end at breaks and gaps."""
    rows = -(-len(state.trends) // COLUMNS)
    tall = height or rows * int(ROW * look.text / DESK.text) + 60
    axis = int(look.small * 1.7)
    base = base_layout(caption, look, state.language, tall, left=10, right=10, axis=axis)
    known = state.frame[state.frame["value"].notna() & (state.frame["kind"] != "plan")]
    years = (int(known["year"].min()), int(known["year"].max()))
    traces, base["shapes"] = [], []
    for n, trend in enumerate(state.trends):
        column, row = n % COLUMNS, n // COLUMNS
        across = (column / COLUMNS, (column + 1) / COLUMNS)
        down = (1 - (row + 1) / rows, 1 - row / rows)
        panel = Panel(n + 1, across, down, plot_height(base), look)
        runs = strokes(trend.frame)
        low, high = _span(runs)
        base |= panel.axes(years, (low - AIR * (high - low), high + AIR * (high - low)), _ticks(trend, runs))
        traces += [*links(runs, look.bar, look.line, panel.on), _points(trend, runs, panel)]
        name = trend.indicator.label(state.language)
        base["annotations"] += [panel.title("", name, False), _end(trend, runs, panel, years)]
        base["shapes"] += [
            panel.cut(cut.at) for cut in breaks(trend.frame, trend.indicator, state.catalogue)[0]
        ]
    say = words("figures", state.language)
    hollow = illustrative(known["status"]) or known["kind"].eq("estimate").any()
    add_key(base, [say["key_own_scale"], *([say["key_hollow"]] if hollow else [])], look)
    return build(traces, base)


def _span(runs: list[list[Point]]) -> tuple[float, float]:
    """Lowest and highest figure; around a single one as much as makes a line of it."""
    values = [point.value for run in runs for point in run]
    low, high = min(values), max(values)
    return (low, high) if high > low else (low - 1, high + 1)


def _ticks(trend: Trend, runs: list[list[Point]]) -> dict[float, str]:
    """The lowest and the highest figure, each with its number."""
    values = [point.value for run in runs for point in run]
    return {
        v: number(v, trend.indicator.decimals, trend.language) for v in sorted({min(values), max(values)})
    }


def _end(trend: Trend, runs: list[list[Point]], panel: Panel, years: tuple[int, int]) -> dict:
    """The last figure with its year: behind its point where the axis goes on, else over it."""
    last = max((run[-1] for run in runs), key=lambda point: point.year)
    font = {"size": panel.look.small, "color": panel.look.ink}
    where = {"xref": panel.on["xaxis"], "yref": panel.on["yaxis"], "font": font}
    behind = last.year <= years[1] - BEHIND * (years[1] - years[0])
    where |= (
        {"xanchor": "left", "yanchor": "middle", "xshift": 7}
        if behind
        else {"xanchor": "right", "yanchor": "bottom", "xshift": 6, "yshift": 5}
    )
    return note(f"{last.year}: <b>{_amount(trend, last)}</b>", last.year, last.value, **where)


def _amount(trend: Trend, point: Point) -> str:
    """A panel has no room for words of units; what is counted says its name."""
    unit = "%" if trend.indicator.in_points else ""
    text = with_unit(point.value, unit, trend.indicator.decimals, trend.language)
    return worded(text, point.row, "value", trend.language)


def _points(trend: Trend, runs: list[list[Point]], panel: Panel) -> dict:
    points = [point for run in runs for point in run]
    hovers = [
        "<br>".join(filter(None, [_amount(trend, p), *provenance(p.row, trend.language)])) for p in points
    ]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [p.year for p in points],
        "y": [p.value for p in points],
        "text": [f"{p.year}: {hover}" for p, hover in zip(points, hovers, strict=True)],
        "hovertemplate": f"<b>{trend.indicator.label(trend.language)}</b><br>%{{text}}<extra></extra>",
        "cliponaxis": False,
        "marker": {
            "color": panel.look.bar,
            "size": panel.look.marker * 0.7,
            "symbol": ["circle" if p.firm else "circle-open" for p in points],
        },
    } | panel.on
