"""Where a series is cut at a change of standard: a dashed line, and over it the standard that begins."""

import pandas as pd

from pages.content.trend import Trend
from pages.figures.template import note
from pages.figures.theme import Look
from pages.statistics.segments import breaks

BREAK = "break"  # name of the labels over a series' breaks
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
    known = frame.loc[frame["value"].notna(), "year"]
    edge, middle = float(known.min()) - 0.3, (known.min() + known.max()) / 2
    named = [(edge, first), *((b.at, b.standard) for b in found)]
    size = max(10, look.small - 2)
    labels = [_label(at, standard.name(state.language), at > middle, size) for at, standard in named]
    for row, label in enumerate(reversed(labels)):
        label["yshift"] = row * size * LINE_HEIGHT
        label["font"]["color"] = look.muted
    return shapes, labels


def documents(state: Trend, frame: pd.DataFrame) -> list[str]:
    """The documents of the standards within a series in the order of their names, two a line; [] without a
    change.
    """
    found, first = breaks(frame, state.indicator, state.catalogue)
    if not found or first is None:
        return []
    named = [standard.document for standard in (first, *(b.standard for b in found))]
    return ["; ".join(named[n : n + 2]) for n in range(0, len(named), 2)]


def _label(at: float, name: str, late: bool, size: int) -> dict:
    """A standard's name in one line beside its first day, on the side that has room."""
    text, side = (f"{name} →", "right") if late else (name, "left")
    return note(
        text,
        at,
        1,
        xref="x",
        xanchor=side,
        name=BREAK,
        yanchor="bottom",
        align=side,
        xshift=-2 if late else 2,
        font={"size": size},
    )


def room_above(labels: list[dict], look: Look) -> int:
    """Px above the plot for the labels of the breaks, a row each."""
    rows = sum(label["font"]["size"] * LINE_HEIGHT for label in labels)
    return int(rows + look.small * 0.8)
