"""A chart with one row an area: name and figures written above each row's own line.

This way the longest name and the longest figure fit a phone, and nothing is cut or turned.
"""

from dataclasses import dataclass, field
from math import ceil

from pages.figures.template import Caption, base_layout
from pages.figures.theme import Look

BAR = 0.30  # height of a bar in rows
ABOVE = 0.58  # rows above the first row's line


def row_layout(
    count: int, caption: Caption, look: Look, language: str, *, axis: int, height: int | None
) -> dict:
    """The layout for `count` rows, the first on top at y = 0, the next at −1 and so on."""
    heading = max(
        0, ceil((look.small + 1) * 1.3 - (ABOVE - BAR / 2) * look.row)
    )  # px of the first row's heading that its row has no room for
    room = {"left": 8, "right": 12, "axis": axis, "legend": heading}
    probe = base_layout(caption, look, language, look.height, **room)
    margins = probe["margin"]["t"] + probe["margin"]["b"]
    base = base_layout(caption, look, language, height or margins + count * look.row, **room)
    base["yaxis"] = {"visible": False, "range": [ABOVE - count, ABOVE], "fixedrange": True}
    return base


@dataclass
class Headings:
    """Collects what stands above the rows, and writes it as two traces of text."""

    look: Look
    right: float  # x of the right edge
    left: float = 0.0
    entries: list[tuple[str, str, float, str]] = field(default_factory=list)

    def add(self, name: str, figures: str, y: float, *, strong: bool = False, colour: str = "") -> None:
        """Name at the left and figures at the right above row `y`."""
        name, figures = (f"<b>{name}</b>", f"<b>{figures}</b>") if strong else (name, figures)
        self.entries.append((name, figures, y + BAR / 2, colour or self.look.ink))

    def traces(self) -> list[dict]:
        """Names, figures."""
        inks = [ink for *_, ink in self.entries]
        common = (
            {
                "type": "scatter",
                "mode": "text",
                "y": [y for _, _, y, _ in self.entries],
                "hoverinfo": "skip",
                "cliponaxis": False,
                "textfont": {"size": self.look.small + 1, "color": inks if len(set(inks)) > 1 else inks[0]},
            }
            if inks
            else {"type": "scatter"}
        )
        sides = ((self.left, 0, "top right"), (self.right, 1, "top left"))
        return [
            common
            | {
                "x": [x] * len(inks),
                "text": [entry[column] for entry in self.entries],
                "textposition": position,
            }
            for x, column, position in sides
        ]


def uprights(spots: list[tuple[float, float]], half: float, colour: str, width: float) -> dict:
    """Short upright strokes at (x, y), in one trace."""
    x = [value for at, _ in spots for value in (at, at, None)]
    y = [value for _, at in spots for value in (at - half, at + half, None)]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "hoverinfo": "skip",
        "line": {"color": colour, "width": width},
    }
