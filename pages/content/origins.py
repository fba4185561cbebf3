"""Beside a figure in a table: the file and cell that it came from, and what it replaced."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import pandas as pd

from data.absence import absent
from data.audience import INTERNAL
from data.origins import origins
from pages.content.view import View
from pages.text.numbers import moment, number

SHOWN = "origin"  # the column that `with_origins` adds
Key = tuple[str, str, int, str]  # indicator, area, year, kind


def with_origins(
    view: View, frame: pd.DataFrame, indicators: tuple[str, ...], year: int | None
) -> pd.DataFrame:
    """The frame with a column `origin` (words, "" for a figure of the shipped tables); as it was where no row
    has any, and for the public, to whom an earlier value may be protected.

    Args:
        frame: of a query, with area. indicators: where it has no column `indicator`: the one that it is of.
        year: of rows that have none themselves.
    """
    known = _known(view.edition) if view.audience == INTERNAL else {}
    if not known or "area" not in frame or not ("indicator" in frame or len(indicators) == 1):
        return frame
    texts = [_text(view, known.get(_key(row, indicators, year))) for row in frame.to_dict("records")]
    return frame.assign(**{SHOWN: texts}) if any(texts) else frame


@lru_cache(maxsize=8)
def _known(edition: int) -> dict[Key, dict[Any, Any]]:
    rows: list[dict[Any, Any]] = origins(edition).to_dict("records")
    return {(r["indicator"], r["area"], r["period_end"].year, r["kind"]): r for r in rows}  # the last one


def _key(row: Mapping[Any, Any], indicators: tuple[str, ...], year: int | None) -> Key:
    own, kind = row.get("year"), row.get("kind")
    end: Any = row.get("period_end")
    at = year if absent(end) else pd.Timestamp(end).year
    return (
        row.get("indicator") or indicators[0],
        row["area"],
        int((at if absent(own) else own) or 0),
        "actual" if absent(kind) else str(kind),
    )


def _text(view: View, found: Mapping[str, Any] | None) -> str:
    if found is None:
        return ""
    say, declared = view.say("screens"), view.catalogue.indicators[found["indicator"]]
    told = say(
        "origin_at",
        file=found["file"],
        cell="!".join(filter(None, (found["sheet"], found["cell"]))),
        sha=found["sha256"][:12],
        who=found["author"],
        when=moment(found["time"].to_pydatetime(), view.language),
    )
    if pd.isna(found["value_before"]):
        return told
    before, value = (number(found[c], declared.decimals, view.language) for c in ("value_before", "value"))
    if before == value:
        return told
    return f"{told} {say('origin_revised', before=before, value=value, reason=found['reason'])}"
