"""WCAG 2.2 AA and good practice as axe-core judges them: nothing found on any page, in light and dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from pages.screens import SCREENS

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"resultTypes": ["violations"], "runOnly": RULES}
LIGHT_PAGES = {"/theo-doi": "input", "/man-hinh/sanh/": "iframe"}


def found(page) -> list[tuple[str, str]]:
    """(rule, element) of every violation."""
    violations = Axe().run(page, options=OPTIONS).response["violations"]
    return [(rule["id"], node["html"]) for rule in violations for node in rule["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", SCREENS, ids=lambda s: s.name)
def test_a_page_has_no_fault(visit, screen, scheme):
    page = visit("/" + screen.address, scheme=scheme)
    page.wait_for_selector("[data-testid=stMain] h1")
    page.wait_for_timeout(2000)

    assert found(page) == []


@pytest.mark.parametrize("address", LIGHT_PAGES)
def test_a_page_without_streamlit_has_no_fault(chromium, server, address):
    page = chromium.new_page()
    page.goto(server + address)
    page.wait_for_selector(LIGHT_PAGES[address])
    page.wait_for_timeout(1000)
    faults = found(page)
    page.close()

    assert faults == []
