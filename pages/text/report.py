"""Sentences of the yearly report, in official Vietnamese and in English.

Every illustrative figure wears its mark.
"""

from functools import partial

import pandas as pd

from data.catalogue import Catalogue, Indicator
from data.status import Row, rests_on
from pages.text import sentences
from pages.text.mark import marked, worded
from pages.text.plans import plan_note
from pages.text.spans import shared_period, when_counted
from pages.text.words import words

NAMED = 3  # areas of the same value that are named


def broken(row: Row, indicator: Indicator, catalogue: Catalogue, year: int, language: str) -> str:
    """That a change of standard forbids the comparison with the year before; empty without one."""
    standard = catalogue.standard(row["standard"]) if row["reason"] == "break" else None
    if standard is None:
        return ""
    return words("bao_cao", language)(
        "change_break",
        name=indicator.name(language),
        year=year,
        standard=standard.name(language),
        document=catalogue.legal_basis(standard.document).name(language),
    )


def spread(
    rows: pd.DataFrame, indicator: Indicator, catalogue: Catalogue, names: dict[str, str], language: str
) -> str:
    """Where a figure is highest and lowest; empty where fewer than two districts have one.

    Args:
        rows: the districts' rows of `queries.comparison` for one indicator.
    """
    say, known = words("bao_cao", language), rows[rows["value"].notna()]
    if len(known) < 2:
        return ""

    def amount(row: pd.Series) -> str:
        return worded(sentences.amount(row["value"], indicator, catalogue, language), row, "value", language)

    written = known.apply(amount, axis=1)
    most, least = (
        known[written == written[end]] for end in (known["value"].idxmax(), known["value"].idxmin())
    )

    kept_back = int(rows["protected"].sum())
    having = len(known) + kept_back
    silent = words("sentences", language)("map_kept_back", count=kept_back) if kept_back else ""

    def value(ends: pd.DataFrame) -> str:
        return marked(written[ends.index[0]], ends["status"], language)

    about = {"name": indicator.name(language), "time": _time(known, language), "kept_back": silent}
    if most.index.equals(known.index):
        return say(
            "spread_same",
            **about,
            value=value(known),
            known=having,
            all=len(rows),
        )
    some = say("spread_known", known=having, all=len(rows)) if having < len(rows) else ""
    return say(
        "spread",
        **about,
        known=some,
        most=together([names[a] for a in most["area"]], language),
        most_value=value(most),
        least=together([names[a] for a in least["area"]], language),
        least_value=value(least),
        **sentences.extremes(indicator, catalogue, language),
    )


def _time(known: pd.DataFrame, language: str) -> str:
    """When districts' figures were counted, as it stands behind the name: a time, or the span of several."""
    if known["period_end"].nunique() == 1 and known["period_start"].nunique() == 1:
        return " " + when_counted(known.iloc[0], language)
    return words("bao_cao", language)("spread_time", time=shared_period(known, language))


def fulfilment(
    rows: pd.DataFrame, indicator: Indicator, catalogue: Catalogue, names: dict[str, str], language: str
) -> str:
    """How many districts reached the plan, who did not and by what share; empty where none can be judged.

    Args:
        rows: as for `spread`.
    """
    say, judged = words("bao_cao", language), rows[rows["plan_met"].notna()]
    note = partial(plan_note, indicator=indicator, catalogue=catalogue, language=language)
    if judged.empty:
        return ""
    missed = judged[judged["plan_met"].eq(False)].sort_values("plan_share", kind="stable")
    ceiling = indicator.plan_type == "not_exceed"
    count = say(
        "plan_districts_ceiling" if ceiling else "plan_districts",
        name=sentences.within(indicator.name(language)) if language == "vi" else indicator.name(language),
        reached=len(judged) - len(missed),
        judged=len(judged),
    )
    sentence = marked(count, all_share_statuses(judged), language)
    if len(missed):
        shares = [
            say(
                "named_share",
                name=names[r.area],
                share=marked(note(r), rests_on(r, "plan_share"), language),
            )
            for _, r in missed.iterrows()
        ]
        sentence += say("plan_overrun" if ceiling else "plan_missed", names=", ".join(shares))
    return sentence + (say("plan_unknown", count=len(rows) - len(judged)) if len(judged) < len(rows) else "")


def all_share_statuses(rows: pd.DataFrame) -> list[object]:
    """What a count of met or missed plans rests on: the status of every figure and of every plan."""
    return [status for row in rows.to_dict("records") for status in rests_on(row, "plan_met")]


def together(names: list[str], language: str, *, most: int = NAMED, others: str = "others") -> str:
    """Names in a row, the first few of many; `others` is the key of the words for the rest."""
    if len(names) <= most:
        return ", ".join(names)
    return words("bao_cao", language)(others, names=", ".join(names[:most]), count=len(names) - most)
