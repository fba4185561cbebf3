"""The conference's addresses: what is refused and how it is said; slides hold the store's own figures."""

import re
from types import SimpleNamespace

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from data.serving import catalogue
from pages.content import slides
from pages.content.agenda import agenda_file, read_agenda
from pages.figures.caption import look_of
from pages.live import database, guesses, hub, minutes, store, stream
from pages.routes import commands
from pages.routes.conference import ROUTES, view_of
from pages.web import slides as drawn

ME, OTHER = "client-one", "client-two"


@pytest.fixture
def conference(edition):
    """A conference of the made-up province."""
    agenda = read_agenda(agenda_file(), catalogue(edition)).model_dump(mode="json")
    guesses.forget()
    yield store.create("Hội nghị thử", edition, agenda)
    database._engine.cache_clear()


@pytest.fixture
def web(conference):
    with TestClient(Starlette(routes=ROUTES)) as client:
        yield client


def send(web, code: str, what: str = "lenh", key: str | None = None, **body):
    return web.post(
        f"/hoi-nghi/{code}/{what}",
        json={"client": ME, **body},
        headers={"X-Khoa": key if key is not None else store.presenter_key()},
    )


def test_every_slide_of_the_default_agenda_is_made(web, conference):
    plan = web.get(f"/hoi-nghi/{conference.code}/chuong-trinh.json").json()

    assert re.fullmatch(
        rf"Phiên bản {conference.edition} \(.*\), \d\d:\d\d \d\d/\d\d/\d{{4}}", plan["edition"]
    )
    assert len(plan["slides"]) == 14 and {d["code"] for d in plan["districts"]} == {"Z1", "Z2", "Z3", "Z4"}
    for n in range(len(plan["slides"])):
        slide = web.get(f"/hoi-nghi/{conference.code}/trang/{n}.json").json()
        assert slide["title"] and "{" not in slide["title"]
    assert web.get(f"/hoi-nghi/{conference.code}/trang/3.json").json()["foot"].startswith("Nguồn: ")


def test_a_slide_holds_the_figures_of_the_store(web, conference):
    own = web.get(f"/hoi-nghi/{conference.code}/trang/3.json").json()["own"]

    assert own["Z1"]["value"] == "6%\u00a0ᵗ"  # 60 of 1,000: our division
    assert own["Z1"]["rank"] == "hạng 3/4\u00a0ᵗ"  # Z2 4%, Z3 0%, Z4 8%
    assert "−2\u00a0điểm phần trăm" in own["Z1"]["change"]
    cards = web.get(f"/hoi-nghi/{conference.code}/trang/1.json").json()
    assert "4,7" in cards["body"]


def test_the_wrong_key_and_no_key_are_refused_in_words(web, conference):
    for key in ("wrong", ""):
        answer = send(web, conference.code, "tiep-quan", key=key)
        assert answer.status_code == 403 and "Khóa" in answer.json()["message"]
    assert web.get(f"/hoi-nghi/{conference.code}/ghi-chu.json").status_code == 403
    assert web.get(f"/hoi-nghi/{conference.code}/nguoi-xem.json").status_code == 403


def test_a_wrong_code_is_named(web):
    answer = web.get("/hoi-nghi/NOSUCH/chuong-trinh.json?ngon_ngu=en")

    assert (
        answer.status_code == 404
        and "NOSUCH" in answer.json()["message"]
        and "code" in answer.json()["message"]
    )
    assert web.get("/hoi-nghi/NOSUCH/dong?may=client-one").status_code == 404


def test_commands_change_the_state_and_wrong_ones_are_explained(web, conference):
    send(web, conference.code, "tiep-quan")
    assert send(web, conference.code, command={"slide": 3}).json()["slide"] == 3
    assert send(web, conference.code, command={"highlight": "Z2"}).json()["highlight"] == "Z2"
    asked = send(
        web,
        conference.code,
        command={"question": {"indicator": "ty_le_ho_ngheo", "year": 2016, "view": "ban_do"}},
    )
    assert asked.json()["question"]["year"] == 2016
    for command in (
        {"slide": 99},
        {"highlight": "912"},
        {"question": {"indicator": "ty_le_ho_ngheo", "year": 1990}},
        "x",
        None,
    ):
        answer = send(web, conference.code, command=command)
        assert answer.status_code == (409 if isinstance(command, dict) else 400) and answer.json()["message"]
    assert store.conference(conference.code).state.slide == 3


