"""The same hostile words in every field that a person can write: text on every surface, nothing asked."""

import io
import json
import re
import urllib.parse
import urllib.request
import zipfile
from dataclasses import replace

import pytest

from data.publish import build, publish
from data.serving import catalogue
from pages.content.agenda import Agenda, agenda_file, read_agenda
from pages.documents.deck import deck_bytes
from pages.documents.handout import handout_zip
from pages.documents.notice import minutes_bytes
from pages.documents.report import report_bytes
from pages.live import database, minutes, store
from pages.routes.conference import view_of
from pages.screens import SCREENS
from tests.browser.conftest import serve, settled
from tests.browser.hostile import HOST, WORDS, write
from tests.browser.probe import probe
from tests.conftest import _fresh
from tests.made_up import HEADER, stock

KEY = "khoa-cua-bai-thu"
WORST = urllib.parse.quote(WORDS)


@pytest.fixture(scope="module")
def planted(tmp_path_factory):
    """A server of the hostile province: (address, conference, folder)."""
    folder = tmp_path_factory.mktemp("hostile")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DASHBOARD_PROVINCE", str(write(folder / "thu")))
        patch.setenv("DASHBOARD_LAKE", str(folder / "lake"))
        _fresh()
        build()
        table = folder / "bang.csv"
        table.write_text(HEADER + stock("so_ho_ngheo", "Z1", 2017, 61), encoding="utf-8")
        edition = publish(table, WORDS, WORDS).id
        agenda = read_agenda(agenda_file(), catalogue(edition))
        found = store.create(WORDS, edition, agenda.model_dump(mode="json"))
        minutes.add(found.code, WORDS, WORDS)
        process, address = serve(folder, DASHBOARD_PROVINCE=str(folder / "thu"), DASHBOARD_PRESENTER_KEY=KEY)
        report = {"device": WORDS, "name": WORDS, "scene": WORDS, "state": WORDS, "failed": WORDS}
        urllib.request.urlopen(f"{address}/man-hinh/sanh/", timeout=60).read()
        urllib.request.urlopen(f"{address}/man-hinh/sanh/bao", json.dumps(report).encode())
        yield address, found, folder
        process.terminate()
        process.wait(10)
    database._engine.cache_clear()
    _fresh()


@pytest.fixture
def surface(chromium, planted):
    """Opens an address or a file; afterwards nothing has been asked of another host, and nothing has run."""
    contexts = []

    def open_page(address: str):
        context = chromium.new_context(viewport={"width": 1366, "height": 768})
        contexts.append(context)
        page = context.new_page()
        page.asked = []
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto(address if "://" in address else planted[0] + address)
        return page

    yield open_page
    for context in contexts:
        context.close()


def harmless(page) -> None:
    """The words are there, as text, and are nothing else."""
    seen = [frame.evaluate(probe("planted"), HOST) for frame in page.frames]
    assert any(found["text"] for found in seen), page.url
    assert [found["live"] for found in seen if found["live"]] == [], page.url
    assert not [url for url in page.asked if urllib.parse.urlsplit(url).hostname == HOST]


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_a_screen_shows_them_as_text(surface, screen):
    wrong = "&".join(f"{name}={WORST}" for name in ("trang", "chi_tieu", "nam", "huyen", "man_hinh", "cach"))
    page = surface(f"/{screen.address}?{wrong}")
    page.wait_for_selector(".d-province", timeout=30_000)
    settled(page, ".d-province")
    for button in page.locator("[data-testid=stExpander] summary").all():
        button.click()
    settled(page, ".d-province")
    harmless(page)


def test_what_the_key_opens_shows_them_as_text(surface):
    for address in ("/hoi-nghi", "/man-hinh-quan-ly"):
        page = surface(address)
        field = page.get_by_role("textbox", name="Khóa trình chiếu")
        field.fill(KEY)
        field.press("Enter")
        page.wait_for_selector("[data-testid=stExpander]")
        settled(page, ".d-province")
        for button in page.locator("[data-testid=stExpander] summary").all():
            button.click()
        settled(page, ".d-province")
        harmless(page)


def test_chair_and_site_show_them_as_text(surface, planted):
    code = planted[1].code
    chair = surface(f"/hoi-nghi/trinh-chieu?ma={code}#khoa={KEY}")
    site = surface(f"/theo-doi?ma={code}&diem=Z1")
    for n in range(len(planted[1].agenda["slides"])):
        for page in (chair, site):
            page.wait_for_function(f"document.body.dataset.shown?.startsWith('trang/{n}|')", timeout=60_000)
            harmless(page)
        chair.keyboard.press("ArrowRight")
    for address in (f"/theo-doi?ma={WORST}", f"/theo-doi?ma={code}&diem={WORST}"):
        page = surface(address)
        page.locator(".entry .wrong", has_text=HOST).wait_for()
        harmless(page)


@pytest.mark.parametrize("place", ["/man-hinh/sanh/", "file"])
def test_a_public_screen_shows_them_as_text(surface, planted, place):
    found = max((planted[2] / "lake" / "man-hinh" / "sanh").glob("*/index.html"))
    page = surface(place if place != "file" else f"file://{found}")
    page.wait_for_function("document.body.dataset.scene", timeout=60_000)
    for _ in range(int(page.evaluate("document.body.dataset.scenes"))):
        harmless(page)
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(150)


def test_a_profile_on_paper_shows_them_as_text(surface):
    harmless(surface("/ho-so/in?huyen=Z1&nam=2017"))


def test_files_hold_them_as_text(surface, planted, tmp_path):
    _, found, _ = planted
    hall = view_of(found, "vi")
    agenda = Agenda.model_validate(found.agenda)
    deck = deck_bytes(hall, agenda)
    desk = replace(hall, surface="desk")
    zipped = handout_zip(hall, found, deck)
    with zipfile.ZipFile(io.BytesIO(zipped)) as folder:
        folder.extractall(tmp_path)
    page = surface(f"file://{tmp_path / 'trinh-chieu.html'}")
    for n in range(len(agenda.slides)):
        page.wait_for_function(f"document.body.dataset.shown?.startsWith('trang/{n}|')", timeout=60_000)
        harmless(page)
        page.keyboard.press("ArrowRight")

    notice = minutes_bytes(desk, found.title, minutes.of(found.code))
    files = [deck, report_bytes(desk, 2017), notice, (tmp_path / "so-lieu.xlsx").read_bytes()]
    for body in files:
        with zipfile.ZipFile(io.BytesIO(body)) as parts:
            texts = {name: parts.read(name).decode() for name in parts.namelist() if name.endswith("xml")}
            links = "".join(parts.read(n).decode() for n in parts.namelist() if n.endswith(".rels"))
        assert any("&lt;" in text and HOST in text for text in texts.values())
        assert HOST not in links and "javascript:" not in links
        assert not [name for name, text in texts.items() if re.search(r"<f>|<a:hlinkClick|instrText", text)]
