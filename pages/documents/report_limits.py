"""Limits and gaps in the report: what was not reached, is missing, partial, in contradiction or made up."""

from collections.abc import Iterator

from data.catalogue import Indicator
from data.status import Status, rests_on
from pages.content.view import View
from pages.documents.report_data import Figures
from pages.documents.report_gaps import gaps_of
from pages.text import report, sentences
from pages.text.mark import marked
from pages.text.plans import plan_note


def limits(view: View, found: Figures, annex: str = "") -> list[str]:
    """The sentences: plans missed, figures missing, differences, what is illustrative.

    Args:
        annex: that lists what is missing: “Phụ lục III”.
    """
    say = view.say("bao_cao")
    plans, districts = list(_plans(view, found)), list(_missed(view, found))
    return [
        *([say("limit_plan", names="; ".join(plans))] if plans else []),
        *([say("limit_districts", names="; ".join(districts))] if districts else []),
        *_missing(view, found, annex),
        *_differences(view, found),
        *_illustrative(view, found),
    ]


def _name(view: View, indicator: Indicator) -> str:
    return sentences.within(indicator.name(view.language))


def _plans(view: View, found: Figures) -> Iterator[str]:
    """The province's plans that were not met."""
    for key, row in found.plans[found.outcomes == "missed"].iterrows():
        indicator = view.catalogue.indicators[str(key)]
        note = plan_note(row, indicator, view.catalogue, view.language)
        share = marked(note, rests_on(row, "plan_share"), view.language)
        yield view.say("bao_cao")("named_share", name=_name(view, indicator), share=share)


def _missed(view: View, found: Figures) -> Iterator[str]:
    """How many districts did not meet their plan, an indicator each."""
    for indicator in found.indicators:
        rows = found.of_districts(indicator)
        missed = rows[rows["plan_met"].eq(False)]
        if len(missed):
            text = view.say("bao_cao")("named_count", name=_name(view, indicator), count=len(missed))
            yield marked(text, report.all_share_statuses(missed), view.language)


def _missing(view: View, found: Figures, annex: str) -> Iterator[str]:
    """How many indicators lack what, in one sentence a kind; the annex names them."""
    say, listed = view.say("bao_cao"), gaps_of(view, found)
    where = say("limit_annex", annex=annex) if annex else ""
    for kind in ("none", "part", "protected", "not_due"):
        if count := sum(gap.province == kind for gap in listed):
            yield say(f"limit_{kind}", count=count, all=len(found.indicators), year=found.year, annex=where)
    if not any(found.of_districts(i)["value"].notna().any() for i in found.indicators):
        yield say("limit_no_districts_at_all", year=found.year)
        return
    for kind in ("none", "some"):
        if count := sum(gap.districts == kind for gap in listed):
            yield say(f"limit_districts_{kind}", count=count, year=found.year, annex=where)


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
