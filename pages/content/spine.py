"""A district among all, one rate a line: where it stands, the better side always to the right.

Source of the form: the spine charts of public health profiles (Fingertips): each rate on its own scale
from the worst to the best area, the middle as a band, the area's own dot on it.
"""

from dataclasses import dataclass

import pandas as pd

from data.absence import absent
from data.catalogue import Catalogue, Indicator
from data.status import Row
from pages.content.compared import LEAST, of_districts
from pages.content.view import View
from pages.statistics.middle import middle, standing
from pages.text.mark import shown
from pages.text.sentences import amount
from pages.text.words import words


@dataclass(frozen=True)
class Spine:
    """Places from 0 (left) to 1.

    others: of the other districts. own: None where protected. band: median ± 1 MAD. province: None where
    unknown or outside. tone: `standing` of the district. label: in words.
    """

    others: tuple[float, ...]
    own: float | None
    band: tuple[float, float]
    province: float | None
    tone: str
    label: str


def spine_of(
    rows: pd.DataFrame,
    code: str,
    province: float | None,
    indicator: Indicator,
    catalogue: Catalogue,
    language: str,
) -> Spine | None:
    """One rate of a district among all.

    Args:
        rows: the indicator's districts of `compared`. province: its figure.

    Returns:
        None where fewer than two districts have a figure, or all have the same.
    """
    known = rows[rows["value"].notna()].sort_values("value", kind="stable")
    if len(known) < LEAST or known["value"].nunique() < LEAST:
        return None
    lowest, *_, highest = known.to_dict("records")
    low, high = float(lowest["value"]), float(highest["value"])
    left, right = (high, low) if indicator.judged == "lower_is_better" else (low, high)

    def at(value: float) -> float:
        return round((value - left) / (right - left), 4)

    def written(row: Row) -> str:  # with its mark: it is read aloud
        return shown(amount(row["value"], indicator, catalogue, language), row, "value", language)

    median, mad = middle(known["value"])
    ends = sorted(at(min(max(value, low), high)) for value in (median - mad, median + mad))
    own = known[known["area"] == code]
    return Spine(
        tuple(at(value) for value in known.loc[known["area"] != code, "value"]),
        at(float(own["value"].iloc[0])) if len(own) else None,
        (ends[0], ends[1]),
        at(province) if province is not None and not absent(province) and low <= province <= high else None,
        standing(float(own["position"].iloc[0]), indicator.judged) if len(own) else "",
        words("huyen", language)("spine_label", low=written(lowest), high=written(highest)),
    )


def spine_in(view: View, whole: pd.DataFrame, indicator_id: str, code: str) -> Spine | None:
    """As `spine_of`, of an indicator among several; None for what is no rate.

    Args:
        whole: rows of `compared`, the province's too.
    """
    indicator = view.catalogue.indicators[indicator_id]
    if not (indicator.is_rate or indicator.in_points):
        return None
    rows = whole[(whole["indicator"] == indicator_id) & (whole["level"] == "province")]["value"].dropna()
    province = float(rows.iloc[0]) if len(rows) else None
    districts = of_districts(whole, indicator_id)
    return spine_of(districts, code, province, indicator, view.catalogue, view.language)
