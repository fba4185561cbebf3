"""What is compared: the rows of several indicators in a year, with position and rank."""

from functools import lru_cache

import pandas as pd

from data import queries
from pages.content.view import View
from pages.statistics.middle import position
from pages.statistics.ranks import rank_bands, ranks

LEAST = 2  # districts with a figure: below that there is nothing to compare


@lru_cache(maxsize=16)
def _years(edition: int) -> dict[str, tuple[int, ...]]:
    known = queries.district_years(edition)
    return {str(key): tuple(map(int, rows["year"])) for key, rows in known.groupby("indicator", sort=False)}


def comparable(view: View) -> tuple[str, ...]:
    """Indicators of which some year has figures of two districts or more, in the catalogue's order."""
    return tuple(_years(view.edition))


def district_years(edition: int, indicator: str) -> tuple[int, ...]:
    """Years with figures of two districts or more, rising."""
    return _years(edition).get(indicator, ())


@lru_cache(maxsize=400)
def compared(view: View, indicators: tuple[str, ...], year: int) -> pd.DataFrame:
    """The rows of `queries.comparison`; of districts also position (−2 … 2), rank, best and worst (band)."""
    frame = queries.comparison(view.edition, list(indicators), year, today=view.today)
    frame[["position", "rank", "best", "worst"]] = float("nan")
    for key, rows in frame[frame["level"] == "district"].groupby("indicator", sort=False):
        indicator = view.catalogue.indicators[str(key)]
        step = (
            indicator.factor / rows["denominator"]
            if indicator.is_rate and rows["denominator"].notna().any()
            else None
        )
        bands = rank_bands(rows["value"], indicator.polarity, indicator.decimals, step)
        frame.loc[rows.index, "position"] = position(rows["value"])
        frame.loc[rows.index, "rank"] = ranks(rows["value"], indicator.polarity, indicator.decimals)
        frame.loc[rows.index, ["best", "worst"]] = bands
    return frame


def of_districts(frame: pd.DataFrame, indicator: str, only: tuple[str, ...] = ()) -> pd.DataFrame:
    """One indicator's districts, only some of them where named."""
    rows = frame[(frame["indicator"] == indicator) & (frame["level"] == "district")]
    return rows[rows["area"].isin(only)] if only else rows
