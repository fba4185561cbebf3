"""Where a series is cut at a change of standard: a dashed line, and over it the standard that begins."""

import pandas as pd

from pages.content.trend import Trend
from pages.figures.template import note, wrapped
from pages.figures.theme import Look
from pages.statistics.segments import breaks

BREAK = "break"  # name of the labels over a series' breaks: a narrow screen sets them one above the other
LINE_HEIGHT = 1.3  # of Plotly's text, in its size


def break_marks(state: Trend, frame: pd.DataFrame, look: Look) -> tuple[list[dict], list[dict]]:
    """Shapes and labels of a series' breaks, the first standard named at the left edge; empty without any."""
    found, first = breaks(frame, state.indicator, state.catalogue)
    if not found:
        return [], []
    shapes = [
        {
            "type": "line",
            "x0": b.at,
            "x1": b.at,
            "xref": "x",
            "y0": 0,
            "y1": 1,
            "yref": "paper",
            "layer": "below",
            "line": {"color": look.muted, "width": max(1, look.line * 0.5), "dash": "dash"},
        }
        for b in found
    ]
    edge = float(frame.loc[frame["value"].notna(), "year"].min()) - 0.3
    named = [(edge, first), *((b.at, b.standard) for b in found)]
    labels = [
        note(
            f"{wrapped(standard.name(state.language), 12)}<br>{wrapped(standard.document, 14)}",
            at,
            1,
            xref="x",
            xanchor="left",
            name=BREAK,
            yanchor="bottom",
            align="left",
            xshift=2,
            font={"size": max(10, look.small - 2), "color": look.muted},
        )
        for at, standard in named
    ]
    return shapes, labels


def room_above(labels: list[dict], look: Look) -> int:
    """Px above the plot for the labels of the breaks, whole lines with the signs over their letters."""
    tallest = max(
        ((label["text"].count("<br>") + 1) * label["font"]["size"] * LINE_HEIGHT for label in labels),
        default=0,
    )
    return int(tallest + look.small * 0.8)
