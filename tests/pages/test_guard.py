"""Every answer carries the headers of safety; bodies end; a bug is a number."""

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from pages.access import uploads
from pages.routes import guard
from pages.routes.guard import MOST, MOST_UPLOADED, Guard


async def long(request: Request) -> PlainTextResponse:
    return PlainTextResponse(str(len(await request.body())))


def broken(_: Request):
    raise KeyError("a fault with /a/path")


def ruled(_: Request):
    return PlainTextResponse("", headers={"Content-Security-Policy": "default-src 'none'", "X": "kept"})


@pytest.fixture
def web():
    routes = [
        Route("/dai", long, methods=["POST"]),
        Route("/{base}/_stcore/upload_file/{session}/{file}", long, methods=["PUT", "DELETE", "GET"]),
        Route("/_stcore/upload_file/{session}/{file}", long, methods=["PUT", "DELETE", "OPTIONS"]),
        Route("/hong", broken),
        Route("/rieng", ruled),
        Route("/di", lambda _: RedirectResponse("/dai")),
    ]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(Guard)]), follow_redirects=False)


@pytest.mark.parametrize("path, status", [("/di", 307), ("/khong-co", 404), ("/hong", 500), ("/rieng", 200)])
def test_every_answer_is_safe(web, path, status):
    answer = web.get(path)

    assert answer.status_code == status
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "same-origin"
    assert answer.headers["x-frame-options"] == "SAMEORIGIN"
    assert answer.headers["content-security-policy"].endswith("; frame-ancestors 'self'")


def test_scripts_come_from_here_alone(web):
    rules = dict(r.split(" ", 1) for r in web.get("/di").headers["content-security-policy"].split("; "))

    assert rules["default-src"] == "'self'" and rules["object-src"] == "'none'"
    sources = rules["script-src"].split()
    assert sources[:2] == ["'self'", "blob:"] and all(s.startswith("'sha256-") for s in sources[2:])
    assert rules["connect-src"] == "'self' ws://testserver wss://testserver data:"
    assert "ws:" not in web.get("/di", headers={"host": "a b;x"}).headers["content-security-policy"]


def test_a_route_s_own_policy_stays(web):
    answer = web.get("/rieng")

    assert answer.headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'self'"
    assert answer.headers["x"] == "kept"


def test_other_sites_frame_the_pages_by_setting_alone(web, monkeypatch):
    monkeypatch.setenv("DASHBOARD_FRAME_ANCESTORS", "https://cong.example.vn")
    answer = web.get("/di")

    assert answer.headers["content-security-policy"].endswith(
        "frame-ancestors 'self' https://cong.example.vn"
    )
    assert "x-frame-options" not in answer.headers


@pytest.mark.parametrize("chunked", [False, True])
def test_a_body_ends(web, chunked):
    def body(size: int):
        return iter([b"a" * 1000] * (size // 1000)) if chunked else b"a" * size

    assert web.post("/dai", content=body(64_000)).text == "64000"
    refused = web.post("/dai", content=body(MOST + 1000))
    assert refused.status_code == 413 and refused.headers["x-content-type-options"] == "nosniff"


@pytest.fixture
def may_upload():
    uploads.allow("phien-1")
    yield
    uploads.withdraw("phien-1")


@pytest.mark.parametrize("base", ["", "/tinh"])
@pytest.mark.parametrize(
    ("method", "rest", "status"),
    [
        ("PUT", "/phien-1/tep", 200),
        ("DELETE", "/phien-1/tep", 200),
        ("PUT", "/phien-2/tep", 403),
        ("DELETE", "/phien-2/tep", 403),
        ("PUT", "/phien-1", 403),
        ("PUT", "/phien-2/phien-1", 403),
        ("PUT", "/phien-2%2Fphien-1/tep", 403),
        ("PUT", "//tep", 403),
        ("PUT", "", 403),
        ("OPTIONS", "/phien-1/tep", 403),
        ("POST", "/phien-1/tep", 403),
        ("GET", "/phien-1/tep", 403),
    ],
)
def test_files_come_from_sessions_that_may_send_them(web, may_upload, base, method, rest, status):
    answer = web.request(method, f"{base}/_stcore/upload_file{rest}", content=b"a" * 100_000)

    assert answer.status_code == status


def test_nobody_sends_files_where_no_uploader_is_open(web):
    assert web.put("/_stcore/upload_file/phien-1/tep", content=b"a").json() == {"error": "no_uploads"}


@pytest.mark.parametrize("chunked", [False, True])
def test_a_file_has_the_size_of_a_report_at_most(web, may_upload, chunked):
    def body(size: int):
        return iter([b"a" * 10_000] * (size // 10_000)) if chunked else b"a" * size

    address = "/_stcore/upload_file/phien-1/tep"
    assert 5 * 2**20 < MOST_UPLOADED < 6 * 2**20
    assert web.put(address, content=body(5_240_000)).text == "5240000"
    assert web.put(address, content=body(MOST_UPLOADED + 10_000)).status_code == 413


@pytest.mark.parametrize("path", ["/dai", "/_stcore/upload_file/phien-1/tep"])
def test_a_body_that_does_not_end_is_ended(may_upload, path, monkeypatch):
    monkeypatch.setattr(guard, "WITHIN", 0.2)
    monkeypatch.setattr(guard, "UPLOADED_WITHIN", 0.2)
    sent = []

    async def slow():
        await asyncio.sleep(0.03)
        return {"type": "http.request", "body": b"a", "more_body": True}

    async def send(message):
        sent.append(message)

    async def app(scope, receive, send):
        await Request(scope, receive).body()

    headers = [(b"transfer-encoding", b"chunked")]
    scope = {"type": "http", "method": "PUT", "path": path, "headers": headers, "query_string": b""}
    with ThreadPoolExecutor(1) as beside:
        beside.submit(asyncio.run, Guard(app)(scope, slow, send)).result(20)
    assert sent[0]["status"] == 408


def test_an_open_stream_lasts(monkeypatch):
    """Without a body only the end of the connection is waited for, however long."""
    monkeypatch.setattr(guard, "WITHIN", 0.05)

    async def gone_later():
        await asyncio.sleep(0.2)
        return {"type": "http.disconnect"}

    seen = []

    async def app(scope, receive, send):
        seen.append(await receive())

    scope = {"type": "http", "method": "GET", "path": "/dong", "headers": [], "query_string": b""}
    with ThreadPoolExecutor(1) as beside:
        beside.submit(asyncio.run, Guard(app)(scope, gone_later, None)).result(20)
    assert seen == [{"type": "http.disconnect"}]


def test_a_bug_is_a_number_in_the_log_and_nothing_else_outside(web, caplog):
    with caplog.at_level(logging.ERROR):
        answer = web.get("/hong")

    assert answer.json()["number"] in caplog.text and "path" not in answer.text


def test_a_client_that_hangs_up_is_no_fault(caplog):
    sent = []

    async def hung_up():
        return {"type": "http.disconnect"}

    async def send(message):
        sent.append(message)

    async def app(scope, receive, send):
        await Request(scope, receive).body()
        raise AssertionError("unreachable")

    scope = {"type": "http", "method": "POST", "path": "/dai", "headers": [], "query_string": b""}
    # in a thread of its own: a browser test before may have left its loop in this one
    with caplog.at_level(logging.WARNING), ThreadPoolExecutor(1) as beside:
        beside.submit(asyncio.run, Guard(app)(scope, hung_up, send)).result()
    assert sent[0]["status"] == 400 and caplog.text == ""
