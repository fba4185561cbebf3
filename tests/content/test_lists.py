"""The lists of the field pages: highest first, a count's rate beside it, who has no figure named once."""

from datetime import date

import pytest

from data.queries import district_values
from pages.content.district_table import district_table, rate_of
from pages.content.headline_table import headline_table
from pages.content.view import View

TODAY = date(2026, 11, 23)
COUNT, RATE = "nguoi_co_cong_huong_tro_cap_hang_thang", "nguoi_co_cong_1000_ho"


@pytest.fixture
def view(real) -> View:
    return View(real, "vi", False, TODAY)


def headings(table) -> list[str]:
    return [heading.label for heading in table.headings]


def test_a_list_falls_from_the_highest_and_only_values_have_bars(view):
    table = district_table(view, "ty_le_ho_ngheo", 2017, ("914",))
    values = [row.cells[1].value for row in table.rows]

    assert values == sorted(values, reverse=True) and len(values) == 15
    assert [heading.bar for heading in table.headings] == [False, True, False, False]
    assert [row.code for row in table.rows if row.selected] == ["914"]


def test_a_count_stands_beside_its_rate_and_has_no_rank(view):
    table = district_table(view, COUNT, 2017, ())
    rates = district_values(view.edition, RATE, 2017, today=TODAY).set_index("area")["value"]

    assert rate_of(view.catalogue, view.catalogue.indicators[COUNT]).id == RATE
    assert headings(table)[-1] == "Tỷ lệ" and "Hạng" not in headings(table)
    assert {row.code: row.cells[-1].value for row in table.rows} == pytest.approx(rates.to_dict())


def test_who_has_no_figure_is_named_once_under_the_rows(view):
    published = View(view.edition - 1, "vi", False, TODAY)
    table = district_table(published, "ty_le_ho_ngheo", 2020, ())

    assert [row.code for row in table.rows] == ["911"]
    assert table.caption.count("Chưa có số liệu: ") == 1 and "Rạch Giá" in table.caption


def test_headlines_are_rows_and_the_chosen_one_is_selected(view):
    table = headline_table(view, (COUNT, "ty_le_ho_ngheo"), 2017, COUNT)

    assert [(row.code, row.selected) for row in table.rows] == [(COUNT, True), ("ty_le_ho_ngheo", False)]
    assert [row.cells[2].text for row in table.rows] == ["−1,3%\xa0◇", "−2,12\xa0điểm %"]
    # a published figure stands beside an illustrative one: the sign is at the number
    assert "◇" in table.rows[0].cells[1].text and "◇" not in table.rows[1].cells[1].text


def test_a_change_on_a_made_up_year_wears_its_mark_beside_a_published_figure(view):
    """38.255 (published) on 35.120 (made up) is +8,9%."""
    jobs = headline_table(view, ("giai_quyet_viec_lam",), 2017, "").rows[0]

    assert "◇" not in jobs.cells[1].text and jobs.cells[2].text == "+8,9%\xa0◇"


def test_headlines_without_a_figure_are_named_below(view):
    published = View(view.edition - 1, "vi", False, TODAY)
    table = headline_table(published, (COUNT, "ty_le_ho_ngheo"), 2017, COUNT)

    assert [row.code for row in table.rows] == ["ty_le_ho_ngheo"]
    assert "Trợ cấp hằng tháng" in table.caption
