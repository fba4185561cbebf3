"""The yearly report as a Word file, from the figures of one edition, as Nghị định 30/2020/NĐ-CP asks."""

from pages.content.closed import closing_note
from pages.content.view import View
from pages.documents import report_annex
from pages.documents.official import Paper
from pages.documents.report_data import figures_of
from pages.documents.report_text import body


def report_bytes(view: View, year: int) -> bytes:
    """The report of a year: targets, fields, limits, tasks of the next year; annexes: districts, sources.

    Number, day and signature are left to the agency's clerks; what has no figure says so.

    Raises:
        FaultsFound: the agenda, whose points are the tasks, or the template cannot be used.
    """
    say, found = view.say("bao_cao"), figures_of(view, year)
    abstract = say("report_abstract", year=year, next_year=year + 1)
    paper = Paper(view, f"{say['report']}: {abstract}".replace("\n", " "))
    agency = paper.agency
    paper.head("BC", year)
    paper.title(say["report"], abstract)
    paper.addressees()
    paper.paragraph(
        say(
            "report_opening",
            agency=agency,
            year=year,
            next_year=year + 1,
            province=found.within[view.areas.province],
        )
    )
    if note := closing_note(view):
        paper.paragraph(note)
    for block in body(view, year):
        if block.level:
            paper.heading(block.text, block.level)
        else:
            paper.paragraph(block.text)
    paper.paragraph(say("end", text=say("report_closing", year=year, next_year=year + 1)))
    paper.signature(as_above=True)
    reference = say("report_reference", symbol=paper.issuer.symbol, agency=agency, issued=paper.issued(year))
    paper.annex("I", say("annex_districts", year=year), reference, landscape=True)
    report_annex.districts(paper, view, found)
    paper.annex("II", say["annex_sources"], reference)
    report_annex.sources(paper, view, found)
    return paper.data()
