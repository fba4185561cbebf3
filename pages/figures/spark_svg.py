"""A trend the size of a word, as SVG text: for cards, where a chart of its own would weigh too much."""

import itertools
from base64 import b64encode
from html import escape

import pandas as pd

from pages.figures.theme import Look
from pages.statistics.segments import strokes

WIDTH, HEIGHT, EDGE = 240, 44, 5


def spark_svg(frame: pd.DataFrame, *, look: Look, label: str, beside: pd.DataFrame | None = None) -> str:
    """One area's rows of `yearly_series` from zero; strokes end at breaks and gaps.

    Args:
        beside: another area's rows on the same scale (the province's rate), drawn thin and grey.
        label: the finding in words, read to those who do not see the line.

    Returns:
        An `<img>` that holds the SVG (Streamlit strips bare `<svg>`), empty text where there is no figure;
        illustrative points are hollow.
    """
    runs = strokes(frame)
    points = [point for run in runs for point in run]
    if not points:
        return ""
    first, last = min(p.year for p in points), max(p.year for p in points)
    others = (
        [[p for p in run if first <= p.year <= last] for run in strokes(beside)] if beside is not None else []
    )
    top = max(p.value for run in [points, *others] for p in run) or 1.0

    def spot(point) -> tuple[float, float]:
        x = EDGE + (WIDTH - 2 * EDGE) * (point.year - first) / max(last - first, 1)
        return round(x, 1), round(HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * point.value / top, 1)

    drawn = []
    for run in others:
        path = " ".join(f"{x},{y}" for x, y in map(spot, run))
        drawn.append(f"<polyline points='{path}' fill='none' stroke='{look.pace}' stroke-width='1.5'/>")
    for run in runs:
        for before, after in itertools.pairwise(run):
            (x1, y1), (x2, y2) = spot(before), spot(after)
            dash = "" if before.firm and after.firm else " stroke-dasharray='2 3'"
            drawn.append(
                f"<line x1='{x1}' y1='{y1}' x2='{x2}' y2='{y2}' stroke='{look.bar}' stroke-width='2'{dash}/>"
            )
    for point in points:
        x, y = spot(point)
        fill = look.bar if point.firm else look.paper
        drawn.append(
            f"<circle cx='{x}' cy='{y}' r='3' fill='{fill}' stroke='{look.bar}' stroke-width='1.5'/>"
        )
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {HEIGHT}'>{''.join(drawn)}</svg>"
    packed = b64encode(svg.encode()).decode()
    return f'<img class="d-spark" alt="{escape(label, quote=True)}" src="data:image/svg+xml;base64,{packed}">'
