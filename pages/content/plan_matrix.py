"""All plans of a year × the province and its districts: % of plan, coloured by how the plan stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pandas as pd

from data.absence import absent
from data.status import all_illustrative
from pages.content.about import About, about, foot
from pages.content.plan_standing import standings
from pages.content.table import Column, Table, table_data
from pages.content.view import View
from pages.statistics.plan_standing import BUCKETS, SIGNS
from pages.text.mark import mark, notes, worded
from pages.text.numbers import number

TONES = {"reached": "plan_reached", "near": "plan_near", "behind": "plan_behind"}  # bucket → fill of a cell


@dataclass(frozen=True)
class Matrix:
    """The table, a row an indicator, and what it says. key: (tone, words) of the states that occur.

    frame: its rows as `plan_standing.standings` gives them.
    """

    about: About
    frame: pd.DataFrame
    table: Table
    key: tuple[tuple[str, str], ...]


@lru_cache(maxsize=200)
def plan_matrix(view: View, indicators: tuple[str, ...], year: int, month: int, shown: str) -> Matrix | None:
    """The plans in the order given; None where no district has one.

    Args:
        shown: the indicator whose row is highlighted.
    """
    say = view.say("ke_hoach")
    frame = standings(view, indicators, year, month)
    frame = frame[frame["plan"].notna() | frame["actual"].notna()]
    if not (frame["plan"].notna() & frame["level"].eq("district")).any():
        return None
    cells = {(row["indicator"], row["area"]): row for row in frame.to_dict("records")}
    areas = [view.areas.province, *view.areas.districts]
    names = view.names(year) | {view.areas.province: view.say("screens")["province"]}
    columns = [
        Column(
            view.say("screens")["indicator"],
            lambda row: view.label(row["indicator"]),
            lambda row: view.label(row["indicator"]),
            numeric=False,
        ),
        *(_column(view, names[area], area, cells, _mixed(frame)) for area in areas),
    ]
    heading = about(
        view,
        frame,
        year=year,
        title=say("matrix_title", year=year),
        subtitle=say["matrix_subtitle"],
        finding=say["matrix_subtitle"],
    )
    table = table_data(
        pd.DataFrame({"indicator": indicators}),
        columns,
        caption=" ".join([*_notes(view, frame, len(areas) * len(indicators)), foot(view, heading)]),
        sort=view.say("screens")["district_table"],
        language=view.language,
        selected=[shown],
        code="indicator",
    )
    known = frame["bucket"].unique()
    key = tuple(
        (TONES[bucket], f"{SIGNS[bucket]} {say['group_' + group]}")
        for group, bucket in BUCKETS.items()
        if bucket in known and bucket in TONES
    )
    return Matrix(heading, frame, table, key)


def _mixed(frame: pd.DataFrame) -> bool:
    """Whether not all figures are illustrative: else the badge above says it of all."""
    known = frame.loc[frame["actual"].notna(), "status"]
    return bool(len(known)) and not all_illustrative(known)


def _column(
    view: View, name: str, area: str, cells: Mapping[tuple[str, str], Mapping[Any, Any]], mixed: bool
) -> Column:
    def cell(row: Mapping) -> Mapping[Any, Any] | None:
        return cells.get((row["indicator"], area))

    def tone(row: Mapping) -> str:
        found = cell(row)
        return TONES.get(found["bucket"], "") if found else ""

    def share(row: Mapping) -> float | None:
        found = cell(row)
        return found["plan_share"] if found else None

    return Column(name, lambda row: _text(view, cell(row), mixed), share, tone=tone)


def _text(view: View, row: Mapping[Any, Any] | None, mixed: bool) -> str:
    """Sign and share; of a ceiling whether it is kept; a dash where the plan cannot be judged."""
    say = view.say("ke_hoach")
    if row is None or (absent(row["plan_share"]) and row["bucket"] not in TONES):
        return "–"
    sign = SIGNS[row["bucket"]] if row["bucket"] in TONES else ""
    if absent(row["plan_share"]):
        text = say["matrix_kept" if row["plan_met"] else "matrix_over"]
    else:
        text = worded(number(row["plan_share"], 1, view.language), row, "plan_share", view.language)
    worn = mark([row["status"]] if mixed else (), view.language)
    return f"{sign}{text}{worn.sign}"


def _notes(view: View, frame: pd.DataFrame, cells: int) -> list[str]:
    judged = frame["plan_share"].notna() | frame["bucket"].isin(list(TONES))
    return [
        *([view.say("ke_hoach")["matrix_dash"]] if judged.sum() < cells else []),
        *(notes(frame["status"], view.language) if _mixed(frame) else []),
    ]
