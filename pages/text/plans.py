"""What is said of a figure and its plan, by the plan's type.

A ceiling is kept or overrun, never reached by a share.
"""

import pandas as pd

from data.catalogue import Catalogue, Indicator
from data.status import Row
from pages.text.mark import worded
from pages.text.numbers import number
from pages.text.sentences import amount, share
from pages.text.words import words


def plan_clause(row: Row, indicator: Indicator, catalogue: Catalogue, language: str) -> str:
    """How the figure stands to its plan, with the plan: “đạt 109,3% kế hoạch (35.000 lượt người)”.

    Args:
        row: a row with plan, plan_share, plan_met and missing (`queries.figures`, `comparison`,
            `plan_progress`).

    Returns:
        "" where there is no plan.
    """
    if pd.isna(row["plan"]):
        return ""
    say = words("sentences", language)
    plan = worded(amount(row["plan"], indicator, catalogue, language), row, "plan", language)
    result = plan_result(row, indicator, catalogue, language)
    return say("plan_of", result=result, plan=plan) if result else say("plan_level", plan=plan)


def plan_result(row: Row, indicator: Indicator, catalogue: Catalogue, language: str) -> str:
    """How the figure stands to its plan, in a few words: “đạt 109,3% kế hoạch”, “không vượt mức kế hoạch”.

    Returns:
        "" where it cannot be said: no figure, no plan, a ceiling or level whose year goes on.
    """
    say = words("sentences", language)
    if indicator.plan_type == "reach":
        reached = _share(row, language)
        return say("plan_share", share=reached) if reached else ""
    if pd.isna(row["plan_met"]):
        return ""
    if row["plan_met"]:
        return say[f"plan_met_{indicator.plan_type}"]
    missing = _missing(row, indicator, catalogue, language)
    return say(f"plan_missed_{indicator.plan_type}", missing=missing)


def plan_missing(row: Row, indicator: Indicator, catalogue: Catalogue, language: str) -> str:
    """What is missing to a plan, or how far a ceiling is overrun, with its unit; "" where nothing is."""
    if (
        pd.isna(row["missing"])
        or row["missing"] <= 0
        or (indicator.plan_type != "reach" and pd.isna(row["plan_met"]))
    ):
        return ""
    return _missing(row, indicator, catalogue, language)


def plan_note(row: Row, indicator: Indicator, catalogue: Catalogue, language: str) -> str:
    """What stands in brackets behind a name: a share of the plan alone, or how a ceiling or level stands."""
    if indicator.plan_type == "reach":
        return _share(row, language)
    return plan_result(row, indicator, catalogue, language)


def progress_finding(
    frame: pd.DataFrame,
    indicator: Indicator,
    catalogue: Catalogue,
    names: dict[str, str],
    year: int,
    language: str,
) -> str:
    """What the plan bullets show.

    The whole, who reached the plan, who is missing most, who cannot be judged.
    """
    say = words("sentences", language)
    whole, rows = frame.iloc[0], frame.iloc[1:]
    judged = rows[rows["state"] == "value"]
    parts = []
    if plan_result(whole, indicator, catalogue, language):
        parts.append(
            say(
                "progress_whole",
                name=indicator.name(language),
                year=year,
                result=plan_result(whole, indicator, catalogue, language),
            )
        )
    if len(judged):
        key = "progress_kept" if indicator.plan_type == "not_exceed" else "progress_reached"
        parts.append(say(key, reached=int(judged["plan_met"].eq(True).sum()), judged=len(judged)))
        worst = judged.loc[judged["missing"].idxmax()]
        if missing := plan_missing(worst, indicator, catalogue, language):
            key = "progress_missing" if indicator.plan_type == "reach" else "progress_over"
            parts.append(say(key, area=names[worst["area"]], missing=missing))
    if len(rows) > len(judged):
        parts.append(say("progress_unknown", count=len(rows) - len(judged)))
    return " ".join(parts) or say("none", name=indicator.name(language))


def year_to_date_finding(
    frame: pd.DataFrame, indicator: Indicator, catalogue: Catalogue, area: str, year: int, language: str
) -> str:
    """Where the year stands at its last reported month, against plan and pace.

    Args:
        frame: as `queries.year_to_date` returns it.
    """
    say = words("sentences", language)
    done = frame[frame["actual"].notna()]
    if done.empty:
        return say("ytd_none", name=indicator.name(language), area=area, year=year)
    last = done.iloc[-1]
    common = {
        "name": indicator.name(language),
        "area": area,
        "year": year,
        "month": int(last["month"]),
        "value": worded(amount(last["actual"], indicator, catalogue, language), last, "actual", language),
    }
    if pd.isna(last["plan"]):
        return say("ytd_no_plan", **common)
    return say(
        "ytd_last",
        share=_share(last, language),
        pace=share(last["pace"], language),
        **common,
    )


def _share(row: Row, language: str) -> str:
    """“109,3%”; "" where it is not known."""
    known = pd.notna(row["plan_share"])
    return worded(share(row["plan_share"], language), row, "plan_share", language) if known else ""


def _missing(row: Row, indicator: Indicator, catalogue: Catalogue, language: str) -> str:
    """A difference of two figures: of rates in percentage points."""
    if indicator.in_points:
        size = number(row["missing"], indicator.decimals, language)
        text = words("sentences", language)("points", value=size)
    else:
        text = amount(row["missing"], indicator, catalogue, language)
    return worded(text, row, "missing", language)
