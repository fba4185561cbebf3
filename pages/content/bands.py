"""Districts in three groups against the middle, with value and band of ranks: what a passer-by can read."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from data.absence import absent
from data.catalogue import Indicator
from data.status import Status
from pages.content.about import about
from pages.content.compared import compared, of_districts, rank_notes
from pages.content.state import State
from pages.content.view import View
from pages.statistics.middle import standing
from pages.text import sentences
from pages.text.mark import mark, marked, worded
from pages.text.numbers import number

GROUPS = (("lower", -1), ("similar", 0), ("higher", 1))  # key of the words `man_hinh`, position


@dataclass(frozen=True)
class Member:
    """A district of a group: name, value with its mark, rank or band of ranks, all in words."""

    name: str
    value: str
    rank: str


@dataclass(frozen=True)
class Group:
    """One side of the middle. tone: as `statistics.middle.standing`."""

    name: str
    tone: str
    members: tuple[Member, ...]


@dataclass(frozen=True, eq=False)
class Bands(State):
    """Three groups, the better side first (lower first where nothing is judged), in official order within.

    without: who has no figure, and why; "" where all have one.
    """

    groups: tuple[Group, ...]
    without: str


def bands_state(view: View, indicator_id: str, year: int) -> Bands:
    """The districts of a year in groups; empty groups where none has a figure."""
    say, indicator = view.say("man_hinh"), view.catalogue.indicators[indicator_id]
    frame, language = of_districts(compared(view, (indicator_id,), year), indicator_id), view.language
    names = view.names(year)
    ordered = GROUPS[::-1] if indicator.judged == "higher_is_better" else GROUPS
    known = frame.loc[frame["value"].notna(), "status"]
    mixed = bool(known.ne(Status.ILLUSTRATIVE).any())  # else the badge over all says it
    groups = tuple(
        Group(
            say[key],
            standing(position, indicator.judged),
            tuple(
                _member(view, indicator, row, names[row["area"]], mixed)
                for row in frame[frame["position"].pipe(_side) == position].to_dict("records")
            ),
        )
        for key, position in ordered
    )
    heading = about(
        view,
        frame,
        year=year,
        title=indicator.name(language),
        subtitle=say(
            "bands_subtitle",
            unit=view.catalogue.unit(indicator, language),
            rank=" ".join(rank_notes(view, frame, indicator)[:1]),
        ),
        finding=sentences.map_finding(frame, indicator, view.catalogue, names, year, language),
    )
    return Bands(heading, frame, view.catalogue, language, groups, _without(view, frame, names))


def _side(positions: pd.Series) -> pd.Series:
    """−1 below the middle, 0 about it, 1 above; NaN without a position."""
    return (positions > 0).astype(float).sub(positions < 0).where(positions.notna())


def _member(view: View, indicator: Indicator, row: dict, name: str, mixed: bool) -> Member:
    say = view.say("man_hinh")
    worn = mark([row["status"]] if mixed else (), view.language)
    band = "" if absent(row["best"]) else sentences.ranks(row["best"], row["worst"], view.language)
    band = marked(band, [row["rank_status"]] if mixed else (), view.language)
    return Member(
        name,
        worded(number(row["value"], indicator.decimals, view.language), row, "value", view.language)
        + worn.behind,
        say("rank", rank=band) if band else "",
    )


def _without(view: View, frame: pd.DataFrame, names: Mapping[str, str]) -> str:
    say, states = view.say("man_hinh"), view.say("figures")
    return " ".join(
        say(
            "without",
            state=states[str(state)][0].upper() + states[str(state)][1:],
            names=", ".join(names[area] for area in rows["area"].astype(str)),
        )
        for state, rows in frame[frame["value"].isna()].groupby("state", sort=False)
    )
