"""What a visitor sees: maps drawn without internet, clicks, links, languages, downloads, three sizes."""

import re

import pytest

from pages.screens import SCREENS
from tests.browser.conftest import DRAWN, open_chip, settled
from tests.browser.probe import probe

SIZES = [(1366, 768), (1920, 1080), (390, 844)]
# Words of Streamlit's own or of ours in English that must not stand on a Vietnamese screen.
ENGLISH = re.compile(
    r"\b(Choose|Select|options|No data|Source|District|Rank|Download|Search|Loading|Error|of plan|"
    r"Employment|Poverty|Year)\b"
)


def paths(screen) -> str:
    return "/" + screen.address


@pytest.mark.parametrize("screen", SCREENS, ids=lambda s: s.name)
@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
def test_a_deep_link_opens_without_outside_request_or_sideways_scroll(visit, screen, size):
    page = visit(paths(screen), *size)
    page.wait_for_selector("[data-testid=stMain] .d-title, [data-testid=stTabs]")
    page.wait_for_timeout(1500)

    assert page.outside == [] and page.wrong == []
    assert page.evaluate(
        "document.querySelector('[data-testid=stMain]').scrollWidth <= window.innerWidth + 1"
    )
    assert page.locator("[data-testid=stException]").count() == 0
    assert page.get_by_text("Page not found").count() == 0


@pytest.mark.parametrize("screen", SCREENS, ids=lambda s: s.name)
def test_a_vietnamese_screen_has_no_english_word(visit, screen):
    page = visit(paths(screen))
    page.wait_for_timeout(2500)
    text = page.inner_text("[data-testid=stMain]")
    if screen.name == "nguon":  # titles of English sources are quoted as they are
        text = re.sub(r"(?s)Tình trạng máy chủ.*", "", text)

    assert not ENGLISH.findall(text)


def test_the_map_is_drawn_with_every_district_and_different_fills(visit):
    page = visit("/")
    settled(page, DRAWN, 15)

    shapes = page.evaluate(probe("map_shapes"), DRAWN)
    assert len([area for area, _ in shapes if area > 0]) >= 15
    assert len({fill for _, fill in shapes}) >= 4
    assert page.outside == []


def test_the_smallest_district_can_be_clicked_and_is_selected_everywhere(visit):
    page = visit("/giam-ngheo")
    settled(page, DRAWN, 15)

    page.locator("button", has_text="Kiên Hải").first.click()  # its row in the table
    page.wait_for_url("**huyen=912**")
    settled(page, DRAWN, 15)
    assert page.locator("[data-testid=stMultiSelect]").get_by_text("Kiên Hải").count() == 1
    assert page.locator("tr[aria-selected=true]").count() == 1


def test_a_click_on_the_map_selects_a_district(visit):
    page = visit("/giam-ngheo", 1920, 1080)
    settled(page, DRAWN, 15)
    largest = page.evaluate(probe("largest_shape"), DRAWN)

    page.mouse.click(*largest)
    page.wait_for_url("**huyen=9**")
    page.wait_for_selector("tr[aria-selected=true]")

    assert page.locator("tr[aria-selected=true]").count() == 1


def test_a_link_reproduces_the_screen(visit):
    path = "/giam-ngheo?nam=2016&huyen=899,912&kieu=thay_doi&hinh=o_luoi&ngon_ngu=en"
    first, second = visit(path), visit(path)
    for page in (first, second):
        settled(page, DRAWN, 15)

    assert first.inner_text("[data-testid=stMain]") == second.inner_text("[data-testid=stMain]")
    text = first.inner_text("[data-testid=stMain]")
    assert "Change" in text and "2016" in text and "Rạch Giá" in text
    for part in ("nam=2016", "huyen=899%2C912", "kieu=thay_doi", "hinh=o_luoi", "ngon_ngu=en"):
        assert part in first.url or part.replace("%2C", ",") in first.url


def test_language_and_edition_follow_from_screen_to_screen(visit):
    page = visit("/?ngon_ngu=en&huyen=899")
    page.get_by_role("link", name="Compare").click()
    page.wait_for_url("**/so-sanh**huyen=899**")  # written after the language, in the same run

    assert "huyen=899" in page.url and "ngon_ngu=en" in page.url
    page.get_by_role("link", name="Poverty").click()
    page.wait_for_url("**/giam-ngheo**huyen=899**")
    page.wait_for_selector("text=Table of districts")


def test_addresses_hold_codes_and_never_labels(visit):
    page = visit("/")
    open_chip(page)
    page.get_by_text("English", exact=True).click()
    page.wait_for_url("**ngon_ngu=en**")


