"""A trend the size of a word, as SVG text: for cards, where a chart of its own would weigh too much."""

import itertools
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup

from pages.figures.theme import Look
from pages.statistics.segments import Point, strokes
from pages.web.html import render

WIDTH, HEIGHT, EDGE = 240, 44, 5  # px

Spot = tuple[float, float]


@dataclass(frozen=True)
class Spark:
    """Where everything of a spark line stands, px from the upper left corner.

    beside: lines of the other area. links: from, to, whether both are firm. dots: where, whether firm.
    """

    beside: list[list[Spot]]
    links: list[tuple[Spot, Spot, bool]]
    dots: list[tuple[Spot, bool]]


def spark_html(frame: pd.DataFrame, *, look: Look, label: str, beside: pd.DataFrame | None = None) -> Markup:
    """One area's rows of `yearly_series` from zero; strokes end at breaks and gaps.

    Args:
        beside: another area's rows on the same scale (the province's rate), drawn thin and grey.
        label: the finding in words, read to those who do not see the line.

    Returns:
        An `<img>` that holds the SVG (Streamlit strips bare `<svg>`), empty text where there is no figure;
        illustrative points are hollow.
    """
    runs = strokes(frame)
    if not runs:
        return Markup("")
    spark = _spark(runs, [] if beside is None else strokes(beside))
    svg = render("spark.svg", width=WIDTH, height=HEIGHT, spark=spark, look=look)
    return render("spark.html", label=label, data=b64encode(svg.encode()).decode())


def _spark(runs: list[list[Point]], beside: list[list[Point]]) -> Spark:
    points = list(itertools.chain(*runs))
    first, last = min(p.year for p in points), max(p.year for p in points)
    others = [[p for p in run if first <= p.year <= last] for run in beside]
    spot = _scale(first, last, max(p.value for p in itertools.chain(points, *others)) or 1.0)
    links = [pair for run in runs for pair in itertools.pairwise(run)]
    return Spark(
        [[spot(p) for p in run] for run in others],
        [(spot(before), spot(after), before.firm and after.firm) for before, after in links],
        [(spot(p), p.firm) for p in points],
    )


def _scale(first: int, last: int, top: float) -> Callable[[Point], Spot]:
    """Years from edge to edge, values from zero at the foot to `top`."""

    def spot(point: Point) -> Spot:
        x = EDGE + (WIDTH - 2 * EDGE) * (point.year - first) / max(last - first, 1)
        return round(x, 1), round(HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * point.value / top, 1)

    return spot
