"""So sánh in Chromium: every view is drawn, sorted, clicked, linked, and fits a phone."""

import pytest

from tests.browser.conftest import settled
from tests.browser.probe import probe

TWELVE = (
    "ty_le_ho_ngheo,ty_le_ho_can_ngheo,so_ho_ngheo,so_ho_can_ngheo,giai_quyet_viec_lam,ty_le_that_nghiep,tuyen_sinh_dao_tao,ty_le_lao_dong_qua_dao_tao,"
    "ty_le_lao_dong_qua_dao_tao_co_bang_cap,nguoi_co_cong_huong_tro_cap_hang_thang,doi_tuong_huong_tro_cap_xa_hoi,so_nguoi_tham_gia_bhxh"
)
POINTS = ".js-plotly-plot .scatterlayer .point"
DRAWN = {  # view → what must be on the page, how many at least
    "hang": (POINTS, 15),
    "hang_nam": (POINTS, 30),
    "duong": (".js-plotly-plot .xaxislayer-above, .js-plotly-plot g.subplot.xy", 1),
    "vi_tri": ("g.infolayer .annotation", 15),
    "hai_ky": (POINTS, 30),
    "tan_xa": (POINTS, 15),
    "dai": (POINTS, 60),
    "muc_doi": (POINTS, 10),
    "pheu": (POINTS, 15),
}
ROWS = {"nhiet": 16, "thi_dua": 15}  # tables lie in a shadow root: only locators see them


def table_drawn(page, rows: int = 16):
    """Waits for the table; returns its locator."""
    page.locator("tbody tr").nth(rows - 1).wait_for(timeout=30_000)
    return page.locator("table").first


@pytest.mark.parametrize("view", [*ROWS, *DRAWN])
@pytest.mark.parametrize("size", [(1366, 768), (390, 844)], ids=lambda s: str(s[0]))
def test_each_view_is_drawn_by_its_own_address(visit, view, size):
    page = visit(f"/so-sanh?xem={view}&nam=2018", *size)
    table_drawn(page, ROWS[view]) if view in ROWS else settled(page, *DRAWN[view])

    assert page.outside == [] and page.wrong == []
    assert page.evaluate(
        "document.querySelector('[data-testid=stMain]').scrollWidth <= window.innerWidth + 1"
    )
    assert "◇" in page.inner_text("[data-testid=stMain]")
    labels = page.evaluate(probe("alternatives"))
    assert view in ROWS or any(len(label) > 40 for label in labels)


def test_twelve_indicators_are_legible_at_1366_without_sideways_scroll(visit):
    page = visit(f"/so-sanh?chi_tieu={TWELVE}")
    box = table_drawn(page).evaluate(probe("table_fits"))

    assert box[0] and box[1] < 768 and box[2] == 0 and box[3] == 13


def test_text_on_a_coloured_cell_has_contrast(visit):
    page = visit("/so-sanh")
    ratios = table_drawn(page).evaluate(probe("cell_contrasts"))

    assert len(ratios) > 60 and min(ratios) >= 4.5


def test_sorting_by_result_is_the_second_click_and_a_row_selects(visit):
    page = visit("/so-sanh")
    table_drawn(page)

    def names() -> list[str]:
        return page.locator("tbody th").all_inner_texts()

    assert names()[1:3] == ["Rạch Giá", "Hà Tiên"]

    page.locator("thead button", has_text="Tỷ lệ hộ nghèo").click()
    assert names()[0] == "Giang Thành"
    page.locator("tbody th button", has_text="An Minh").click()
    page.wait_for_url("**huyen=909**")
    page.wait_for_selector("tr[aria-selected=true]")
    assert page.locator("tr[aria-selected=true]").inner_text().startswith("An Minh")


def test_a_link_reproduces_weights_and_method(visit):
    chosen = "chi_tieu=ty_le_ho_ngheo,ty_le_ho_can_ngheo&trong_so=5,1&cach=min_max&nam=2018"
    path = f"/so-sanh?xem=thi_dua&{chosen}&ngon_ngu=en"
    first, second = visit(path), visit(path)
    for page in (first, second):
        table_drawn(page, 15)
        settled(page, "h1")

    text = first.inner_text("[data-testid=stMain]")
    assert text == second.inner_text("[data-testid=stMain]")
    assert "Min–max" in text and "2018" in text
    for part in ("xem=thi_dua", "trong_so=5", "cach=min_max", "nam=2018"):
        assert part in first.url


def test_the_views_are_reached_by_click_and_write_their_address(visit):
    page = visit("/so-sanh")
    table_drawn(page)
    page.get_by_role("radio", name="Phân bố").or_(page.get_by_role("button", name="Phân bố")).first.click()
    page.wait_for_url("**xem=dai**")
    settled(page, POINTS, 60)


def test_a_question_leads_to_its_first_view_and_back(visit):
    page = visit("/so-sanh")
    table_drawn(page)
    page.get_by_role("radio", name="Ai thay đổi?").click()
    page.wait_for_url("**xem=hai_ky**")
    settled(page, POINTS, 30)
    assert page.get_by_role("radio", name="Hạng qua các năm").count() == 1
    page.get_by_role("radio", name="Ai cao, ai thấp?").click()
    table_drawn(page)

    assert "xem=nhiet" in page.url


@pytest.mark.parametrize("language", ["vi", "en"])
def test_all_districts_stand_on_the_first_screen_of_a_notebook(visit, language):
    page = visit(f"/so-sanh?ngon_ngu={language}")
    last = table_drawn(page).locator("tbody tr").last.bounding_box()

    assert page.locator("tbody tr").count() == 16
    assert last["y"] + last["height"] <= 768


def test_an_unknown_page_leads_to_the_nearest_and_says_so(visit):
    page = visit("/so-sang?nam=2018")
    page.wait_for_selector("text=Không có trang “so-sang”")
    page.wait_for_function("() => !location.search.includes('trang=')")

    assert "/so-sanh" in page.url and "nam=2018" in page.url
    page = visit("/khong-co-gi")
    page.wait_for_selector("text=Không có trang “khong-co-gi”")
    page.wait_for_selector(".d-card")


def test_a_wrong_indicator_is_explained_in_words(visit):
    page = visit("/so-sanh?chi_tieu=ty_le_ho_ngheo,khong_co&huyen=000")
    alert = page.locator("[data-testid=stAlert]")
    alert.first.wait_for()
    text = " ".join(alert.all_inner_texts())

    assert "khong_co" in text and "Tỷ lệ hộ nghèo" in text and "000" in text
