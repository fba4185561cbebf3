"""What is compared: the rows of several indicators in a year, with position and rank."""

from functools import lru_cache

import pandas as pd

from data import queries
from data.audience import kept_apart
from data.catalogue import Indicator
from data.status import worst
from pages.content.view import View
from pages.statistics.middle import position
from pages.statistics.ranks import rank_bands, ranks
from pages.text.sentences import rank_end

PLACED = ("rank", "best", "worst", "of", "rank_status")
LEAST = 2  # districts with a figure: below that there is nothing to compare


@kept_apart(16)
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
    """The rows of `queries.comparison`; of districts also position (−2 … 2) and the columns of `placed`."""
    frame = queries.comparison(view.edition, list(indicators), year, today=view.today)
    frame["position"] = float("nan")
    places = []
    for key, rows in frame[frame["level"] == "district"].groupby("indicator", sort=False):
        if rows["value"].notna().sum() >= LEAST:
            frame.loc[rows.index, "position"] = position(rows["value"])
        places.append(placed(rows, view.catalogue.indicators[str(key)]))
    return frame.join(pd.concat(places) if places else pd.DataFrame(columns=PLACED))


def placed(rows: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    """Ranks of one indicator's districts; nobody has one where a figure that is kept back may change it.

    Args:
        rows: districts, with value, status, protected and, of rates, denominator.

    Returns:
        rank, best, worst (of the band), of (how many are ranked), rank_status (the weakest among whom the
        rank is), indexed as `rows`; NaN and "" without a rank.
    """
    kept_back = rows["protected"].any()
    known = pd.Series(float("nan"), index=rows.index) if kept_back else rows["value"]
    bases = rows["denominator"] if indicator.is_rate and "denominator" in rows else pd.Series(dtype=float)
    step = indicator.factor / bases if bases.notna().any() else None
    found = rank_bands(known, indicator.judged, indicator.decimals, step)
    found["rank"] = ranks(known, indicator.judged, indicator.decimals)
    ranked = found["rank"].notna()
    found["of"] = float(ranked.sum())
    weakest = worst(rows.loc[ranked, "status"]) or ""
    found["rank_status"] = [weakest if has else "" for has in ranked]
    return found[list(PLACED)]


def rank_notes(view: View, rows: pd.DataFrame, indicator: Indicator) -> list[str]:
    """What stands under a table of ranks: which end is the first, or why nobody has a rank.

    Args:
        rows: with the columns of `placed` and `protected`.
    """
    if rows["rank"].notna().any():
        return [rank_end(indicator, view.language), view.say("screens")["rank_note"]]
    say = view.say("sentences")
    if indicator.judged == "neutral":
        return [say["rank_none_neutral" if indicator.is_rate else "rank_none_count"]]
    kept_back = int(rows["protected"].sum())
    return [say("rank_none_protected", count=kept_back)] if kept_back else []


def by_result(rows: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    """Districts sorted by their figure: the lowest first where lower is better, else the highest."""
    return rows.sort_values(
        "value", ascending=indicator.judged == "lower_is_better", kind="stable", na_position="last"
    )


def of_districts(frame: pd.DataFrame, indicator: str, only: tuple[str, ...] = ()) -> pd.DataFrame:
    """One indicator's districts, only some of them where named."""
    rows = frame[(frame["indicator"] == indicator) & (frame["level"] == "district")]
    return rows[rows["area"].isin(only)] if only else rows
