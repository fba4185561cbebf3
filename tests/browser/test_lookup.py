"""Looking up in a real browser: a search without diacritics, then map, trend, table and their link."""

from tests.browser.conftest import DRAWN, settled


def test_ho_ngheo_is_found_drawn_and_linked(visit):
    page = visit("/kham-pha?chi_tieu=giai_quyet_viec_lam&huyen=912")
    settled(page, DRAWN, 15)
    box = page.get_by_label("Tìm chỉ tiêu")
    box.fill("ho ngheo")
    box.press("Enter")
    page.wait_for_url("**tim=ho+ngheo**")
    page.locator("[data-testid=stMain] h2", has_text="Tỷ lệ hộ nghèo").first.wait_for()
    page.locator(".st-key-w_chi_tieu input").click()
    page.get_by_role("option", name="Số hộ nghèo", exact=True).click()
    page.wait_for_url("**chi_tieu=so_ho_ngheo**")
    page.locator(".st-key-fig_ban_do_so_ho_ngheo .js-plotly-plot").first.wait_for()
    settled(page, DRAWN, 15)

    assert page.locator(".st-key-fig_dien_bien_so_ho_ngheo .scatterlayer .trace").count() >= 2
    heads = page.locator("table:has(caption) thead th").all_inner_texts()
    assert heads[0].startswith("Kỳ") and heads[-1].startswith("Kiên Hải")
    assert page.locator("table:has(caption) tbody tr", has_text="31/10/2020").count() >= 1
    assert page.outside == [] and page.wrong == []
    again = visit("/" + page.url.split("/", 3)[3])
    again.locator(".st-key-fig_ban_do_so_ho_ngheo .js-plotly-plot").first.wait_for()
    settled(again, DRAWN, 15)
    assert again.inner_text("[data-testid=stMain]") == page.inner_text("[data-testid=stMain]")
    assert again.get_by_label("Tìm chỉ tiêu").input_value() == "ho ngheo"


def test_the_tables_rows_leave_as_a_workbook(visit):
    page = visit("/kham-pha?chi_tieu=ty_le_ho_ngheo&tu=2015&den=2020&huyen=912")
    settled(page, DRAWN, 15)
    page.locator(".st-key-menu_so_lieu_ty_le_ho_ngheo button").first.click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải bảng Excel (XLSX)").click()

    assert download.value.suggested_filename.startswith("kham-pha_so_lieu_ty_le_ho_ngheo_")
    assert page.get_by_role("button", name="Tải ảnh (SVG)").count() == 0


def test_a_search_without_a_hit_keeps_the_screen_on_a_phone(visit):
    page = visit("/kham-pha?chi_tieu=so_ho_ngheo", 390, 844)
    box = page.get_by_label("Tìm chỉ tiêu")
    box.fill("xyzzy")
    box.press("Enter")
    page.locator("[data-testid=stAlert]", has_text="xyzzy").wait_for()

    assert "chi_tieu=so_ho_ngheo" in page.url
    page.locator("[data-testid=stMain] h2", has_text="Số hộ nghèo").first.wait_for()
    assert page.evaluate(
        "document.querySelector('[data-testid=stMain]').scrollWidth <= window.innerWidth + 1"
    )
