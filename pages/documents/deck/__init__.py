"""The deck: the agenda of the live conference as a PPTX of native, editable text, charts, tables and shapes.

Every figure comes from the functions that the live slides use, so that the deck says what the screens said.
"""

from io import BytesIO

from pages.content.agenda import Agenda
from pages.content.slides import written, year_of
from pages.content.view import View
from pages.documents.deck import bars, lines, maps, plain, tables
from pages.documents.deck.paper import Page, blank
from pages.text.characters import legible

MAKERS = {
    "title": plain.title,
    "review": plain.review,
    "cards": plain.cards,
    "text": plain.text,
    "map": maps.level,
    "trend": lines.trend,
    "progress": lines.progress,
    "plan": bars.plan,
    "ranking": bars.ranking,
    "table": tables.heat,
    "emulation": tables.emulation_table,
}


def deck_bytes(view: View, agenda: Agenda) -> bytes:
    """The deck of an agenda in the view's edition and language: one slide for each of the agenda's.

    A slide whose figures the edition does not hold says so.

    Raises:
        FaultsFound: the province's template cannot be used.
    """
    reviewed = year_of(view, agenda.slides[0].model_copy(update={"year": None}), agenda.year)
    deck = blank(view, legible(written(view, agenda.title, reviewed)))
    for number, slide in enumerate(agenda.slides, start=1):
        year = year_of(view, slide, agenda.year)
        title, cover = legible(written(view, slide.title, year)), slide.kind == "title"
        page = Page(deck, view, title, number=number, count=len(agenda.slides), cover=cover)
        MAKERS[slide.kind](page, slide, year)
        page.close(slide)
    buffer = BytesIO()
    deck.save(buffer)
    return buffer.getvalue()
