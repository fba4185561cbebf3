"""The paragraph of a year's review: work against plan, the rate that it raised, the rate that fell."""

from collections.abc import Mapping

import pandas as pd

from data.absence import absent
from data.catalogue import Catalogue, Indicator
from data.headlines import headlines
from data.status import Row, illustrative
from pages.text.mark import worded
from pages.text.numbers import number
from pages.text.sentences import amount, share
from pages.text.spans import partial, when, when_counted
from pages.text.words import Words, words


def review(rows: pd.DataFrame, year: int, catalogue: Catalogue, language: str) -> str:
    """The paragraph of the year's review, as the office's own reports write it.

    A figure of a part of the year is told with its part; a rate is said to be raised only where it is known
    to have risen.

    Args:
        rows: rows of `queries.figures` indexed by indicator; told of are those of `headlines.toml`.
    """
    say, roles = words("sentences", language), headlines().review
    known = {str(key): row for key, row in rows.to_dict("index").items() if not absent(row["value"])}
    done = {key: known[key] for key in roles.done if key in known}
    rate, poverty = known.get(roles.raised), known.get(roles.against_last_year)
    raised = bool(done and rate and _raised(rate, done))
    paragraph = []
    if done and rate and raised:
        value = _amount(rate, "value", catalogue.indicators[roles.raised], catalogue, language)
        paragraph.append(_work(done, say, language) + say("review_raised", value=value) + ".")
    elif done:
        paragraph.append(_work(done, say, language) + ".")
    if rate and not raised:
        paragraph.append(_level(rate, catalogue.indicators[roles.raised], catalogue, language))
    if poverty:
        indicator = catalogue.indicators[roles.against_last_year]
        moved = not absent(poverty["points"]) and poverty["points"] != 0
        paragraph.append((_moved if moved else _level)(poverty, indicator, catalogue, language))
    return " ".join(paragraph) or say("review_none", year=year)


def statuses_of(rows: pd.DataFrame) -> list[object]:
    """The statuses of all figures that the paragraph is written from, the year before's where it is told of.

    Args:
        rows: as for `review`.
    """
    before = rows.loc[rows.index == headlines().review.against_last_year, "before_status"]
    return [*rows["status"], *rows["plan_status"], *before]


def _raised(rate: Row, done: Mapping[str, Row]) -> bool:
    """Whether the year's work may be said to have helped raise a rate: it rose, and all are of the year.

    A made-up year before proves no rise of a real figure.
    """
    whole = not partial(rate) and not any(partial(row) for row in done.values())
    as_real = illustrative([rate["status"]]) or not illustrative([rate["before_status"]])
    return whole and as_real and not absent(rate["points"]) and rate["points"] > 0


def _work(done: Mapping[str, Row], say: Words, language: str) -> str:
    """“Năm 2017, ngành … tỉnh đã …, đạt 109,3% kế hoạch; …”, with its part of the year where it is one."""
    times = {key: when(row, language) for key, row in done.items()}
    alike = len(set(times.values())) == 1
    first = next(iter(done))
    lead = times[first] if alike else say("in_year", year=done[first]["period_end"].year)
    clauses = []
    for key, row in done.items():
        done_so = worded(number(row["value"], 0, language), row, "value", language)
        clause = say(f"review_{key}", value=done_so)
        clause += say("review_time", time=times[key]) if partial(row) and not alike else ""
        if not absent(row["plan_share"]):
            plan = "review_plan_part" if partial(row) else "review_plan"
            reached = worded(share(row["plan_share"], language), row, "plan_share", language)
            clause += say(plan, share=reached)
        clauses.append(clause)
    return lead[:1].upper() + lead[1:] + say["review_work"] + "; ".join(clauses)


def _moved(row: Row, indicator: Indicator, catalogue: Catalogue, language: str) -> str:
    """A rate with the year before: “… giảm từ 8,32% (năm 2016) xuống còn 6,2% (năm 2017), giảm …”."""
    say = words("sentences", language)
    return say(
        "review_fell" if row["points"] < 0 else "review_rose",
        name=indicator.name(language),
        before=_amount(row, "before", indicator, catalogue, language),
        earlier=say("of_year", year=row["before_end"].year),
        value=_amount(row, "value", indicator, catalogue, language),
        time=when(row, language) if partial(row) else say("of_year", year=row["period_end"].year),
        points=worded(number(abs(row["points"]), indicator.decimals, language), row, "points", language),
    )


def _level(row: Row, indicator: Indicator, catalogue: Catalogue, language: str) -> str:
    """A rate by itself: “Tỷ lệ hộ nghèo cuối năm 2015 là 9,78%.”"""
    say = words("sentences", language)
    return say(
        "review_level",
        name=indicator.name(language),
        value=_amount(row, "value", indicator, catalogue, language),
        time=when_counted(row, language),
    )


def _amount(row: Row, column: str, indicator: Indicator, catalogue: Catalogue, language: str) -> str:
    return worded(amount(row[column], indicator, catalogue, language), row, column, language)
