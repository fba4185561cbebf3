"""The page of the public screens, on a real server: who plays what, and how it is changed."""

import os
import subprocess
import sys
import urllib.request

import pytest

from tests.browser.conftest import serve, settled
from tests.conftest import ROOT
from tests.made_up import HEADER, stock, write

KEY = "khoa-cua-bai-thu"


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A server of the made-up province: (address, folder)."""
    folder = tmp_path_factory.mktemp("display_page")
    province = write(folder / "thu")
    (province / "data" / "displays").mkdir()
    (province / "data" / "displays" / "sanh.toml").write_text(
        'title = { vi = "Sảnh", en = "Hall" }\nnight = ["00:00", "00:00"]\n'
        '[[scenes]]\nkind = "map"\ntitle = { vi = "Hộ nghèo {year}", en = "Poverty {year}" }\n'
        'indicators = ["ty_le_ho_ngheo"]\nyear = 2017\nseconds = 5\n'
        '[[scenes]]\nkind = "bands"\ntitle = { vi = "Thứ bậc", en = "Ranks" }\n'
        'indicators = ["ty_le_ho_ngheo"]\nyear = 2017\nseconds = 5\n',
        encoding="utf-8",
    )
    process, address = serve(folder, DASHBOARD_PROVINCE=str(province), DASHBOARD_PRESENTER_KEY=KEY)
    urllib.request.urlopen(f"{address}/man-hinh/sanh/", timeout=60).read()  # the first visit builds
    yield address, folder
    process.terminate()
    process.wait(10)


def opened(visit, address: str, **size):
    page = visit("/man-hinh-quan-ly", base=address, **size)
    page.get_by_role("textbox", name="Khóa trình chiếu").fill(KEY)
    page.get_by_role("textbox", name="Khóa trình chiếu").press("Enter")
    page.wait_for_selector("text=Sửa danh sách phát")
    settled(page, "[data-testid=stExpander]")
    return page


def wall(chromium, address: str, name: str):
    """A screen on the wall."""
    page = chromium.new_context(viewport={"width": 1280, "height": 720}).new_page()
    page.wrong = []
    page.on("pageerror", lambda error: page.wrong.append(str(error)))
    page.goto(f"{address}/man-hinh/sanh/?ten={name}&hoi=0.5&toc_do=20")
    page.wait_for_function("document.body.dataset.scene", timeout=60_000)
    return page


def test_a_screen_is_on_the_list_and_a_publication_reaches_it(visit, chromium, served):
    address, folder = served
    screen = wall(chromium, address, "Tang-1")
    old = screen.evaluate("document.body.dataset.version")
    page = visit("/man-hinh-quan-ly", base=address)
    page.wait_for_selector("text=Tang-1")
    assert "● đang chạy" in page.inner_text("[data-testid=stMain]") and page.outside == []

    table = folder / "moi.csv"
    table.write_text(HEADER + stock("so_ho_ngheo", "Z1", 2017, 123), encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "data", "publish", str(table), "--author", "Phòng", "--message", "Số mới"],
        cwd=ROOT,
        check=True,
        env={**os.environ, "DASHBOARD_PROVINCE": str(folder / "thu"), "DASHBOARD_LAKE": str(folder / "lake")},
    )
    screen.wait_for_function(f"document.body.dataset.version !== '{old}'", timeout=60_000)
    assert (
        screen.frame_locator("iframe.on").locator("footer", has_text="Phiên bản").count() == 2
        and screen.wrong == []
    )
    screen.context.close()


def test_an_announcement_is_on_the_wall_at_once_and_can_be_taken_back(visit, chromium, served):
    address, _ = served
    page = opened(visit, address)
    page.get_by_text("Sửa danh sách phát").click()
    page.wait_for_timeout(700)
    page.locator("[data-testid=stMain]").get_by_role("button", name="Thêm", exact=True).first.click()
    page.wait_for_selector("text=Thông báo phải có tiêu đề")
    page.get_by_role("textbox", name="Tiêu đề thông báo").fill("Nghỉ lễ")
    page.get_by_role("textbox", name="Nội dung, mỗi ý một dòng").fill('Nghỉ "02/9"\n<b>Trực</b> ban')
    page.locator("[data-testid=stMain]").get_by_role("button", name="Thêm", exact=True).first.click()
    page.wait_for_selector("text=Đã lưu, đã dựng bộ tệp", timeout=30_000)

    screen = wall(chromium, address, "Tang-2")
    shown = screen.frame_locator("iframe.on").locator(".kind-text")
    assert shown.locator("h1").inner_text() == "Nghỉ lễ" and shown.locator("li").all_inner_texts() == [
        'Nghỉ "02/9"',
        "<b>Trực</b> ban",
    ]
    page.get_by_role("button", name="Bỏ phần sửa").click()
    screen.wait_for_function("document.body.dataset.scenes === '2'", timeout=60_000)
    assert screen.wrong == [] and page.wrong == []
    screen.context.close()


def test_a_wrong_text_is_not_saved_and_not_lost(visit, served):
    address, _ = served
    page = opened(visit, address)
    page.get_by_text("Sửa danh sách phát").click()
    page.wait_for_timeout(700)
    text = page.get_by_role("textbox", name="TOML")
    text.fill(
        'title = { vi = "A", en = "A" }\n[[scenes]]\nkind = "map"\n'
        'title = { vi = "B", en = "B" }\nindicators = ["khong_co"]\n'
    )
    text.press("Control+Enter")
    settled(page, "[data-testid=stExpander]")
    page.get_by_role("button", name="Lưu và dựng lại", exact=True).click()
    page.wait_for_selector("text=không có chỉ tiêu “khong_co”")
    assert (
        "cảnh 1, indicators" in page.inner_text("[data-testid=stMain]")
        and "khong_co" in page.get_by_role("textbox", name="TOML").input_value()
    )


@pytest.mark.parametrize("width, height", [(1366, 768), (1920, 1080), (390, 844)])
def test_the_preview_plays_in_the_page(visit, served, width, height):
    address, _ = served
    page = opened(visit, address, width=width, height=height)
    page.get_by_text("Xem thử").first.click()
    inside = page.frame_locator("[data-testid=stMain] iframe").frame_locator("iframe.on")
    inside.locator(".slide.on h1").wait_for(timeout=60_000)
    assert inside.locator("path.choroplethlocation").count() >= 4 and page.outside == [] and page.wrong == []
    assert page.evaluate(
        "(main => main.scrollWidth <= main.clientWidth)(document.querySelector('[data-testid=stMain]'))"
    )
