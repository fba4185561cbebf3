"""Headline figures as cards: value, share of plan, change in the right word, small trend, source."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from data.absence import absent
from data.catalogue import Indicator
from data.queries import figures, yearly_series
from data.status import illustrative
from pages.content.about import About, known_statuses
from pages.content.place import Place
from pages.content.plain_table import why_empty
from pages.content.state import State
from pages.content.view import View
from pages.text import plans, sentences
from pages.text.facts import fact
from pages.text.headline import headline
from pages.text.mark import NO_MARK, Mark, mark, worded
from pages.text.numbers import date, number, period, unit_after
from pages.text.review import review, statuses_of
from pages.text.spans import partial

STATUSES = ("status", "plan_status", "before_status")  # of the parts that a card is made of


@dataclass(frozen=True)
class Line:
    """A line of a card. lead, text, tail: its words; mark: worn by what stands before the tail."""

    text: str
    lead: str = ""
    tail: str = ""
    mark: Mark = NO_MARK


@dataclass(frozen=True)
class Source:
    """Where a figure was published. address: "" unless it leads to a web page. published: a day, or ""."""

    title: str
    address: str = ""
    published: str = ""


@dataclass(frozen=True, eq=False)
class Card:
    """One figure.

    missing: why there is none, and then nothing else is said; "" otherwise. value, unit: as published.
    plan, change: None where there is nothing to say; a change without a figure before it has no lead.
    part: the period of a figure that is not the whole year's, "" of others.
    series: rows of `queries.yearly_series` without plans. trend: what the series shows, in words.
    """

    indicator: Indicator
    title: str
    missing: str = ""
    value: str = ""
    unit: str = ""
    mark: Mark = NO_MARK
    plan: Line | None = None
    change: Line | None = None
    series: pd.DataFrame | None = None
    trend: str = ""
    period: str = ""
    part: str = ""
    source: Source = Source("")


@dataclass(frozen=True, eq=False)
class Cards(State):
    """Headline figures of an area in a year. frame: rows of `queries.figures`."""

    cards: tuple[Card, ...]
    year: int
    place: Place | None = None  # the district told of; None for the province

    @property
    def headline(self) -> str:
        """What the figures say, in one sentence."""
        name = self.place.inside if self.place else ""
        return headline(self.rows, self.year, name, self.catalogue, self.language)

    @property
    def rows(self) -> pd.DataFrame:
        """The figures, indexed by indicator."""
        return self.frame.set_index("indicator")

    @property
    def review(self) -> str:
        """The paragraph that reviews the year by these figures."""
        return review(self.rows, self.year, self.catalogue, self.language)

    @property
    def review_mark(self) -> Mark:
        """The mark of the review: of values and plans, and of the year before where it is told."""
        return mark(statuses_of(self.rows), self.language)


@lru_cache(maxsize=600)
def cards_state(view: View, indicators: tuple[str, ...], year: int, area: str = "") -> Cards:
    """One card an indicator, in this order; of the province where `area` is empty."""
    area = area or view.areas.province
    catalogue, language = view.catalogue, view.language
    frame = figures(view.edition, list(indicators), area, year)
    rows = {row["indicator"]: row for row in frame.to_dict("records")}
    declared = [catalogue.indicators[key] for key in indicators]
    finding = " ".join(fact(rows[i.id], i, catalogue, language) for i in declared)
    known = frame[frame["value"].notna()]
    named = known.loc[known["source_title"].fillna("") != "", "source_title"]
    statuses = known_statuses(status for column in STATUSES for status in known[column])
    heading = About(
        "", "", finding, tuple(named.value_counts().index), statuses, indicators=indicators, year=year
    )
    cards = tuple(_card(view, i, rows[i.id], view.places_of(year)[area]) for i in declared)
    place = None if area == view.areas.province else view.places_of(year)[area]
    return Cards(heading, frame, catalogue, language, cards, year, place)


def _card(view: View, indicator: Indicator, row: Mapping, place: Place) -> Card:
    title, language = indicator.label(view.language), view.language
    if absent(row["value"]):
        return Card(indicator, title, missing=why_empty(view, row))
    series = yearly_series(view.edition, indicator.id, [place.code])
    value = number(row["value"], indicator.decimals, language)
    unit = unit_after(value, view.catalogue.unit(indicator, language))
    counted = period(row["period_start"], row["period_end"], language)
    return Card(
        indicator,
        title,
        value=worded(value, row, "value", language),
        unit=unit,
        mark=mark([row["status"]], language),
        plan=_plan(view, indicator, row),
        change=_change(view, indicator, row),
        series=series[series["kind"] != "plan"],
        trend=sentences.trend_finding(series, indicator, view.catalogue, place.code, place.inside, language),
        period=counted,
        part=counted if partial(row) else "",
        source=_source(row, language),
    )


def _plan(view: View, indicator: Indicator, row: Mapping) -> Line | None:
    if absent(row["plan"]):
        return None
    language = view.language
    target = worded(sentences.amount(row["plan"], indicator, view.catalogue, language), row, "plan", language)
    result = plans.plan_result(row, indicator, view.catalogue, language)
    worn = _mark_of_part(row, "plan_status", language)
    if not result:
        return Line(target, lead=f"{view.say('screens')['plan']}: ", mark=worn)
    return Line(target, lead=f"{result[:1].upper()}{result[1:]} (", tail=")", mark=worn)


def _change(view: View, indicator: Indicator, row: Mapping) -> Line | None:
    text, language = sentences.change(row, indicator, view.language), view.language
    if not text:
        return None
    if row["reason"] or absent(row["before"]):
        return Line(text)
    worn = _mark_of_part(row, "before_status", language)
    before, after = (
        worded(number(row[c], indicator.decimals, language), row, c, language) for c in ("before", "value")
    )
    measured = indicator.in_points or not absent(row["percent"])  # else the text itself says from … to
    if before == after or not measured:
        return Line(text, mark=worn)
    return Line(text, lead=f"{view.say('screens')('before', before=before, after=after)}: ", mark=worn)


def _mark_of_part(row: Mapping, part: str, language: str) -> Mark:
    """The mark of a real figure's illustrative part; an illustrative figure's card is marked as a whole."""
    return NO_MARK if illustrative([row["status"]]) else mark([row[part]], language)


def _source(row: Mapping, language: str) -> Source:
    address, published = row["address"], row["published"]
    return Source(
        str(row["source_title"] or ""),
        address if isinstance(address, str) and address.startswith(("http://", "https://")) else "",
        date(published, language) if isinstance(published, str) and len(published) == 10 else "",
    )
