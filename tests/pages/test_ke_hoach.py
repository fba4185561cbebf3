"""Kế hoạch – Thực hiện: rows as stored, months, groups, wrong addresses."""

from datetime import date

import pandas as pd
import pytest

from data.editions import editions
from data.queries import district_change, plan_history, plan_standing, plans
from pages.content import plan_standing as parts
from pages.content.plan_matrix import plan_matrix
from pages.content.plan_table import standing_table
from pages.content.view import View
from tests.pages.seen import seen
from tests.pages.test_screens import opened, texts

JOBS = "giai_quyet_viec_lam"


@pytest.fixture
def view(edition) -> View:
    return View(edition, "vi", False, date(2026, 11, 23))


def test_plans_and_their_months(edition):
    known = plans(edition)

    assert known["indicator"].unique().tolist() == [JOBS] and known["year"].tolist() == [2015, 2016, 2017]
    assert known.loc[known["year"] == 2017, "areas"].item() == 3 and list(known["months"].iloc[0]) == [3, 12]


def test_a_month_sees_only_the_reports_up_to_it(edition):
    march, year = (plan_standing(edition, [JOBS], 2016, m).set_index("area") for m in (3, 12))

    assert (
        march.loc["Z1", "actual"] == 30
        and march.loc["Z1", "span"] == "ytd"
        and year.loc["Z1", "actual"] == 120
    )
    assert march.loc["Z", "actual"] == 75 and year.loc["Z", "actual"] == 300 and year.loc["Z", "plan"] == 400
    assert plan_standing(edition, [JOBS], 2016, 2)["actual"].isna().all()


def test_the_provinces_share_is_sum_over_sum(view):
    rows = parts.standings(view, (JOBS,), 2016, 12).set_index("area")

    assert rows.loc["Z", "plan_share"] == pytest.approx(75)
    assert rows.loc[["Z1", "Z2", "Z3", "Z4"], "plan_share"].tolist() == [120, 80, 60, 40]


def test_projection_needs_two_years_and_is_read_off_the_same_month(view):
    first, third = (parts.standings(view, (JOBS,), y, 3).set_index("area") for y in (2016, 2017))

    assert (first["reason"] == "no_history").all()
    # March had brought a quarter of the year in 2015 and 2016: 37 of 100 by March 2017 project to 148%
    assert third.loc["Z1", "low"] == pytest.approx(148) and third.loc["Z1", "group"] == "will_reach"
    assert third.loc["Z3", "reason"] == "no_plan" and third.loc["Z4", "reason"] == "no_report"
    assert plan_history(view.edition, JOBS, 2017, 3)["year"].unique().tolist() == [2015, 2016]


def test_at_risk_comes_first_and_then_what_is_missing(view):
    rows = parts.standings(view, (JOBS,), 2016, 12)
    districts = rows[rows["level"] == "district"]

    assert districts["area"].tolist() == ["Z4", "Z3", "Z2", "Z1"] and districts["group"].tolist() == [
        "at_risk"
    ] * 3 + ["will_reach"]


def test_what_it_says_in_words(view):
    told = parts.finding(view, JOBS, 2016, 12).replace("\u00a0", " ")

    assert "toàn tỉnh 300 lượt người, đạt 75% kế hoạch (400 lượt người): không đạt" in told
    assert "3 đơn vị nguy cơ không đạt" in told and "Bốn (60 lượt người)" in told
    assert "đề nghị xem lại mức kế hoạch" not in told and "đề nghị xem lại mức kế hoạch" in parts.finding(
        view, JOBS, 2017, 12
    )  # 150 of 100 in Một


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    "address", [{}, {"nam": "2018", "thang": "9"}, {"nhom": "nguy_co"}, {"nam": "2025"}, {"nam": "2014"}]
)
def test_the_screen_opens(real, language, address):
    app = opened("ke_hoach", ngon_ngu=language, **address)

    assert not app.exception and not app.error


def test_the_matrix_says_share_and_state_of_every_plan_and_district(real):
    view = View(real, "vi", False, date(2026, 11, 23))
    plans_of = ("muc_giam_ty_le_ho_ngheo", JOBS, "ty_le_that_nghiep")
    matrix = plan_matrix(view, plans_of, 2017, 12, JOBS)
    rows = {row.code: row for row in matrix.table.rows}
    cells = {row.code: [c.text for c in row.cells] for row in matrix.table.rows}

    assert [h.label for h in matrix.table.headings][:3] == ["Chỉ tiêu", "Toàn tỉnh", "Rạch Giá"]
    assert cells[JOBS][1] == "▲109,3ᵗ" and cells["ty_le_that_nghiep"][1:3] == ["▲giữ◇", "–"]
    assert rows[JOBS].selected and not rows["ty_le_that_nghiep"].selected
    assert {c.tone for c in rows["muc_giam_ty_le_ho_ngheo"].cells[1:]} == {"plan_reached"}
    assert "plan_near" in {c.tone for c in rows[JOBS].cells}


