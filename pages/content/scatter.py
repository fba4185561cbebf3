"""Two indicators against each other, a third as size."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from data.absence import absent
from data.status import worst
from pages.content.about import about
from pages.content.compared import LEAST, compared, of_districts
from pages.content.place import Place
from pages.content.state import State
from pages.content.view import View
from pages.text import sentences
from pages.text.numbers import number

ENOUGH = 5  # districts for a correlation


@dataclass(frozen=True)
class Axis:
    """A scale of a scatter.

    title: indicator and unit. line: value of a line across (the middle, 0), None for none. named: what the
    line is. zero: the axis starts there.
    """

    title: str
    line: float | None = None
    named: str = ""
    zero: bool = True


@dataclass(frozen=True, eq=False)
class Scatter(State):
    """Two figures of each district.

    dots: area | x | y | size (NaN or absent: all alike) | status | change (in words, "" or absent), no gaps
    in x and y; who is left out is named in the finding. rows: by area, those of `compared` behind its dot.
    corners: words in the fields between the lines: upper left, upper right, lower left, lower right.
    size: name of the third indicator, "" without one. places: names by code. selected: codes to highlight.
    """

    dots: pd.DataFrame
    rows: Mapping[str, list[dict]]
    x: Axis
    y: Axis
    places: Mapping[str, Place]
    size: str = ""
    corners: tuple[str, str, str, str] = ("", "", "", "")
    selected: tuple[str, ...] = ()


@lru_cache(maxsize=300)
def scatter_state(
    view: View, x: str, y: str, size: str, year: int, selected: tuple[str, ...], only: tuple[str, ...]
) -> Scatter | None:
    """Two indicators, a third as the dots' area; None with fewer than two districts."""
    say = view.say("so_sanh")
    asked = tuple(dict.fromkeys(i for i in (x, y, size) if i))
    frame = compared(view, asked, year)
    parts = {key: of_districts(frame, key, only).set_index("area") for key in asked}
    dots = pd.DataFrame(
        {
            "x": parts[x]["value"],
            "y": parts[y]["value"],
            "size": parts[size]["value"] if size else float("nan"),
        }
    )
    dots["status"] = [worst(parts[k].loc[a, "status"] for k in asked) or "" for a in dots.index]
    dots = dots[dots["x"].notna() & dots["y"].notna()].reset_index()
    if len(dots) < LEAST:
        return None
    names = {key: view.catalogue.indicators[key].name(view.language) for key in asked}
    finding = _finding(view, dots, names[x], names[y], year)
    drawn = frame[(frame["level"] == "district") & frame["area"].isin(dots["area"])]
    heading = about(
        view,
        drawn,
        year=year,
        title=say("scatter_title", x=sentences.within(names[x]), y=names[y], year=year),
        finding=with_left_out(view, finding, set(dots["area"]), only, year),
        subtitle=say("scatter_subtitle_size", size=sentences.within(names[size]))
        if size
        else say["scatter_subtitle"],
    )
    return Scatter(
        heading,
        drawn,
        view.catalogue,
        view.language,
        dots=dots,
        rows={a: [{"indicator": k, **parts[k].loc[a]} for k in asked] for a in dots["area"]},
        x=_axis(view, x),
        y=_axis(view, y),
        places=view.places_of(year),
        size=names[size] if size else "",
        selected=selected,
    )


def _finding(view: View, dots: pd.DataFrame, x: str, y: str, year: int) -> str:
    """How the two go together by rank (Spearman), where enough districts tell."""
    say, y = view.say("so_sanh"), sentences.within(y)
    rho = float(dots["x"].rank().corr(dots["y"].rank()))
    if len(dots) < ENOUGH or absent(rho):
        return say("scatter_few", x=x, y=y, year=year, count=len(dots))
    correlation = number(rho, 2, view.language)
    return say("scatter_finding", x=x, y=y, year=year, rho=correlation, count=len(dots))


def with_left_out(view: View, finding: str, drawn: set[str], only: tuple[str, ...], year: int) -> str:
    """The finding, and who could not be drawn."""
    names = view.names(year)
    missing = [names[c] for c in view.areas.districts if (not only or c in only) and c not in drawn]
    return f"{finding} {view.say('so_sanh')('left_out', names=', '.join(missing))}" if missing else finding


def _axis(view: View, key: str) -> Axis:
    indicator = view.catalogue.indicators[key]
    return Axis(
        f"{indicator.label(view.language)} ({view.catalogue.unit(indicator, view.language)})",
        zero=not indicator.is_rate,
    )
