"""Counts above their own total: parts, and numerators of rates, in the same area, period and kind."""

import pandas as pd

from data.catalogue import Catalogue
from data.intake.findings import Checked
from data.protection.rules import read_relations

WHERE = ["area", "period_start", "period_end", "kind"]


def check_totals(checked: Checked, held: pd.DataFrame, catalogue: Catalogue) -> None:
    """Adds what the table contradicts: a fault within the table itself, a remark against what is stored.

    Args:
        checked: without faults so far.
        held: the long table of the edition that the table is to change.
    """
    typed = checked.frame
    keys = [*WHERE, "indicator"]
    days = {c: pd.to_datetime(held[c]).dt.date for c in ("period_start", "period_end")}
    other = held.assign(**days)[[*keys, "standard", "value"]]
    both = pd.concat([typed[[*keys, "standard", "value"]].assign(at=typed.index), other.assign(at=-1)])
    both = both.drop_duplicates([*keys, "standard"])
    for total, parts in _groups(catalogue):
        if not typed["indicator"].isin([total, *parts]).any():
            continue
        within = _above(typed.assign(at=typed.index), total, parts)
        beside = _above(both, total, parts)
        stored = beside[~beside["at"].isin(within["at"])]
        _say(checked.fault, checked, within, total, "Sửa số của phần hoặc của tổng.")
        _say(checked.remark, checked, stored, total, "Số kia đang lưu trong kho: kiểm tra cả hai.")


def _groups(catalogue: Catalogue) -> list[tuple[str, list[str]]]:
    """(total, parts that together are at most the total)."""
    found = catalogue.indicators.values()
    shares = {(i.denominator, i.numerator) for i in found if i.factor == 100 and i.numerator}
    totals = dict.fromkeys(i.part_of for i in found if i.part_of)
    return (
        [(str(total), [str(part)]) for total, part in sorted(shares)]
        + [(total, [i.id for i in found if i.part_of == total]) for total in totals]
        + [(s.total, list(s.parts)) for s in read_relations(catalogue).sums]
    )


def _above(rows: pd.DataFrame, total: str, parts: list[str]) -> pd.DataFrame:
    """Where the parts exceed the total: at (a row of the table) | parts | total (values)."""
    whole = rows[rows["indicator"] == total].set_index(WHERE)[["value", "at"]]
    part = rows[rows["indicator"].isin(parts)]
    if whole.empty or part.empty:
        return pd.DataFrame({"at": [], "parts": [], "total": []})
    summed = part.groupby([*WHERE, "standard"]).agg(
        parts=("value", "sum"), n=("value", "size"), part=("at", "max")
    )
    pairs = summed.reset_index("standard", drop=True).join(
        whole.rename(columns={"value": "total", "at": "whole"}), how="inner"
    )
    rounding = pairs["n"] * 0.5e-4  # the catalogue's finest figures have four decimals
    wrong = pairs[pairs["parts"] > pairs["total"] + rounding]
    at = wrong["whole"].where(wrong["whole"] >= 0, wrong["part"])
    return wrong.assign(at=at)[at >= 0][["at", "parts", "total"]].drop_duplicates("at")


def _say(report, checked: Checked, found: pd.DataFrame, total: str, remedy: str) -> None:
    by_row = found.set_index("at")
    report(
        "value",
        pd.Series(checked.rows.index.isin(by_row.index), checked.rows.index),
        lambda r: (
            "các phần cộng lại {parts:.10g} lớn hơn ".format(**by_row.loc[r.name])
            + "{total:.10g} của ".format(**by_row.loc[r.name])
            + total
        ),
        remedy,
    )
