"""Two layers: what the shipped tables say, and what an office has published over it.

The lake keeps the shipped layer beside the figures that count. A figure that is not in it as it stands is an
office's own: shipped tables never replace it.
"""

import duckdb
import pandas as pd

from data.editions import editions
from data.intake.numbers import written
from data.lake import cursor, sql

BUILD = "python -m data build"  # author of editions made from the shipped tables
REASONS = {
    "reason_vi": "Số của bảng kèm theo; đơn vị đã công bố số khác, số của đơn vị được dùng.",
    "reason_en": "Figure of the shipped tables; the office has published another, which is used.",
}


def shipped_layer(edition: int) -> pd.DataFrame:
    """The long table as the shipped tables had it at an edition; empty before the first build.

    Editions of an earlier version have no such layer: until then every published figure of a build was
    a shipped one.
    """
    try:
        layer = cursor().execute(sql("lake/shipped_layer").format(id=edition)).df()
    except duckdb.Error:  # the table is younger than the edition
        layer = pd.DataFrame()
    builds = [e.id for e in editions() if e.author == BUILD and e.id <= edition]
    if layer.empty and builds:
        layer = cursor().execute(sql("lake/published_rows").format(id=builds[0])).df()
    return _days(layer)


def office_rows(edition: int) -> pd.DataFrame:
    """The figures that an office has published itself, as they are stored; dates as datetime.date."""
    lake = cursor()
    lake.register("shipped_layer", shipped_layer(edition))
    return _days(lake.execute(sql("lake/office_rows").format(id=edition)).df())


def superseded(edition: int) -> pd.DataFrame:
    """Shipped figures that an office has replaced by others, as rows of conflicts.csv (all str)."""
    lake = cursor()
    lake.register("shipped_layer", shipped_layer(edition))
    rows = lake.execute(sql("lake/superseded").format(id=edition)).df()
    return rows.assign(value=rows["value"].map(written), **REASONS).astype(str)


def _days(rows: pd.DataFrame) -> pd.DataFrame:
    days = {c: rows[c].dt.date for c in ("period_start", "period_end") if c in rows and len(rows)}
    return rows.assign(**days)
