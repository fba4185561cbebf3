"""What tests read off a report that was opened again."""

from datetime import date
from io import BytesIO

from docx import Document
from docx.oxml.ns import qn

from pages.content.view import View
from pages.documents.report import report_bytes

YEAR = 2017


def view(edition: int, language: str = "vi", today: date = date(2026, 11, 20), **more) -> View:
    """A view of an edition as the report is made for."""
    return View(edition, language, False, today, **more)


def opened(edition: int, language: str = "vi", year: int = YEAR, **more):
    """The report of a year, opened again."""
    return Document(BytesIO(report_bytes(view(edition, language, **more), year)))


def text_of(file) -> str:
    """Everything before the annexes, head and signature left out."""
    return "\n".join(p.text for p in file.paragraphs)


def everything(file) -> str:
    """All texts: paragraphs, cells, headers."""
    cells = "\n".join(c.text for t in file.tables for r in t.rows for c in r.cells)
    heads = "\n".join(
        p.text for s in file.sections for h in (s.header, s.first_page_header) for p in h.paragraphs
    )
    return f"{text_of(file)}\n{cells}\n{heads}"


def annex_tables(file) -> list:
    """The tables whose heading returns on every page."""
    return [
        t
        for t in file.tables
        if t.rows[0]._tr.trPr is not None and t.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    ]
