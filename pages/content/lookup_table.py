"""Every figure of an indicator that was asked for: as rows for files, and periods by areas on the page."""

import re
from datetime import date
from functools import lru_cache

import pandas as pd

from data.absence import absent
from data.queries import observations
from pages.content.about import About, about
from pages.content.lookup import ALL, Asked
from pages.content.plain_table import why_empty
from pages.content.table import Column, Table, table_data
from pages.content.view import View
from pages.text.mark import notes, shown
from pages.text.numbers import number, period

MOST = 100_000  # figures of one indicator
PERIOD = ["period_end", "period_start", "standard", "kind"]


def span(start: date, end: date) -> str:
    """“nam” for a day or a whole year, “thang” for months from 1 January, “khac” for any other period."""
    if start == end:
        return "nam"
    if (start.month, start.day) != (1, 1) or start.year != end.year:
        return "khac"
    return "nam" if (end.month, end.day) == (12, 31) else "thang"


@lru_cache(maxsize=200)
def rows_asked(view: View, asked: Asked) -> pd.DataFrame:
    """The figures that fit, latest period first, province before districts; as `queries.observations`."""
    areas = [view.areas.province, *asked.selected] if asked.selected else view.areas.codes
    frame = observations(
        view.edition,
        indicators=[asked.indicator],
        areas=areas,
        kinds=[] if asked.kind == ALL else [asked.kind],
        first=date(asked.first, 1, 1),
        last=date(asked.last, 12, 31),
        limit=MOST,
    )
    if asked.span != ALL:
        periods = zip(frame["period_start"], frame["period_end"], strict=True)
        fits = [span(start, end) == asked.span for start, end in periods]
        frame = frame[pd.Series(fits, index=frame.index, dtype=bool)]
    order = {code: n for n, code in enumerate(view.areas.codes)}
    return frame.sort_values(
        [*PERIOD, "area"],
        ascending=[False, False, False, True, True],
        key=lambda c: c.map(order) if c.name == "area" else c,
        ignore_index=True,
    )


def about_rows(view: View, asked: Asked, frame: pd.DataFrame) -> About:
    """What the table says about itself, and the file made of it."""
    say = view.say("kham_pha")
    indicator = view.catalogue.indicators[asked.indicator]
    name = indicator.name(view.language)
    ends = pd.to_datetime(frame["period_end"]).dt.year
    span = (
        {"first": ends.min(), "last": ends.max()}
        if len(frame)
        else {"first": asked.first, "last": asked.last}
    )
    finding = say(
        "table_finding",
        name=name,
        count=int(frame["value"].notna().sum()),
        areas=frame["area"].nunique(),
        periods=len(frame[PERIOD[:2]].drop_duplicates()),
        **span,
    )
    return about(
        view,
        frame,
        title=say("table_of", name=name, **span),
        subtitle=view.catalogue.unit(indicator, view.language),
        finding=finding,
    )


@lru_cache(maxsize=200)
def periods_by_areas(view: View, asked: Asked) -> Table:
    """The page's table: a row a period, a column an area; data of `table.table_data`."""
    say, texts = view.say("kham_pha"), view.say("screens")
    frame, indicator = rows_asked(view, asked), view.catalogue.indicators[asked.indicator]
    names = view.names(asked.last)
    keys = frame[PERIOD].drop_duplicates()
    cells = {tuple(row[c] for c in (*PERIOD, "area")): row for row in frame.to_dict("records")}
    lines = keys.assign(code=range(len(keys)))

    def found(area: str, row: dict) -> dict | None:
        return cells.get((*(row[c] for c in PERIOD), area))

    def text(area: str, row: dict) -> str:
        cell = found(area, row)
        if cell is None:
            return "–"
        if absent(cell["value"]):
            return why_empty(view, cell)
        figure = number(cell["value"], indicator.decimals, view.language)
        return shown(figure, cell, "value", view.language)

    def value(area: str, row: dict) -> float | None:
        cell = found(area, row)
        return None if cell is None else cell["value"]

    columns = [
        Column(
            texts["column_period"],
            lambda r: period(r["period_start"], r["period_end"], view.language),
            lambda r: f"{r['period_end']:%Y%m%d}{r['period_start']:%Y%m%d}",
            numeric=False,
        ),
        Column(
            texts["column_kind"],
            lambda r: _joined(texts[f"kind_{r['kind']}"]),
            lambda r: r["kind"],
            numeric=False,
        ),
    ]
    if frame["standard"].ne("").any():
        columns.append(
            Column(
                texts["column_standard"],
                lambda r: _standard(view, r["standard"]),
                lambda r: r["standard"],
                numeric=False,
            )
        )
    for area in dict.fromkeys(c for c in view.areas.codes if c in set(frame["area"])):
        columns.append(Column(names[area], lambda r, a=area: text(a, r), lambda r, a=area: value(a, r)))
    caption = " ".join([say["table_hint"], say["dash"], *notes(frame["status"], view.language)])
    return table_data(
        lines, columns, caption=caption, sort=say["table_hint"], language=view.language, code="code"
    )


def for_files(view: View, frame: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, str]]:
    """The rows with words for what was computed, and headings of the columns that pictures do not have."""
    say = view.say("kham_pha")
    rows = frame.assign(origin=frame["derived"].map({True: say["derived_yes"], False: ""}))
    return rows, {"origin": say["derived"], "note": say["note"]}


def _standard(view: View, key: str) -> str:
    """A standard by the years in its name, where it has them: a column of the table names what it is of."""
    member = view.catalogue.standard(key)
    name = member.name(view.language) if member else ""
    years = re.search(r"\d{4}–\d{4}", name)
    return years[0].replace("–", "–\u2060") if years else name  # a dash, and no line breaks behind it


def _joined(text: str) -> str:
    """The words kept on one line: a narrow column must not break at every word."""
    return text.replace(" ", "\u00a0")
