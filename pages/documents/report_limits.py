"""Limits and gaps in the report: what was not reached, is missing, partial, in contradiction or made up."""

from collections.abc import Iterator

from data.catalogue import Indicator
from data.status import Status, rests_on
from pages.content.view import View
from pages.documents.report_data import Figures
from pages.text import report, sentences
from pages.text.mark import marked
from pages.text.numbers import period
from pages.text.plans import plan_note
from pages.text.spans import partial

Named = tuple[str, str]  # key of the words, and what is named there
ORDER = (
    "limit_plan",
    "limit_districts",
    "limit_gaps",
    "limit_part",
    "limit_no_districts",
    "limit_no_districts_at_all",
    "limit_some_districts",
    "limit_protected",
)


def limits(view: View, found: Figures) -> list[str]:
    """The sentences, each kind of limit one, in this order; then differences and what is illustrative."""
    named: dict[str, list[str]] = {}
    for key, text in [*_plans(view, found), *_of_indicators(view, found)]:
        named.setdefault(key, []).append(text)
    if not any(rows["value"].notna().any() for rows in map(found.of_districts, found.indicators)):
        named["limit_no_districts_at_all"] = named.pop("limit_no_districts", [])
    say = view.say("bao_cao")
    listed = [say(key, names="; ".join(named[key]), year=found.year) for key in ORDER if key in named]
    return [*listed, *_differences(view, found), *_illustrative(view, found)]


def _name(view: View, indicator: Indicator) -> str:
    return sentences.within(indicator.name(view.language))


def _plans(view: View, found: Figures) -> Iterator[Named]:
    """The province's plans that were not met."""
    for key, row in found.plans[found.outcomes == "missed"].iterrows():
        indicator = view.catalogue.indicators[str(key)]
        note = plan_note(row, indicator, view.catalogue, view.language)
        share = marked(note, rests_on(row, "plan_share"), view.language)
        yield "limit_plan", view.say("bao_cao")("named_share", name=_name(view, indicator), share=share)


def _of_indicators(view: View, found: Figures) -> Iterator[Named]:
    for indicator in found.indicators:
        yield from _missed(view, found, indicator)
        yield from _whole(view, found, indicator)
        yield from _districts(view, found, indicator)


def _missed(view: View, found: Figures, indicator: Indicator) -> Iterator[Named]:
    """How many districts did not meet their plan."""
    rows = found.of_districts(indicator)
    missed = rows[rows["plan_met"].eq(False)]
    if len(missed):
        text = view.say("bao_cao")("named_count", name=_name(view, indicator), count=len(missed))
        yield "limit_districts", marked(text, report.all_share_statuses(missed), view.language)


def _whole(view: View, found: Figures, indicator: Indicator) -> Iterator[Named]:
    """That the province's own figure is missing though due, kept back, or of a part of the year."""
    whole, name = found.province.loc[indicator.id].to_dict(), _name(view, indicator)
    if not found.known(indicator) and found.not_due(indicator):
        return
    if not found.known(indicator):
        yield "limit_protected" if whole["protected"] else "limit_gaps", name
    elif partial(whole) and not indicator.is_yearly_review(whole["period_end"]):
        covered = period(whole["period_start"], whole["period_end"], view.language)
        yield "limit_part", view.say("bao_cao")("named_period", name=name, period=covered)


def _districts(view: View, found: Figures, indicator: Indicator) -> Iterator[Named]:
    """Which districts have no figure though one is due."""
    rows, name = found.of_districts(indicator), _name(view, indicator)
    without = rows[rows["state"].eq("no_data")]
    if len(without) == len(rows) and found.known(indicator):
        yield "limit_no_districts", name
    elif 0 < len(without) < len(rows):
        areas = ", ".join(found.within[a] for a in without["area"])
        yield "limit_some_districts", view.say("bao_cao")("named_areas", name=name, areas=areas)


def _differences(view: View, found: Figures) -> Iterator[str]:
    """Where the districts do not add up to the province's own figure."""
    for row in found.differing.itertuples():
        indicator = view.catalogue.indicators[str(row.indicator)]
        province, districts = (
            sentences.amount(value, indicator, view.catalogue, view.language)
            for value in (float(str(row.province)), float(str(row.districts)))
        )
        name = indicator.name(view.language)
        yield view.say("bao_cao")("limit_difference", name=name, province=province, districts=districts)


def _illustrative(view: View, found: Figures) -> Iterator[str]:
    known = found.province[found.province["value"].notna()]
    if view.rehearsal and len(known):
        count = int(known["status"].eq(Status.ILLUSTRATIVE).sum())
        yield view.say("bao_cao")("limit_illustrative", count=count, all=len(known))
