"""Sentences of the yearly report, in official Vietnamese and in English.

Every illustrative figure wears its mark.
"""

from collections.abc import Iterable

import pandas as pd

from data.catalogue import Catalogue, Indicator
from data.status import illustrative
from pages.text import sentences
from pages.text.numbers import NBSP, date, period
from pages.text.plans import plan_clause, plan_note
from pages.text.spans import partial
from pages.text.words import words

NAMED = 3  # areas of the same value that are named


def marked(text: str, statuses: Iterable[object], language: str) -> str:
    """The text, with the mark where it rests on an illustrative figure.

    A sentence wears it before its full stop.
    """
    if not illustrative(statuses):
        return text
    mark = NBSP + words("bao_cao", language)["mark"]
    return text[:-1] + mark + "." if text.endswith(".") else text + mark


def fact(row: pd.Series, indicator: Indicator, catalogue: Catalogue, language: str) -> str:
    """One figure as a sentence: value, period where it is not the whole year, share of plan, change.

    Args:
        row: a row of `queries.figures` with a value.
    """
    say = words("bao_cao", language)
    value = marked(sentences.amount(row["value"], indicator, catalogue, language), [row["status"]], language)
    clauses = [
        say(
            "fact",
            name=indicator.name(language),
            value=(say["estimate"] if row["kind"] == "estimate" else "") + value,
            until=_until(row, language),
        )
    ]
    if planned := plan_clause(row, indicator, catalogue, language):
        clauses.append(marked(planned, share_statuses(row), language))
    if not row["reason"] and (changed := _change(row, indicator, catalogue, language)):
        clauses.append(marked(changed, [row["status"], row["before_status"]], language))
    return ", ".join(clauses) + "."


def _until(row: pd.Series, language: str) -> str:
    say = words("bao_cao", language)
    if not partial(row):
        return ""
    return (
        say("until_day", day=date(row["period_end"], language))
        if row["span"] == "day"
        else say("until", period=period(row["period_start"], row["period_end"], language))
    )


def _change(row: pd.Series, indicator: Indicator, catalogue: Catalogue, language: str) -> str:
    if indicator.is_rate or pd.notna(row["percent"]) or pd.isna(row["before"]):
        return sentences.change(row, indicator, language)
    before = sentences.amount(row["before"], indicator, catalogue, language)  # no per cent on a small base
    return words("bao_cao", language)("before_was", year=row["before_end"].year, value=before)


def broken(row: pd.Series, indicator: Indicator, catalogue: Catalogue, year: int, language: str) -> str:
    """That a change of standard forbids the comparison with the year before; empty without one."""
    standard = catalogue.standard(row["standard"]) if row["reason"] == "break" else None
    if standard is None:
        return ""
    return words("bao_cao", language)(
        "change_break",
        name=indicator.name(language),
        year=year,
        standard=standard.name(language),
        document=standard.document,
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

    written = known["value"].map(lambda v: sentences.amount(v, indicator, catalogue, language))
    most, least = (
        known[written == written[end]] for end in (known["value"].idxmax(), known["value"].idxmin())
    )

    def value(ends: pd.DataFrame) -> str:
        return marked(written[ends.index[0]], ends["status"], language)

    if most.index.equals(known.index):
        return say(
            "spread_same", name=indicator.name(language), value=value(known), known=len(known), all=len(rows)
        )
    some = say("spread_known", known=len(known), all=len(rows)) if len(known) < len(rows) else ""
    return say(
        "spread",
        name=indicator.name(language),
        known=some,
        most=together([names[a] for a in most["area"]], language),
        most_value=value(most),
        least=together([names[a] for a in least["area"]], language),
        least_value=value(least),
    )


def fulfilment(
    rows: pd.DataFrame, indicator: Indicator, catalogue: Catalogue, names: dict[str, str], language: str
) -> str:
    """How many districts reached the plan, who did not and by what share; empty where none can be judged.

    Args:
        rows: as for `spread`.
    """
    say, judged = words("bao_cao", language), rows[rows["plan_met"].notna()]
    if judged.empty:
        return ""
    missed = judged[judged["plan_met"].eq(False)].sort_values("plan_share", kind="stable")
    ceiling = indicator.plan_type == "not_exceed"
    sentence = say(
        "plan_districts_ceiling" if ceiling else "plan_districts",
        name=sentences.within(indicator.name(language)) if language == "vi" else indicator.name(language),
        reached=len(judged) - len(missed),
        judged=len(judged),
    )
    if len(missed):
        shares = [
            say(
                "named_share",
                name=names[r.area],
                share=marked(plan_note(r, indicator, catalogue, language), share_statuses(r), language),
            )
            for _, r in missed.iterrows()
        ]
        sentence += say("plan_overrun" if ceiling else "plan_missed", names=", ".join(shares))
    else:
        sentence = marked(sentence, all_share_statuses(judged), language)
    return sentence + (say("plan_unknown", count=len(rows) - len(judged)) if len(judged) < len(rows) else "")


def share_statuses(row) -> tuple[object, object]:
    """What a share of plan rests on: the status of the figure and of its plan."""
    return row.status, row.plan_status


def all_share_statuses(rows: pd.DataFrame) -> list[object]:
    """What a count of met or missed plans rests on: the status of every figure and of every plan."""
    return [*rows["status"], *rows["plan_status"]]


def together(names: list[str], language: str, *, most: int = NAMED, others: str = "others") -> str:
    """Names in a row, the first few of many; `others` is the key of the words for the rest."""
    if len(names) <= most:
        return ", ".join(names)
    return words("bao_cao", language)(others, names=", ".join(names[:most]), count=len(names) - most)
