"""One district on one page: its figures by field, the findings, its place on the map, its likes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

import pandas as pd

from data.absence import absent
from data.catalogue import Domain, Indicator
from data.queries import series_of_areas
from data.status import Status, all_illustrative, rests_on
from geo.neighbours import neighbours_of
from geo.province import province_dir
from pages.content.about import edition_line
from pages.content.compared import LEAST, compared
from pages.content.likes import likes
from pages.content.locator import Locator, locator_state
from pages.content.place import Place
from pages.content.profile_rows import findings, rows_of
from pages.content.spine import Spine, spine_in
from pages.content.view import View
from pages.text import sentences
from pages.text.mark import mark, marked, notes, shown, worded
from pages.text.numbers import NBSP, attach, number, signed
from pages.text.plans import plan_note

Series = Mapping[tuple[str, str], pd.DataFrame]  # (indicator, area) → rows of `yearly_series`


@dataclass(frozen=True, eq=False)
class Trend:
    """The years of one indicator.

    frame: rows of `yearly_series`. beside: the province's, of rates. label: what the line shows, in words.
    """

    frame: pd.DataFrame
    beside: pd.DataFrame | None
    label: str


@dataclass(frozen=True, eq=False)
class Line:
    """One indicator in words, as the profile's headings name it."""

    name: str
    value: str
    rank: str
    change: str
    plan: str
    trend: Trend | None
    spine: Spine | None = None


@dataclass(frozen=True, eq=False)
class Section:
    """The figures of one field; id: the field's."""

    id: str
    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Headings:
    """What stands over the columns."""

    name: str
    value: str
    rank: str
    change: str
    plan: str
    trend: str


@dataclass(frozen=True, eq=False)
class Profile:
    """What a district's page says; without any figure only title and finding.

    badge: "" where nothing is illustrative. beside: lines of neighbours and likes.
    rates: among all districts; the sections hold the rest.
    """

    title: str
    finding: str
    badge: str = ""
    beside: tuple[str, ...] = ()
    locator: Locator | None = None
    headings: Headings | None = None
    rates: tuple[Line, ...] = ()
    sections: tuple[Section, ...] = ()
    notes: str = ""
    sources: str = ""


@lru_cache(maxsize=200)
def profile_state(view: View, code: str, year: int) -> Profile:
    """The whole profile of a district in a year."""
    say, texts = view.say("huyen"), view.say("screens")
    place = view.places_of(year)[code]
    name = place.full
    title, rows = say("title", name=name, year=year), rows_of(view, code, year)
    if rows.empty:
        return Profile(title, say("none", name=name, year=year))
    domains = rows["indicator"].map({key: i.domain for key, i in view.catalogue.indicators.items()})
    series = _series(view, code)
    opening = _rates(view, code, year, rows, series)
    rest = ~rows["indicator"].isin(opening)
    sections = tuple(
        Section(key, domain.name(view.language), tuple(_line(view, code, year, row, series) for row in of))
        for key, domain in view.catalogue.domains.items()
        if (of := rows[rest & (domains == key)].to_dict("records"))
    )
    if all_illustrative(rows["status"]):  # the badge says it once for all
        sign = NBSP + mark([Status.ILLUSTRATIVE], view.language).sign
        opening = {key: _unsigned(line, sign) for key, line in opening.items()}
        sections = tuple(
            replace(of, lines=tuple(_unsigned(line, sign) for line in of.lines)) for of in sections
        )
    without = [domain for key, domain in view.catalogue.domains.items() if not (domains == key).any()]
    titles = "; ".join(dict.fromkeys(t for t in rows["source_title"] if t))
    return Profile(
        title,
        findings(view, code, year),
        mark(rows["status"], view.language).badge,
        _beside(view, code, year),
        locator_state(view, code, neighbours_of(province_dir(), code), year),
        Headings(
            texts["indicator"],
            texts["column_value"],
            texts["column_rank"],
            say["change"],
            texts["column_share"],
            say["trend"],
        ),
        tuple(opening.values()),
        sections,
        _notes(view, rows, without),
        f"{texts('sources', sources=titles)}. {edition_line(view)}.",
    )


