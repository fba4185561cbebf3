"""Series cut into strokes: a change of standard or a missing year ends one, and nothing bridges it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

import pandas as pd

from data.catalogue import Catalogue, Indicator, Standard
from data.status import illustrative


@dataclass(frozen=True)
class Point:
    """One figure of a series; firm = neither illustrative nor an estimate."""

    year: int
    value: float
    standard: str
    firm: bool
    row: Mapping[Any, Any]


def strokes(frame: pd.DataFrame) -> list[list[Point]]:
    """Runs of consecutive years under one standard, of one area's actual figures and estimates.

    Args:
        frame: rows of one area as `yearly_series` returns them. An actual figure replaces the
            estimate of its year; plans are left out.

    Returns:
        Strokes in order of time, none empty; a lonely year is a stroke of one point.
    """
    points: dict[tuple[str, int], Point] = {}
    rows = frame[frame["kind"].isin(["estimate", "actual"]) & frame["value"].notna()]
    for row in rows.sort_values("kind", ascending=False).to_dict("records"):  # estimate first, actual over it
        standard = row["standard"] if isinstance(row["standard"], str) else ""
        firm = row["kind"] == "actual" and not illustrative([row["status"]])
        points[standard, int(row["year"])] = Point(int(row["year"]), float(row["value"]), standard, firm, row)
    found: list[list[Point]] = []
    for standard in dict.fromkeys(key[0] for key in sorted(points, key=lambda key: key[1])):
        series = sorted((p for p in points.values() if p.standard == standard), key=lambda p: p.year)
        for point in series:
            if found and found[-1][-1].standard == standard and found[-1][-1].year == point.year - 1:
                found[-1].append(point)
            else:
                found.append([point])
    return found


def line(runs: list[list[Point]], *, firm: bool) -> tuple[list, list]:
    """x and y of the links between neighbours of a stroke, None between strokes.

    A link is firm when both its ends are; a stroke of mixed points is drawn in two manners.
    """
    x: list[int | None] = []
    y: list[float | None] = []
    for run in runs:
        for before, after in pairwise(run):
            if (before.firm and after.firm) is firm:
                if not x or x[-1] != before.year or y[-1] != before.value:
                    x += [None, before.year] if x else [before.year]
                    y += [None, before.value] if y else [before.value]
                x.append(after.year)
                y.append(after.value)
    return x, y


AIR = 0.15  # years between a break and a figure


@dataclass(frozen=True)
class Break:
    """Where a standard ends and the next begins: its first day, among years that stand at their ends."""

    at: float
    standard: Standard


def breaks(
    frame: pd.DataFrame, indicator: Indicator, catalogue: Catalogue
) -> tuple[list[Break], Standard | None]:
    """The changes of standard within a frame's years, and the standard of its first years."""
    family = catalogue.standards.get(indicator.standards or "", ())
    years = frame[frame["value"].notna()].groupby("standard")["year"]
    first, last = years.min().to_dict(), years.max().to_dict()
    present = [member for member in family if member.id in first]
    found = [
        Break(_between(_on_axis(after.first_day), last[before.id], first[after.id]), after)
        for before, after in pairwise(present)
    ]
    return found, present[0] if present else None


def _between(at: float, before: int, after: int) -> float:
    """A place between two figures that touches neither; the middle where there is no room."""
    if after - before < 2 * AIR:
        return (before + after) / 2
    return min(max(at, before + AIR), after - AIR)


def _on_axis(day: str) -> float:
    """Where a day (ISO) lies among years: the last day of each stands at its number."""
    at = date.fromisoformat(day)
    return at.year - 1 + at.timetuple().tm_yday / date(at.year, 12, 31).timetuple().tm_yday
