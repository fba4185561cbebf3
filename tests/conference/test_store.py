"""Conferences are kept: nothing lost between two writers or over a restart."""

import threading
from datetime import timedelta

import pytest

from pages.live import database, store
from pages.live.state import Limits, Refused

LIMITS = Limits(1000, ("Z1",), {})


@pytest.fixture(autouse=True)
def base(tmp_path, monkeypatch):
    monkeypatch.setenv("DASHBOARD_LAKE", str(tmp_path))
    monkeypatch.delenv("DASHBOARD_PRESENTER_KEY", raising=False)
    yield
    database._engine.cache_clear()


@pytest.fixture
def code() -> str:
    return store.create("Hội nghị", 3, {"slides": []}).code


def test_a_code_is_legible_and_found_in_any_case(code):
    assert set(code) <= set(store.LETTERS) and len(code) == store.CODE_LENGTH
    assert store.conference(f" {code.lower()} ").edition == 3
    assert store.conference("NOSUCH") is None


def test_only_the_one_that_steers_is_followed(code):
    assert store.take(code, "first-client")
    store.seen(code, "first-client", "", "presenter")

    assert not store.take(code, "second-client")
    with pytest.raises(Refused, match="other_presenter"):
        store.change(code, "second-client", {"step": 1}, LIMITS)
    assert store.take(code, "second-client", by_force=True)
    assert store.change(code, "second-client", {"step": 1}, LIMITS).slide == 1
    with pytest.raises(Refused, match="other_presenter"):
        store.change(code, "first-client", {"step": 1}, LIMITS)


def test_a_presenter_who_has_gone_is_followed_by_the_next_without_force(code):
    store.take(code, "first-client")

    assert store.take(code, "second-client")  # the first was never seen connected


def test_no_command_is_lost_between_two_at_once(code):
    store.take(code, "one-client")

    def press():
        for _ in range(20):
            store.change(code, "one-client", {"step": 1}, LIMITS)

    threads = [threading.Thread(target=press) for _ in range(3)]
    [t.start() for t in threads]
    [t.join() for t in threads]

    assert store.conference(code).state.slide == 60 == store.conference(code).state.revision


def test_a_restart_changes_nothing(code):
    store.take(code, "one-client")
    store.change(code, "one-client", {"slide": 7}, LIMITS)
    key = store.presenter_key()

    database._engine.cache_clear()  # another process

    assert store.conference(code).state.slide == 7 and store.conference(code).presenter == "one-client"
    assert (
        store.presenter_key() == key
        and store.key_fits(key)
        and not store.key_fits("wrong")
        and not store.key_fits("")
    )


def test_the_key_of_the_setting_wins(monkeypatch):
    monkeypatch.setenv("DASHBOARD_PRESENTER_KEY", "khoa-cua-tinh")

    assert store.key_fits("khoa-cua-tinh")


def test_an_ended_conference_is_read_and_not_steered(code):
    store.take(code, "one-client")
    store.end(code)

    assert store.conference(code).ended
    with pytest.raises(Refused, match="ended"):
        store.change(code, "one-client", {"step": 1}, LIMITS)


def test_visitors_come_stay_and_go(code, monkeypatch):
    store.seen(code, "client-1", "Z1", "site")
    first = store.present_visitors(code)[0].since
    store.seen(code, "client-1", "Z1", "site")
    store.seen(code, "client-2", "", "site")

    assert [v.site for v in store.present_visitors(code)] == ["Z1", ""] and store.present_visitors(code)[
        0
    ].since == first
    store.left("client-2")
    assert len(store.present_visitors(code)) == 1
    later = store.now() + store.PRESENT + timedelta(seconds=1)
    monkeypatch.setattr(store, "now", lambda: later)
    assert store.present_visitors(code) == []