def test_no_word_of_the_frame_is_english_on_a_vietnamese_page(visit):
    page = visit("/giam-ngheo?huyen=914")
    page.wait_for_selector("text=Đến nội dung chính", state="attached")
    said = page.evaluate(
        """() => [...document.querySelectorAll("*")].flatMap((e) => [
            ...["aria-label", "placeholder", "title"].map((name) => e.getAttribute(name)),
            e.children.length ? null : e.textContent.trim()])"""
    )

    english = ["Skip to main content", "App pages", "Main menu", "Open", "Clear all", "Choose an option"]
    assert not set(english) & set(said)
    assert page.evaluate("document.documentElement.lang") == "vi"


def test_only_published_figures_are_in_the_chip(visit):
    page = visit("/")
    open_chip(page)
    page.get_by_role("button", name="Chỉ xem số liệu đã công bố").click()
    page.wait_for_url("**phien_ban=**")
    page.keyboard.press("Escape")
    page.wait_for_selector(".st-key-chip_rehearsal", state="detached")

    settled(page, "[class*=st-key-fig_lich_] .js-plotly-plot .main-svg")  # too few figures for a map
    assert "◇" not in page.inner_text("[data-testid=stMain]")
    assert "38.255" in page.inner_text("[data-testid=stMain]")


def test_a_wrong_link_is_explained(visit):
    page = visit("/giam-ngheo?nam=1850&huyen=000")
    page.wait_for_selector("text=1850")

    assert page.locator("[data-testid=stAlert]", has_text="000").count() == 1


def test_the_download_is_a_table_for_excel_with_its_sources(visit):
    page = visit("/giam-ngheo")
    settled(page, DRAWN, 15)
    page.get_by_role("button", name="Bảng và tải về").first.click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải số liệu (CSV)").click()

    content = download.value.path().read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    text = content.decode("utf-8-sig")
    assert "Nguồn:" in text and "912" in text and "minh họa" in text


def test_a_chart_saves_a_picture(visit):
    page = visit("/", 1920, 1080)
    settled(page, DRAWN, 15)
    page.locator(".js-plotly-plot").first.hover()
    with page.expect_download() as download:
        page.locator(".js-plotly-plot").first.locator(".modebar-btn").first.click()

    assert download.value.path().read_bytes().startswith(b"\x89PNG")


def test_the_seeds_figures_are_on_the_rendered_page(visit):
    page = visit("/?nam=2017")
    page.wait_for_selector(".d-card")
    page.get_by_role("button", name="Đọc đủ").click()
    paragraph = page.locator("[data-review]").inner_text()
    text = page.inner_text("[data-testid=stMain]").replace("\u00a0", " ")

    for figure in ("38.255", "109,3%", "25.500", "102%", "46,5", "8,32 → 6,2", "2,12 điểm phần trăm"):
        assert figure in text, figure
    assert "Năm 2017, ngành Lao động" in paragraph


def test_every_picture_has_a_text_alternative(visit):
    page = visit("/")
    settled(page, DRAWN, 15)
    labels = page.evaluate(probe("alternatives"))

    assert len(labels) == 3 and all(re.search(r"\d", label) for label in labels)


def test_playing_runs_through_the_years_and_stops_at_the_break(visit):
    page = visit("/giam-ngheo?nam=2018")
    settled(page, DRAWN, 15)
    page.get_by_role("button", name="Chạy các năm").click()
    page.wait_for_url("**nam=2020**", timeout=15_000)
    page.wait_for_selector(
        "button:has-text('Chạy các năm')", timeout=10_000
    )  # the button offers to play again: it has stopped

    page.wait_for_timeout(2500)
    assert "nam=2020" in page.url


def test_keyboard_alone_sorts_the_table_and_selects_a_district(visit):
    page = visit("/giam-ngheo")
    settled(page, DRAWN, 15)
    heading = page.locator("thead button", has_text="Giá trị")
    heading.focus()
    page.keyboard.press("Enter")

    assert page.locator("tbody tr").first.inner_text().startswith("Giang Thành")
    assert page.locator("th[aria-sort=descending]").count() == 1
    page.locator("tbody th button").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**huyen=914**")


def test_a_row_of_the_fields_table_is_shown_on_the_map(visit):
    page = visit("/an-sinh?nam=2017")
    settled(page, DRAWN, 15)
    page.locator("tbody button", has_text="Tham gia BHXH").first.click()
    page.wait_for_url("**chi_tieu=so_nguoi_tham_gia_bhxh**")
    page.wait_for_selector(".d-finding:has-text('102.300')")
    page.wait_for_selector(".st-key-pane_map .d-title:has-text('Tham gia BHXH')")


@pytest.mark.parametrize(("code", "drawn"), [("nhom", "co_cau"), ("ban_do", "ban_do"), ("nam", "cac_nam")])
def test_a_year_of_jobs_shows_one_picture_at_a_time(visit, code, drawn):
    page = visit(f"/viec-lam?nam=2017&xem={code}")
    page.wait_for_selector(f".st-key-fig_{drawn}_giai_quyet_viec_lam .main-svg")

    assert page.locator(".st-key-pane_aspect [class*='st-key-fig_']").count() == 1