BENT = {
    "no JSON": b"{",
    "nothing": b"",
    "a list": b"[]",
    "no text": b'{"client": "\xff"}',
    "nested": b'{"command":' + b"[" * 30_000 + b"]" * 30_000 + b"}",
    "4,300 digits": b'{"command": {"slide": ' + b"9" * 5000 + b"}}",
    "a list for a client": b'{"client": ["client-one"], "command": {"step": 1}}',
    "a list for a district": b'{"client": "client-one", "command": {"highlight": ["Z1"]}}',
    "a list for an indicator": b'{"client": "client-one", "command": {"question": {"indicator": ["a"]}}}',
    "a list for a year": b'{"client": "client-one", "command": {"question":'
    b' {"indicator": "so_ho_ngheo", "year": [2016]}}}',
    "true for a step": b'{"client": "client-one", "command": {"step": true}}',
    "half a step": b'{"client": "client-one", "command": {"step": 1.0}}',
    "no text in a conclusion": b'{"client": "client-one", "text": null}',
    "a number for an owner": b'{"client": "client-one", "text": "a", "owner": 5}',
    "no day": b'{"client": "client-one", "text": "a", "deadline": "31/12"}',
}


@pytest.mark.parametrize("body", BENT.values(), ids=BENT)
def test_bent_bodies_are_refused_in_words_and_change_nothing(web, conference, body, caplog):
    send(web, conference.code, "tiep-quan")
    what = "bien-ban" if b"text" in body else "lenh"
    key = {"X-Khoa": store.presenter_key()}
    answer = web.post(f"/hoi-nghi/{conference.code}/{what}", content=body, headers=key)

    assert answer.status_code == 400 and answer.json()["message"] and caplog.text == ""
    assert store.conference(conference.code).state.revision == 0
    assert web.get(f"/hoi-nghi/{conference.code}/bien-ban.json", headers=key).json() == []


def test_without_the_key_nothing_that_was_sent_is_read(web, conference, monkeypatch):
    def read(_):
        raise AssertionError("read")

    monkeypatch.setattr(commands, "sent_object", read)
    assert send(web, conference.code, key="wrong").status_code == 403


def test_numbers_of_any_length_in_an_address_are_no_fault(web, conference):
    for path in (f"trang/{'9' * 5000}.json", f"hoi/so_ho_ngheo/{'9' * 5000}/ban_do.json", "trang/²/.json"):
        assert web.get(f"/hoi-nghi/{conference.code}/{path}").status_code == 404


LOCKED = {  # address → method; all others are for everybody
    "ghi-chu.json": "GET",
    "nguoi-xem.json": "GET",
    "bien-ban.json": "GET",
    "bien-ban": "POST",
    "lenh": "POST",
    "tiep-quan": "POST",
    "ket-thuc": "POST",
}


@pytest.mark.parametrize("key, status", [(None, 403), ("", 403), ("wrong", 403), ("the right one", 200)])
@pytest.mark.parametrize("what", LOCKED)
def test_only_the_key_opens_what_is_the_presenter_s(web, conference, what, key, status):
    send(web, conference.code, "tiep-quan")
    body = {"client": ME, "command": {"step": 1}, "text": "Kết luận"}
    headers = {} if key is None else {"X-Khoa": store.presenter_key() if status == 200 else key}
    before = store.conference(conference.code)
    answer = web.request(
        LOCKED[what],
        f"/hoi-nghi/{conference.code}/{what}",
        headers=headers,
        **({"json": body} if LOCKED[what] == "POST" else {}),
    )

    assert answer.status_code == status
    if status == 403:
        assert store.conference(conference.code) == before and minutes.of(conference.code) == []


def test_every_address_of_the_conference_is_open_or_locked_on_purpose():
    free = {"chuong-trinh.json", "trang/{n:small}.json", "hoi/{indicator}/{year:small}/{view}.json"}
    free |= {"lua-chon.json", "dong"}
    named = [r.path.split("{code}/")[1] for r in ROUTES if "{code}" in r.path]
    assert set(named) == free | set(LOCKED)
    posts = {r.path.split("/")[-1] for r in ROUTES if "POST" in r.methods}
    assert posts == {what for what, method in LOCKED.items() if method == "POST"}


