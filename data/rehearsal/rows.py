"""Writing illustrative rows: only what no published table holds."""

from datetime import date

import pandas as pd

KEY = ["indicator", "area", "period_start", "period_end", "kind"]


class Rows:
    """Collects rows of the long table; a key that is published is never written.

    published: as `checks.check_rows` returns it.
    """

    def __init__(self, published: pd.DataFrame, source: str):
        self.source = source
        self._held = {tuple(k[:2]) + (k[2], k[3], k[4]): v for *k, v in published[[*KEY, "value"]].itertuples(index=False, name=None)}
        self._new: dict[tuple, float] = {}

    def held(self, indicator: str, area: str, start: date, end: date, kind: str = "actual") -> float | None:
        """The published value of a key, None where there is none."""
        return self._held.get((indicator, area, start, end, kind))

    def add(self, indicator: str, area: str, start: date, end: date, value: float, kind: str = "actual") -> None:
        """Adds a row unless its key is published."""
        key = indicator, area, start, end, kind
        if key not in self._held:
            self._new[key] = value

    def add_all(self, indicator: str, areas: list[str], start: date, end: date, values, kind: str = "actual") -> None:
        """Adds one row an area."""
        for area, value in zip(areas, values):
            self.add(indicator, area, start, end, float(value), kind)

    def frame(self) -> pd.DataFrame:
        """The long table of all rows, in order of key, status illustrative."""
        keys = sorted(self._new)
        return pd.DataFrame(
            [(*key[:4], key[4], "", self._new[key], "illustrative", self.source, "", "") for key in keys],
            columns=["indicator", "area", "period_start", "period_end", "kind", "standard", "value", "status", "source", "published", "note"],
        )


def year_end(year: int) -> date:
    """31 December."""
    return date(year, 12, 31)


def whole_year(year: int) -> tuple[date, date]:
    """1 January and 31 December."""
    return date(year, 1, 1), date(year, 12, 31)
