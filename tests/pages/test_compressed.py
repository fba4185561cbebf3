"""Immutable answers are compressed once; everything else passes as it is."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from pages.routes.compressed import Compressed

TEXT = b"const a = 1;\n" * 1000
FOR_EVER = {"Cache-Control": "public, immutable, max-age=31536000", "ETag": "x", "Accept-Ranges": "bytes"}


@pytest.fixture
def asked():
    return []


@pytest.fixture
def web(asked):
    def answer(headers: dict, kind: str = "application/javascript", status: int = 200):
        def endpoint(request):
            asked.append(request.url.path)
            return Response(TEXT, status, headers, kind)

        return endpoint

    routes = [
        Route("/a.js", answer(FOR_EVER)),
        Route("/today.js", answer({"Cache-Control": "no-cache"})),
        Route("/a.png", answer(FOR_EVER, "image/png")),
        Route("/gone.js", answer(FOR_EVER, status=404)),
    ]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(Compressed)]))


def test_a_script_is_compressed_once_and_reads_the_same(web, asked):
    for _ in range(3):
        got = web.get("/a.js", headers={"Accept-Encoding": "gzip, br"})

        assert got.content == TEXT and got.headers["content-encoding"] == "gzip"
        assert int(got.headers["content-length"]) < len(TEXT) / 10
        assert got.headers["vary"] == "Accept-Encoding" and "etag" not in got.headers
    assert asked == ["/a.js"]


@pytest.mark.parametrize(
    "path, status", [("/today.js", 200), ("/a.png", 200), ("/gone.js", 404), ("/no", 404)]
)
def test_what_may_change_and_pictures_pass(web, path, status):
    got = web.get(path, headers={"Accept-Encoding": "gzip"})

    assert got.status_code == status and "content-encoding" not in got.headers


@pytest.mark.parametrize("more", [{"Accept-Encoding": "identity"}, {"Range": "bytes=0-9"}])
def test_who_does_not_take_it_gets_it_plain(web, more):
    got = web.get("/a.js", headers={"Accept-Encoding": "gzip", **more})

    assert "content-encoding" not in got.headers and got.content[:5] == TEXT[:5]


def test_room_ends(web, asked, monkeypatch):
    monkeypatch.setattr("pages.routes.compressed.ROOM", 10)
    for _ in range(2):
        assert web.get("/a.js", headers={"Accept-Encoding": "gzip"}).content == TEXT
    assert asked == ["/a.js", "/a.js"]
