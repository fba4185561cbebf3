"""What every model of the recipe works with.

Areas, years, weights, chance, and sharing out beside published figures.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from zlib import crc32

import numpy as np
import pandas as pd

from data.rehearsal.apportion import apportion
from data.rehearsal.rows import Rows


@dataclass(frozen=True, eq=False)
class Bounds:
    """What a district may have, in the smallest unit.

    lower, upper: a figure a district; from nothing to the whole where None. fixed: figures that stand, by
    area.
    """

    lower: np.ndarray | Sequence[float] | None = None
    upper: np.ndarray | None = None
    fixed: Mapping[str, int] = field(default_factory=dict)

    @property
    def tight(self) -> bool:
        """Whether they leave less than everything from nothing to the whole."""
        return self.lower is not None or self.upper is not None

    def of(self, count: int, whole: int) -> tuple[np.ndarray, np.ndarray]:
        """Lower and upper bound of each of so many districts, to be written into."""
        low = np.zeros(count) if self.lower is None else np.array(self.lower, dtype=float)
        high = np.full(count, float(whole)) if self.upper is None else np.array(self.upper, dtype=float)
        return low, high


@dataclass
class Work:
    """One run of the generator.

    Attributes:
        districts: in order of code, so that the result does not depend on the order given.
        shared: (indicator, year, kind) → what each district was given, in the smallest unit.
    """

    rows: Rows
    published: pd.DataFrame
    districts: list[str]
    province: str
    years: list[int]
    seed: int
    shared: dict[tuple[str, int, str], np.ndarray] = field(default_factory=dict)

    def chance(self, name: str) -> np.random.Generator:
        """A stream of its own for each name: a new model in the recipe leaves the others as they were."""
        return np.random.Generator(np.random.PCG64([self.seed, crc32(name.encode())]))

    def profile(self, table: dict[str, float], otherwise: float | None = None) -> np.ndarray:
        """A number a district.

        Raises:
            KeyError: a district is missing and there is no `otherwise`.
        """
        return np.array(
            [table[d] if otherwise is None else table.get(d, otherwise) for d in self.districts], dtype=float
        )

    def weights(self, spec: str | dict[str, float]) -> np.ndarray:
        """A size a district: the latest complete published set of an indicator, or a sum of such sets times
        factors.
        """
        if isinstance(spec, dict):
            return np.sum([factor * self.weights(key) for key, factor in spec.items()], axis=0)
        published = self.published[
            (self.published["indicator"] == spec)
            & self.published["area"].isin(self.districts)
            & (self.published["kind"] == "actual")
        ]
        published = published.sort_values(["period_end", "area", "standard"]).drop_duplicates(
            ["period_end", "area"], keep="last"
        )
        complete = [day for day, rows in published.groupby("period_end") if len(rows) == len(self.districts)]
        if not complete:
            raise ValueError(f"trọng số {spec}: không có ngày nào đủ mọi huyện trong số đã công bố")
        return (
            published[published["period_end"] == complete[-1]]
            .set_index("area")["value"]
            .reindex(self.districts)
            .to_numpy(float)
        )

    def share_out(
        self,
        indicator: str,
        period: tuple[date, date],
        otherwise: float,
        weights,
        *,
        bounds: Bounds | None = None,
        kind: str = "actual",
        scale: int = 1,
        step: int = 1,
    ) -> np.ndarray:
        """Shares the province's figure among the districts and adds all rows that are not published.

        Args:
            otherwise: the province's figure where none is published.
            bounds: of the districts; a published district figure goes before them.
            scale: smallest units in one unit (10 for money with one decimal).
            step: districts get multiples of it where published figures allow (rounded plans).

        Returns:
            What each district has, in the smallest unit. Where all districts are published, theirs.

        Raises:
            ValueError: published figures or bounds leave no room.
        """
        published = {d: self.rows.held(indicator, d, *period, kind) for d in self.districts}
        held = self.rows.held(indicator, self.province, *period, kind)
        whole = _units(otherwise if held is None else held, scale)
        bounds = bounds or Bounds()
        stands = {**bounds.fixed, **{d: _units(v, scale) for d, v in published.items() if v is not None}}
        if len(stands) == len(self.districts):
            values = np.array([stands[d] for d in self.districts])
        else:
            if bounds.tight or any(v % step for v in (whole, *stands.values())):
                step = 1
            low, high = bounds.of(len(self.districts), whole)
            for d, value in stands.items():
                low[self.districts.index(d)] = high[self.districts.index(d)] = value
            values = apportion(whole // step, weights, lower=low // step, upper=high // step) * step
            self.rows.add_exact(
                indicator,
                {self.province: whole / scale, **dict(zip(self.districts, values / scale))},
                *period,
                kind,
            )
        self.shared[indicator, period[1].year, kind] = values
        return values


def path(given: float | list[float], n: int) -> float:
    """The n-th year's figure of a path; a single figure holds for every year."""
    return given[n] if isinstance(given, list) else given


def _units(value: float, scale: int) -> int:
    if abs(value * scale - round(value * scale)) > 1e-6:
        raise ValueError(f"{value:g} có nhiều chữ số thập phân hơn scale = {scale} cho phép")
    return round(value * scale)
