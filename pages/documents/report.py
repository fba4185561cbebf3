"""The yearly report as a Word file, from the figures of one edition, as Nghị định 30/2020/NĐ-CP asks."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from pages.content.closed import closing_note
from pages.content.view import View
from pages.documents import report_annex
from pages.documents.official import Paper
from pages.documents.report_data import Figures, figures_of
from pages.documents.report_gaps import gaps, gaps_of
from pages.documents.report_text import body

NUMBERS = ("I", "II", "III")


@dataclass(frozen=True)
class Annex:
    """An annex of the report. key: of the words for its title and for what it holds; number: “Phụ lục I”."""

    key: str
    number: str
    write: Callable[[Paper, View, Figures], None]
    landscape: bool = False


def report_bytes(view: View, year: int) -> bytes:
    """The report of a year: targets, fields, limits, tasks of the next year; then its annexes.

    Number, day and signature are left to the agency's clerks; an annex that would be empty is left out.

    Raises:
        FaultsFound: the agenda, whose points are the tasks, or the template cannot be used.
    """
    say, found = view.say("bao_cao"), figures_of(view, year)
    abstract = say("report_abstract", year=year, next_year=year + 1)
    paper = Paper(view, f"{say['report']}: {abstract}".replace("\n", " "), year)
    agency, annexes = paper.agency, annexes_of(view, found)
    paper.head("BC")
    paper.title(say["report"], abstract)
    paper.addressees()
    held = ", ".join(say(f"annexed_{annex.key}", annex=annex.number) for annex in annexes)
    paper.paragraph(
        say(
            "report_opening",
            agency=agency,
            year=year,
            next_year=year + 1,
            province=found.within[view.areas.province],
            annexes=held,
        )
    )
    if note := closing_note(view, min(view.today, date(year + 1, 12, 31))):  # what the report speaks of
        paper.paragraph(note)
    for block in body(view, year, {annex.key: annex.number for annex in annexes}):
        if block.level:
            paper.heading(block.text, block.level)
        else:
            paper.paragraph(block.text)
    paper.paragraph(say("end", text=say("report_closing", year=year, next_year=year + 1)))
    paper.signature(as_above=True)
    reference = say("report_reference", symbol=paper.issuer.symbol, agency=agency, issued=paper.issued)
    for annex in annexes:
        title = say(f"annex_{annex.key}", year=year)
        paper.annex(annex.number, title, reference, landscape=annex.landscape)
        annex.write(paper, view, found)
    return paper.data()


def annexes_of(view: View, found: Figures) -> list[Annex]:
    """The annexes that have something to hold, numbered where there is more than one."""
    some = [
        *([("districts", report_annex.districts, True)] if report_annex.shown_by_district(found) else []),
        ("sources", report_annex.sources, False),
        *([("gaps", gaps, False)] if gaps_of(view, found) else []),
    ]
    numbers = NUMBERS if len(some) > 1 else ("",)
    called = view.say("bao_cao")["annex"]
    return [
        Annex(key, f"{called} {number}".strip(), writer, landscape)
        for number, (key, writer, landscape) in zip(numbers, some)
    ]
