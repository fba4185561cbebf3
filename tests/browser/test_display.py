"""Public screens in Chromium: weeks in a minute, and everything that goes wrong on a wall."""

import json
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from playwright.sync_api import sync_playwright

from pages.web.assets import inlined
from tests.browser.conftest import CHROMIUM
from tests.browser.display_host import Host
from tests.browser.probe import probe
from tests.conftest import ROOT

FAST, STILL = 200, 0.05  # times as fast: a scene of 20 s in 0.1 s; a scene that stays
CHANGES, SETTLED = 2000, 200
SIZES = [(1920, 1080), (3840, 2160), (1080, 1920), (1280, 720)]
# Clocks of the tests run from the next Tuesday on: the lake is built today, and no screen plays
# figures of a day to come.
TUESDAY = date.today() + timedelta(days=(0 - date.today().weekday()) % 7 + 1)
SATURDAY = TUESDAY + timedelta(days=4)


def at_time(day: date, time: str) -> str:
    return f"{day}T{time}+07:00"


MORNING = at_time(TUESDAY, "10:05:00")
# how many frames are in sight at every change of the page: never none
WATCH = probe("fewest_frames")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The shipped playlist's bundle of the shipped province."""
    folder = tmp_path_factory.mktemp("display")
    subprocess.run(
        [sys.executable, "-m", "pages.display", "build", "sanh", "--to", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        env={**os.environ, "DASHBOARD_LAKE": str(folder / "lake")},
    )
    return folder / "sanh"


@pytest.fixture
def host(made, tmp_path):
    """A host of a copy of the bundle."""
    one = Host(shutil.copytree(made, tmp_path / "sanh"))
    yield one
    one.stop()


@pytest.fixture
def screen(chromium):
    """Opens a screen's page; script errors are in `page.wrong`, foreign requests in `page.outside`."""
    contexts = []

    def open_page(
        address: str,
        width: int = 1920,
        height: int = 1080,
        at: str | None = None,
        offline: bool = False,
        **query,
    ):
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            offline=offline,
            timezone_id="Asia/Ho_Chi_Minh",
            locale="vi-VN",
        )
        contexts.append(context)
        page = context.new_page()
        if at:
            page.clock.set_fixed_time(at)
        page.wrong, page.outside = [], []
        page.on("pageerror", lambda error: page.wrong.append(str(error)))
        page.on(
            "request",
            lambda request: (
                page.outside.append(request.url)
                if not request.url.startswith(
                    (address.split("/sanh")[0].rstrip("/"), "data:", "blob:", "about:", "file:")
                )
                else None
            ),
        )
        page.goto(address + ("?" + "&".join(f"{k}={v}" for k, v in query.items()) if query else ""))
        page.wait_for_function("document.body.dataset.scene", timeout=60_000)
        return page

    yield open_page
    for context in contexts:
        context.close()


def state(page) -> dict:
    return page.evaluate("({ ...document.body.dataset })")


def until(page, condition: str, timeout: int = 30_000) -> None:
    page.wait_for_function(condition, timeout=timeout)


def plays_on(page, changes: int = 5) -> None:
    """The picture goes on changing."""
    now = int(state(page)["changes"])
    until(page, f"Number(document.body.dataset.changes) >= {now + changes}")


def inner(page):
    """The frame in sight."""
    return page.frame_locator("iframe.on")


def player(page):
    """What plays in the frame in sight, to be asked for its state."""
    return page.locator("iframe.on").element_handle().content_frame()


def bent(host, change) -> bytes:
    """The bundle's scenes with something changed in them, as bytes."""
    told = json.loads((host.folder / "scenes.json").read_text(encoding="utf-8"))
    change(told)
    return json.dumps(told, ensure_ascii=False).encode()


def changed_page(made, folder, change):
    """The single HTML file with something changed in the scenes inside."""
    page = (made / "index.html").read_text(encoding="utf-8")
    held = re.search(r"window\.BUNDLE = (.*);</script>", page)
    told = json.loads(held.group(1))
    scenes = json.loads(told["parts"]["scenes.json"])
    change(scenes)
    told["parts"]["scenes.json"] = json.dumps(scenes, ensure_ascii=False)
    path = folder / "index.html"
    path.write_text(
        page[: held.start(1)]
        + json.dumps(told, ensure_ascii=False).replace("<", "\\u003c")
        + page[held.end(1) :],
        encoding="utf-8",
    )
    return path


