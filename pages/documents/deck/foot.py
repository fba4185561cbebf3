"""What stands at the foot of every slide: the sources of its figures, the edition and the page."""

from data.clock import local
from data.editions import edition
from pages.content.about import About
from pages.content.view import View
from pages.documents.deck.measure import SMALL, lines_of
from pages.text.numbers import date
from pages.text.words import words

LINES = 3  # that the foot has room for


def source_text(about: About, language: str, width: float) -> str:
    """As many titles as the foot's lines take in a width (inches), the first in any case; then the credit."""
    say = words("screens", language)
    credit = f" {about.credit}" if about.credit else ""
    for shown in range(len(about.sources), 0, -1):
        rest = len(about.sources) - shown
        titles = [*about.sources[:shown], *([say("more_sources", count=rest)] if rest else [])]
        text = say("sources", sources="; ".join(titles)).rstrip(".") + "." + credit
        if shown == 1 or lines_of(text, SMALL, width) <= LINES:
            return text
    return credit.strip()


def edition_lines(view: View, number: int, count: int) -> list[str]:
    """Edition, its time, the page's number of so many."""
    say, kinds, shown = view.say("bo_slide"), view.say("shell"), edition(view.edition)
    here = local(shown.time)
    return [
        say("edition", number=shown.id, kind=kinds[f"edition_{shown.kind}"]),
        say("edition_time", time=f"{here:%H:%M}", date=date(here.date(), view.language)),
        say("page", number=number, count=count),
    ]
