"""Every surface names the documents that were in force in the year shown, and no other."""

import io
import re
from datetime import date

import openpyxl
import pytest

from data.catalogue_files import read_catalogue
from pages.content.agenda import agenda_file, read_agenda
from pages.content.indicator_facts import entries, fields
from pages.content.maps import level_map
from pages.content.slides import written
from pages.content.trend import trend_state
from pages.content.view import View
from pages.documents.picture_files import xlsx_file
from pages.text.laws import days_of_years, documents_of_year, legal_basis
from tests.pages.test_screens import opened, texts

CATALOGUE = read_catalogue()
ASSISTANCE = "doi_tuong_huong_tro_cap_xa_hoi"  # a stock: counted at the end of a year
SPENDING = "kinh_phi_tro_cap_xa_hoi"  # a flow: of the whole year
OLD, NEW = "136/2013/NĐ-CP", "20/2021/NĐ-CP"


def view_of(edition: int) -> View:
    return View(edition, "vi", False, date(2026, 11, 20))


def basis(indicator: str, first: int, last: int, language: str = "vi") -> str:
    declared = CATALOGUE.indicators[indicator]
    return legal_basis(declared, CATALOGUE, language, days_of_years(first, last, declared))


@pytest.mark.parametrize(
    "indicator, year, named",
    [
        (ASSISTANCE, 2012, "Nghị định số 67/2007/NĐ-CP"),
        (ASSISTANCE, 2017, "Nghị định số 136/2013/NĐ-CP"),
        (ASSISTANCE, 2021, "Nghị định số 20/2021/NĐ-CP"),
        (SPENDING, 2020, "Nghị định số 136/2013/NĐ-CP"),
        (SPENDING, 2021, f"Nghị định số {OLD} (đến 30/6/2021); Nghị định số {NEW} (từ 01/7/2021)"),
        (SPENDING, 2023, "Nghị định số 20/2021/NĐ-CP"),
        ("ty_le_ho_ngheo", 2008, "Quyết định số 170/2005/QĐ-TTg"),
        ("ty_le_ho_ngheo", 2014, "Quyết định số 09/2011/QĐ-TTg"),
        ("ty_le_ho_ngheo", 2015, "Quyết định số 59/2015/QĐ-TTg"),
        ("ty_le_ho_ngheo", 2023, "Nghị định số 07/2021/NĐ-CP"),
        ("giai_quyet_viec_lam", 2013, ""),
    ],
)  # fmt: skip
def test_a_year_has_the_documents_of_its_days(indicator, year, named):
    assert basis(indicator, year, year) == named


def test_several_years_say_until_when_each_document_held():
    assert basis(ASSISTANCE, 2020, 2023, "en") == (
        "Decree 136/2013/NĐ-CP (until 30/6/2021); Decree 20/2021/NĐ-CP (since 01/7/2021)"
    )


def test_documents_of_a_year_stand_once_and_say_where_they_held_on_a_part_of_it():
    indicators = [CATALOGUE.indicators[i] for i in (ASSISTANCE, SPENDING, "so_ho_ngheo", "ty_le_ho_ngheo")]

    assert documents_of_year(indicators, CATALOGUE, "vi", 2021) == [
        f"Nghị định số {NEW} (từ 01/7/2021)",
        f"Nghị định số {OLD} (đến 30/6/2021)",
        "Quyết định số 59/2015/QĐ-TTg",
    ]


def definitions(view: View, state) -> str:
    """All texts of a workbook's last sheet."""
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_file(view, state))).worksheets[-1]
    return " ".join(str(c.value) for row in sheet.iter_rows() for c in row if c.value is not None)


@pytest.mark.parametrize("year", [2015, 2017, 2020])
def test_workbooks_name_the_documents_of_the_year_of_their_rows(real, year):
    view = view_of(real)
    state = level_map(view, "ty_le_ho_ngheo", year)
    said = definitions(view, state)

    for document in view.catalogue.indicators["ty_le_ho_ngheo"].legal_basis:
        name = view.catalogue.legal_basis(document).name.vi
        assert (name in said) == (name == basis("ty_le_ho_ngheo", year, year)), (year, name)


def test_a_workbook_over_many_years_dates_the_documents(real):
    view = view_of(real)
    said = definitions(view, trend_state(view, "ty_le_ho_ngheo", (view.areas.province,)))

    assert "Quyết định số 170/2005/QĐ-TTg (đến 31/12/2010); Quyết định số 09/2011" in said


def test_the_page_of_methods_dates_every_document_that_ended(real):
    view = view_of(real)
    listed = [entry for field in fields(view) for entry in entries(view, field)]
    cells = [line for entry in listed for _, lines in entry.facts for line in lines]

    assert sum(OLD in str(cell) for cell in cells) >= 5
    for cell in cells:
        if OLD in str(cell):
            assert f"Nghị định số {OLD} (từ 01/01/2014 đến 30/6/2021)" in str(cell)
            assert f"Nghị định số {NEW} (từ 01/7/2021)" in str(cell)


@pytest.mark.parametrize("year, named", [(2017, OLD), (2022, NEW)])
def test_tasks_of_an_agenda_rest_on_the_document_of_the_next_year(real, year, named):
    view = view_of(real)
    slides = read_agenda(agenda_file(), view.catalogue).slides
    points = [written(view, point, year) for slide in slides for point in slide.points]

    assert [p for p in points if "trợ cấp xã hội" in p] == [
        f"Chi trả trợ cấp xã hội theo Nghị định số {named} qua hệ thống bưu điện"
    ]


def test_the_search_page_names_the_documents_of_the_years_asked_for(real):
    page = texts(opened("kham_pha", chi_tieu="ty_le_ho_ngheo", tu="2016", den="2019"))

    assert re.search(r"Căn cứ</th><td>\s*Quyết định số 59/2015/QĐ-TTg\s*</td>", page)
