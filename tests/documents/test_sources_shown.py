"""Where sources are shown: the grade on the page and in files, weak ones left out of the report's annex."""

import csv
import io
from datetime import date

import openpyxl
import pytest

from data import HERE
from data.queries import sources
from pages.content.maps import level_map
from pages.content.sources import sources_table
from pages.content.view import View
from pages.documents.picture_files import xlsx_file
from tests.documents.report_reading import annex_tables, opened, text_of

with (HERE / "provinces/kien_giang/sources.csv").open(encoding="utf-8") as listed:
    DECLARED = {row["source"]: row for row in csv.DictReader(listed)}
WEAK = {row["title"] for row in DECLARED.values() if row["grade"] == "weak"}
WORDS = {
    "vi": {"official": "chính thức", "press": "báo chí", "weak": "yếu"},
    "en": {"official": "official", "press": "press", "weak": "weak"},
}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_page_grades_every_source_and_keeps_notes_off_vietnamese_screens(published, language):
    view = View(published, language, False, date(2026, 11, 23))
    grid = sources_table(view, sources(published))
    rows = {row[0]: row for row in grid.rows}
    noted = [row["note"] for row in DECLARED.values() if row["note"] and row["source"] in rows]
    written = "\n".join(str(row[1]) for row in grid.rows)

    assert {code: row[2] for code, row in rows.items()} == {
        code: WORDS[language][DECLARED[code]["grade"]] for code in rows
    }
    assert len(noted) > 20
    assert [note in written for note in noted] == [language == "en"] * len(noted)


@pytest.mark.parametrize("year", [2017, 2020, 2023])
def test_the_reports_annex_leaves_weak_sources_out_and_says_so(published, year):
    file = opened(published, year=year)
    listed = [row.cells[1].text for row in annex_tables(file)[-1].rows[1:]]
    named = {title for title in WEAK if any(text.startswith(title) for text in listed)}

    assert listed and not named
    assert ("nguồn yếu (blog, trang khác, bản sao) không được liệt kê" in text_of(file)) == (year != 2017)


def test_a_workbook_says_how_good_its_sources_are(published):
    view = View(published, "vi", False, date(2026, 11, 23))
    state = level_map(view, "ty_le_ho_ngheo", 2020)
    book = openpyxl.load_workbook(io.BytesIO(xlsx_file(view, state)))
    cells = [[c.value for c in row] for row in book.worksheets[-1].iter_rows()]
    told = {row[0]: row[1] for row in cells if row[0] in state.about.sources}

    by_title = {row["title"]: row["grade"] for row in DECLARED.values()}
    assert told == {title: WORDS["vi"][by_title[title]] for title in state.about.sources} and told
