"""What slides say beside their pictures: the year they tell of, their words, each district's own line."""

import re
from functools import lru_cache

from data.absence import absent
from data.catalogue import Indicator, Words
from data.status import rests_on
from pages.content.agenda import Slide
from pages.content.compared import comparable, compared, district_years, of_districts
from pages.content.view import View
from pages.content.years import default_year
from pages.text import plans, sentences
from pages.text.laws import days_of_years, legal_basis
from pages.text.mark import marked, shown, worded
from pages.text.numbers import attach, signed

LEGAL_BASIS = re.compile(r"\{legal_basis:(\w+)\}")


def year_of(view: View, slide: Slide | None, year: int | None) -> int:
    """The slide's year, else the conference's, else the year of the review."""
    asked = (slide.year if slide else None) or year
    return asked or default_year(view, [view.about.get("review_year") or view.today.year - 1])


def written(view: View, text: Words, year: int) -> str:
    """A text of the agenda with {year}, {next_year}, {province} and {legal_basis:…} filled in.

    {legal_basis:<indicator>}: the documents of an indicator in force in the next year, for which tasks are.
    """
    values = {"{year}": str(year), "{next_year}": str(year + 1), "{province}": view.province.inside}
    filled = text(view.language)
    for placeholder, value in values.items():
        filled = filled.replace(placeholder, value)
    return LEGAL_BASIS.sub(lambda found: _legal_basis(view, found, year + 1), filled)


def _legal_basis(view: View, found: re.Match, year: int) -> str:
    indicator = view.catalogue.indicators.get(found[1])
    if indicator is None:
        return found[0]
    return legal_basis(indicator, view.catalogue, view.language, days_of_years(year, year, indicator))


@lru_cache(maxsize=600)
def strip(view: View, slide: Slide, year: int | None) -> dict[str, dict[str, str]]:
    """Each district's own line for a slide's first indicator; {} where the slide has none.

    Returns:
        code → name, value, rank, change, plan, each in words, "" where there is nothing to say.
    """
    key = next((i for i in slide.indicators if i in comparable(view)), None)
    now = year_of(view, slide, year)
    if key is None:
        return {}
    indicator, frame = view.catalogue.indicators[key], of_districts(compared(view, (key,), now), key)
    return {row["area"]: _line(view, indicator, row) for row in frame.to_dict("records")}


def _line(view: View, indicator: Indicator, row: dict) -> dict[str, str]:
    say, language = view.say("hoi_nghi"), view.language
    value, rank, change = "", "", ""
    if absent(row["value"]):
        value = view.say("figures")[row["state"]]
    else:
        value = sentences.amount(row["value"], indicator, view.catalogue, language)
        value = shown(value, row, "value", language)
    if not absent(row["rank"]):
        rank = marked(say("rank", rank=int(row["rank"]), of=int(row["of"])), [row["rank_status"]], language)
    moved = row["points"] if indicator.in_points else row["percent"]
    if not absent(moved):
        unit = say["points"] if indicator.in_points else "%"
        decimals = indicator.decimals if indicator.in_points else 1
        moved_by = worded(signed(moved, decimals, language), row, "points", language)
        change = say("change", value=attach(moved_by, unit))
        change = marked(change, rests_on(row, "points"), language)
    return {
        "name": indicator.label(language),
        "value": value,
        "rank": rank,
        "change": change,
        "plan": marked(
            plans.plan_result(row, indicator, view.catalogue, language), rests_on(row, "plan_share"), language
        ),
    }


def limits_of(view: View) -> dict[str, tuple[int, ...]]:
    """Indicators that a free question can show, with their years."""
    return {i: district_years(view.edition, i) for i in comparable(view)}
