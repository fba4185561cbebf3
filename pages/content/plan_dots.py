"""How far every area is from its plan: one dot each around the plan's line, in their order."""

import math
from dataclasses import dataclass, replace
from functools import lru_cache

from data.absence import absent
from pages.content.about import headed
from pages.content.plan import PlanBars, plan_bars, share_at
from pages.content.view import View
from pages.text.words import words


@dataclass(frozen=True, eq=False)
class PlanDots(PlanBars):
    """The rows of plan bars as distances from the plan: the province, then the furthest behind first.

    part: (n, of), the n-th of so many pictures, where few large rows are wanted at a time.
    """

    part: tuple[int, int] = (1, 1)

    @property
    def placed(self) -> list[dict]:
        """The rows that have a place on the scale, or of which is said whether the plan is met."""
        return [
            r for r in self.rows.to_dict("records") if share_at(r) is not None or not absent(r["plan_met"])
        ]

    @property
    def dots(self) -> list[dict]:
        """The placed rows of this part."""
        n, of = self.part
        size = math.ceil(len(self.placed) / of)
        return self.placed[(n - 1) * size : n * size]

    @property
    def unknown(self) -> dict[str, list[str]]:
        """Why an area cannot be judged (a key of the words of figures, “” without a reason) → its names."""
        found: dict[str, list[str]] = {}
        judged = {row["area"] for row in self.placed}
        for row in self.rows.to_dict("records"):
            if row["area"] not in judged:
                found.setdefault(row.get("reason") or "", []).append(self.places[row["area"]].name)
        return found


def dots_of(bars: PlanBars) -> PlanDots:
    """The same rows by how far they are from the plan: of a ceiling the highest first, else the lowest."""
    rows, kind = bars.rows, bars.indicator.plan_type
    placed = [math.nan if (x := share_at(row)) is None else x for row in rows.to_dict("records")]
    keys = rows.assign(
        _district=rows["area"].ne(bars.province), _at=[-x if kind == "not_exceed" else x for x in placed]
    ).sort_values(["_district", "_at"], kind="stable")
    subtitle = words("screens", bars.language)[f"dots_subtitle_{kind}"]
    said = replace(bars.about, subtitle=subtitle)
    return PlanDots(
        headed(said, said.headline, bars.indicator, bars.language),
        bars.frame,
        bars.catalogue,
        bars.language,
        bars.indicator,
        rows.loc[keys.index],
        bars.places,
        bars.province,
        bars.selected,
    )


@lru_cache(maxsize=300)
def plan_dots(view: View, indicator_id: str, year: int, selected: tuple[str, ...]) -> PlanDots | None:
    """A year's plans by district as dots; None where no district can be placed."""
    bars = plan_bars(view, indicator_id, year, selected)
    dots = bars and dots_of(bars)
    return dots if dots and any(row["area"] != dots.province for row in dots.dots) else None


@lru_cache(maxsize=300)
def plan_part(view: View, indicator_id: str, year: int, n: int, of: int) -> PlanDots | None:
    """The n-th of so many pictures of the same dots, on the scale of all; None where no area has a plan."""
    bars = plan_bars(view, indicator_id, year, ())
    return bars and replace(dots_of(bars), part=(n, of))
