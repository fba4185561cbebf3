"""Writes a template as a workbook that an office fills in: locked but for its input cells.

The first row and the first column of the sheet are hidden and hold ids, so that a figure is found again where
rows or columns have moved; the hidden sheet says which figure each input cell takes (`template_form.ENTRY`).
"""

import io
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from data.areas import Areas
from data.catalogue import Catalogue, Indicator
from data.intake.deadlines import deadlines
from data.intake.grid import letter, plain
from data.intake.template_cells import DAY, comment, day_rule, rule
from data.intake.template_form import (
    COLUMNS,
    ENTRY,
    HEAD,
    HIDDEN,
    INPUTS,
    LABELS,
    MARKER,
    SUM,
    VERSION,
    Asked,
    Line,
    checksum,
)
from data.intake.template_words import template_words

WIDTHS: dict[str, int] = dict(zip(COLUMNS, (36, 24, 12, 13, 13, 13, 13, 13, 28)))  # of Excel, in digits
AT = {name: n for n, name in enumerate(COLUMNS, 1)}  # column 0 holds ids
TITLE, PERIOD, UNIT, DEADLINE, SOURCE, PUBLISHED, HELP, HEADINGS, FIRST = range(
    1, 10
)  # rows; row 0 holds ids


def template_bytes(asked: Asked, rows: list[Line], catalogue: Catalogue, areas: Areas, edition: int) -> bytes:
    """The workbook, with figures of the office (also small ones): not for the public.

    Args:
        rows: as `template_form.lines` gives them.
        edition: from which the figures for reference are.
    """
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        sheet = book.add_worksheet(template_words().sheet)
        pen = _Pen(book, sheet, catalogue, areas, asked)
        pen.head()
        for n, line in enumerate(rows, FIRST):
            pen.line(n, line, opens=line.indicator is not rows[n - FIRST - 1].indicator or n == FIRST)
        pen.sums(rows)
        pen.finish(FIRST + len(rows) - 1)
        _write_ids(book.add_worksheet(HIDDEN), pen, rows, edition)
    return buffer.getvalue()