def test_guessing_is_slowed_down_and_logged_and_the_chair_goes_on(web, conference, caplog):
    chair = {"X-Khoa": store.presenter_key(), "X-May": "the-chair-s-own-screen"}
    notes = f"/hoi-nghi/{conference.code}/ghi-chu.json"
    assert web.get(notes, headers=chair).status_code == 200
    tries = [web.get(notes, headers={"X-Khoa": f"guess-{n}"}).status_code for n in range(30)]

    assert tries == [403] * guesses.WRONG + [429] * (30 - guesses.WRONG)
    assert web.get(notes, headers={"X-Khoa": chair["X-Khoa"]}).status_code == 429
    assert web.get(notes, headers=chair).status_code == 200
    assert caplog.text.count("testclient") == 1 and "guess-" not in caplog.text
    now = guesses.time.monotonic()
    guesses._wrong["testclient"] = (guesses.WRONG, now - guesses.WITHIN - 1)
    assert web.get(notes, headers={"X-Khoa": chair["X-Khoa"]}).status_code == 200


def test_two_presenters_at_once(web, conference):
    send(web, conference.code, "tiep-quan")

    second = send(web, conference.code, "tiep-quan", client=OTHER)
    assert second.status_code == 409 and second.json()["error"] == "other_presenter"
    assert send(web, conference.code, "tiep-quan", client=OTHER, force=True).status_code == 200
    lost = send(web, conference.code, command={"step": 1})
    assert lost.status_code == 409 and "Tiếp quản" in lost.json()["message"]


def test_a_free_question_is_any_indicator_and_year_with_figures(web, conference):
    choices = {c["id"]: c["years"] for c in web.get(f"/hoi-nghi/{conference.code}/lua-chon.json").json()}

    assert choices["so_ho_ngheo"] == [2014, 2015, 2016, 2017]
    for view in ("ban_do", "dien_bien", "ke_hoach", "xep_hang"):
        answer = web.get(f"/hoi-nghi/{conference.code}/hoi/giai_quyet_viec_lam/2016/{view}.json")
        assert answer.status_code == 200 and (answer.json()["figure"] or answer.json()["body"])
    assert web.get(f"/hoi-nghi/{conference.code}/hoi/giai_quyet_viec_lam/1990/ban_do.json").status_code == 404


def test_later_figures_never_change_an_open_conference(web, conference, tmp_path):
    from data.publish import publish
    from tests.made_up import HEADER, stock

    before = web.get(f"/hoi-nghi/{conference.code}/trang/3.json").json()
    path = tmp_path / "moi.csv"
    path.write_text(HEADER + stock("so_ho_ngheo", "Z1", 2017, 5), encoding="utf-8")
    publish(path, "a", "b")
    drawn.content.cache_clear(), slides.strip.cache_clear()

    assert web.get(f"/hoi-nghi/{conference.code}/trang/3.json").json() == before


@pytest.mark.parametrize("path", ["/theo-doi", "/theo-doi?ngon_ngu=en", "/hoi-nghi/trinh-chieu"])
def test_the_pages_ask_nobody_else(web, path):
    page = web.get(path).text

    assert "%" not in page.split("words:")[0].replace("100%", "") and "//" not in page.replace("</", "")
    assert web.get("/hoi-nghi/tep/nope.js").status_code == 404


def test_plotly_is_the_installed_one_and_kept_by_the_browser(web):
    answer = web.get("/hoi-nghi/tep/plotly.js?v=1")

    assert (
        "immutable" in answer.headers["cache-control"]
        and answer.headers["content-encoding"] == "gzip"
        and len(answer.content) > 1_000_000
    )
    assert (
        web.get("/hoi-nghi/tep/slide.js").headers["cache-control"] == "no-cache"
    )  # asked for without its version by another script


def test_the_view_of_a_conference_is_the_halls(conference):
    view = view_of(conference, "vi")

    assert look_of(view).name == "hall" and view.edition == conference.edition


def test_an_invented_crowd_takes_not_every_place(web, conference, monkeypatch):
    crowd = [SimpleNamespace(address="testclient")] * stream.MOST_OF_ONE
    monkeypatch.setattr(hub, "listening", lambda: iter(crowd))
    path = f"/hoi-nghi/{conference.code}/dong?may=client-one"

    assert web.get(path).status_code == 503 and web.get(path).headers["retry-after"]
    others = [SimpleNamespace(address=f"10.0.0.{n}") for n in range(stream.MOST)]
    monkeypatch.setattr(hub, "listening", lambda: iter(others))
    assert web.get(path).status_code == 503
    monkeypatch.setattr(hub, "listening", lambda: iter(crowd[1:]))
    monkeypatch.setattr(stream.hub, "Stream", lambda *_: (_ for _ in ()).throw(ZeroDivisionError))
    with pytest.raises(ZeroDivisionError):  # it may begin
        web.get(path)
