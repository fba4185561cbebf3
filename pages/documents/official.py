"""The layout of administrative documents: a Word file in the order, sizes and styles that the law prescribes.

Source: Nghị định 30/2020/NĐ-CP of 05/3/2020 on clerical work, Phụ lục I, Phần I. Followed here:
I.1–7 (A4; top and bottom 20–25 mm, left 30–35, right 15–20; Times New Roman; page number centred
in the top margin, 13–14 pt, not on the first page); II.1 (Quốc hiệu 12–13, Tiêu ngữ 13–14 with a rule
of its length); II.2 (agencies 12–13, rule of 1/3 to 1/2); II.3–5 (number and symbol 13, place and date
13–14 italic, kind and abstract 13–14 bold with a rule); II.6 (body 13–14, justified, first line 1.27 cm,
6 pt or more between paragraphs, 1 to 1.5 lines); II.7 (signatory 13–14 bold); II.9 (Kính gửi 14; Nơi nhận
12 bold italic, its list 11); III.1 (annex: 14 bold, title in capitals, reference in italics, own pages).
Sizes, fonts, margins and spacing stand in the styles of the template `van_ban.docx`; here stands the order.
"""

from dataclasses import dataclass
from datetime import date as Day
from io import BytesIO

from docx.enum.section import WD_SECTION

from data.document import Document, read_document
from pages.content.closed import agency_ended
from pages.content.view import View
from pages.documents.word import (
    count_pages_from_one,
    open_template,
    room,
    rule,
    size_of,
    turn,
    two_columns,
    write,
)
from pages.documents.word_table import Table, write_table
from pages.text.characters import PROPERTY, legible
from pages.text.width import POINT, width_of

LEFT = 72 / 163  # of the room between the margins: the agency's column; the motto's is the rest
RULE = 45  # mm, below an abstract


@dataclass(frozen=True)
class Issuer:
    """Who issues a document, in one language; what the province has not declared is neutral or dotted.

    superior, agency: lines of the head. archive: “VT” and the unit that drafts.
    """

    superior: tuple[str, ...]
    agency: tuple[str, ...]
    symbol: str
    place: str
    addressees: tuple[str, ...]
    title: str
    name: str
    recipients: tuple[str, ...]
    archive: str


def issuer(view: View, year: int | None = None) -> Issuer:
    """The province's table [document], with its fallbacks.

    Args:
        year: that the document reports on, if any: recipients are called as they were at its end, and an
            agency that was no more by then is left open.
    """
    say, declared, language = view.say("bao_cao"), read_document(view.about), view.language
    day = Day(year, 12, 31) if year else view.today
    agency = view.agency
    if year and agency_ended(view, day):
        declared = Document(superior_agency=declared.superior_agency, place=declared.place)
        agency = ""

    def either(text, otherwise: str) -> str:
        return text(language) if text else otherwise

    kinds = _district_kinds(view, day)
    return Issuer(
        tuple(either(declared.superior_agency, say("superior", province=view.province.inside)).splitlines()),
        tuple(either(declared.agency, agency or say["blank"]).splitlines()),
        declared.symbol or say["blank"],
        either(declared.place, view.areas.at(view.areas.province).label(language)),
        tuple(a(language) for a in declared.addressees),
        either(declared.signatory_title, say["signatory"]),
        declared.signatory_name,
        tuple(r(language).replace("{districts}", kinds) for r in declared.recipients),
        say("archive", unit=f"{declared.drafting_unit}." if declared.drafting_unit else say["blank"]),
    )


def _district_kinds(view: View, day: Day) -> str:
    """What the districts were on a day: “huyện, thị xã, thành phố”; cities stand first in official order."""
    areas = [view.areas.at(code, day) for code in view.areas.districts]
    kinds = [area.title_en if view.language == "en" else area.title for area in areas]
    return ", ".join(reversed(dict.fromkeys(kind.lower() for kind in kinds)))