def memory(browser, page) -> tuple[float, float]:
    """(JavaScript heap of page and player, private memory of their larger process) in MB, at rest.

    The player's frame is sandboxed and so has a process of its own; both are told to collect. The heap is the
    least of three readings: on a busy machine what is told to go may go a moment later.
    """
    sessions = [page.context.new_cdp_session(part) for part in (page, player(page))]
    page.mouse.click(600, 500)
    page.wait_for_timeout(4000)  # Chromium's own caches of drawn tiles go by then
    heap = min(_collected_heap(page, sessions) for _ in range(3))
    for cdp in sessions:
        cdp.detach()
    processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    sizes = []
    for one in processes:
        if one["type"] == "renderer":
            with open(f"/proc/{one['id']}/smaps_rollup") as rollup:
                sizes.append(
                    sum(int(line.split()[1]) for line in rollup if line.startswith("Private_")) / 1024
                )  # what is shared with others changes with them
    page.keyboard.press("ArrowRight")
    return heap / 2**20, max(sizes)


def _collected_heap(page, sessions) -> float:
    for cdp in 2 * sessions:
        cdp.send("HeapProfiler.collectGarbage")
    page.wait_for_timeout(500)
    heap = 0
    for cdp in sessions:
        cdp.send("Performance.enable")
        metrics = cdp.send("Performance.getMetrics")["metrics"]
        heap += next(m["value"] for m in metrics if m["name"] == "JSHeapUsedSize")
    return heap