class _Pen:
    """Writes the visible sheet."""

    def __init__(
        self, book: xlsxwriter.Workbook, sheet: Worksheet, catalogue: Catalogue, areas: Areas, asked: Asked
    ):
        self._book, self._sheet, self.catalogue, self.areas, self.asked = book, sheet, catalogue, areas, asked
        self._formats: dict[tuple, Format] = {}
        self._words = template_words()

    def _look(self, **properties):
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format({"valign": "vcenter", **properties})
        return self._formats[key]

    def label(self, area: str) -> str:
        """The area's name on the period's last day; the sum's for `SUM`."""
        if area == SUM:
            return self._words.districts_sum
        return self.areas.at(area, self.asked.end).full("vi")

    def unit(self, indicator: Indicator) -> str:
        """The indicator's unit in words."""
        return str(self.catalogue.unit(indicator, "vi"))

    def head(self) -> None:
        """Ids of columns, the lines over the table, the cells for source and day, headings."""
        sheet, words, last = self._sheet, self._words, len(COLUMNS)
        sheet.write_row(0, 0, [MARKER, *COLUMNS])
        plain_look, bold = self._look(), self._look(bold=True, font_size=14)
        where = self.asked.areas[0] if len(self.asked.areas) == 1 else self.areas.province
        period = words.period_month if self.asked.month else words.period_year
        units = {self.unit(i) for i in self.asked.indicators}
        sheet.write_string(TITLE, 1, words.title.format(subject=self.asked.subject), bold)
        about = {"year": self.asked.year, "month": self.asked.month, "end": self.asked.end.strftime(DAY)}
        sheet.write_string(PERIOD, 1, period.format(area=self.label(where), **about), plain_look)
        unit = words.unit_one.format(unit=units.pop()) if len(units) == 1 else words.unit_many
        sheet.write_string(UNIT, 1, unit, plain_look)
        sheet.write_string(DEADLINE, 1, self._deadline(), plain_look)
        for row, name, text in ((SOURCE, "source", words.source), (PUBLISHED, "published", words.published)):
            sheet.write_string(row, 0, name)
            sheet.write_string(row, 1, text, self._look(bold=True))
        sheet.merge_range(SOURCE, 2, SOURCE, last, "", self._look(border=1, locked=False, num_format="@"))
        sheet.write_blank(
            PUBLISHED, 2, None, self._look(border=1, locked=False, num_format="dd/mm/yyyy", align="left")
        )
        sheet.data_validation(PUBLISHED, 2, PUBLISHED, 2, day_rule())
        sheet.merge_range(HELP, 1, HELP, last, words.help, self._look(italic=True, text_wrap=True))
        sheet.set_row(HELP, 32)
        heading = self._look(bold=True, border=1, bg_color="silver", text_wrap=True, align="center")
        sheet.write_string(HEADINGS, 0, "headings")
        for name, column in AT.items():
            sheet.write_string(HEADINGS, column, getattr(words.columns, name), heading)
            sheet.set_column(column, column, WIDTHS[name])
        sheet.set_row(HEADINGS, 34)

    def _deadline(self) -> str:
        days = deadlines(self.asked.indicators, self.asked.end, self.asked.month)
        first, last = (day.strftime(DAY) for day in (days[0], days[-1]))
        if first == last:
            return self._words.deadline.format(day=first)
        return self._words.deadlines.format(first=first, last=last)

    def line(self, row: int, line: Line, opens: bool) -> None:
        """One row; `opens`: the first of its indicator, which carries the comment."""
        sheet, indicator = self._sheet, line.indicator
        locked = self._look(border=1, text_wrap=True, bold=opens)
        sheet.write_string(row, 0, line.id)
        sheet.write_string(row, AT["indicator"], indicator.name("vi"), locked)
        sheet.write_string(row, AT["area"], self.label(line.area), self._look(border=1, bold=opens))
        sheet.write_string(row, AT["unit"], self.unit(indicator), self._look(border=1))
        if opens:
            about = {"x_scale": 3, "y_scale": 2, "author": ""}
            text = comment(indicator, self.catalogue, self.asked.year)
            sheet.write_comment(row, AT["indicator"], text, about)
        form = "#,##0" + ("." + "0" * indicator.decimals if indicator.decimals else "")
        grey = {"border": 1, "font_color": "gray", "italic": True}
        if line.before is None or line.before_end is None:
            sheet.write_blank(row, AT["before"], None, self._look(**grey))
            sheet.write_blank(row, AT["before_period"], None, self._look(**grey))
        else:
            sheet.write_number(row, AT["before"], line.before, self._look(**grey, num_format=form))
            sheet.write_string(row, AT["before_period"], line.before_end.strftime(DAY), self._look(**grey))
        open_kinds = {slot.kind for slot in line.slots}
        for kind in INPUTS:
            looks = {"num_format": form, "border": 1}
            looks |= {"locked": False} if kind in open_kinds else {"bg_color": "silver"}
            sheet.write_blank(row, AT[kind], None, self._look(**looks))
            if kind in open_kinds:
                sheet.data_validation(row, AT[kind], row, AT[kind], rule(indicator, self.unit(indicator)))
        note = {"locked": False, "num_format": "@"} if line.slots else {"bg_color": "silver"}
        sheet.write_blank(row, AT["note"], None, self._look(border=1, text_wrap=True, **note))

    def sums(self, rows: list[Line]) -> None:
        """The sum of the districts' figures; empty as long as none is typed."""
        for n, line in enumerate(rows):
            if line.area != SUM:
                continue
            districts = [m for m in range(n + 1, len(rows)) if rows[m].indicator is line.indicator]
            look = self._look(bg_color="silver", border=1, num_format="#,##0.####", italic=True)
            kinds = {slot.kind for slot in rows[districts[0]].slots}
            for name in ("before", *(kind for kind in INPUTS if kind in kinds)):
                column = letter(AT[name])
                cells = f"{column}{FIRST + districts[0] + 1}:{column}{FIRST + districts[-1] + 1}"
                known = [before for m in districts if (before := rows[m].before) is not None]
                value: Any = sum(known) if name == "before" and len(known) == len(districts) else "\u00a0"
                everywhere = len(districts) if name == "before" else 1
                formula = f'=IF(COUNT({cells})<{everywhere},"",SUM({cells}))'
                self._sheet.write_formula(FIRST + n, AT[name], formula, look, value)

    def finish(self, last: int) -> None:
        """Hides the ids, locks, freezes and prepares for A4."""
        sheet = self._sheet
        sheet.set_column(0, 0, None, None, {"hidden": True})
        sheet.set_row(0, None, None, {"hidden": True})
        sheet.protect("", {"format_columns": True, "format_rows": True})
        sheet.freeze_panes(FIRST, AT["unit"])
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.5)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(HEADINGS)
        sheet.print_area(TITLE, 1, last, len(COLUMNS))
        sheet.set_footer("&C" + self._words.footer)
        sheet.set_selection(FIRST, AT["actual"], FIRST, AT["actual"])


def _write_ids(sheet: Worksheet, pen: _Pen, rows: list[Line], edition: int) -> None:
    """The hidden sheet: `HEAD` as pairs, then `ENTRY` and `LABELS` of each input cell; all text."""
    body = [
        [
            f"{letter(AT[slot.kind])}{n + 1}",
            line.id,
            line.indicator.id,
            line.area,
            slot.kind,
            slot.start.isoformat(),
            slot.end.isoformat(),
            slot.standard,
            line.indicator.unit,
            plain(line.indicator.name("vi")),
            plain(pen.label(line.area)),
        ]
        for n, line in enumerate(rows, FIRST)
        for slot in line.slots
    ]
    asked = pen.asked
    about = [str(edition), pen.areas.province, str(asked.year), str(asked.month or "")]
    values = [VERSION, checksum([about, *body]), *about]
    for n, row in enumerate([*zip(HEAD, values), (*ENTRY, *LABELS), *body]):
        for column, text in enumerate(row):
            sheet.write_string(n, column, text)
    sheet.protect()
    sheet.very_hidden()
