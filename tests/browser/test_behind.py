"""Behind a proxy under a path, inside another page, and on a line that breaks: the dashboard is whole."""

from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import serve, settled
from tests.browser.proxy import Proxy

PREFIX = "/bao-cao/tinh"


@pytest.fixture
def stripped(server):
    proxy = Proxy(server, PREFIX)
    yield proxy
    proxy.close()


@pytest.fixture(scope="module")
def under_path(tmp_path_factory):
    """A server whose own setting says the path."""
    folder = tmp_path_factory.mktemp("under_path")
    process, address = serve(folder, base=PREFIX)
    yield address
    process.terminate()
    process.wait(10)


@pytest.fixture(params=["stripped", "under_path"])
def placed(request):
    """Address of the first page, without the stroke at its end."""
    found = request.getfixturevalue(request.param)
    return getattr(found, "address", found)


def refused(page) -> list[str]:
    """Addresses that are answered with 4xx or 5xx from now on."""
    wrong: list[str] = []
    page.on("response", lambda answer: wrong.append(answer.url) if answer.status >= 400 else None)
    return wrong


def test_every_page_is_whole_under_a_path(visit, placed):
    page = visit("/", base=placed)
    wrong = refused(page)
    settled(page, count=15)
    page.goto(f"{placed}/giam-ngheo?nam=2017")
    settled(page, count=15)
    page.locator("a[href*=viec-lam]").first.click()
    page.wait_for_url("**/viec-lam*")
    page.wait_for_selector(".js-plotly-plot .trace")

    assert urlsplit(page.url).path == f"{PREFIX}/viec-lam"
    assert not page.wrong and not page.outside
    assert [url for url in wrong if "/_stcore/" not in url] == []  # Streamlit looks for itself there


def test_wrong_addresses_stay_under_the_path(visit, placed):
    for asked, found in (("/giam-ngheo/", "giam-ngheo"), ("/giam-ngeo/xyz", "giam-ngheo"), ("/abc/def", "")):
        page = visit(asked, base=placed)
        assert urlsplit(page.url).path == f"{PREFIX}/{found}", asked


def test_a_hall_and_a_screen_are_whole_under_a_path(visit, placed):
    page = visit("/", base=placed)
    wrong = refused(page)
    for path, drawn in (("/theo-doi", "input"), ("/hoi-nghi/trinh-chieu", "input"), ("/man-hinh", "iframe")):
        page.goto(placed + path)
        page.wait_for_selector(drawn)

    assert urlsplit(page.url).path == f"{PREFIX}/man-hinh/sanh/"
    assert not wrong and not page.wrong and not page.outside


def test_in_a_frame_of_another_page_it_is_whole(visit, server):
    page = visit("/", base=server)
    page.route("**/khung", lambda route: route.fulfill(content_type="text/html", body=FRAME))
    page.goto(f"{server}/khung")
    inside = page.frame_locator("iframe")
    inside.locator(".d-card").first.wait_for()
    inside.locator(".choroplethlocation").first.wait_for()

    assert inside.locator(".choroplethlocation").count() >= 15 and not page.wrong


FRAME = "<!doctype html><title>cổng</title><iframe src='/' style='width:1300px;height:700px'></iframe>"


def test_a_cut_line_is_mended_and_the_choice_stays(visit, stripped):
    page = visit("/giam-ngheo?nam=2017", base=stripped.address)
    settled(page, count=15)
    stripped.cut()
    page.wait_for_timeout(1500)
    page.locator(".track [aria-checked=true]").focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**nam=2016*")  # which the server writes

    assert "2016" in page.locator(".d-subtitle").first.inner_text() and not page.wrong
