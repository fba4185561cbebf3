"""A year in one sentence: the heading of the overview, under which everything else stands."""

import pandas as pd

from data.absence import absent
from data.catalogue import Catalogue, Indicator
from data.headlines import headlines
from data.status import Row
from pages.text.mark import shown
from pages.text.numbers import number
from pages.text.plans import plan_result
from pages.text.sentences import amount, within
from pages.text.spans import partial, when
from pages.text.words import words


def headline(rows: pd.DataFrame, year: int, place: str, catalogue: Catalogue, language: str) -> str:
    """Work against plan and the rate that is to fall: “Năm 2017: giải quyết việc làm đạt 109,3% kế hoạch; …”.

    Args:
        rows: rows of `queries.figures` indexed by indicator; told of are those of `headlines.toml`.
        place: the district's name inside a sentence, "" for the province.
    """
    say, roles = words("sentences", language), headlines().review
    known = {str(key): row for key, row in rows.to_dict("index").items() if not absent(row["value"])}
    keys = [key for key in (*roles.done, roles.against_last_year) if key in known]
    clauses = [_clause(known[key], catalogue.indicators[key], catalogue, language) for key in keys]
    if not clauses:
        return say("headline_none", place=place, year=year) if place else say("review_none", year=year)
    lead = say("headline_place", place=place, year=year) if place else say("headline_year", year=year)
    return say("headline", lead=lead[:1].upper() + lead[1:], clauses="; ".join(clauses))


def _clause(row: Row, indicator: Indicator, catalogue: Catalogue, language: str) -> str:
    say, name = words("sentences", language), within(indicator.label(language))
    time = say("headline_time", time=when(row, language)) if partial(row) else ""
    reached = plan_result(row, indicator, catalogue, language)
    if reached:
        return say("headline_clause", name=name, text=shown(reached, row, "plan_share", language)) + time
    value = shown(amount(row["value"], indicator, catalogue, language), row, "value", language)
    told = say("headline_clause", name=name, text=value) + time
    if not indicator.in_points or row["reason"] or absent(row["points"]):
        return told
    size = number(abs(row["points"]), indicator.decimals, language)
    key = "headline_fell" if row["points"] < 0 else "headline_rose" if row["points"] else "headline_same"
    return f"{told}, {shown(say(key, size=size), row, 'points', language)}"
