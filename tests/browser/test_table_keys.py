"""A table is one stop of the Tab key: arrows move inside it, a choice keeps the place, focus is seen."""

import pytest

FOCUSED = """() => {
  let node = document.activeElement;
  while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
  const style = getComputedStyle(node);
  return { text: node.innerText.trim(), stop: node.dataset.stop ?? "", outline: style.outlineStyle,
           width: parseFloat(style.outlineWidth), colour: style.outlineColor };
}"""


def focused(page) -> dict:
    return page.evaluate(FOCUSED)


def tabs_until(page, reached, most: int) -> int:
    """How many presses of Tab lead to an element of which `reached` is true."""
    for pressed in range(1, most + 1):
        page.keyboard.press("Tab")
        if reached(focused(page)):
            return pressed
    raise AssertionError(f"not within {most} tabs")


@pytest.fixture
def page(visit):
    page = visit("/so-sanh")
    page.locator("tbody tr").nth(15).wait_for()
    return page


def test_tab_passes_a_table_in_one_step(page):
    page.locator("thead button").first.focus()
    page.keyboard.press("Tab")

    assert focused(page)["stop"] == ""
    page.keyboard.press("Shift+Tab")
    assert focused(page)["text"] == "Đơn vị"


def test_arrows_move_over_headings_and_rows(page):
    page.locator("thead button").first.focus()
    reached = []
    for key in ("ArrowRight", "ArrowDown", "ArrowDown", "End", "ArrowUp", "Home", "ArrowUp"):
        page.keyboard.press(key)
        reached.append(focused(page)["text"])

    assert reached == [
        "Tỷ lệ hộ nghèo",
        "Toàn tỉnh",
        "Rạch Giá",
        "Giang Thành",
        "U Minh Thượng",
        "Toàn tỉnh",
        "Đơn vị",
    ]


def test_sorting_and_choosing_by_key_keep_the_place(page):
    page.locator("thead button").nth(1).focus()
    page.keyboard.press("Enter")
    assert focused(page)["stop"] == "head 1" and focused(page)["text"].endswith("▼")

    page.keyboard.press("ArrowDown")
    assert focused(page)["text"] == "Giang Thành"
    page.keyboard.press("Enter")
    page.wait_for_url("**huyen=914**")
    page.wait_for_selector("tr[aria-selected=true]")
    assert focused(page)["text"] == "Giang Thành"


def test_focus_is_seen_and_downloads_are_five_tabs_away(page):
    page.locator("thead button").first.focus()
    page.keyboard.press("ArrowRight")
    seen = focused(page)

    assert seen["outline"] == "solid" and seen["width"] >= 2 and seen["colour"] == "rgb(11, 92, 138)"
    tabs = tabs_until(page, lambda now: now["text"].startswith("Bảng và tải về"), 3)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Tải bảng Excel (XLSX)").wait_for()
    tabs += tabs_until(page, lambda now: "Tải bảng Excel" in now["text"], 4)
    assert tabs <= 5
