"""Who sees what: ways of coming × pages × addresses; the public never gets an internal number."""

import time

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from data import audience, serving
from data.audience import INTERNAL, PUBLIC
from data.serving import areas
from pages.access import passes, roles
from pages.access.audit import entries
from pages.content.years import years_of
from pages.intake.flow import Actor, Role
from pages.live import database, guesses, store
from pages.routes import api, conference, profile, year_parts
from pages.screens import SCREENS
from pages.widgets import who
from tests.pages.test_screens import texts

SMALL = "912"  # a district with one poor household in 2020
ROLES = f"""
[people]
"can.bo@huyen.vn" = {{ role = "officer", district = "{SMALL}" }}
"duyet@so.vn" = {{ role = "approver" }}
"mc@so.vn" = {{ role = "presenter" }}
"qt@so.vn" = {{ role = "administrator" }}
"xem@so.vn" = {{ role = "viewer" }}
"""


def claims(address: str, **more) -> dict:
    return {"is_logged_in": True, "email": address, "email_verified": True, "iat": time.time(), **more}


OUTSIDE = {
    "stranger": {},
    "signed out": {"is_logged_in": False},
    "unlisted": claims("ai@dau.vn"),
    "unverified": claims("duyet@so.vn", email_verified=False),
    "unverified in words": claims("duyet@so.vn", email_verified="false"),
    "without address": claims(""),
    "signed in yesterday": claims("duyet@so.vn", iat=time.time() - 13 * 3600),
    "without time": {k: v for k, v in claims("duyet@so.vn").items() if k != "iat"},
    "not signed in, but named": {"email": "duyet@so.vn", "email_verified": True, "iat": time.time()},
}
INSIDE = {
    "viewer": claims("xem@so.vn"),
    "officer": claims("Can.Bo@huyen.vn"),
    "approver": claims("duyet@so.vn"),
    "presenter": claims("mc@so.vn"),
    "administrator": claims("qt@so.vn"),
}
EVERYBODY = [(name, user, PUBLIC) for name, user in OUTSIDE.items()]
EVERYBODY += [(name, user, INTERNAL) for name, user in INSIDE.items()]


@pytest.fixture
def listed(real, tmp_path, monkeypatch):
    """The shipped province with a file of roles; its live store is this test's own."""
    path = tmp_path / "vai-tro.toml"
    path.write_text(ROLES, encoding="utf-8")
    monkeypatch.setenv("DASHBOARD_ROLES", str(path))
    for known in (roles.forget, who._audiences.clear, guesses.forget, who._refused.cache_clear):
        known()
    yield path
    roles.forget()
    who._audiences.clear()


@pytest.fixture
def asked(monkeypatch):
    """For whom the figures were asked."""
    seen, load = set(), serving._load

    def noting(edition):
        seen.add(audience.current())
        return load(edition)

    monkeypatch.setattr(serving, "_load", noting)
    return seen


def _script(name: str) -> None:
    from pages.screens import SCREENS
    from pages.shell.header import header
    from pages.widgets import who
    from pages.widgets.visitor import view_of_visitor

    who.arrive()
    view = view_of_visitor()
    header(view)
    next(s for s in SCREENS if s.name == name).show(view)


def opened(name: str, user: dict, **address: str) -> AppTest:
    app = AppTest.from_function(_script, kwargs={"name": name}, default_timeout=60)
    app.user = user
    app.query_params.update(address)
    return app.run()


@pytest.mark.parametrize("name", ["stranger", "unlisted", "viewer", "administrator"])
def test_every_page_asks_for_its_visitor_s_audience(listed, asked, name):
    _, user, expected = next(row for row in EVERYBODY if row[0] == name)
    for screen in SCREENS:
        asked.clear()
        app = opened(screen.name, user, huyen=SMALL, nam="2020")
        if screen.name == "man_hinh" and name == "administrator":
            asked.remove(PUBLIC)  # the page edits what public screens show, as they will

        assert not app.exception and asked == {expected}, screen.name


@pytest.mark.parametrize(("name", "user", "audience_"), EVERYBODY, ids=[row[0] for row in EVERYBODY])
def test_a_small_number_is_a_word_outside_and_a_number_inside(listed, name, user, audience_):
    page = texts(opened("tong_quan", user, huyen=SMALL, nam="2020"))

    assert ("được bảo mật" in page) is (audience_ == PUBLIC)


ROUTES = [
    "/api/v1/observations?indicator=so_ho_ngheo&area=912&from=2020&to=2020",
    "/api/v1/observations?indicator=so_ho_ngheo&area=912&from=2020&to=2020&format=csv",
    "/nam/tong-quan/2020.json?huyen=912",
    "/nam/giam-ngheo/2020.json?chi_tieu=so_ho_ngheo&huyen=912",
    "/ho-so/in?huyen=912&nam=2020",
]


@pytest.fixture
def web():
    rooms = (api, year_parts, profile, conference)
    return TestClient(Starlette(routes=[r for room in rooms for r in room.ROUTES]))


@pytest.mark.parametrize("address", ROUTES)
@pytest.mark.parametrize("setting", ["internal", "public"])
def test_an_address_answers_strangers_as_the_public(listed, web, asked, monkeypatch, address, setting):
    monkeypatch.setenv("DASHBOARD_AUDIENCE", setting)
    answer = web.get(address, headers={"cookie": "_streamlit_user=internal"})

    assert answer.status_code == 200 and asked == {PUBLIC}


