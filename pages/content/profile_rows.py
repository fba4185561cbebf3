"""A district's figures of a year with ranks and positions, and what is to be said of them."""

from functools import lru_cache

import pandas as pd

from data.absence import absent
from data.status import rests_on
from pages.content.compared import compared
from pages.content.view import View
from pages.statistics.middle import standing
from pages.text import sentences
from pages.text.mark import marked, notes, shown
from pages.text.plans import plan_note

NAMED = 3  # indicators in a sentence of findings


@lru_cache(maxsize=400)
def rows_of(view: View, code: str, year: int) -> pd.DataFrame:
    """The district's figures of a year, catalogue order.

    Returns:
        The columns of `compared`, and province (value).
    """
    whole = compared(view, tuple(view.catalogue.indicators), year)
    held = whole[
        (whole["area"] == code) & (whole["value"].notna() | (whole["state"] == "protected"))
    ].set_index("indicator")
    province = whole[whole["level"] == "province"].set_index("indicator")["value"].rename("province")
    return held.join(province).reset_index()


def findings(view: View, code: str, year: int) -> str:
    """Where the district stands better, where worse, which plans it missed; figures that are judged only."""
    say, rows, catalogue = view.say("huyen"), rows_of(view, code, year), view.catalogue
    judged = [
        standing(at, catalogue.indicators[key].judged)
        for at, key in zip(rows["position"], rows["indicator"], strict=True)
    ]
    parts = []
    for side in ("better", "worse"):
        chosen = rows[[name.endswith(side) for name in judged]]
        chosen = chosen.assign(far=chosen["position"].abs()).sort_values(
            "far", ascending=False, kind="stable"
        )
        if len(chosen):
            items = "; ".join(_item(view, row) for row in chosen.head(NAMED).to_dict("records"))
            parts.append(say(f"finding_{side}", items=items))
    missed = rows[rows["plan_met"].eq(False)].head(NAMED).to_dict("records")
    if missed:
        items = "; ".join(f"{_name(view, row)} ({_plan(view, row)})" for row in missed)
        parts.append(say("finding_plan", items=items))
    return " ".join([*parts, *notes(rows["status"], view.language)]) if parts else say["finding_none"]


def _name(view: View, row: dict) -> str:
    return sentences.within(view.catalogue.indicators[row["indicator"]].name(view.language))


def _plan(view: View, row: dict) -> str:
    note = plan_note(row, view.catalogue.indicators[row["indicator"]], view.catalogue, view.language)
    return marked(note, rests_on(row, "plan_share"), view.language)


def _item(view: View, row: dict) -> str:
    indicator = view.catalogue.indicators[row["indicator"]]
    say, language = view.say("huyen"), view.language
    value = shown(sentences.amount(row["value"], indicator, view.catalogue, language), row, "value", language)
    if absent(row["rank"]):
        return f"{_name(view, row)} {value}"
    rank = say("finding_rank", rank=int(row["rank"]), of=int(row["of"]))
    return f"{_name(view, row)} {value} ({marked(rank, [row['rank_status']], language)})"
