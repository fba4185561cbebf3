"""The deck: the agenda of the live conference as a PPTX of native, editable text, charts, tables and shapes.

It draws the states that the live slides draw, so that the deck says what the screens said.
"""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from pages.content.agenda import Agenda
from pages.content.area_map import AreaMap
from pages.content.cards import Cards
from pages.content.heat import Heat
from pages.content.plan_dots import PlanDots
from pages.content.ranking import Ranking
from pages.content.slide_state import Cover, Nothing, Points, Review, SlideState, slide_state
from pages.content.slides import written, year_of
from pages.content.table import Table
from pages.content.trend import Trend
from pages.content.view import View
from pages.content.year_to_date import YearToDate
from pages.documents.deck import bars, lines, maps, plain, tables
from pages.documents.deck.paper import Page, blank
from pages.text.characters import legible

DRAWN: dict[type, Callable[[Page, SlideState, Any], None]] = {
    Cover: plain.cover,
    Review: plain.review,
    Cards: plain.cards,
    Points: plain.points,
    Nothing: plain.nothing,
    AreaMap: maps.level,
    Trend: lines.trend,
    YearToDate: lines.progress,
    PlanDots: bars.plan,
    Ranking: bars.ranking,
    Heat: tables.heat,
    Table: tables.table,
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
        state = slide_state(view, slide, agenda.year)
        cover = isinstance(state.picture, Cover)
        page = Page(deck, view, legible(state.title), number=number, count=len(agenda.slides), cover=cover)
        DRAWN[type(state.picture)](page, state, state.picture)
        page.close(state.notes)
    buffer = BytesIO()
    deck.save(buffer)
    return buffer.getvalue()
