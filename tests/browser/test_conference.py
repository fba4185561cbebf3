"""One presenter and 15 sites in Chromium: the same slide everywhere, at once, over a restart, by itself."""

import json
import os
import statistics
import subprocess
import sys
import time
import urllib.request

import pytest

from tests.browser.conftest import serve, settled
from tests.browser.probe import probe
from tests.conftest import ROOT

KEY = "khoa-cua-bai-thu"
LAKES = {}  # address of a server → folder of its lake
SEED = """
import sys
from data.editions import newest
from data.serving import areas, catalogue
from pages.live import store
from pages.content.agenda import agenda_file, read_agenda
e = newest().id
agenda = read_agenda(agenda_file(), catalogue(e)).model_dump(mode="json")
print(store.create("Hội nghị thử", e, agenda).code, *areas(e).districts)
"""
# notes when the page shows each new state: slide|district|revision
WATCH = probe("shown_at")


@pytest.fixture(scope="module")
def conference(tmp_path_factory):
    """A server of its own, a conference in it: (restart, address, code, districts)."""
    folder = tmp_path_factory.mktemp("conference")
    process, address = serve(folder, DASHBOARD_PRESENTER_KEY=KEY)
    told = subprocess.run(
        [sys.executable, "-c", SEED],
        cwd=ROOT,
        env={**os.environ, "DASHBOARD_LAKE": str(folder / "lake")},
        capture_output=True,
        text=True,
        check=True,
    )
    code, *districts = told.stdout.split()
    running = {"process": process}
    LAKES[address] = folder / "lake"

    def restart():
        running["process"].terminate()
        running["process"].wait(20)
        time.sleep(1)
        running["process"], _ = serve(
            folder, port=int(address.rsplit(":", 1)[1]), DASHBOARD_PRESENTER_KEY=KEY
        )

    yield restart, address, code, districts
    running["process"].terminate()


@pytest.fixture
def screens(chromium, conference):
    """Opens light pages; requests that leave the machine are noted."""
    contexts, outside = [], []

    def open_page(path: str, width: int = 1280, height: int = 720):
        context = chromium.new_context(viewport={"width": width, "height": height})
        contexts.append(context)
        page = context.new_page()
        page.wrong = []
        page.route(
            "**/*",
            lambda route: (
                route.continue_()
                if route.request.url.startswith((conference[1], "data:", "blob:"))
                else (outside.append(route.request.url), route.abort())
            ),
        )
        page.on("pageerror", lambda error: page.wrong.append(str(error)))
        page.goto(conference[1] + path)
        return page

    yield open_page
    assert outside == []
    for context in contexts:
        context.close()


def present(screens, code: str):
    page = screens(f"/hoi-nghi/trinh-chieu?ma={code}#khoa={KEY}", 1600, 900)
    page.wait_for_selector(".slide.on, .entry button")
    if page.locator(".entry button", has_text="Tiếp quản").count():
        page.locator(".entry button", has_text="Tiếp quản").click()
    page.wait_for_selector(".slide.on")
    return page


def site(screens, code: str, district: str, **more):
    page = screens(f"/theo-doi?ma={code}&diem={district}", **more)
    page.wait_for_selector(".slide.on")
    return page


def shows(page, slide: int, district: str = "", timeout: int = 20_000) -> None:
    """Waits until the page shows a slide, with this district marked where one is named."""
    page.wait_for_function(
        "([s, d]) => document.body.dataset.shown?.startsWith(d ? `trang/${s}|${d}|` : `trang/${s}|`)",
        arg=[slide, district],
        timeout=timeout,
    )


