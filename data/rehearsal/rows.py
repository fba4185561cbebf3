"""Writing illustrative rows: only what no published table holds, and nothing that contradicts one."""

from datetime import date

import pandas as pd

from data.status import Status

KEY = ["indicator", "area", "period_start", "period_end", "kind"]
COLUMNS = [*KEY, "standard", "value", "status", "source", "published", "note", "approx"]


class Rows:
    """Collects rows of the long table; a key that is published is never written.

    published: as `checks.check_rows` returns it; of one key under two standards the later one counts.
    """

    def __init__(self, published: pd.DataFrame, source: str):
        self.source = source
        ordered = published.sort_values([*KEY, "standard"])
        self._held = dict(
            zip(ordered[KEY].itertuples(index=False, name=None), ordered["value"].astype(float))
        )
        self._new: dict[tuple, float] = {}

    def held(self, indicator: str, area: str, start: date, end: date, kind: str = "actual") -> float | None:
        """The published value of a key, None where there is none."""
        return self._held.get((indicator, area, start, end, kind))

    def held_after(self, indicator: str, area: str, day: date) -> float | None:
        """The last published stock of `day` or later in the same year, None where there is none."""
        days = [
            k[3]
            for k in self._held
            if k[:2] == (indicator, area)
            and k[2] == k[3]
            and k[4] == "actual"
            and day <= k[3] <= year_end(day.year)
        ]
        return self.held(indicator, area, max(days), max(days)) if days else None

    def add(
        self, indicator: str, area: str, start: date, end: date, value: float, kind: str = "actual"
    ) -> None:
        """Adds a row unless its key is published."""
        key = indicator, area, start, end, kind
        if key not in self._held:
            self._new[key] = float(value)

    def add_exact(
        self, indicator: str, values: dict[str, float], start: date, end: date, kind: str = "actual"
    ) -> None:
        """Adds one row an area, where sums hang together.

        Raises:
            ValueError: a published figure differs from what would stand beside the others.
        """
        for area, value in values.items():
            published = self.held(indicator, area, start, end, kind)
            if published is not None and abs(published - value) > 1e-6:
                raise ValueError(
                    f"{indicator}, {area}, {end}: đã công bố {published:g}, phép chia cho {value:g}"
                )
            self.add(indicator, area, start, end, value, kind)

    def frame(self) -> pd.DataFrame:
        """The long table of all rows, in order of key, status illustrative."""
        keys = sorted(self._new)
        return pd.DataFrame(
            [(*key, "", self._new[key], Status.ILLUSTRATIVE, self.source, "", "", "") for key in keys],
            columns=COLUMNS,
        )


def year_end(year: int) -> date:
    """31 December."""
    return date(year, 12, 31)


def whole_year(year: int) -> tuple[date, date]:
    """1 January and 31 December."""
    return date(year, 1, 1), date(year, 12, 31)


def period(measure: str, year: int) -> tuple[date, date]:
    """The period of a year's figure: the whole year for a flow, its last day for a stock."""
    return whole_year(year) if measure == "flow" else (year_end(year), year_end(year))
