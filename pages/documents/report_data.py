"""The figures that a yearly report is written from: every headline indicator, province and districts."""

from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from data.absence import absent
from data.catalogue import Indicator
from data.headlines import headlines
from data.queries import comparison, differences, figures, sources
from pages.content.plan_standing import of_province
from pages.content.view import View
from pages.text.report import together

NAMED = 8  # indicators named beside a source


@dataclass(frozen=True, eq=False)
class Figures:
    """A year's figures.

    indicators: the headline ones. province: rows of `queries.figures` by indicator, of these and of all with
    a plan. plans: `plan_standing.of_province` by indicator. districts: indicator → its rows of
    `queries.comparison`, province first. names: code → full name at the end of the year; within: the same as
    it stands in a sentence. differing: rows of `queries.differences` whose period ends in the year.
    """

    year: int
    indicators: tuple[Indicator, ...]
    province: pd.DataFrame
    plans: pd.DataFrame
    districts: dict[str, pd.DataFrame]
    names: dict[str, str]
    within: dict[str, str]
    differing: pd.DataFrame

    def known(self, indicator: Indicator) -> bool:
        """Whether the province has a figure."""
        return pd.notna(self.province.loc[indicator.id, "value"])

    def of_districts(self, indicator: Indicator) -> pd.DataFrame:
        """The districts' rows of an indicator."""
        rows = self.districts[indicator.id]
        return rows[rows["level"] == "district"]

    @property
    def targets(self) -> list[str]:
        """Ids of what the year is measured by: indicators with a plan, and those of the review with a figure.

        In the catalogue's order.
        """
        cards = headlines().overview.cards
        known = self.province["value"].notna() & self.province.index.isin(cards)
        return list(self.province.index[known | self.province.index.isin(self.plans.index)])

    @property
    def outcomes(self) -> pd.Series:
        """Of each plan: reached, missed, or open where it cannot be judged or its year goes on."""
        by_reason = {"reached": "reached", "missed": "missed", "nearly": "missed"}
        return self.plans["reason"].map(by_reason).fillna("open")

    def not_due(self, indicator: Indicator) -> bool:
        """Whether the province's figure of the year is not expected yet: its absence is no gap."""
        rows = self.districts[indicator.id]
        return bool(rows.loc[rows["level"] == "province", "state"].eq("not_due").any())


@lru_cache(maxsize=20)
def figures_of(view: View, year: int) -> Figures:
    """The figures of a year as the view's audience may see them."""
    indicators = tuple(i for i in view.catalogue.indicators.values() if i.headline)
    keys = [i.id for i in indicators]
    judged = of_province(view, year).set_index("indicator")
    told = [i.id for i in view.catalogue.indicators.values() if i.headline or i.id in judged.index]
    beside = comparison(view.edition, keys, year, today=view.today)
    differing = differences(view.edition)
    places = view.places_of(year)
    return Figures(
        year,
        indicators,
        figures(view.edition, told, view.areas.province, year).set_index("indicator"),
        judged,
        {str(key): rows for key, rows in beside.groupby("indicator", sort=False)},
        {code: place.full for code, place in places.items()},
        {code: place.inside for code, place in places.items()},
        differing[[end.year == year for end in differing["period_end"]]] if len(differing) else differing,
    )


def sources_of(view: View, found: Figures) -> list[tuple[str, str, str]]:
    """Sources of the figures shown, weak ones left out: title with address, day of publication, short names
    of the indicators.
    """
    known = sources(view.edition)
    listed, weak = known.drop_duplicates("title").set_index("title"), _weak(known)
    return [
        (
            title + _address(listed, title),
            _published(listed, title),
            together(list(names), view.language, most=NAMED, others="other_indicators"),
        )
        for title, names in _used(view, found).items()
        if title not in weak
    ]


def weak_sources_of(view: View, found: Figures) -> tuple[int, list[str]]:
    """How many weak sources the figures rest on, and short names of the indicators."""
    weak = _weak(sources(view.edition))
    rest_on = [names for title, names in _used(view, found).items() if title in weak]
    return len(rest_on), list(dict.fromkeys(name for names in rest_on for name in names))


def _weak(listed: pd.DataFrame) -> set[str]:
    return set(listed.loc[listed["grade"] == "weak", "title"])


def _used(view: View, found: Figures) -> dict[str, dict[str, None]]:
    """Title of a source → short names of the indicators that it is used for, in order."""
    used: dict[str, dict[str, None]] = {}
    for key, told in found.province["source_title"].items():
        titles = [told]
        if key in found.districts:
            rows = found.districts[str(key)]
            titles += list(rows.loc[rows["value"].notna(), "source_title"])
        titles += list(found.plans.loc[found.plans.index == key, "source_title"])
        for title in titles:
            if not absent(title) and title != "":
                used.setdefault(str(title), {})[view.label(str(key))] = None
    return used


def _address(listed: pd.DataFrame, title: str) -> str:
    address = listed["address"].get(title)
    return f", {address}" if isinstance(address, str) and address.startswith("http") else ""


def _published(listed: pd.DataFrame, title: str) -> str:
    day = listed["published"].get(title)
    return day if isinstance(day, str) else ""
