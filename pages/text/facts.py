"""A headline figure as a sentence: when, value, share of plan, change; each with its mark."""

import pandas as pd

from data.catalogue import Catalogue, Indicator
from data.status import Row, rests_on
from pages.text import sentences
from pages.text.mark import marked, shown, worded
from pages.text.plans import plan_clause
from pages.text.spans import when_counted
from pages.text.words import words


def fact(row: Row, indicator: Indicator, catalogue: Catalogue, language: str) -> str:
    """One figure as a sentence, or that there is none.

    Args:
        row: a row of `queries.figures`.
    """
    say = words("sentences", language)
    if pd.isna(row["value"]):
        return say("protected" if row.get("protected") else "none", name=indicator.name(language))

    def known(text: str, column: str) -> str:
        return marked(text, rests_on(row, column), language)

    key = "figure_estimate" if row["kind"] == "estimate" else "figure"
    amount = sentences.amount(row["value"], indicator, catalogue, language)
    clauses = [
        say(
            key,
            name=indicator.name(language),
            time=when_counted(row, language),
            value=shown(amount, row, "value", language),
        ),
        known(plan_clause(row, indicator, catalogue, language), "plan_share"),
        "" if row["reason"] else known(_change(row, indicator, catalogue, language), "points"),
    ]
    return ", ".join(filter(None, clauses)) + "."


def _change(row: Row, indicator: Indicator, catalogue: Catalogue, language: str) -> str:
    if indicator.in_points or pd.notna(row["percent"]) or pd.isna(row["before"]):
        return sentences.change(row, indicator, language)
    # no per cent on a small base
    before = worded(sentences.amount(row["before"], indicator, catalogue, language), row, "before", language)
    return words("sentences", language)("before_was", year=row["before_end"].year, value=before)
