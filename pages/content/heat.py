"""The heat table: districts × indicators, judged by where each stands against the middle."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pandas as pd

from data.absence import absent
from data.catalogue import Indicator
from data.status import Status
from pages.content.about import About, about
from pages.content.compared import compared, of_districts
from pages.content.table import Column, Table, table_data
from pages.content.view import View
from pages.statistics.middle import standing
from pages.text.mark import mark, notes, worded
from pages.text.numbers import number
from pages.text.spans import partial, shared_period

SIGNS = {-2: "▼", -1: "▼", 0: "", 1: "▲", 2: "▲"}
Cells = Mapping[tuple[str, str], Mapping[Any, Any]]  # (area, indicator) → row of `compared`


@dataclass(frozen=True)
class Heat:
    """The table and what it says. key: (tone, words) of the colours that occur."""

    about: About
    table: Table
    key: tuple[tuple[str, str], ...]


@lru_cache(maxsize=300)
def heat_state(
    view: View, indicators: tuple[str, ...], year: int, selected: tuple[str, ...], only: tuple[str, ...]
) -> Heat:
    """The sortable table: province first, then districts in official order."""
    say, texts = view.say("so_sanh"), view.say("screens")
    frame = compared(view, indicators, year)
    cells = {(r["area"], r["indicator"]): r for r in frame.to_dict("records")}
    names = {code: place.name for code, place in view.places_of(year).items()}
    names[view.areas.province] = texts["province"]
    drawn = [view.areas.province, *(c for c in view.areas.districts if not only or c in only)]
    mixed = _mixed(frame)
    columns = [
        Column(texts["column_area"], lambda r: names[r["area"]], lambda r: names[r["area"]], numeric=False),
        *(_column(view, view.catalogue.indicators[key], cells, mixed) for key in indicators),
    ]
    rows = frame[["area"]].drop_duplicates()
    table = table_data(
        rows[rows["area"].isin(drawn)],
        columns,
        caption=" ".join(_notes(view, frame, mixed)),
        sort=texts["district_table"],
        language=view.language,
        selected=selected,
    )
    heading = about(
        view,
        frame,
        year=year,
        title=say("heat_title", count=len(indicators), year=year),
        subtitle=say["heat_subtitle"],
        finding=_finding(view, frame, indicators, names, year),
    )
    return Heat(heading, table, key_of(view, indicators))


def key_of(view: View, indicators: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """(tone, words) of the colours that these indicators' cells can have."""
    say = view.say("so_sanh")
    polarities = {view.catalogue.indicators[i].judged for i in indicators}
    judged = (
        ("better", say["key_better"]),
        ("worse", say["key_worse"]),
        ("similar", say["key_similar"]),
        ("much_better", say["key_strong"]),
    )
    neutral = (("higher", say["key_neutral"]),)
    return (judged if polarities - {"neutral"} else ()) + (neutral if "neutral" in polarities else ())


def _mixed(frame: pd.DataFrame) -> bool:
    """Whether not all figures are illustrative: else the badge above says it of all."""
    return bool(frame.loc[frame["value"].notna(), "status"].ne(Status.ILLUSTRATIVE).any())


def _column(view: View, indicator: Indicator, cells: Cells, mixed: bool) -> Column:
    """One indicator: arrow, figure, remarks; judged by its position."""
    key = indicator.id

    def text(row: Mapping) -> str:
        cell = cells[row["area"], key]
        if absent(cell["value"]):
            return "–" if cell["state"] == "no_data" else view.say("figures")[cell["state"]]
        arrow = "" if absent(cell["position"]) else SIGNS[int(cell["position"])]
        figure = worded(
            number(cell["value"], indicator.decimals, view.language), cell, "value", view.language
        )
        unstable = " *" if cell["unstable"] else ""
        worn = mark([cell["status"]] if mixed else (), view.language)
        return f"{arrow} {figure}{unstable}{worn.behind}".strip()

    return Column(
        indicator.label(view.language),
        text,
        lambda r: cells[r["area"], key]["value"],
        unit=view.catalogue.unit(indicator, view.language),
        tone=lambda r: standing(cells[r["area"], key]["position"], indicator.judged),
    )


def _notes(view: View, frame: pd.DataFrame, mixed: bool) -> list[str]:
    texts = view.say("screens")
    return [
        *_times(view, frame),
        *([f"– {texts['no_data']}."] if (frame["state"] == "no_data").any() else []),
        *notes(frame["status"] if mixed else (), view.language),
        *([texts["unstable_note"]] if frame["unstable"].any() else []),
    ]


def _times(view: View, frame: pd.DataFrame) -> list[str]:
    """Indicators of which figures were counted at another time than the year or its end, and when."""
    known = frame[frame["value"].notna()]
    other = known[[partial(row) for row in known.to_dict("records")]]
    items = [
        f"{view.label(str(key))}: {shared_period(rows, view.language)}"
        for key, rows in other.groupby("indicator", sort=False)
    ]
    return [view.say("screens")("counted_otherwise", items="; ".join(items))] if items else []


def _finding(
    view: View, frame: pd.DataFrame, indicators: tuple[str, ...], names: dict[str, str], year: int
) -> str:
    say = view.say("so_sanh")
    lines = []
    for i in indicators:
        rows, name = of_districts(frame, i), view.catalogue.indicators[i].name(view.language)
        if rows["value"].isna().all():
            lines.append(say("no_value", name=name, year=year))
            continue
        sides = {
            side: ", ".join(names[a] for a in rows.loc[mask, "area"]) or say["nobody"]
            for side, mask in (("higher", rows["position"] > 0), ("lower", rows["position"] < 0))
        }
        lines.append(say("heat_line", name=name, **sides))
    return " ".join(lines)