@pytest.mark.parametrize("address", ROUTES[2:])
def test_a_page_s_own_addresses_answer_as_the_page(listed, web, asked, address):
    with audience.seen_by(INTERNAL):
        own = who.own(address)
    assert own != address and web.get(own).status_code == 200 and asked == {INTERNAL}
    with audience.seen_by(PUBLIC):
        assert who.own(address) == address


@pytest.mark.parametrize("address", ROUTES[2:])
@pytest.mark.parametrize("given", ["", "internal", "internal.9999999", "x" * 5000])
def test_a_pass_that_is_none_opens_nothing(listed, web, asked, address, given):
    answer = web.get(f"{address}&{passes.PARAMETER}={given}&ngon_ngu=en")

    assert answer.status_code == 403 and "Reload" in answer.text and not asked


@pytest.mark.parametrize("address", ROUTES[:2])
def test_open_data_takes_no_pass(listed, web, address):
    answer = web.get(f"{address}&{passes.PARAMETER}={passes.issue(INTERNAL)}")

    assert answer.status_code == 400


def test_a_conference_is_open_to_everybody_and_so_public(listed, web, asked, real):
    agenda = {
        "title": {"vi": "Thử", "en": "Trial"},
        "year": 2020,
        "slides": [{"kind": "cards", "title": {"vi": "Số", "en": "Figures"}, "indicators": ["so_ho_ngheo"]}],
    }
    code = store.create("Thử", real, agenda).code
    for path in ("chuong-trinh.json", "trang/0.json", "hoi/so_ho_ngheo/2020/ban_do.json", "lua-chon.json"):
        assert web.get(f"/hoi-nghi/{code}/{path}").status_code == 200, path
    assert asked == {PUBLIC}


def test_without_roles_the_server_s_setting_holds(real, asked, monkeypatch, web):
    monkeypatch.delenv("DASHBOARD_ROLES", raising=False)
    for setting in (INTERNAL, PUBLIC):
        monkeypatch.setenv("DASHBOARD_AUDIENCE", setting)
        for user in ({}, INSIDE["approver"]):
            asked.clear()
            opened("tong_quan", user)
            assert asked == {setting}
        asked.clear()
        assert web.get(ROUTES[0]).status_code == 200 and asked == {setting}
        assert who.own("a?b=1") == "a?b=1"


def _parts() -> None:
    """A page of a fragment and a callback that ask, and a file made later."""
    import streamlit as st

    from data import audience
    from data.serving import areas
    from pages.widgets import who

    who.arrive()
    seen = st.session_state.setdefault("seen", [])

    def ask(where: str) -> None:
        areas(st.session_state["edition"])
        seen.append((where, audience.current()))

    @st.fragment
    def part() -> None:
        ask("fragment")
        st.button("fragment", key="again", on_click=ask, args=("callback of the fragment",))

    st.button("page", key="page", on_click=ask, args=("callback",))
    part()
    ask("page")
    st.session_state["file"] = audience.carried(lambda: audience.current())


@pytest.mark.parametrize("audience_", [PUBLIC, INTERNAL])
def test_fragments_callbacks_and_files_belong_to_the_run_that_drew_them(listed, audience_, real):
    app = AppTest.from_function(_parts)
    app.user = INSIDE["viewer"] if audience_ == INTERNAL else {}
    app.session_state["edition"] = real
    app.run()
    app.button(key="page").click().run()
    app.button(key="again").click().run()

    assert not app.exception
    seen = app.session_state["seen"]
    assert {where for where, _ in seen} == {"page", "fragment", "callback", "callback of the fragment"}
    assert {one for _, one in seen} == {audience_}
    assert app.session_state["file"]() == audience_ and audience.current() == PUBLIC


def test_a_role_that_is_taken_away_ends_with_the_next_run(listed):
    app = opened("tong_quan", INSIDE["approver"], huyen=SMALL, nam="2020")
    assert "được bảo mật" not in texts(app)
    listed.write_text(ROLES.replace("duyet@so.vn", "khac@so.vn"), encoding="utf-8")

    assert "được bảo mật" in texts(app.run())


def test_what_is_kept_by_edition_is_kept_apart_by_audience(listed, asked, real):
    with audience.seen_by(INTERNAL):
        years_of(real, ("so_ho_ngheo",))
    asked.clear()
    with audience.seen_by(PUBLIC):
        years_of(real, ("so_ho_ngheo",))
        assert asked == {PUBLIC}
        asked.clear()
        years_of(real, ("so_ho_ngheo",))
        assert not asked


def test_a_session_is_noted_once_and_a_refusal_once_a_day(listed):
    before = len(entries(1000))
    app = opened("tong_quan", INSIDE["officer"])
    app.run()
    for _ in range(2):
        opened("tong_quan", OUTSIDE["unlisted"])
    lines = entries(1000)[: len(entries(1000)) - before]

    assert [(e.who, e.role, e.action) for e in reversed(lines) if e.action != "roles"] == [
        ("can.bo@huyen.vn", "officer", "sign_in"),
        ("ai@dau.vn", "", "sign_in_refused"),
    ]


def test_actors_are_those_of_the_file(listed):
    assert roles.roles().of("can.bo@huyen.vn") == Actor("can.bo@huyen.vn", Role.OFFICER, SMALL)
    assert SMALL in areas(serving.offered()[0].id).districts and database.postgres() == ""
