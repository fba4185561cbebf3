"""What every model of the recipe works with.

Areas, years, weights, chance, and sharing out beside published figures.
"""

from dataclasses import dataclass, field
from datetime import date
from zlib import crc32

import numpy as np
import pandas as pd

from data.rehearsal.apportion import apportion
from data.rehearsal.rows import Rows


@dataclass
class Work:
    """One run of the generator.

    Attributes:
        districts: in order of code, so that the result does not depend on the order given.
        made: (indicator, year, kind) → what each district was given, in the smallest unit.
    """

    rows: Rows
    published: pd.DataFrame
    districts: list[str]
    province: str
    years: list[int]
    seed: int
    made: dict[tuple[str, int, str], np.ndarray] = field(default_factory=dict)

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
        own = self.published[
            (self.published["indicator"] == spec)
            & self.published["area"].isin(self.districts)
            & (self.published["kind"] == "actual")
        ]
        own = own.sort_values(["period_end", "area", "standard"]).drop_duplicates(
            ["period_end", "area"], keep="last"
        )
        complete = [day for day, rows in own.groupby("period_end") if len(rows) == len(self.districts)]
        if not complete:
            raise ValueError(f"trọng số {spec}: không có ngày nào đủ mọi huyện trong số đã công bố")
        return (
            own[own["period_end"] == complete[-1]]
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
        lower=None,
        upper=None,
        kind: str = "actual",
        scale: int = 1,
        step: int = 1,
        fixed: dict[str, int] | None = None,
    ) -> np.ndarray:
        """Shares the province's figure among the districts and adds all rows that are not published.

        Args:
            otherwise: the province's figure where none is published.
            lower, upper: bounds a district, in the smallest unit; a published district figure goes before
                them.
            scale: smallest units in one unit (10 for money with one decimal).
            step: districts get multiples of it where published figures allow (rounded plans).
            fixed: further figures that stand (area → smallest units).

        Returns:
            What each district has, in the smallest unit. Where all districts are published, theirs.

        Raises:
            ValueError: published figures or bounds leave no room.
        """
        published = {d: self.rows.held(indicator, d, *period, kind) for d in self.districts}
        held = self.rows.held(indicator, self.province, *period, kind)
        whole = _units(otherwise if held is None else held, scale)
        stands = {d: _units(v, scale) for d, v in published.items() if v is not None}
        stands = {**(fixed or {}), **stands}
        if len(stands) == len(self.districts):
            values = np.array([stands[d] for d in self.districts])
        else:
            if (
                whole % step
                or any(v % step for v in stands.values())
                or lower is not None
                or upper is not None
            ):
                step = 1
            low = np.zeros(len(self.districts)) if lower is None else np.array(lower, dtype=float)
            high = (
                np.full(len(self.districts), float(whole)) if upper is None else np.array(upper, dtype=float)
            )
            for d, value in stands.items():
                low[self.districts.index(d)] = high[self.districts.index(d)] = value
            values = apportion(whole // step, weights, lower=low // step, upper=high // step) * step
            self.rows.add_exact(
                indicator,
                {self.province: whole / scale, **dict(zip(self.districts, values / scale))},
                *period,
                kind,
            )
        self.made[indicator, period[1].year, kind] = values
        return values


def path(given: float | list[float], n: int) -> float:
    """The n-th year's figure of a path; a single figure holds for every year."""
    return given[n] if isinstance(given, list) else given


def _units(value: float, scale: int) -> int:
    if abs(value * scale - round(value * scale)) > 1e-6:
        raise ValueError(f"{value:g} có nhiều chữ số thập phân hơn scale = {scale} cho phép")
    return round(value * scale)
