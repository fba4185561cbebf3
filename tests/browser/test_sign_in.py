"""Sign-in at a real OpenID provider: a role, a name in the chip, internal figures; and out again."""

import re
import socket

import pytest
from oidc_provider_mock import User, run_server_in_thread

from tests.access.test_audience import ROLES, SMALL
from tests.browser.conftest import open_chip, serve

SECRETS = """
[auth]
redirect_uri = "http://127.0.0.1:{port}/oauth2callback"
cookie_secret = "mot-chuoi-dai-cho-bai-thu-2026-11"
client_id = "bang-dieu-hanh"
client_secret = "bi-mat"
server_metadata_url = "{provider}/.well-known/openid-configuration"
"""
PEOPLE = [
    User(sub="lan", claims={"email": "Duyet@so.vn", "email_verified": True, "name": "Lan *Nguyễn*"}),
    User(sub="gia", claims={"email": "duyet@so.vn", "email_verified": False, "name": "Kẻ giả"}),
    User(sub="la", claims={"email": "ai@dau.vn", "email_verified": True, "name": "Người lạ"}),
]
KEPT_BACK = "được bảo mật"


@pytest.fixture(scope="module")
def dashboard(tmp_path_factory):
    """A server that knows a provider and has a file of roles: its address."""
    folder = tmp_path_factory.mktemp("sign_in")
    (folder / "vai-tro.toml").write_text(ROLES, encoding="utf-8")
    with run_server_in_thread(user_claims=PEOPLE) as provider, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        secrets = SECRETS.format(provider=f"http://localhost:{provider.server_port}", port=port)
        (folder / "secrets.toml").write_text(secrets, encoding="utf-8")
        process, address = serve(
            folder,
            port=port,
            DASHBOARD_ROLES=str(folder / "vai-tro.toml"),
            STREAMLIT_SECRETS_FILES=str(folder / "secrets.toml"),
        )
        yield address
        process.terminate()
        process.wait(10)


@pytest.fixture
def page(chromium, dashboard):
    context = chromium.new_context(viewport={"width": 1366, "height": 768})
    page = context.new_page()
    page.goto(f"{dashboard}/?huyen={SMALL}&nam=2020")
    page.wait_for_selector(".st-key-frame button", timeout=30_000)
    yield page
    context.close()


def sign_in(page, dashboard: str, sub: str) -> None:
    open_chip(page)
    page.get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url(re.compile("/oauth2/authorize"))
    page.get_by_role("button", name=sub, exact=True).first.click()
    page.wait_for_url(re.compile(re.escape(dashboard)))
    page.wait_for_selector(".st-key-frame button", timeout=30_000)


def chip(page) -> str:
    return page.locator(".st-key-frame button").first.inner_text()


def shows(page, dashboard: str) -> str:
    """The overview of a district with a small count."""
    page.goto(f"{dashboard}/?huyen={SMALL}&nam=2020")
    page.wait_for_selector(".st-key-cards", timeout=30_000)
    page.wait_for_timeout(500)
    return page.locator(".st-key-cards").inner_text()


def test_a_role_is_signed_in_and_out(page, dashboard):
    assert KEPT_BACK in shows(page, dashboard)
    sign_in(page, dashboard, "lan")

    assert "Lan *Nguyễn*" in chip(page)
    assert KEPT_BACK not in shows(page, dashboard)
    cookie = next(c for c in page.context.cookies() if c["name"] == "_streamlit_user")
    assert cookie["httpOnly"] and cookie["sameSite"] == "Lax"

    open_chip(page)
    page.get_by_text("· người duyệt").wait_for()
    page.get_by_role("button", name="Đăng xuất").click()
    page.wait_for_url(re.compile("/oauth2/end_session"))
    page.locator("form button, form input[type=submit]").first.click()
    page.wait_for_url(re.compile(re.escape(dashboard)))
    page.wait_for_selector(".st-key-frame button", timeout=30_000)
    assert "Lan" not in chip(page) and KEPT_BACK in shows(page, dashboard)
    assert not [c for c in page.context.cookies() if c["name"].startswith("_streamlit_user")]


@pytest.mark.parametrize(
    ("sub", "said"), [("gia", "chưa được dịch vụ đăng nhập xác minh"), ("la", "vai trò")]
)
def test_an_address_without_role_stays_the_public(page, dashboard, sub, said):
    sign_in(page, dashboard, sub)
    assert KEPT_BACK in shows(page, dashboard)
    open_chip(page)
    page.get_by_text(said).wait_for()


def test_years_are_stepped_to_with_the_page_s_figures(page, dashboard):
    """What the browser fetches itself shows what the page shows: the pass goes along."""
    sign_in(page, dashboard, "lan")
    with page.expect_response(re.compile(r"/nam/tong-quan/2020\.json")) as fetched:
        page.goto(f"{dashboard}/?huyen={SMALL}&nam=2019")
    assert "quyen=" in fetched.value.url and KEPT_BACK not in fetched.value.text()


def test_a_provider_that_is_away_is_told(chromium, tmp_path):
    secrets = SECRETS.format(provider="http://127.0.0.1:9", port=1)  # discard: nobody listens
    (tmp_path / "secrets.toml").write_text(secrets, encoding="utf-8")
    process, address = serve(tmp_path, STREAMLIT_SECRETS_FILES=str(tmp_path / "secrets.toml"))
    page = chromium.new_page()
    try:
        page.goto(f"{address}/?ngon_ngu=en")
        page.wait_for_selector(".st-key-frame button", timeout=30_000)
        open_chip(page)
        page.get_by_role("button", name="Sign in").click()
        page.get_by_text("dịch vụ đăng nhập không trả lời").wait_for(timeout=30_000)
    finally:
        page.close()
        process.terminate()
        process.wait(10)
