"""The links of a series: firm ones solid, illustrative or estimated ones dotted."""

from collections.abc import Mapping
from types import MappingProxyType

from pages.statistics.segments import Point, line


def links(
    runs: list[list[Point]], colour: str, width: float, on: Mapping[str, str] = MappingProxyType({})
) -> list[dict]:
    """A trace a manner, without one that draws nothing.

    Args:
        on: the axes of a panel; the figure's own where empty.
    """
    manners = [(line(runs, firm=firm), dash) for firm, dash in ((True, "solid"), (False, "dot"))]
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": x,
            "y": y,
            "hoverinfo": "skip",
            "connectgaps": False,
            "line": {"color": colour, "width": width, "dash": dash},
            **on,
        }
        for (x, y), dash in manners
        if x
    ]