def test_fifteen_sites_show_every_slide_and_the_district_asked_for(screens, conference):
    _, _, code, districts = conference
    chair = present(screens, code)
    sites = [site(screens, code, d) for d in districts]
    chair.keyboard.press("Home")
    for page in sites:
        shows(page, 0)
        page.evaluate(WATCH)
        page.wait_for_function(
            "() => document.querySelectorAll('.slide').length === 14", timeout=60_000
        )  # prepared in the background
    chair.wait_for_function("() => document.querySelectorAll('.window .slide').length === 14", timeout=60_000)
    chair.wait_for_function("() => document.querySelectorAll('.side li.here').length === 15", timeout=30_000)
    delays = []
    for step in range(1, 6):
        began = chair.evaluate(probe("press_next"))
        for page in sites:
            shows(page, step)
            delays.append(
                page.evaluate(
                    "s => Object.entries(window.shownAt).filter(([k]) => k.startsWith(`trang/${s}|`))[0][1]",
                    step,
                )
                - began
            )
    chair.keyboard.press("4")  # digits jump: the map
    chair.keyboard.press("Enter")
    for page in sites:
        shows(page, 3)
    began = chair.evaluate(probe("click_district"), districts[4])
    for page in sites:
        shows(page, 3, districts[4])
        delays.append(
            page.evaluate(
                "d => Object.entries(window.shownAt).filter(([k]) => k.startsWith(`trang/3|${d}|`))[0][1]",
                districts[4],
            )
            - began
        )
        assert page.locator("path.shown").count() >= 1 and page.locator(
            "path.own, path.shown"
        ).count() >= 2 - (page is sites[4])
    for page, district in zip(sites, districts):  # its label too, whether its name takes one line or two
        mark = "shown" if district == districts[4] else "own"
        assert page.locator(f".slide.on text.map.{mark}[data-code='{district}']").count() == 1, district
    print(
        f"\n16 screens on this machine, press to shown: median {statistics.median(delays):.0f} ms, "
        f"p95 {sorted(delays)[int(0.95 * len(delays))]:.0f} ms, {len(delays)} changes"
    )
    assert [p.wrong for p in (chair, *sites)] == [[]] * 16


def test_the_chair_sees_the_next_slide_small_and_a_click_on_it_changes_nothing(screens, conference):
    _, _, code, _ = conference
    chair = present(screens, code)
    chair.set_viewport_size({"width": 1366, "height": 768})
    chair.keyboard.press("Home")
    for now in range(3):
        shows(chair, now)
        chair.wait_for_selector(f".next-picture .slide[data-key='trang/{now + 1}']")
        chair.keyboard.press("ArrowRight")
    shows(chair, 3)  # the map stands large now, the trend small
    chair.wait_for_selector(".next-picture .slide[data-key='trang/4'] .scatterlayer path.point")
    box = chair.locator(".next-picture").bounding_box()
    assert box["height"] > 150
    assert box["y"] + box["height"] < 768 and box["x"] + box["width"] <= 1366
    chair.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    chair.wait_for_timeout(300)
    shows(chair, 3)
    chair.keyboard.press("End")
    chair.wait_for_selector(".next-picture", state="hidden")
    assert chair.wrong == []


def test_a_site_has_its_own_line_and_may_browse_and_return(screens, conference):
    _, _, code, districts = conference
    chair = present(screens, code)
    chair.keyboard.press("4"), chair.keyboard.press("Enter")
    page = site(screens, code, districts[12])
    shows(page, 3)
    text = page.locator(".strip").inner_text().replace("\u00a0", " ")
    assert "Kiên Hải" in text and "0,87% ◇" in text and "hạng 1/15" in text and "điểm phần trăm" in text

    page.get_by_role("button", name="Tự xem").click()
    page.keyboard.press("ArrowRight")
    shows(page, 4)
    chair.keyboard.press("Home")
    page.wait_for_selector("text=Chủ tọa đang ở trang 1")
    shows(page, 4)
    page.get_by_role("button", name="Về trang đang trình chiếu").click()
    shows(page, 0)


def test_a_telephone_held_upright_is_filled_and_turned_again_shows_the_whole_slide(screens, conference):
    _, _, code, districts = conference
    phone = site(screens, code, districts[3], width=390, height=844)

    def box() -> list[float]:
        return phone.evaluate(
            "(b => [b.width, b.height])(document.querySelector('.slide.on').getBoundingClientRect())"
        )

    wide, high = box()
    assert wide > 380 and high > 600
    phone.set_viewport_size({"width": 844, "height": 390})
    turned = "(b => !!b && b.width > 1.7 * b.height)"
    phone.wait_for_function(f"() => {turned}(document.querySelector('.slide.on')?.getBoundingClientRect())")
    assert phone.wrong == []


