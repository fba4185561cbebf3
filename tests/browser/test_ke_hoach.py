"""Kế hoạch – Thực hiện in Chromium: groups, order, months, low plans, wrong addresses, a phone."""

import re

from tests.browser.conftest import settled
from tests.browser.probe import probe

DOTS = ".js-plotly-plot .scatterlayer .point"
ROWS = probe("table_rows")


def opened(visit, address: str, *size: int, tables: int = 2):
    """The page with its matrix and, below, the table of districts."""
    page = visit(f"/ke-hoach?bang=don_vi&{address}", *size)
    settled(page, DOTS, 2)
    page.wait_for_function(f"() => ({ROWS})().length >= {tables}", timeout=30_000)
    return page


def districts(page) -> list[list[str]]:
    """The rows of the table of districts, the province left out."""
    return page.evaluate(ROWS)[-1][1:]


def test_four_groups_and_those_at_risk_first(visit):
    page = opened(visit, "nam=2018&thang=9&chi_tieu=giai_quyet_viec_lam")
    buttons = page.locator("[data-testid=stButtonGroup]").filter(has_text="Tất cả").inner_text()
    groups = [re.match(r"[▼■▲–] ([^:]+):", row[-1])[1] for row in districts(page)]
    order = ["Nguy cơ không đạt", "Đang tiến tới", "Đạt hoặc sẽ đạt"]

    assert re.search(r"Đạt hoặc sẽ đạt 2", buttons) and re.search(r"Chưa thể đánh giá 6", buttons)
    assert "Nguy cơ" not in buttons, "no plan of the province is at risk: nothing to filter"
    assert len(groups) == 15 and groups == sorted(groups, key=order.index) and set(groups) == set(order)
    assert page.outside == [] and page.wrong == []


def test_a_group_filters_the_districts(visit):
    page = opened(visit, "nam=2018&thang=9&chi_tieu=giai_quyet_viec_lam&nhom=se_dat")
    matrix = page.evaluate(ROWS)[0]

    assert [row[0] for row in matrix] == ["Giải quyết việc làm", "Tuyển sinh, đào tạo"]
    assert len(districts(page)) == 7 and all("Đạt hoặc sẽ đạt" in row[-1] for row in districts(page))


def test_a_click_on_a_plan_shows_its_districts_as_dots(visit):
    page = opened(visit, "nam=2017")
    page.locator("tbody th button", has_text="Giải quyết việc làm").click()
    page.wait_for_url("**chi_tieu=giai_quyet_viec_lam**")
    page.wait_for_selector(".st-key-fig_ke_hoach_giai_quyet_viec_lam .js-plotly-plot")
    settled(page, DOTS, 16)

    assert page.locator("tr[aria-selected=true]").first.inner_text().startswith("Giải quyết việc làm")


def test_the_whole_year_stands_on_the_first_screen_of_a_notebook(visit):
    page = opened(visit, "nam=2017")
    box = page.locator("table").first.bounding_box()

    assert len(page.evaluate(ROWS)[0]) == 7 and len(page.evaluate(ROWS)[0][0]) == 17
    assert box["y"] + box["height"] <= 560 and box["x"] + box["width"] <= 1366


def test_another_month_changes_figures_and_address(visit):
    page = opened(visit, "nam=2018&thang=9&chi_tieu=giai_quyet_viec_lam")
    before = page.evaluate(ROWS)[-1][0]
    page.locator(".st-key-w_thang input").click()
    page.get_by_role("option", name="đến hết tháng 6", exact=True).click()
    page.wait_for_function(f"was => ({ROWS})().at(-1)[0][1] !== was", arg=before[1], timeout=30_000)
    after = page.evaluate(ROWS)[-1][0]

    assert (
        "thang=6" in page.url
        and before[1].startswith("26.062")
        and after[1] != before[1]
        and after[2] == before[2]
    )


def test_a_plan_far_exceeded_is_asked_about(visit):
    page = opened(visit, "nam=2018&chi_tieu=giai_quyet_viec_lam")
    phu_quoc = next(row for row in districts(page) if row[0] == "Phú Quốc")

    assert (
        "đề nghị xem lại mức kế hoạch" in phu_quoc[-1]
        and "Phú Quốc): đề nghị xem lại mức kế hoạch" in page.locator(".d-review").inner_text()
    )
    assert all(
        "đề nghị xem lại mức kế hoạch" not in row[-1] for row in districts(page) if row[0] != "Phú Quốc"
    )


def test_a_month_without_report_and_an_unknown_group_are_explained(visit):
    page = opened(visit, "nam=2015&thang=9&nhom=khong_co")
    told = " ".join(page.locator("[data-testid=stAlert]").all_inner_texts())

    assert (
        "tháng “9”: năm này không có báo cáo của tháng đó" in told
        and "nhóm “khong_co”: không có nhóm này" in told
    )
    assert "thang=9" in page.url and "nhom=khong_co" in page.url  # told, and left standing


def test_the_box_prints_formula_and_hit_rate(visit):
    page = opened(visit, "nam=2018&thang=9&chi_tieu=giai_quyet_viec_lam")
    box = page.locator(".st-key-cach_danh_gia").inner_text()

    assert (
        "Loại kế hoạch: đạt mức trở lên" in box
        and "tiến độ cùng kỳ các năm trước" in box
        and "chưa kiểm lại được" in box
    )


def test_rows_stay_low_on_a_phone(visit):
    page = opened(visit, "nam=2018&thang=9&chi_tieu=giai_quyet_viec_lam", 390, 844)
    tallest = page.evaluate(probe("tallest_row"))

    assert tallest < 100  # three lines, not one a word
    assert page.evaluate(
        "document.querySelector('[data-testid=stMain]').scrollWidth <= window.innerWidth + 1"
    )