def test_without_district_plans_there_is_no_matrix_but_the_provinces_table(real):
    published = next(e.id for e in editions() if e.kind == "published")

    assert plan_matrix(View(published, "vi", False, date(2026, 11, 23)), (JOBS,), 2017, 12, JOBS) is None
    assert "chưa có kế hoạch năm 2017 của huyện" in texts(opened("ke_hoach", phien_ban=str(published)))


def test_districts_are_counted_in_groups_that_have_some(real):
    view = View(real, "vi", False, date(2026, 11, 23))
    all_met = parts.finding(view, "muc_giam_ty_le_ho_ngheo", 2017, 12)
    some = parts.finding(view, JOBS, 2018, 9)

    assert "Cả 15 đơn vị đạt kế hoạch. 12 đơn vị vượt 120% kế hoạch: đề nghị xem lại" in all_met
    assert "3 đơn vị nguy cơ không đạt; 5 đơn vị đang tiến tới; 7 đơn vị đạt hoặc sẽ đạt." in some


def test_a_fall_in_points_is_the_same_on_both_pages(real):
    view = View(real, "vi", False, date(2026, 11, 23))
    change = district_change(real, "ty_le_ho_ngheo", 2017).set_index("area")["points"]
    fall = parts.standings(view, ("muc_giam_ty_le_ho_ngheo",), 2017, 12).set_index("area")["actual"]

    for area in view.areas.districts:
        assert round(-change[area], 2) == pytest.approx(fall[area]), area


def test_a_month_without_report_is_told(real):
    app = opened("ke_hoach", nam="2018", thang="13", nhom="khong_co")
    told = " ".join(seen(i.value) for i in app.info)

    assert "13" in told and "khong_co" in told and "tháng" in told


def test_past_projections_are_counted(real):
    view = View(real, "vi", False, date(2026, 11, 23))
    found, tries = parts.hits(view, JOBS, 2019, 9)

    assert tries == 16 and 0 < found < tries  # 2018, province and 15 districts
    assert 0 < parts.hits(view, "tuyen_sinh_dao_tao", 2019, 9)[0] < 16
    assert parts.hits(view, JOBS, 2018, 9) == (0, 0), "2018 must not be judged by its own result"


def test_the_box_says_type_formula_pace_and_hit_rate(real):
    view = View(real, "vi", False, date(2026, 11, 23))
    going_on, over, limit = (
        " ".join(parts.method(view, *asked))
        for asked in ((JOBS, 2018, 9), (JOBS, 2018, 12), ("ty_le_that_nghiep", 2018, 12))
    )

    assert "đạt mức trở lên" in going_on and "Σ thực hiện ÷ Σ kế hoạch" in going_on
    assert "tiến độ cùng kỳ các năm trước" in going_on and "chưa kiểm lại được" in going_on
    assert "Không có dự báo" in over and "Tiến độ" not in over
    assert "không vượt mức" in limit and "mức trần" in limit
    assert "chia đều 12 tháng" in " ".join(parts.method(view, JOBS, 2016, 9))


def test_the_table_marks_what_is_illustrative_and_shows_the_range_with_a_decimal(real):
    view = View(real, "vi", False, date(2026, 11, 23))
    data = standing_table(view, parts.standings(view, (JOBS,), 2018, 9), (), by="area", year=2018)
    cells = {row.code: [cell.text for cell in row.cells] for row in data.rows}

    assert cells["905"][6] == "99,6–100,5% ◇"
    assert all("◇" in cells["905"][n] for n in range(1, 7))
    assert cells["905"][7] == "■\u00a0Đang\u00a0tiến\u00a0tới: dự\u00a0báo\u00a0quanh\u00a095–100%"


def test_a_district_that_reports_late_says_until_when(real):
    view = View(real, "vi", False, date(2026, 11, 23))
    rows = parts.standings(view, (JOBS,), 2018, 9).copy()
    rows.loc[rows["area"] == "905", "as_of"] = pd.Timestamp(2018, 6, 30)
    cells = {
        row.code: row.cells[-1].text for row in standing_table(view, rows, (), by="area", year=2018).rows
    }

    assert "30/6/2018" in cells["905"] and "2018" not in cells["903"]
