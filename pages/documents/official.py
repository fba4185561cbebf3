"""The layout of administrative documents: a Word file in the order, sizes and styles that the law prescribes.

Source: Nghị định 30/2020/NĐ-CP of 05/3/2020 on clerical work, Phụ lục I, Phần I. Followed here:
I.1–7 (A4; top and bottom 20–25 mm, left 30–35, right 15–20; Times New Roman; page number centred
in the top margin, 13–14 pt, not on the first page); II.1 (Quốc hiệu 12–13, Tiêu ngữ 13–14 with a rule
of its length); II.2 (agencies 12–13, rule of 1/3 to 1/2); II.3–5 (number and symbol 13, place and date
13–14 italic, kind and abstract 13–14 bold with a rule); II.6 (body 13–14, justified, first line 1.27 cm,
6 pt or more between paragraphs, 1 to 1.5 lines); II.7 (signatory 13–14 bold); II.9 (Kính gửi 14; Nơi nhận
12 bold italic, its list 11); III.1 (annex: 14 bold, title in capitals, reference in italics, pages of its own).
"""

from dataclasses import dataclass
from io import BytesIO

from docx import Document
from docx.enum.section import WD_SECTION
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Mm, Pt

from data.document import read_document
from pages.content.view import View
from pages.documents.official_pieces import (
    LEFT,
    LONG,
    RIGHT,
    SHORT,
    count_pages_from_one,
    dress,
    flag,
    page,
    page_number,
    rule,
    space,
    unpadded,
    width_of,
    write,
)
from pages.text.characters import legible

HEAD = (72, 91)  # mm: the agency's column and the motto's
BODY = 14  # pt
CELL = 11  # pt, tables of an annex


@dataclass(frozen=True)
class Issuer:
    """Who issues a document, in one language; what the province has not declared is neutral or dotted.

    superior, agency: lines of the head.
    """

    superior: tuple[str, ...]
    agency: tuple[str, ...]
    symbol: str
    place: str
    addressees: tuple[str, ...]
    title: str
    name: str
    recipients: tuple[str, ...]


def issuer(view: View) -> Issuer:
    """The province's table [document], with its fallbacks."""
    say, own, language = view.say("bao_cao"), read_document(view.about), view.language

    def told(text, otherwise: str) -> str:
        return text(language) if text else otherwise

    return Issuer(
        tuple(told(own.superior_agency, say("superior", province=view.province_name)).splitlines()),
        tuple(told(own.agency, view.agency or say["blank"]).splitlines()),
        own.symbol or say["blank"],
        told(own.place, view.areas.at(view.areas.province).label(language)),
        tuple(a(language) for a in own.addressees),
        told(own.signatory_title, say["signatory"]),
        own.signatory_name,
        tuple(r(language) for r in own.recipients),
    )


