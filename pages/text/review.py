"""The paragraph of a year's review: work against plan, the rate that it raised, the rate that fell."""

import pandas as pd

from data.catalogue import Catalogue
from data.headlines import headlines
from data.status import illustrative
from pages.text.numbers import as_published, number
from pages.text.sentences import amount, share
from pages.text.spans import partial, when
from pages.text.words import Words, words


def review(rows: pd.DataFrame, year: int, catalogue: Catalogue, language: str) -> str:
    """The paragraph of the year's review, as the office's own reports write it.

    A figure of a part of the year is told with its part; a rate is said to be raised only where it is known
    to have risen.

    Args:
        rows: rows of `queries.figures` indexed by indicator; told of are those of `headlines.toml`.
    """
    say, roles = words("sentences", language), headlines().review
    known = rows[rows["value"].notna()]
    done = known.loc[[key for key in roles.done if key in known.index]]
    rate = known.loc[roles.raised] if roles.raised in known.index else None
    raised = rate is not None and _raised(rate, done)
    paragraph = []
    if len(done):
        helped = say("review_raised", value=_amount(rate, "value", catalogue, language)) if raised else ""
        paragraph.append(_work(done, say, language) + helped + ".")
    if rate is not None and not (raised and len(done)):
        paragraph.append(_level(rate, catalogue, say, language))
    if roles.against_last_year in known.index:
        row = known.loc[roles.against_last_year]
        moved = pd.notna(row["points"]) and row["points"] != 0
        paragraph.append((_moved if moved else _level)(row, catalogue, say, language))
    return " ".join(paragraph) or say("review_none", year=year)


def _raised(rate: pd.Series, done: pd.DataFrame) -> bool:
    """Whether the year's work may be said to have helped raise a rate: it rose, and all are of the year.

    A made-up year before proves no rise of a real figure.
    """
    whole = not partial(rate) and not any(partial(row) for _, row in done.iterrows())
    as_real = illustrative([rate["status"]]) or not illustrative([rate["before_status"]])
    return bool(whole and as_real and pd.notna(rate["points"]) and rate["points"] > 0)


def _work(done: pd.DataFrame, say: Words, language: str) -> str:
    """“Năm 2017, ngành … tỉnh đã …, đạt 109,3% kế hoạch; …”, with its part of the year where it is one."""
    rows = [row for _, row in done.iterrows()]
    times = [when(row, language) for row in rows]
    alike = len(set(times)) == 1
    lead = times[0] if alike else say("in_year", year=rows[0]["period_end"].year)
    clauses = []
    for time, row in zip(times, rows, strict=True):
        clause = say(f"review_{row.name}", value=number(row["value"], 0, language))
        clause += say("review_time", time=time) if partial(row) and not alike else ""
        if pd.notna(row["plan_share"]):
            plan = "review_plan_part" if partial(row) else "review_plan"
            clause += say(plan, share=share(row["plan_share"], language))
        clauses.append(clause)
    return lead[:1].upper() + lead[1:] + say["review_work"] + "; ".join(clauses)


def _moved(row: pd.Series, catalogue: Catalogue, say: Words, language: str) -> str:
    """A rate with the year before: “… giảm từ 8,32% (năm 2016) xuống còn 6,2% (năm 2017), giảm …”."""
    indicator = catalogue.indicators[str(row.name)]
    return say(
        "review_fell" if row["points"] < 0 else "review_rose",
        name=indicator.name(language),
        before=_amount(row, "before", catalogue, language),
        earlier=say("of_year", year=row["before_end"].year),
        value=_amount(row, "value", catalogue, language),
        time=when(row, language) if partial(row) else say("of_year", year=row["period_end"].year),
        points=as_published(abs(row["points"]), indicator.decimals, language),
    )


def _level(row: pd.Series, catalogue: Catalogue, say: Words, language: str) -> str:
    """A rate by itself: “Tỷ lệ hộ nghèo cuối năm 2015 là 9,78%.”"""
    indicator = catalogue.indicators[str(row.name)]
    counted = row["period_start"] == row["period_end"]  # on a day
    whole = "at_end" if counted else "in_year"
    return say(
        "review_level",
        name=indicator.name(language),
        value=_amount(row, "value", catalogue, language),
        time=when(row, language) if partial(row) else say(whole, year=row["period_end"].year),
    )


def _amount(row: pd.Series, column: str, catalogue: Catalogue, language: str) -> str:
    return amount(row[column], catalogue.indicators[str(row.name)], catalogue, language)