def _rates(view: View, code: str, year: int, rows: pd.DataFrame, series: Series) -> dict[str, Line]:
    """The lines that the page opens with; a rate that cannot be drawn among all stays in its field."""
    whole = compared(view, tuple(view.catalogue.indicators), year)
    return {
        row["indicator"]: replace(_line(view, code, year, row, series), spine=spine)
        for row in rows.to_dict("records")
        if (spine := spine_in(view, whole, row["indicator"], code))
    }


def _beside(view: View, code: str, year: int) -> tuple[str, ...]:
    """Neighbours, similar districts, and who could not be compared."""
    say, names, alike = view.say("huyen"), view.names(year), likes(view, code, year)
    near = ", ".join(names[c] for c in neighbours_of(province_dir(), code))
    lines = [say("neighbours", names=near or say["no_neighbours"])]
    if alike.codes:
        lines.append(say("likes", names=", ".join(names[c] for c in alike.codes), by=alike.by))
    else:
        lines.append(say("no_likes", by=alike.by))
    if alike.missing:
        lines.append(say("likes_missing", names=", ".join(names[c] for c in alike.missing)))
    return tuple(lines)


def _notes(view: View, rows: pd.DataFrame, without: list[Domain]) -> str:
    say = view.say("huyen")
    names = ", ".join(domain.name(view.language) for domain in without)
    texts = [
        say["note_rank"],
        *notes(rows["status"], view.language),
        view.say("screens")["unstable_note"] if rows["unstable"].any() else "",
        say("without", names=names) if names else "",
    ]
    return " ".join(filter(None, texts))


@lru_cache(maxsize=100)
def _series(view: View, code: str) -> Series:
    rows = series_of_areas(view.edition, list(view.catalogue.indicators), [code, view.areas.province])
    groups = rows.groupby(["indicator", "area"], sort=False)
    return {(str(key[0]), str(key[1])): frame for key, frame in groups}


def _line(view: View, code: str, year: int, row: dict, series: Series) -> Line:
    indicator = view.catalogue.indicators[row["indicator"]]
    return Line(
        indicator.label(view.language),
        _value(view, row, indicator),
        _rank(view, row),
        _change(view, row, indicator),
        "" if absent(row["plan"]) else _plan(view, row, indicator),
        _trend(view, view.places_of(year)[code], indicator, series),
    )


def _unsigned(line: Line, sign: str) -> Line:
    texts = {name: getattr(line, name).removesuffix(sign) for name in ("value", "rank", "change", "plan")}
    return replace(line, **texts)


def _trend(view: View, place: Place, indicator: Indicator, series: Series) -> Trend | None:
    frame = series.get((indicator.id, place.code))
    if frame is None:
        return None
    beside = series.get((indicator.id, view.areas.province)) if indicator.is_rate else None
    label = sentences.trend_finding(frame, indicator, view.catalogue, place.code, place.inside, view.language)
    return Trend(frame, beside, label)


def _value(view: View, row: dict, indicator: Indicator) -> str:
    if absent(row["value"]):
        return view.say("figures")["protected"]
    amount = sentences.amount(row["value"], indicator, view.catalogue, view.language)
    return shown(amount + (" *" if row["unstable"] else ""), row, "value", view.language)


def _plan(view: View, row: dict, indicator: Indicator) -> str:
    note = plan_note(row, indicator, view.catalogue, view.language)
    return marked(note, rests_on(row, "plan_share"), view.language)


def _rank(view: View, row: dict) -> str:
    if absent(row["rank"]) or row["of"] < LEAST:
        return "–"
    return marked(f"{int(row['rank'])}/{int(row['of'])}", [row["rank_status"]], view.language)


def _change(view: View, row: dict, indicator: Indicator) -> str:
    """In points or per cent, or why there is none; marked where the year before makes it illustrative."""
    say = view.say("huyen")
    sign = "" if mark([row["status"]], view.language) else mark([row["before_status"]], view.language).behind
    if indicator.in_points and not absent(row["points"]):
        moved = say("points", value=signed(row["points"], indicator.decimals, view.language))
        return worded(moved, row, "points", view.language) + sign
    if not absent(row["percent"]):
        moved = attach(signed(row["percent"], 1, view.language), "%")
        return worded(moved, row, "percent", view.language) + sign
    if not absent(row["before"]) and not row["reason"]:
        before, after = (number(row[c], indicator.decimals, view.language) for c in ("before", "value"))
        return view.say("sentences")("from_to", before=before, after=after) + sign
    return say["break"] if row["reason"] == "break" else "–"
