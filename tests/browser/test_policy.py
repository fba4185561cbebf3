"""Under the policy all screens work, no foreign script runs, and no foreign page frames ours."""

import urllib.error
import urllib.request

import pytest

from pages.screens import SCREENS
from tests.browser.conftest import settled
from tests.browser.display_host import Host


def watched(context):
    page = context.new_page()
    page.refused, page.asked = [], []
    page.on("console", lambda m: page.refused.append(m.text) if "Content Security" in m.text else None)
    page.on("pageerror", lambda error: page.refused.append(str(error)))
    page.on("request", lambda request: page.asked.append(request.url))
    return page


@pytest.fixture
def context(chromium):
    made = chromium.new_context(viewport={"width": 1366, "height": 768})
    yield made
    made.close()


@pytest.mark.parametrize("edition", ["", "phien_ban=2"])
def test_every_screen_works_under_the_policy(context, server, edition):
    page = watched(context)
    for screen in SCREENS:
        page.goto(f"{server}/{screen.address}?{edition}")
        page.wait_for_selector(".d-province", timeout=30_000)
        settled(page, ".d-province")
    assert page.refused == []


def test_a_crafted_link_brings_no_foreign_script_to_a_screen(context, server, tmp_path):
    (tmp_path / "manifest.json").write_text("{}", encoding="utf-8")
    other = Host(tmp_path)
    page = watched(context)
    page.goto(f"{server}/man-hinh/sanh/?toc_do=50&hoi=1&may_chu={other.address}")
    page.wait_for_function("Number(document.body.dataset.changes) >= 10", timeout=90_000)
    page.wait_for_timeout(3000)  # it has asked for a newer bundle by then
    other.stop()
    assert other.asked == [] and page.refused == []
    assert any(url.endswith("/man-hinh/sanh/manifest.json") for url in page.asked)
    inner = page.locator("iframe.on")
    assert inner.get_attribute("sandbox") == "allow-scripts"
    assert inner.element_handle().content_frame().evaluate("origin") == "null"


def test_a_foreign_page_cannot_frame_ours(context, server, tmp_path):
    (tmp_path / "index.html").write_text(f"<iframe src='{server}/hoi-nghi'></iframe>", encoding="utf-8")
    other = Host(tmp_path)
    page = watched(context)
    page.goto(other.address.replace("127.0.0.1", "localhost"))
    page.wait_for_timeout(2000)
    other.stop()
    assert any("frame-ancestors" in text for text in page.refused)


@pytest.mark.parametrize(
    "path", ["/", "/khong-co", "/_stcore/health", "/static/khong-co.js", "/theo-doi", "/api/v1/health"]
)
def test_every_answer_is_safe_and_names_no_program(server, path):
    headers = urllib.request.urlopen(f"{server}{path}").headers

    assert headers["X-Content-Type-Options"] == "nosniff" and headers["Referrer-Policy"] == "same-origin"
    assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]
    assert headers["Server"] is None


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
def test_nobody_leaves_a_file_in_the_memory_of_the_server(server, method):
    address = f"{server}/_stcore/upload_file/session/file"
    asked = urllib.request.Request(address, b"x" * 1000, method=method)

    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(asked)

    assert refused.value.code == 403 and b"no_uploads" in refused.value.read()
