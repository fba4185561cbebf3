"""What makes districts alike: the measures of `similarity.toml`, computed from an edition."""

from functools import lru_cache

import pandas as pd

from data import HERE
from data.catalogue import Words
from data.queries import yearly_series
from data.serving import areas
from data.toml_files import Strict, read_as

FILE = "similarity.toml"


class Measure(Strict):
    """numerator ÷ denominator, or the numerator itself; ids of the catalogue."""

    name: Words
    numerator: str
    denominator: str | None = None


class Likeness(Strict):
    """All of similarity.toml."""

    measure: tuple[Measure, ...]


@lru_cache(maxsize=1)
def measures() -> tuple[Measure, ...]:
    """The declared measures.

    Raises:
        FaultsFound: an unknown or missing key; whoever edits the file mends it.
    """
    return read_as(Likeness, (HERE / FILE).read_text(encoding="utf-8"), FILE).measure


def measured(edition: int, year: int) -> tuple[pd.DataFrame, tuple[int, int] | None]:
    """Districts × measures (columns by number); each figure of the year nearest to the one asked for, for
    these move slowly.

    Returns:
        The frame (NaN where a district has no figure), and the first and last year used, None without any.
        A measure without figures is left out.
    """
    districts, columns, years = areas(edition).districts, {}, set()

    def values(indicator: str) -> pd.Series:
        rows = yearly_series(edition, indicator, districts)
        rows = rows[(rows["kind"] != "plan") & rows["value"].notna()]
        nearest = (
            rows.assign(far=(rows["year"] - year).abs())
            .sort_values(["far", "kind"], kind="stable")
            .drop_duplicates("area")
            .set_index("area")
        )
        years.update(map(int, nearest["year"]))
        return nearest["value"].reindex(districts)

    for n, measure in enumerate(measures()):
        column = (
            values(measure.numerator) / values(measure.denominator)
            if measure.denominator
            else values(measure.numerator)
        )
        if column.notna().any():
            columns[n] = column
    return pd.DataFrame(columns, index=districts), (min(years), max(years)) if years else None
