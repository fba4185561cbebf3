"""What a template asks for: its rows and input cells, from catalogue, areas, period and figures held.

Nothing here knows how a workbook is written (`template`) or read back (`template_reader`).
"""

import calendar
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from data.areas import Areas
from data.catalogue import Catalogue, Indicator
from data.status import Status

INPUTS = ("plan", "estimate", "actual")  # kinds of figures that a row takes
COLUMNS = ("indicator", "area", "unit", "before", "before_period", *INPUTS, "note")
SUM = "sum"  # ends the id of the row that adds the districts up
VERSION = "1"
MARKER = f"bieu-mau-{VERSION}"  # stands where hidden column and hidden row of ids meet
HIDDEN = "_ma_bieu"  # the sheet of ids
ENTRY = ("cell", "row", "indicator", "area", "kind", "period_start", "period_end", "standard", "unit")
LABELS = ("indicator_label", "area_label")  # as the visible cells beside the figure must read
HEAD = ("version", "checksum", "edition", "province", "year", "month")


@dataclass(frozen=True)
class Asked:
    """Which figures: indicators and areas in order, a year, and the month up to which flows are cumulated."""

    subject: str
    indicators: tuple[Indicator, ...]
    areas: tuple[str, ...]
    year: int
    month: int | None = None

    @property
    def end(self) -> date:
        """The last day of the period."""
        month = self.month or 12
        return date(self.year, month, calendar.monthrange(self.year, month)[1])


@dataclass(frozen=True)
class Slot:
    """One input cell: the key of the figure that it takes."""

    kind: str
    start: date
    end: date
    standard: str


@dataclass(frozen=True)
class Line:
    """One row of a template; without slots it adds the districts up.

    before: the value of an earlier period (the indicator's unit), None without; before_end: its last day.
    """

    indicator: Indicator
    area: str
    slots: tuple[Slot, ...]
    before: float | None = None
    before_end: date | None = None

    @property
    def id(self) -> str:
        """What stands in the hidden column."""
        return f"{self.indicator.id}|{self.area}"


def lines(asked: Asked, catalogue: Catalogue, areas: Areas, held: pd.DataFrame) -> Iterator[Line]:
    """The rows of a template, a block for each indicator.

    With every district a block opens with the province's row, where the edition holds a figure of it or where
    areas do not add up, and with the sum of the districts, where they do.

    Args:
        held: the long table of the edition (`editions.stored_rows`).
    """
    real = held[held["status"] != Status.ILLUSTRATIVE]
    of_province = set(real.loc[real["area"] == areas.province, "indicator"])
    whole = len(asked.areas) > 1
    for indicator in asked.indicators:
        before = _before(indicator, asked, catalogue, real)
        slots = tuple(_slots(indicator, asked, catalogue))
        if whole and (indicator.id in of_province or indicator.aggregate == "none"):
            yield Line(indicator, areas.province, slots, *before.get(areas.province, (None, None)))
        if whole and indicator.aggregate == "sum":
            yield Line(indicator, SUM, ())
        for area in asked.areas:
            yield Line(indicator, area, slots, *before.get(area, (None, None)))


def _slots(indicator: Indicator, asked: Asked, catalogue: Catalogue) -> Iterator[Slot]:
    for kind in INPUTS:
        end = date(asked.year, 12, 31) if kind == "plan" else asked.end
        if kind != "plan" or indicator.plan:
            start = end if indicator.measure == "stock" else date(asked.year, 1, 1)
            yield Slot(kind, start, end, _standard(indicator, end, catalogue))


def _standard(indicator: Indicator, end: date, catalogue: Catalogue) -> str:
    family = catalogue.standards.get(indicator.standards or "", ())
    return next((m.id for m in family if m.first_day <= end.isoformat() <= m.last_day), "")


def _before(
    indicator: Indicator, asked: Asked, catalogue: Catalogue, real: pd.DataFrame
) -> dict[str, tuple[float, date]]:
    """area → (value, last day) of the latest actual figure before the period, of the same standard.

    Flows are compared like with like: from 1 January to the same day of an earlier year.
    """
    rows = real[
        (real["indicator"] == indicator.id)
        & (real["kind"] == "actual")
        & (real["standard"] == _standard(indicator, asked.end, catalogue))
        & (real["period_end"] < asked.end.isoformat())
    ]
    if indicator.measure == "flow":
        years = rows["period_end"].str[:4]
        same_days = [f"{year}-{_last_day(int(year), asked.end.month)}" for year in years]
        rows = rows[(rows["period_start"] == years + "-01-01") & (rows["period_end"] == same_days)]
    latest = rows.sort_values("period_end").drop_duplicates("area", keep="last")
    return {
        area: (float(value), date.fromisoformat(end))
        for area, value, end in zip(latest["area"], latest["value"], latest["period_end"])
        if pd.notna(value)
    }


def _last_day(year: int, month: int) -> str:
    return f"{month:02}-{calendar.monthrange(year, month)[1]}"


def checksum(rows: Sequence[Sequence[str]]) -> str:
    """Tells whether the hidden sheet is as it was written; guards against slips, not against people."""
    text = "\x1e".join("\x1f".join(row).rstrip("\x1f") for row in rows)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]
