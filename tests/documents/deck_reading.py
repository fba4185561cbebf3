"""What tests read off a deck that was opened again."""

from datetime import date
from io import BytesIO

from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE as KIND
from pptx.util import Pt

from data.editions import editions
from pages.content.agenda import Agenda, agenda_file, parse, read_agenda
from pages.content.view import View
from pages.documents.deck import deck_bytes
from pages.text.numbers import NBSP

YEAR, TODAY = 2017, date(2026, 11, 20)


def view_of(edition: int, language: str = "vi", **more) -> View:
    """A view of an edition as the deck is made for."""
    return View(edition, language, False, TODAY, **more)


def published() -> int:
    """The published edition."""
    return next(e.id for e in editions() if e.kind == "published")


def agenda_of(view: View) -> Agenda:
    """The agenda in force."""
    return read_agenda(agenda_file(), view.catalogue)


def opened(view: View, agenda: Agenda | None = None):
    """The deck of an agenda, opened again."""
    return Presentation(BytesIO(deck_bytes(view, agenda or agenda_of(view))))


def agenda_with(view: View, kind: str, *indicators: str, more: str = "") -> Agenda:
    """An agenda of one slide; `more` is TOML of that slide."""
    title = '{ vi = "Trang {year}", en = "Slide {year}" }'
    slide = f'[[slides]]\nkind = "{kind}"\ntitle = {title}\nindicators = {list(indicators)}\n{more}'
    return parse(f"title = {title}\n{slide}", view.catalogue, "thu.toml")


def shapes(slide) -> list:
    """All shapes, groups opened."""
    found, todo = [], list(slide.shapes)
    while todo:
        shape = todo.pop(0)
        found.append(shape)
        todo += list(shape.shapes) if shape.shape_type == KIND.GROUP else []
    return found


def text_of(slide) -> str:
    """All texts of a slide, line by line."""
    return "\n".join(s.text_frame.text for s in shapes(slide) if s.has_text_frame)


def size_of(run, shape) -> int:
    """The run's own size, else that of its placeholder in the layout."""
    if run.font.size is not None:
        return run.font.size
    model = shape.part.slide_layout.placeholders.get(shape.placeholder_format.idx)
    return Pt(int(model._element.xpath(".//a:lvl1pPr/a:defRPr/@sz")[0]) / 100)


def slides_of(deck, agenda: Agenda, kind: str) -> list:
    """The slides of a kind."""
    return [slide for slide, asked in zip(deck.slides, agenda.slides) if asked.kind == kind]


def chart_of(slide):
    """The chart of a slide."""
    return next(s.chart for s in slide.shapes if s.has_chart)


def table_of(slide) -> list[list[str]]:
    """The cells of a slide's table, row by row."""
    return [
        [cell.text_frame.text for cell in row.cells]
        for row in next(s.table for s in slide.shapes if s.has_table).rows
    ]


def categories_of(chart) -> list[str]:
    """A chart's categories with plain spaces."""
    return [c.replace(NBSP, " ") for c in chart.plots[0].categories]


def labels_of(series) -> list[str]:
    """The texts beside the points, “” where there is none."""
    count = len(list(series.values))
    texts = {
        int(d.find("{*}idx").get("val")): "".join(t.text for t in d.iter("{*}t"))
        for d in series._element.findall("{*}dLbls/{*}dLbl")
    }
    return [texts.get(n, "") for n in range(count)]
