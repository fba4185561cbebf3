"""The overview is one screen at every size, measured, not looked at."""

import pytest

from tests.browser.conftest import settled

MAP = ".st-key-fig_ban_do_ngheo .choroplethlayer path"
SIZES = [(1366, 650), (1366, 768), (1920, 1080), (3840, 2160)]
LAND = """() => {
    const pane = document.querySelector(".st-key-fig_ban_do_ngheo").getBoundingClientRect();
    const shapes = [...document.querySelectorAll(".st-key-fig_ban_do_ngheo .geo .choroplethlayer path")];
    const boxes = shapes.map((shape) => shape.getBoundingClientRect()).filter((box) => box.width > 0);
    const top = Math.min(...boxes.map((b) => b.top)), bottom = Math.max(...boxes.map((b) => b.bottom));
    const left = Math.min(...boxes.map((b) => b.left)), right = Math.max(...boxes.map((b) => b.right));
    return { pane: [pane.width, pane.height], land: [right - left, bottom - top], bottom,
             windows: window.innerHeight };
}"""
OVERLAPS = """() => {
    const texts = [...document.querySelectorAll(".st-key-fig_ban_do_ngheo .geo .scatterlayer text")];
    const boxes = texts.map((text) => [text.textContent, text.getBoundingClientRect()]);
    const found = [];
    boxes.forEach(([one, a], n) => boxes.slice(n + 1).forEach(([other, b]) => {
        const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (width > 2 && height > 3) found.push(`${one} × ${other}`);
    }));
    return found;
}"""


@pytest.mark.parametrize("address", ["/", "/?huyen=914"], ids=["province", "district"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_board_does_not_scroll_and_land_fills_its_pane(visit, size, address):
    page = visit(address, *size)
    settled(page, MAP, 15)
    page.wait_for_timeout(1500)

    height = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    measured = page.evaluate(LAND)

    assert height <= size[1]
    width, tall = measured["pane"]
    shorter = 1 if width > tall else 0
    assert measured["land"][shorter] >= 0.7 * measured["pane"][shorter]
    assert measured["bottom"] <= size[1]
    for key in ("dien_bien_giai_quyet_viec_lam", "dien_bien_tuyen_sinh_dao_tao"):
        box = page.locator(f".st-key-fig_{key}").bounding_box()
        assert box["y"] + box["height"] <= size[1] and box["height"] > 90


@pytest.mark.parametrize("size", SIZES[1:], ids=lambda size: f"{size[0]}x{size[1]}")
def test_labels_of_the_board_do_not_lie_on_each_other(visit, size):
    page = visit("/", *size)
    settled(page, MAP, 15)
    page.wait_for_timeout(1500)
    assert page.evaluate(OVERLAPS) == []


def test_a_click_on_the_map_changes_cards_sentence_and_trends(visit):
    page = visit("/", 1920, 1080)
    settled(page, MAP, 15)
    page.locator(".st-key-district button").first.click()
    page.locator(".st-key-district_list").get_by_role("button", name="Huyện Giang Thành").click()
    page.wait_for_url("**huyen=914**")
    page.wait_for_selector("h1:has-text('Giang Thành')")

    assert "557" in page.inner_text(".d-cards")
    page.wait_for_selector(".st-key-fig_dien_bien_giai_quyet_viec_lam text:has-text('Giang Thành')")


def test_the_trends_of_the_board_share_their_axis(visit):
    page = visit("/")
    settled(page, MAP, 15)
    ranges = page.evaluate(
        """() => ["giai_quyet_viec_lam", "tuyen_sinh_dao_tao"].map((key) =>
            document.querySelector(`.st-key-fig_dien_bien_${key} .js-plotly-plot`).layout.xaxis.range)"""
    )
    assert ranges[0] == ranges[1]


def test_every_page_has_one_heading_and_its_own_title(visit):
    titles = set()
    for path in ("/", "/giam-ngheo", "/so-sanh", "/nguon"):
        page = visit(path)
        page.wait_for_selector("h1")
        assert page.locator("h1").count() == 1
        titles.add(page.title())
        header = page.locator("[data-testid=stHeader]").bounding_box()
        assert header["height"] <= 50
    assert len(titles) == 4


@pytest.mark.parametrize("zoom", [1.5, 2])
def test_a_zoomed_notebook_reads_the_board_downwards(visit, zoom):
    page = visit("/", round(1366 / zoom), round(768 / zoom))
    settled(page, MAP, 15)
    page.wait_for_timeout(1500)
    land, windows = page.evaluate(LAND)["land"], page.viewport_size["width"]
    header = page.get_by_test_id("stHeader").inner_text()
    spread = page.evaluate(
        "(({scrollWidth, clientWidth}) => scrollWidth - clientWidth)"
        "(document.querySelector('[data-testid=stMain]'))"
    )

    assert land[0] >= 0.7 * windows and spread <= 1
    assert "more" not in header and page.locator("h2 + .d-value").count() >= 4
