"""A year stepped to by the browser itself: what it puts into place is what the server would have drawn."""

import re

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.conftest import DRAWN

PAGES = {"overview": "/", "field": "/giam-ngheo"}
FETCHED = "**/nam/**"
# all that is said and drawn in the page's main part: words, labels, colours, alternatives, the table
SEEN = """() => JSON.stringify({
  words: [...document.querySelectorAll('[data-testid=stHtml]')].map(e => e.innerHTML),
  labels: [...document.querySelectorAll('.js-plotly-plot text')].map(e => e.textContent),
  fills: [...document.querySelectorAll('path.choroplethlocation')].map(e => e.getAttribute('fill')),
  said: [...document.querySelectorAll('.d-chart')].map(e => e.getAttribute('aria-label')),
  rows: [...document.querySelectorAll('*')].map(e => e.shadowRoot?.querySelector('tbody')?.textContent)
    .filter(Boolean),
  year: [...document.querySelectorAll('*')].map(e => e.shadowRoot?.querySelector('output')?.textContent)
    .filter(Boolean),
})"""


def drawn(page):
    """Waits for a page whose map stands and whose script has run to its end."""
    page.wait_for_function(f"() => document.querySelectorAll('{DRAWN}').length >= 15")
    page.wait_for_function("() => document.querySelector('[data-test-script-state=notRunning]') !== null")
    page.wait_for_timeout(800)


def shown(page, year: int) -> str:
    """What a page shows once address, stepper and headings are of a year and nothing changes any more."""
    page.wait_for_function(f"() => location.search.includes('nam={year}')")
    drawn(page)
    seen, before = page.evaluate(SEEN), ""
    while seen != before or f'"year":["{year}"]' not in seen or f"/{year}<" not in seen:
        page.wait_for_timeout(700)
        seen, before = page.evaluate(SEEN), seen
    return seen


def step(page, key: str):
    page.locator(".track [aria-checked=true]").first.focus()
    page.keyboard.press(key)


def _runs(frames: list[bytes]) -> list[list[tuple[str, int]]]:
    """Kind and bytes of the server's messages, one list a run: the watch for a newer edition has its own."""
    runs: list[list[tuple[str, int]]] = []
    for frame in frames:
        message = ForwardMsg()
        message.ParseFromString(frame)
        if (kind := message.WhichOneof("type")) == "new_session":
            runs.append([])
        if runs:
            runs[-1].append((kind, len(frame)))
    return runs


def as_the_server_draws(page, year: int) -> str:
    """What a page shows of a year, which the server draws likewise."""
    stepped = shown(page, year)
    page.reload()
    assert shown(page, year) == stepped
    return stepped


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_step_shows_what_the_server_would_draw(visit, path):
    page = visit(f"{path}?nam=2017")
    drawn(page)
    before = shown(page, 2017)
    step(page, "ArrowRight")

    assert as_the_server_draws(page, 2018) != before


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_back_after_a_step_is_the_year_before(visit, path):
    page = visit(f"{path}?nam=2017")
    drawn(page)
    before = shown(page, 2017)
    step(page, "ArrowRight")
    shown(page, 2018)
    page.go_back()

    assert shown(page, 2017) == before


def test_the_server_is_asked_for_the_stepper_alone(visit):
    page = visit("/?nam=2017")
    frames: list = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: frames.append(frame)))
    page.reload()
    drawn(page)
    page.wait_for_timeout(1000)
    frames.clear()
    step(page, "ArrowRight")
    shown(page, 2018)
    of_step = [run for run in _runs(frames) if any(kind == "page_info_changed" for kind, _ in run)]
    sizes = [size for run in of_step for _, size in run]

    assert len(of_step) == 1 and len(sizes) <= 12 and sum(sizes) <= 8_000, of_step


def test_without_the_parts_the_server_draws_the_year(visit):
    page = visit("/giam-ngheo?nam=2017")
    drawn(page)
    page.reload()
    page.route(FETCHED, lambda route: route.fulfill(status=503))
    drawn(page)
    step(page, "ArrowRight")

    as_the_server_draws(page, 2018)


def test_a_year_without_a_map_is_drawn_by_the_server(visit):
    page = visit("/?nam=2020")
    drawn(page)
    step(page, "End")
    page.wait_for_selector(".st-key-more_ty_le_ho_ngheo")

    assert "nam=2024" in page.url and page.locator("path.choroplethlocation").count() == 0
    step(page, "Home")
    page.wait_for_url("**nam=2008**")
    page.locator(".track [aria-checked=true][aria-label^='2008']").wait_for()


def test_the_last_of_fast_steps_stands_on_the_page(visit):
    page = visit("/giam-ngheo?nam=2015")
    drawn(page)
    page.locator(".track [aria-checked=true]").first.focus()
    for _ in range(4):
        page.keyboard.press("ArrowRight")

    as_the_server_draws(page, 2019)


def test_a_district_is_picked_on_the_map_by_keys(visit):
    page = visit("/?nam=2017")
    drawn(page)
    stops = page.locator(".st-key-pane_map .d-chart [role=button][tabindex='0']")
    assert stops.count() == 1
    stops.focus()
    page.keyboard.press("End")
    last = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("ArrowLeft")
    before = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("Enter")
    page.wait_for_url("**huyen=913**")

    assert last.startswith("Huyện Giang Thành: ") and before.startswith("Huyện U Minh Thượng: ")
    page.wait_for_selector("h1:has-text('U Minh Thượng')")


def test_a_district_without_a_figure_says_so_without_a_unit(visit):
    page = visit("/giam-ngheo?nam=2015&kieu=thay_doi")
    drawn(page)
    names = page.evaluate(
        "() => [...document.querySelectorAll('.st-key-pane_map [role=button]')].map(e => e.ariaLabel)"
    )
    areas = [name for name in names if name and ": " in name]

    assert len(areas) == 15 and not any(re.search(r"[%)]$|điểm", area) for area in areas), areas


def test_what_is_opened_after_a_step_is_of_its_year(visit):
    page = visit("/?nam=2017")
    drawn(page)
    step(page, "ArrowRight")
    shown(page, 2018)
    page.get_by_role("button", name="Đọc đủ").click()
    page.wait_for_selector("[data-review]")

    assert page.locator("[data-review]").inner_text().startswith("Năm 2018")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Bảng và tải về").first.click()
    page.wait_for_selector("[data-testid=stDownloadButton]")
    assert "năm 2018" in page.locator("[data-testid=stPopoverBody]").inner_text()