class Paper:
    """A document being written from top to bottom; `data()` is the file.

    Args:
        year: that the document reports on, if any.

    Raises:
        FaultsFound: the province's template cannot be used.
    """

    def __init__(self, view: View, title: str, year: int | None = None):
        self.issuer, self.say, self.view = issuer(view, year), view.say("bao_cao"), view
        self.year, self.tables = year, 0
        self.agency = " ".join(self.issuer.agency)
        self.file = open_template(view.language)
        properties = self.file.core_properties
        properties.title, properties.author = legible(title)[:PROPERTY], legible(self.agency)[:PROPERTY]
        properties.comments = ""
        properties.language = "vi-VN" if view.language == "vi" else "en-GB"
        section = self.file.sections[0]
        if view.rehearsal:  # every page says so
            for header in (section.header, section.first_page_header):
                write(header, self.say["rehearsal"], "Diễn tập")

    @property
    def width(self) -> float:
        """Millimetres between the margins of the page that is being written."""
        return room(self.file.sections[-1])

    def data(self) -> bytes:
        """The finished file."""
        buffer = BytesIO()
        self.file.save(buffer)
        return buffer.getvalue()

    @property
    def issued(self) -> str:
        """The year that a document is dated by: this one; left open where its matter lies further back."""
        now = self.view.today.year
        return str(now) if self.year is None or now - self.year <= 1 else self.say["year_open"]

    def head(self, kind: str) -> None:
        """Agencies and motto, number and symbol, place and date.

        Args:
            kind: the abbreviation (BC, TB).
        """
        who, say = self.issuer, self.say
        narrow, wide = self._columns
        left, right = two_columns(self.file, self._columns)
        for line in who.superior:
            write(left, line.upper(), "Cơ quan chủ quản")
        for line in who.agency:
            write(left, line.upper(), "Cơ quan ban hành")
        longest = max(self._length(line.upper(), "Cơ quan ban hành") for line in who.agency)
        rule(left, narrow, min(narrow, longest) * 0.4)
        write(left, say("number", kind=kind, symbol=who.symbol), "Số và ký hiệu")
        write(right, say["nation"], "Quốc hiệu")
        write(right, say["motto"], "Tiêu ngữ")
        rule(right, wide, self._length(say["motto"], "Tiêu ngữ"))
        write(right, say("place_date", place=who.place, year=self.issued), "Địa danh và ngày")

    def title(self, kind: str, abstract: str) -> None:
        """The kind of document in capitals, its abstract, the rule below."""
        write(self.file, kind.upper(), "Tên loại văn bản")
        for line in abstract.split("\n"):
            write(self.file, line, "Trích yếu")
        rule(self.file, self.width, RULE, "Đường kẻ dưới trích yếu")

    def addressees(self) -> None:
        """“Kính gửi”, where the province names anyone: one on its line, several on lines of their own."""
        names, to = self.issuer.addressees, self.say["to"]
        if len(names) == 1:
            write(self.file, f"{to} {names[0]}", "Kính gửi")
        elif names:
            for line in (to, *(f"- {name};" for name in names[:-1]), f"- {names[-1]}."):
                write(self.file, line, "Kính gửi")

    def heading(self, text: str, level: int = 1) -> None:
        """A numbered part (level 1: capitals) or its section (level 2)."""
        write(self.file, text.upper() if level == 1 else text, f"Heading {level}")

    def paragraph(self, text: str) -> None:
        """Running text."""
        write(self.file, text, "Nội dung")

    def signature(self, *, as_above: bool = False) -> None:
        """Recipients left, the signatory with room for signature and seal right; never parted."""
        who, say = self.issuer, self.say
        self.file.paragraphs[-1].paragraph_format.keep_with_next = True
        self.file.add_paragraph().paragraph_format.keep_with_next = True
        left, right = two_columns(self.file, self._columns)
        write(left, say["recipients"], "Nơi nhận")
        for name in (*([say["as_above"]] if as_above and who.addressees else []), *who.recipients):
            write(left, f"- {name};", "Danh sách nơi nhận")
        write(left, f"- {who.archive}", "Danh sách nơi nhận")
        write(right, who.title.upper(), "Chức vụ người ký")
        write(right, who.name, "Họ tên người ký")

    def annex(self, number: str, title: str, reference: str, *, landscape: bool = False) -> None:
        """Opens an annex on a page of its own, whose pages count from 1."""
        section = self.file.add_section(WD_SECTION.NEW_PAGE)
        turn(section, landscape=landscape)
        count_pages_from_one(section)
        write(self.file, number, "Phụ lục")
        write(self.file, title.upper(), "Tên phụ lục")
        write(self.file, reference, "Tham chiếu phụ lục")
        rule(self.file, self.width, RULE, "Đường kẻ dưới tên phụ lục")

    def table(self, data: Table) -> None:
        """A ruled table of figures or tasks."""
        write_table(self.file, data)

    def caption(self, title: str, *, new_page: bool = False) -> None:
        """The number and title above a table, kept with it: “Bảng 1. …”."""
        self.tables += 1
        text = self.say("table_title", n=self.tables, title=title)
        write(self.file, text, "Tên bảng").paragraph_format.page_break_before = new_page

    def note(self, text: str) -> None:
        """A line under a table, or a source: smaller, without indent."""
        write(self.file, text, "Ghi chú")

    @property
    def _columns(self) -> tuple[float, float]:
        """Widths of the head's and the signature's two columns, mm."""
        return self.width * LEFT, self.width * (1 - LEFT)

    def _length(self, text: str, style: str) -> float:
        """About how long a line is in a bold style (mm)."""
        return width_of(text, size_of(self.file, style), bold=True, serif=True) * POINT
