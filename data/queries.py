"""The questions that pages, slides, exports and the open interface ask; one SQL file each.

Every answer is a pandas frame whose columns stand in the header of its file in `sql/ask/`.
Values are unrounded, in the indicator's unit; NaN means that there is no figure, never zero.
All raise `UnknownEdition` where the edition does not exist.
"""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from data.clock import today as today_here
from data.serving import ask

SLOTS = 8  # ids that one run of figures.sql takes
OPEN = date(1900, 1, 1), date(2999, 12, 31)


def district_values(
    edition: int, indicator: str, year: int, kind: str = "actual", *, today: date | None = None
) -> pd.DataFrame:
    """Every district's figure of a year, or the reason why there is none.

    Returns:
        area str | value float | state str (value, no_data, not_due, not_applicable) | status str |
        kind str | source str | source_title str | period_start, period_end date | standard str |
        numerator, denominator float | unstable bool (base below the small-number threshold) |
        derived bool | note str; one row per district in official order.
    """
    return ask(
        edition,
        "area_values",
        indicator=indicator,
        year=year,
        kind=kind,
        area_kind="district",
        today=today or today_here(),
    )


def province_value(
    edition: int, indicator: str, year: int, kind: str = "actual", *, today: date | None = None
) -> pd.Series:
    """The province's figure of a year: its own where it has one, else the sum (Σ numerator ÷ Σ denominator)
    of all districts.

    Returns:
        One row with the columns of `district_values`.
    """
    return ask(
        edition,
        "area_values",
        indicator=indicator,
        year=year,
        kind=kind,
        area_kind="province",
        today=today or today_here(),
    ).iloc[0]


def yearly_series(edition: int, indicator: str, areas: list[str]) -> pd.DataFrame:
    """An indicator over the years for some areas: area | year | period_end | standard | kind | value | status
    | source_title | derived.

    A change of `standard` is a break and a missing year a gap: neither may be joined by a line.
    """
    return ask(edition, "yearly_series", indicator=indicator, areas=list(areas))


def years(edition: int, indicator: str) -> pd.DataFrame:
    """Years with figures: year int | standard str | districts int | province bool | illustrative bool |
    months (of a year with cumulated figures only, until which month; NA).
    """
    return ask(edition, "years", indicator=indicator)


def district_change(edition: int, indicator: str, year: int) -> pd.DataFrame:
    """Change on the year before, within one standard.

    area | value | before | points | percent | state | status | reason.
    """
    return ask(edition, "district_change", indicator=indicator, year=year)


def plan_progress(edition: int, indicator: str, year: int) -> pd.DataFrame:
    """Fulfilment of a year's plan, province first: area | actual | plan | plan_share, limit_used (%) |
    missing | plan_met | pace (% of plan) | pace_basis | as_of | state | reason | status.

    The province's share is Σ actual ÷ Σ plan, never a mean of shares.
    """
    return ask(edition, "plan_progress", indicator=indicator, year=year)


def year_to_date(edition: int, indicator: str, area: str, year: int) -> pd.DataFrame:
    """Cumulated figure by month against plan and pace.

    month | actual | plan | pace | pace_low | pace_high | pace_basis | history_years | status | source_title.
    """
    return ask(edition, "year_to_date", indicator=indicator, area=area, year=year)


def parts(edition: int, indicator: str, area: str) -> pd.DataFrame:
    """The parts of a total over the years: part | year | value | status | source_title."""
    return ask(edition, "parts", indicator=indicator, area=area)


def figures(edition: int, indicators: list[str], area: str, year: int) -> pd.DataFrame:
    """Headline figures of an area in a year, one row per indicator asked for, in the catalogue's order.

    Columns in `sql/ask/figures.sql`.
    """
    asked = [list(indicators[n : n + SLOTS]) for n in range(0, len(indicators), SLOTS)]
    found = [
        ask(
            edition,
            "figures",
            area=area,
            year=year,
            **{f"i{n + 1}": i for n, i in enumerate(some + [None] * (SLOTS - len(some)))},
        )
        for some in asked
    ]
    return pd.concat(found, ignore_index=True) if len(found) > 1 else found[0]


def differences(edition: int) -> pd.DataFrame:
    """Where districts do not add up to the province's own figure.

    indicator | period_end | kind | province | districts | difference.
    """
    return ask(edition, "differences")


def coverage(edition: int) -> pd.DataFrame:
    """What the edition holds of each indicator.

    indicator | rows | first_year | last_year | districts | published | reported | illustrative.
    """
    return ask(edition, "coverage")


def sources(edition: int) -> pd.DataFrame:
    """Sources in use: source | title | address | published | grade | note | rows."""
    return ask(edition, "sources")


def indicator_sources(edition: int) -> pd.DataFrame:
    """Sources in use of every indicator: indicator | source | title | address | rows."""
    return ask(edition, "indicator_sources")


def observations(
    edition: int,
    *,
    indicators: Sequence[str] = (),
    areas: Sequence[str] = (),
    kinds: Sequence[str] = (),
    first: date = OPEN[0],
    last: date = OPEN[1],
    limit: int = 1000,
    offset: int = 0,
) -> pd.DataFrame:
    """One page of figures, as the open data interface gives them; empty lists mean all.

    Columns in `sql/ask/observations.sql`.
    """
    return ask(
        edition,
        "observations",
        indicators=list(indicators),
        areas=list(areas),
        kinds=list(kinds),
        first=first,
        last=last,
        limit=limit,
        offset=offset,
    )


def other_periods(edition: int, indicators: list[str]) -> pd.DataFrame:
    """Figures that fit no single year (2016–2020 together …).

    indicator | area | period_start | period_end | kind | value | status | source | source_title | address |
    note.
    """
    return ask(edition, "other_periods", indicators=list(indicators))


def comparison(edition: int, indicators: list[str], year: int, *, today: date | None = None) -> pd.DataFrame:
    """Several indicators of all areas in one year, province first; columns in `sql/ask/comparison.sql`.

    One row per indicator (in the order asked) × area; `level` tells the province from districts.
    """
    return ask(edition, "comparison", indicators=list(indicators), year=year, today=today or today_here())


def district_years(edition: int) -> pd.DataFrame:
    """Years in which two districts or more have a figure, all indicators: indicator | year | districts."""
    return ask(edition, "district_years")


def plan_standing(edition: int, indicators: list[str], year: int, month: int = 12) -> pd.DataFrame:
    """Plans as they stood at the end of a month, province first; columns in `sql/ask/plan_standing.sql`."""
    return ask(edition, "plan_standing", indicators=list(indicators), year=year, month=month)


def plans(edition: int) -> pd.DataFrame:
    """Indicators with a plan: indicator | year | areas | months (list of months with a report)."""
    return ask(edition, "plans_of_year")


def plan_history(edition: int, indicator: str, year: int, month: int) -> pd.DataFrame:
    """What part of its total each year before `year` had reached by a month: area | year | share (0–1)."""
    return ask(edition, "plan_history", indicator=indicator, year=year, month=month)


def series_of_areas(edition: int, indicators: list[str], areas: list[str]) -> pd.DataFrame:
    """Several indicators over the years for some areas, plans left out.

    indicator | area | year | period_end | standard | kind | value | status.
    """
    return ask(edition, "series_of_areas", indicators=list(indicators), areas=list(areas))
