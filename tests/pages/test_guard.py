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

from pages.routes.guard import MOST, Guard


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