def watched_for_thousands_of_changes(address: str) -> tuple[tuple, tuple, list[str], int]:
    """(MB early, MB late, errors, nodes of the page) in a browser of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        page = browser.new_page(viewport={"width": 1920, "height": 1080})
        wrong = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.goto(f"{address}?toc_do={10 * FAST}&hoi=2")
        until(page, f"Number(document.body.dataset.changes) >= {SETTLED}", 120_000)
        before = memory(browser, page)
        until(page, f"Number(document.body.dataset.changes) >= {CHANGES}", 240_000)
        after = memory(browser, page)
        nodes = page.evaluate("document.querySelectorAll('*').length")
        browser.close()
    return before, after, wrong, nodes


def test_two_thousand_changes_need_no_more_memory_than_two_hundred(host):
    with ThreadPoolExecutor(1) as apart:  # beside the session's own browser, which holds this thread's loop
        before, after, wrong, nodes = apart.submit(watched_for_thousands_of_changes, host.address).result()

    print(
        f"MB after {SETTLED} and {CHANGES} changes: "
        f"heap {before[0]:.1f} → {after[0]:.1f}, process {before[1]:.0f} → {after[1]:.0f}"
    )
    assert wrong == [] and nodes < 40
    assert after[0] <= before[0] * 1.05 and after[1] <= before[1] * 1.05


def test_from_a_disk_without_network_every_scene_is_the_same(screen, host, made):
    host.clock = MORNING  # a screen follows its server's clock
    served = screen(host.address, at=MORNING, toc_do=STILL)
    alone = screen(f"file://{made}/index.html", at=MORNING, offline=True, toc_do=STILL)
    seen = set()
    for _ in range(int(state(alone)["scenes"])):
        for page in (served, alone):
            page.wait_for_timeout(420)
        pictures = [
            page.screenshot(clip={"x": 0, "y": 0, "width": 1920, "height": 1000}) for page in (served, alone)
        ]
        assert state(served)["scene"] == state(alone)["scene"] and pictures[0] == pictures[1], state(alone)[
            "scene"
        ]
        seen.add(pictures[1])
        for page in (served, alone):
            page.keyboard.press("ArrowRight")
    assert (
        len(seen) == int(state(alone)["scenes"]) > 20
        and alone.wrong == served.wrong == []
        and alone.outside == []
    )


def test_server_away_the_picture_stays_under_a_small_sign_and_comes_back_alone(screen, host):
    page = screen(host.address, toc_do=FAST, hoi=0.3)
    page.evaluate(WATCH)
    host.stop()
    until(page, "document.getElementById('sign').textContent.startsWith('Mất kết nối từ')")
    assert (
        re.search(r"từ \d\d:\d\d", page.inner_text("#sign"))
        and page.locator("#sign").bounding_box()["height"] < 60
    )
    plays_on(page, 30)
    host.start()
    until(page, "document.getElementById('sign').textContent === ''")
    plays_on(page)
    assert page.evaluate("window.fewest") in (1, 9) and page.wrong == []


def test_network_cut_and_back(screen, host):
    page = screen(host.address, toc_do=FAST, hoi=0.3)
    page.context.set_offline(True)
    until(page, "document.body.dataset.state === 'lost'")
    plays_on(page, 30)
    page.context.set_offline(False)
    until(page, "document.body.dataset.state === 'ok'")
    assert page.wrong == []


def test_a_new_bundle_is_taken_whole_at_the_end_of_a_loop(screen, host):
    page = screen(host.address, toc_do=FAST, hoi=0.3)
    old = state(page)["version"]
    page.evaluate(WATCH)
    host.change(scenes_json=bent(host, lambda told: told["scenes"][0]["content"].update(title="Tiêu đề mới")))
    until(page, f"document.body.dataset.version !== '{old}'", 60_000)
    until(page, "document.body.dataset.scene === '1-vi'")

    assert page.evaluate("window.fewest") >= 1 and page.locator("iframe").count() == 1 and page.wrong == []
    assert inner(page).locator("h1", has_text="Tiêu đề mới").count() == 1
    assert (
        sum(path.startswith("/plotly.js") for path in host.asked) == 0
    )  # unchanged parts are not fetched again


@pytest.mark.parametrize("spoil", ["cut", "bent", "missing", "manifest"])
def test_half_or_corrupted_bundles_are_never_shown(screen, host, spoil):
    page = screen(host.address, toc_do=FAST, hoi=0.3)
    old = state(page)["version"]
    page.evaluate(WATCH)
    host.stop()  # so that the whole one is never to be had in between
    whole = host.change(
        scenes_json=bent(host, lambda told: told["scenes"][0]["content"].update(title="Tiêu đề mới"))
    )
    path = host.folder / "scenes.json"
    good = path.read_bytes()
    if spoil == "manifest":
        (host.folder / "manifest.json").write_bytes((host.folder / "manifest.json").read_bytes()[:300])
    elif spoil == "missing":
        path.unlink()
    else:
        path.write_bytes(
            good[: len(good) // 2]
            if spoil == "cut"
            else good.replace("Tiêu đề mới".encode(), "Tiêu đề nới".encode())
        )
    host.start()
    until(
        page,
        f"document.body.dataset.state === '{'lost' if spoil == 'manifest' else 'half'}'"
        " && document.getElementById('sign').textContent !== ''",
    )
    plays_on(page, 40)
    assert (
        state(page)["version"] == old
        and page.evaluate("window.fewest") in (1, 9)
        and page.locator("iframe").count() == 1
    )

    if spoil == "manifest":
        host.restore(whole)
        host.change(scenes_json=good)
    path.write_bytes(good)
    until(page, f"document.body.dataset.version !== '{old}'", 60_000)
    until(page, "document.getElementById('sign').textContent === ''")
    assert page.wrong == []


def test_a_whole_bundle_that_does_not_play_is_refused_for_good(screen, host):
    page = screen(host.address, toc_do=FAST, hoi=0.3, ten="Sảnh")
    old = state(page)["version"]
    host.change(
        scenes_json=bent(
            host,
            lambda told: told.update(
                scenes=[{**told["scenes"][1], "content": {**told["scenes"][1]["content"], "figure": "{"}}]
            ),
        )
    )
    until(page, "document.body.dataset.state === 'refused'", 60_000)
    plays_on(page, 40)

    assert state(page)["version"] == old and page.locator("iframe").count() == 1
    asked = sum(path.startswith("/scenes.json") for path in host.asked)
    page.wait_for_timeout(1500)
    assert sum(path.startswith("/scenes.json") for path in host.asked) == asked and any(
        r["state"] == "refused" and r["name"] == "Sảnh" for r in host.reports
    )


def test_a_scene_that_cannot_be_drawn_is_left_out_and_reported(screen, host):
    def spoil(told):
        told["scenes"][1]["content"]["figure"] = "{"

    host.change(scenes_json=bent(host, spoil))
    page = screen(
        host.address, toc_do=FAST, hoi=0.3
    )  # its own page still holds the good bundle; the next loop brings the spoilt one
    until(page, "document.body.dataset.failed === '2-vi'", 60_000)
    plays_on(page, 30)
    assert int(state(page)["scenes"]) > 20 and page.wrong == []
    until(page, "document.body.dataset.scene === '3-vi'")


def test_a_wrong_clock_is_set_right_by_the_server_and_said_without_one(screen, host, made):
    alone = screen(f"file://{made}/index.html", at="2001-01-01T00:00:00", offline=True, toc_do=FAST)
    plays_on(alone, 30)
    assert (
        inner(alone).locator(".time").inner_text() == "Đồng hồ của màn hình sai"
        and inner(alone).locator(".late").inner_text() == ""
    )

    page = screen(host.address, at="2001-01-01T00:00:00", toc_do=FAST, hoi=0.3)
    until(player(page), "/20[2-9]\\d$/.test(document.querySelector('.time').textContent)")
    plays_on(page, 30)


def test_what_is_overdue_says_so(screen, host):
    def overdue(told):
        for scene in told["scenes"]:
            scene["due"] = {"year": 2024, "date": "2025-01-10", "last": "9999-12-31"}

    host.change(scenes_json=bent(host, overdue))
    page = screen(host.address, at=MORNING, toc_do=FAST, hoi=0.3)
    told = "Chưa có số liệu năm 2024 (dự kiến trước 10/01/2025)"
    inner(page).locator(".late", has_text=told).wait_for(timeout=60_000)


def test_nights_are_dim(screen, made):
    page = screen(f"file://{made}/index.html", at=MORNING, toc_do=STILL)
    assert inner(page).locator(".late").inner_text() == ""  # the districts are no more: nobody is late
    dark = "Number(document.querySelector('.night').style.opacity)"
    assert player(page).evaluate(dark) == 0
    night = screen(f"file://{made}/index.html", at=at_time(TUESDAY, "23:30:00"), toc_do=STILL)
    assert player(night).evaluate(dark) > 0.5


@pytest.mark.parametrize(
    "at, seen",
    [
        (at_time(TUESDAY, "10:05:00"), {"3-vi"}),
        (at_time(TUESDAY, "22:00:00"), {"2-vi", "3-vi"}),
        (at_time(SATURDAY, "10:05:00"), {"1-vi", "3-vi"}),
        (at_time(SATURDAY + timedelta(days=28), "23:00:00"), {"1-vi", "2-vi"}),
    ],
    ids=["weekday", "night", "weekend", "after the last day"],
)
def test_days_hours_and_dates_are_kept(screen, made, tmp_path, at, seen):
    """Scene 1 on Saturdays and Sundays, 2 over midnight, 3 until a day."""

    def change(told):
        told["scenes"] = told["scenes"][:3]
        told["scenes"][0]["days"] = [6, 7]
        told["scenes"][1]["hours"] = ["22:00", "05:00"]
        told["scenes"][2]["last_day"] = str(SATURDAY)

    page = screen(f"file://{changed_page(made, tmp_path, change)}", at=at, toc_do=FAST)
    assert set(page.evaluate(probe("scenes_seen"))) == seen


def test_a_hand_stops_it_for_a_minute(screen, made):
    page = screen(f"file://{made}/index.html", toc_do=FAST)
    page.wait_for_timeout(500)  # a frame that has just come into sight is not touched yet
    page.mouse.click(600, 500)
    until(page, "document.getElementById('sign').textContent === 'Dừng 60 giây'")
    page.wait_for_timeout(300)
    still = state(page)["scene"]
    page.wait_for_timeout(1200)
    assert state(page)["scene"] == still


def marked(page) -> None:
    """Marks the frame in sight, to know it again."""
    page.evaluate("document.querySelector('iframe.on').dataset.known = 1")


def test_it_starts_afresh_at_night_without_a_gap(screen, made):
    page = screen(f"file://{made}/index.html", at=at_time(TUESDAY, "03:00:20"), toc_do=FAST)
    page.evaluate(WATCH)
    marked(page)
    until(page, "!document.querySelector('iframe.on').dataset.known", 60_000)
    marked(page)
    plays_on(page, 100)  # once a night, not again and again
    assert (
        page.evaluate("document.querySelector('iframe.on').dataset.known")
        and page.evaluate("window.fewest") >= 1
    )


def test_a_player_that_has_stopped_is_replaced(screen, made):
    page = screen(f"file://{made}/index.html", at=MORNING, toc_do=FAST)
    page.evaluate(WATCH)
    marked(page)
    player(page).evaluate("() => { window.setTimeout = () => 0; }")  # what it waits for next never comes
    until(page, "!document.querySelector('iframe.on').dataset.known", 60_000)
    plays_on(page, 30)
    assert page.evaluate("window.fewest") >= 1


@pytest.mark.parametrize("width, height", SIZES)
def test_nothing_scrolls_or_is_cut_in_any_size(screen, made, width, height):
    page = screen(f"file://{made}/index.html", width, height, at=MORNING, toc_do=STILL)
    for _ in range(int(state(page)["scenes"])):
        found = player(page).evaluate(probe("scene_fits"))
        assert not page.evaluate("document.documentElement.scrollHeight > innerHeight")
        assert (
            not found["scrolls"] and found["cursor"] == "none" and found["out"] == [] and found["over"] == []
        ), (state(page)["scene"], found)
        page.keyboard.press("ArrowRight")
    assert player(page).evaluate("document.fonts.check('20px \"Source Sans\"')")


def test_switched_on_without_its_server_the_last_page_plays(screen, host):
    page = screen(host.address, toc_do=FAST, hoi=0.5)
    page.wait_for_function(
        "() => navigator.serviceWorker.controller"
        " || navigator.serviceWorker.ready.then((r) => r.active?.state === 'activated')"
    )
    host.stop()
    page.reload()
    until(page, "document.body.dataset.scene", 60_000)
    plays_on(page, 30)
    until(page, "document.body.dataset.state === 'lost'")


def test_from_a_disk_it_renews_itself_from_a_server(screen, host, made):
    page = screen(f"file://{made}/index.html", toc_do=FAST, hoi=0.3, may_chu=host.address, ten="Sảnh B")
    old = state(page)["version"]
    host.change(scenes_json=bent(host, lambda told: told["scenes"][0]["content"].update(title="Tiêu đề mới")))
    until(page, f"document.body.dataset.version !== '{old}'", 60_000)
    host.stop()
    until(page, "document.body.dataset.state === 'lost'")
    plays_on(page, 30)
    host.start()
    until(page, "document.body.dataset.state === 'ok'")
    assert page.wrong == [] and any(report["name"] == "Sảnh B" for report in host.reports)


def test_the_machine_fetches_a_whole_page_before_it_starts_or_keeps_the_last(host, tmp_path):
    folder, page = tmp_path / "may", tmp_path / "may" / "index.html"

    def fetch() -> int:
        return subprocess.run(
            [sys.executable, str(ROOT / "deploy" / "man_hinh_tai.py"), host.address, str(folder)],
            capture_output=True,
        ).returncode

    host.stop()
    assert fetch() == 1
    host.start()
    assert fetch() == 0 and page.read_bytes() == (host.folder / "index.html").read_bytes()
    good = page.read_bytes()
    (host.folder / "index.html").write_bytes(good[:-500])
    assert fetch() == 0 and page.read_bytes() == good
    (host.folder / "manifest.json").write_bytes(b"[]")
    assert fetch() == 0 and page.read_bytes() == good and list(folder.iterdir()) == [page]


def test_screens_report_and_nobody_need_listen(screen, host):
    page = screen(host.address, toc_do=FAST, ten="Sảnh A")
    page.wait_for_timeout(500)
    told = host.reports[-1]
    assert (
        told["name"] == "Sảnh A"
        and told["version"] == state(page)["version"]
        and told["state"] == "ok"
        and told["scene"]
        and told["uptime"] >= 0
    )
    preview = len(host.reports)
    screen(host.address, toc_do=FAST, xem_thu=1).wait_for_timeout(500)
    assert len(host.reports) == preview


def test_the_plain_hash_is_sha_256(chromium):
    import hashlib

    page = chromium.new_page()
    page.add_script_tag(content=inlined(ROOT / "pages" / "web" / "player" / "sha256.js"))
    for body in (b"", b"abc", b"a" * 55, b"a" * 56, b"a" * 64, bytes(range(256)) * 700):
        assert (
            page.evaluate("(bytes) => sha256Plain(new Uint8Array(bytes))", list(body))
            == hashlib.sha256(body).hexdigest()
        )
    page.close()
