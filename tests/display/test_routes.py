"""The screens' addresses: files of the bundle in force, clear refusals; reports of any kind harm nobody."""

import gzip
import hashlib
import json
from datetime import timedelta
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from data.serving import catalogue
from pages.display import reports, shelf
from pages.display.reports import last_reports
from pages.routes import display as routes
from tests.display.conftest import scene

TEXT = 'title = { vi = "Thử", en = "Trial" }\n' + scene("review")
TOLD = {
    "device": "man-hinh-1",
    "name": "Sảnh",
    "scene": "1-vi",
    "version": "abc",
    "state": "ok",
    "failed": "",
    "uptime": 3600,
    "memory": 40,
}


@pytest.fixture
def web(edition):
    shelf.save("sanh", TEXT, catalogue(edition))
    routes._packed.cache_clear(), shelf._failed.clear()
    with TestClient(Starlette(routes=routes.ROUTES)) as client:
        yield client


def test_the_first_visit_builds_and_every_file_is_as_the_manifest_says(web):
    assert web.get("/man-hinh").url.path == "/man-hinh/sanh/"
    assert str(web.get("/man-hinh/sanh?ten=a%20b").url).endswith("/man-hinh/sanh/?ten=a%20b")
    page = web.get("/man-hinh/sanh/")
    manifest = web.get("/man-hinh/sanh/manifest.json").json()

    assert (
        page.status_code == 200
        and page.headers["content-type"].startswith("text/html")
        and page.headers["access-control-allow-origin"] == "*"
    )
    assert hashlib.sha256(page.content).hexdigest() == manifest["files"]["index.html"]["sha256"]
    for name, mark in manifest["files"].items():
        plain = web.get(f"/man-hinh/sanh/{name}", headers={"accept-encoding": "identity"})
        assert (
            hashlib.sha256(plain.content).hexdigest() == mark["sha256"]
            and "content-encoding" not in plain.headers
        )
    with web.stream("GET", "/man-hinh/sanh/player.js", headers={"accept-encoding": "gzip"}) as packed:
        assert gzip.decompress(b"".join(packed.iter_raw())) == web.get("/man-hinh/sanh/player.js").content


@pytest.mark.parametrize(
    "path, status, told",
    [
        ("/man-hinh/khong-co/", 404, "Không có màn hình “khong-co”"),
        ("/man-hinh/sanh/mat-khau.txt", 404, "mat-khau.txt"),
        ("/man-hinh/sanh/..%2Fcurrent.json", 404, ""),
        ("/man-hinh/<b>/", 404, "&lt;b&gt;"),
        ("/man-hinh/khong-co/?ngon_ngu=en", 404, "There is no screen"),
    ],
)
def test_what_does_not_exist_is_said(web, path, status, told):
    answer = web.get(path)

    assert answer.status_code == status and told in answer.text


@pytest.mark.parametrize("asked", ["..%5Ccurrent.json", "..\\current.json", "C:current.json", "C:%5Cx.json"])
def test_no_backslash_or_drive_leaves_the_folder(web, asked, monkeypatch):
    web.get("/man-hinh/sanh/")
    monkeypatch.setattr(Path, "is_file", lambda path: True)  # as if it lay there, which Windows may find
    monkeypatch.setattr(Path, "read_bytes", lambda path: b"secret")
    answer = web.get(f"/man-hinh/sanh/{asked}", headers={"accept-encoding": "identity"})

    assert answer.status_code == 404 and b"secret" not in answer.content


def test_a_crowd_before_a_bundle_builds_it_once_and_holds_no_thread(web, monkeypatch):
    tried = []

    def build(name):
        tried.append(name)
        raise ValueError("no scene")

    monkeypatch.setattr(shelf, "build", build)
    (shelf._edited() / "moi.toml").write_text("title = 1", encoding="utf-8")
    answers = [web.get("/man-hinh/moi/") for _ in range(5)]
    assert [a.status_code for a in answers] == [503] * 5 and tried == ["moi"]
    assert answers[0].headers["refresh"] == "10"
    shelf._failed["moi"] = ("no scene", shelf.time.monotonic() - shelf.TRY_AGAIN - 1)
    assert [web.get("/man-hinh/moi/").status_code for _ in range(3)] == [503] * 3
    assert tried == ["moi"] * 2
    held = [shelf._asking.acquire(blocking=False) for _ in range(4)]
    shelf._failed.clear()
    assert web.get("/man-hinh/moi/").status_code == 503 and len(tried) == 2
    for _ in held:
        shelf._asking.release()


def test_a_playlist_that_cannot_be_built_is_said_and_the_old_bundle_stays(web):
    before = web.get("/man-hinh/sanh/manifest.json").json()
    (shelf._edited() / "sanh.toml").write_text("title = 1", encoding="utf-8")
    assert web.get("/man-hinh/sanh/manifest.json").json() == before
    (shelf._edited() / "moi.toml").write_text("title = 1", encoding="utf-8")
    answer = web.get("/man-hinh/moi/")
    assert answer.status_code == 503 and "Chưa dựng được" in answer.text


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b'"a"',
        b"{}",
        b'{"device": 5, "uptime": "x"}',
        b"\xff",
        b'{"device": "' + b"a" * 9000 + b'"}',
        json.dumps({**TOLD, "uptime": 1e400}).encode(),
    ],
)
def test_a_report_that_is_nonsense_harms_nobody(web, body):
    assert web.post("/man-hinh/sanh/bao", content=body).status_code == 204
    assert all(len(one.device) <= 40 for one in last_reports())


def test_the_last_report_of_each_screen_is_kept(web):
    for told in (
        TOLD,
        {**TOLD, "scene": "2-vi", "uptime": 3900},
        {**TOLD, "device": "man-hinh-2", "name": "Tầng 2", "failed": "x" * 900},
    ):
        web.post("/man-hinh/sanh/bao", content=json.dumps(told))
    web.post("/man-hinh/khong-co/bao", content=json.dumps({**TOLD, "device": "man-hinh-3"}))
    first, second = last_reports()

    assert (first.device, first.screen, first.scene, first.uptime, first.health) == (
        "man-hinh-1",
        "sanh",
        "2-vi",
        3900,
        "alive",
    )
    assert second.name == "Tầng 2" and len(second.failed) == 200
    reports.forget("man-hinh-2")
    assert [one.device for one in last_reports()] == ["man-hinh-1"]


def test_silence_is_told_in_steps_and_the_list_does_not_grow_for_ever(web, monkeypatch):
    then = reports.now()
    monkeypatch.setattr(reports, "MOST", 3)
    for n in range(300):  # an invented crowd
        told = {**TOLD, "device": f"man-hinh-{n}"}
        web.post("/man-hinh/sanh/bao", content=json.dumps(told))
    assert [one.device for one in last_reports()] == ["man-hinh-0", "man-hinh-1", "man-hinh-2"]
    monkeypatch.setattr(reports, "now", lambda: then + timedelta(minutes=20))
    assert {one.health for one in last_reports()} == {"silent"}
    monkeypatch.setattr(reports, "now", lambda: then + timedelta(days=2))
    assert {one.health for one in last_reports()} == {"gone"}
    reports.keep("sanh", {**TOLD, "device": "man-hinh-9"})  # who is gone makes place
    assert [one.device for one in last_reports()] == ["man-hinh-1", "man-hinh-2", "man-hinh-9"]