def test_blank_and_a_free_question_reach_the_sites(screens, conference):
    _, _, code, districts = conference
    chair, page = present(screens, code), site(screens, code, districts[0])
    chair.keyboard.press("b")
    page.wait_for_selector(".dark.on")
    chair.keyboard.press("b")
    page.wait_for_selector(".dark:not(.on)", state="attached")

    assert chair.locator("#ask-year").input_value() == "2017"  # the conference's, not the newest
    chair.select_option("#ask-indicator", "so_ho_ngheo")
    assert chair.locator("#ask-year").input_value() == "2017"
    chair.select_option("#ask-year", "2019")
    chair.get_by_role("button", name="Hiện cho mọi điểm cầu").click()
    page.wait_for_function("() => document.body.dataset.shown.startsWith('hoi/so_ho_ngheo/2019/')")
    page.wait_for_selector(".slide.on >> text=Số hộ nghèo")
    chair.get_by_role("button", name="Về chương trình").click()
    page.wait_for_function("() => document.body.dataset.shown.startsWith('trang/')")


def test_a_restart_in_mid_conference_loses_nothing(screens, conference):
    restart, _, code, districts = conference
    chair = present(screens, code)
    chair.keyboard.press("6"), chair.keyboard.press("Enter")
    sites = [site(screens, code, d) for d in districts[:4]]
    for page in sites:
        shows(page, 5)
    chair.fill("#minute", "Kết luận trước khi máy chủ dừng")
    chair.get_by_role("button", name="Ghi kết luận").click()
    chair.wait_for_selector(".minutes li:has-text('trước khi máy chủ dừng')")

    for page in sites:
        page.evaluate(probe("signs_seen"))
    restart()
    for page in sites:  # a sign may be gone again before this test looks
        page.wait_for_function("() => window.signsSeen.some(sign => sign.includes('Mất kết nối'))")
        assert page.locator(".slide.on").count() == 1  # the picture stays
        page.wait_for_function("() => document.querySelector('.sign').textContent === ''", timeout=40_000)
        shows(page, 5)
    chair.wait_for_function("() => document.querySelector('.sign').textContent === ''", timeout=40_000)
    chair.keyboard.press("ArrowRight")
    for page in sites:
        shows(page, 6)
    late = site(screens, code, districts[9])
    shows(late, 6)
    chair.reload()
    chair.wait_for_selector(".minutes li:has-text('trước khi máy chủ dừng')")


def test_wrong_code_wrong_key_unknown_district_and_a_second_presenter(screens, conference):
    _, _, code, districts = conference
    page = screens("/theo-doi?ma=NOSUCH")
    page.wait_for_selector("text=Không có hội nghị mang mã “NOSUCH”")
    page = screens(f"/theo-doi?ma={code}&diem=000")
    page.wait_for_selector("text=Không có điểm cầu “000”")
    page.select_option("#site", districts[2])
    page.get_by_role("button", name="Vào hội nghị").click()
    page.wait_for_selector(".slide.on")
    assert f"diem={districts[2]}" in page.url
    page = screens(f"/hoi-nghi/trinh-chieu?ma={code}#khoa=sai")
    page.wait_for_selector("text=Khóa trình chiếu không đúng")
    assert "khoa" not in page.url

    first = present(screens, code)
    second = screens(f"/hoi-nghi/trinh-chieu?ma={code}#khoa={KEY}")
    second.wait_for_selector("text=Một máy khác đang trình chiếu")
    second.get_by_role("button", name="Tiếp quản").click()
    second.wait_for_selector(".slide.on")
    first.wait_for_selector("text=Máy khác đã tiếp quản")


def test_the_screen_of_preparation_makes_a_conference(visit, conference):
    _, address, _, _ = conference
    page = visit("/hoi-nghi", 1366, 900, base=address)
    page.locator("input[type=password]").fill(KEY)
    page.keyboard.press("Enter")
    settled(page, "img[alt*=QR]")
    page.get_by_text("Tạo hội nghị mới").click()
    page.wait_for_timeout(
        700
    )  # the expander opens slowly, and a button that moves under the pointer is not pressed
    page.get_by_role("button", name="Tạo hội nghị, cố định").click()
    settled(page, "img[alt*=QR]", 2)

    assert page.locator("img[alt*='QR']").count() >= 2 and page.outside == []
    newest = page.locator("[class*=st-key-conference_]").first.inner_text()
    code = newest.split("Mã ")[1][:6]
    assert (
        json.load(urllib.request.urlopen(f"{address}/hoi-nghi/{code}/chuong-trinh.json"))["state"]["slide"]
        == 0
    )