class Paper:
    """A document being written from top to bottom; `data()` is the file."""

    def __init__(self, view: View, title: str):
        self.issuer, self.say, self.view = issuer(view), view.say("bao_cao"), view
        self.agency = " ".join(self.issuer.agency)
        self.file = Document()
        properties = self.file.core_properties
        properties.title, properties.author, properties.language = (
            legible(title),
            legible(self.agency),
            "vi-VN" if view.language == "vi" else "en-GB",
        )
        properties.comments = ""
        for name, size, bold in (
            ("Normal", BODY, False),
            ("Heading 1", BODY, True),
            ("Heading 2", BODY, True),
            ("Header", 13, False),
        ):
            dress(self.file.styles[name], size, bold, properties.language)
        page(self.file.sections[0], landscape=False)
        self._headers(self.file.sections[0])

    def data(self) -> bytes:
        """The finished file."""
        made = BytesIO()
        self.file.save(made)
        return made.getvalue()

    def head(self, kind: str) -> None:
        """Agencies and motto, number and symbol, place and date; `kind` is the abbreviation (BC, TB)."""
        who, say = self.issuer, self.say
        left, right = self._columns(HEAD)
        for n, line in enumerate(who.superior):
            write(left.add_paragraph() if n else left.paragraphs[0], line.upper(), 12)
        for line in who.agency:
            write(left.add_paragraph(), line.upper(), 12, bold=True)
        rule(left, HEAD[0], min(HEAD[0], max(width_of(line.upper(), 12) for line in who.agency)) * 0.4)
        write(left.add_paragraph(), say("number", kind=kind, symbol=who.symbol), 13, before=6)
        write(right.paragraphs[0], say["nation"], 12, bold=True)
        write(right.add_paragraph(), say["motto"], 13, bold=True)
        rule(right, HEAD[1], width_of(say["motto"], 13))
        write(
            right.add_paragraph(),
            say("place_date", place=who.place, year=self.view.today.year),
            13,
            italic=True,
            before=6,
        )

    def title(self, kind: str, abstract: str) -> None:
        """The kind of document in capitals, its abstract, the rule below."""
        write(self.file.add_paragraph(), kind.upper(), BODY, bold=True, before=14)
        for line in abstract.split("\n"):
            write(self.file.add_paragraph(), line, BODY, bold=True)
        rule(self.file, SHORT - LEFT - RIGHT, 45, after=10)

    def addressees(self) -> None:
        """“Kính gửi”, where the province names anyone: one on the same line, several on lines of their own."""
        names = self.issuer.addressees
        if len(names) == 1:
            write(self.file.add_paragraph(), f"{self.say['to']} {names[0]}", BODY, before=6)
        elif names:
            write(self.file.add_paragraph(), self.say["to"], BODY, before=12)
            for n, name in enumerate(names, start=1):
                write(self.file.add_paragraph(), f"- {name}{'.' if n == len(names) else ';'}", BODY)
        if names:
            self.file.paragraphs[-1].paragraph_format.space_after = Pt(12)

    def heading(self, text: str, level: int = 1) -> None:
        """A numbered part (level 1: capitals) or its section (level 2)."""
        own = self.file.add_paragraph(legible(text.upper() if level == 1 else text), style=f"Heading {level}")
        space(own.paragraph_format, before=12 if level == 1 else 6, after=6, first=12.7)

    def paragraph(self, text: str, *, italic: bool = False) -> None:
        """Running text: justified, first line indented."""
        own = self.file.add_paragraph()
        write(own, text, BODY, italic=italic, align=ALIGN.JUSTIFY)
        space(own.paragraph_format, after=6, first=12.7, lines=1.15)

    def signature(self, *, as_above: bool = False) -> None:
        """Recipients on the left, the signatory with room for signature and seal on the right; never parted."""
        who, say = self.issuer, self.say
        self.file.paragraphs[-1].paragraph_format.keep_with_next = True
        self.file.add_paragraph().paragraph_format.keep_with_next = True
        left, right = self._columns(HEAD)
        write(left.paragraphs[0], say["recipients"], 12, bold=True, italic=True, align=ALIGN.LEFT)
        for name in (*([say["as_above"]] if as_above and who.addressees else []), *who.recipients):
            write(left.add_paragraph(), f"- {name};", CELL, align=ALIGN.LEFT)
        write(left.add_paragraph(), f"- {say['archive']}", CELL, align=ALIGN.LEFT)
        write(right.paragraphs[0], who.title.upper(), BODY, bold=True)
        write(right.add_paragraph(), who.name, BODY, bold=True, before=78)

    def annex(self, number: str, title: str, reference: str, *, landscape: bool = False) -> None:
        """Opens an annex on a page of its own, whose pages count from 1."""
        section = self.file.add_section(WD_SECTION.NEW_PAGE)
        page(section, landscape=landscape)
        count_pages_from_one(section)
        heading = self.file.add_paragraph(style="Heading 1")
        write(heading, f"{self.say['annex']} {number}".strip(), BODY, bold=True)
        write(self.file.add_paragraph(), title.upper(), BODY, bold=True)
        write(self.file.add_paragraph(), reference, 13, italic=True)
        rule(self.file, (LONG if landscape else SHORT) - LEFT - RIGHT, 45, after=8)

    def table(
        self,
        head: list[str],
        rows: list[list[str]],
        widths: list[float],
        *,
        groups: list[tuple[str, int]] = (),
        left: int = 1,
        last_bold: bool = False,
        size: float = CELL,
    ) -> None:
        """A ruled table whose heading returns on every page.

        Args:
            widths: mm. groups: a line above the head, (text, columns) from the left. left: columns of text from
                the left, the others are numbers. last_bold: the last row is the total.
        """
        lines = ([[text for text, span in groups for _ in range(span)]] if groups else []) + [head]
        table = self.file.add_table(len(lines) + len(rows), len(head), style="Table Grid")
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
        for column, width in zip(table.columns, widths):
            column.width = Mm(width)
        for n, (row, texts) in enumerate(zip(table.rows, lines + rows)):
            flag(row, "w:cantSplit")
            if n < len(lines):
                flag(row, "w:tblHeader")
            bold = n < len(lines) or (last_bold and n == len(lines) + len(rows) - 1)
            for m, (cell, text) in enumerate(zip(row.cells, texts)):
                cell.width, cell.vertical_alignment = Mm(widths[m]), WD_CELL_VERTICAL_ALIGNMENT.CENTER
                if n or not groups:
                    cell.paragraphs[0].paragraph_format.space_after = Pt(1.5)
                    write(
                        cell.paragraphs[0],
                        text,
                        size,
                        bold=bold,
                        before=1.5,
                        align=ALIGN.CENTER if n < len(lines) else ALIGN.LEFT if m < left else ALIGN.RIGHT,
                    )
        start = 0
        for text, span in groups:
            cell = table.cell(0, start).merge(table.cell(0, start + span - 1))
            write(cell.paragraphs[0], text, size, bold=True)
            start += span

    def caption(self, text: str, *, new_page: bool = False) -> None:
        """The line above a table, kept with it."""
        own = self.file.add_paragraph()
        write(own, text, CELL, bold=True, align=ALIGN.LEFT, before=8)
        own.paragraph_format.keep_with_next, own.paragraph_format.page_break_before = True, new_page

    def note(self, text: str) -> None:
        """A line under a table, or a source: smaller, without indent."""
        own = self.file.add_paragraph()
        write(own, text, CELL, align=ALIGN.JUSTIFY, before=4)

    def _columns(self, widths: tuple[int, int]):
        table = self.file.add_table(1, 2)
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
        unpadded(table)
        flag(table.rows[0], "w:cantSplit")
        for cell, column, width in zip(table.rows[0].cells, table.columns, widths):
            cell.width = column.width = Mm(width)
        return table.rows[0].cells

    def _headers(self, section) -> None:
        """Page numbers from page 2; in a rehearsal every page says so."""
        section.different_first_page_header_footer = True
        page_number(section.header.paragraphs[0])
        if self.view.rehearsal:
            write(section.header.add_paragraph(), self.say["rehearsal"], CELL, bold=True)
            write(section.first_page_header.paragraphs[0], self.say["rehearsal"], CELL, bold=True)
