"""Back, forward, reload and a second tab give exactly what their address says."""

import pytest

from tests.browser.conftest import open_chip, settled

MENU = "a[data-testid=stTopNavLink]"


def step(page, key: str, year: int) -> None:
    """A year further by key, until the page stands there and its address says so."""
    page.locator(".track [aria-checked=true]").focus()
    page.keyboard.press(key)
    at_year(page, year)
    page.wait_for_url(f"**nam={year}*")  # which the server writes, a moment after the browser has drawn


def at_year(page, year: int) -> None:
    page.wait_for_function("y => document.querySelector('h1')?.textContent.includes(y)", arg=str(year))


def test_back_and_forward_through_years_and_pages(visit):
    page = visit("/")
    at_year(page, 2017)
    step(page, "ArrowLeft", 2016)
    step(page, "ArrowLeft", 2015)
    page.go_back()
    at_year(page, 2016)
    page.locator(MENU, has_text="Giảm nghèo").click()
    page.wait_for_url("**/giam-ngheo?nam=2016")
    page.go_back()
    at_year(page, 2016)
    assert page.url.endswith("/?nam=2016")
    page.go_back()
    at_year(page, 2017)
    assert "nam" not in page.url
    page.go_forward()
    at_year(page, 2016)
    page.go_forward()
    page.wait_for_url("**/giam-ngheo?nam=2016")


def test_a_year_stepped_in_a_part_of_a_page_follows_to_the_next(visit):
    page = visit("/giam-ngheo?nam=2017")
    page.locator(".track [aria-checked=true]").focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**nam=2016")
    settled(page, "h1")
    page.locator(MENU, has_text="Tổng quan").click()
    page.wait_for_url("**/?nam=2016")
    at_year(page, 2016)


def test_a_choice_of_the_default_is_a_choice(visit):
    page = visit("/?nam=2016")
    at_year(page, 2016)
    step(page, "ArrowRight", 2017)
    page.wait_for_url("**nam=2017")
    page.go_back()
    at_year(page, 2016)
    page.reload()
    at_year(page, 2016)


def test_language_and_edition_go_back_too(visit):
    page = visit("/giam-ngheo")
    settled(page, "h1")
    open_chip(page)
    page.get_by_text("English", exact=True).click()
    page.wait_for_function("() => document.documentElement.lang === 'en'")
    assert "ngon_ngu=en" in page.url
    page.go_back()
    page.wait_for_function("() => document.documentElement.lang === 'vi'")
    assert "ngon_ngu" not in page.url


def test_a_link_carries_what_follows_into_a_second_tab(visit):
    page = visit("/?nam=2016&huyen=908&ngon_ngu=en&hinh=o_luoi")
    settled(page, "h1")
    link = page.locator(MENU, has_text="Poverty")
    link.hover()
    opened = visit("/" + link.get_attribute("href").split("/")[-1])

    assert opened.url.endswith("/giam-ngheo?ngon_ngu=en&nam=2016&huyen=908")
    assert opened.evaluate("document.documentElement.lang") == "en"


def test_the_last_of_fast_steps_wins(visit):
    page = visit("/?nam=2020")
    at_year(page, 2020)
    page.locator(".track [aria-checked=true]").focus()
    for _ in range(4):
        page.keyboard.press("ArrowLeft")
    at_year(page, 2016)
    settled(page, "h1")
    page.wait_for_timeout(1500)

    assert page.url.endswith("nam=2016") and page.locator(".root output").inner_text() == "2016"
    assert "2016" in page.locator("h1").inner_text()


@pytest.mark.parametrize("path, shown", [("abc/def", "/"), ("giam-ngheo/xyz", "/giam-ngheo")])
def test_a_wrong_deep_address_is_told_and_leads_on(visit, path, shown):
    page = visit(f"/{path}?nam=2018")
    page.wait_for_selector(f"text=Không có trang “{path}”")
    page.wait_for_url(f"**{shown}?nam=2018")