def test_conclusions_are_kept_and_become_tasks_on_the_overview(screens, visit, conference):
    _, address, code, _ = conference
    chair = present(screens, code)
    chair.fill("#minute", "Tổ chức 06 phiên giao dịch việc làm")
    chair.reload()  # a crash before it was sent: what was typed is still there
    chair.wait_for_selector("#minute")
    assert chair.input_value("#minute") == "Tổ chức 06 phiên giao dịch việc làm"
    chair.fill("#minute-owner", "Sở Lao động")
    chair.fill("#minute-deadline", "2018-06-30")
    chair.get_by_role("button", name="Ghi kết luận").click()
    chair.wait_for_selector(".minutes li:has-text('06 phiên')")
    assert chair.input_value("#minute") == ""
    chair.get_by_role("button", name="Ghi kết luận").click()
    chair.wait_for_selector(".wrong:has-text('Kết luận phải có chữ')")

    overview = visit("/", base=address)
    overview.wait_for_selector("text=Nhiệm vụ sau hội nghị")
    assert "quá hạn từ 30/6/2018" in overview.inner_text("[data-testid=stMain]")


def test_later_figures_are_told_to_the_presenter_alone(screens, conference, tmp_path):
    _, address, code, districts = conference
    chair, page = present(screens, code), site(screens, code, districts[0])
    before = json.load(urllib.request.urlopen(f"{address}/hoi-nghi/{code}/trang/3.json"))
    path = tmp_path / "moi.csv"
    path.write_text(
        "indicator,area,period_start,period_end,kind,value,source\n"
        "so_ho_ngheo,912,2017-12-31,2017-12-31,actual,77,Báo cáo thử\n",
        encoding="utf-8",
    )
    subprocess.run(
        [sys.executable, "-m", "data", "publish", str(path), "--author", "thử", "--message", "số mới"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        env={**os.environ, "DASHBOARD_LAKE": str(LAKES[address])},
    )

    chair.wait_for_selector(".warn:has-text('Có phiên bản số liệu mới')", timeout=40_000)
    assert "phiên bản số liệu mới" not in page.inner_text("body")
    assert json.load(urllib.request.urlopen(f"{address}/hoi-nghi/{code}/trang/3.json")) == before


def test_the_hand_out_opens_from_a_disk_without_any_network(chromium, conference, tmp_path):
    _, address, code, districts = conference
    script = (
        "import sys\nfrom pathlib import Path\nfrom pages.documents import handout\n"
        "from pages.live import store\nfrom pages.routes.conference import view_of\n"
        f"c = store.conference('{code}')\n"
        "Path(sys.argv[1]).write_text(handout.slides_html(view_of(c, 'vi'), c), encoding='utf-8')"
    )
    file = tmp_path / "trinh-chieu.html"
    subprocess.run(
        [sys.executable, "-c", script, str(file)],
        cwd=ROOT,
        check=True,
        env={**os.environ, "DASHBOARD_LAKE": str(LAKES[address])},
    )
    context = chromium.new_context(viewport={"width": 1366, "height": 768}, offline=True)
    page = context.new_page()
    wrong = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "request",
        lambda request: (
            wrong.append(request.url) if not request.url.startswith(("file:", "data:", "blob:")) else None
        ),
    )
    page.goto(f"{file.as_uri()}#4")
    page.wait_for_function(
        "() => document.querySelectorAll('.slide.on path.choroplethlocation').length >= 15", timeout=20_000
    )
    page.select_option("#site", districts[14])
    page.wait_for_selector(".slide.on path.own", state="attached")
    page.keyboard.press("End") if page.evaluate(
        "document.activeElement.tagName"
    ) == "BODY" else page.get_by_role("button", name="→").click()
    page.wait_for_function(
        "() => document.body.dataset.shown !== 'trang/3|' + document.querySelector('#site').value"
    )
    context.close()
    assert wrong == []
