"""The audit that nobody changes, keys, passes, who is at this machine, which session may send files."""

import pytest
import sqlalchemy as sql

from pages.access import audit, local, passes, uploads
from pages.intake.flow import Actor, Role
from pages.live import database, guesses, store
from pages.live.state import Refused

KEPT = "access_audit is append-only"
CHANGES = (
    "update access_audit set who = 'x'",
    "delete from access_audit",
    "insert or replace into access_audit select id, at, 'x', role, action, details from access_audit",
)


def test_an_action_is_noted_with_who_and_role(base):
    audit.noted(Actor("duyet@so.vn", Role.APPROVER), "publish", {"edition": 7})
    audit.noted("ai@dau.vn", "sign_in_refused")

    last, first = audit.entries()
    assert (first.who, first.role, first.action, first.details) == (
        "duyet@so.vn",
        "approver",
        "publish",
        {"edition": 7},
    )
    assert (last.who, last.role, last.details) == ("ai@dau.vn", "", {}) and last.at.utcoffset()
    assert [e.action for e in audit.entries(action="publish")] == ["publish"]
    assert [e.action for e in audit.entries(1)] == ["sign_in_refused"]


@pytest.mark.parametrize("change", CHANGES)
def test_nobody_changes_the_audit(base, change):
    audit.noted("a", "b")
    with pytest.raises(sql.exc.DatabaseError, match=KEPT), database.engine().begin() as db:
        db.execute(sql.text(change))
    assert [e.who for e in audit.entries()] == ["a"]


@pytest.mark.parametrize("change", [*CHANGES[:2], "truncate access_audit"])
def test_nobody_changes_the_audit_on_postgres(postgres, change):
    database._engine.cache_clear()
    audit.noted("a", "b")
    with pytest.raises(sql.exc.DatabaseError, match=KEPT), database.engine().begin() as db:
        db.execute(sql.text(change))


def test_the_administrator_s_key_is_another_and_stays(base, monkeypatch):
    for name in ("DASHBOARD_ADMIN_KEY", "DASHBOARD_PRESENTER_KEY"):
        monkeypatch.delenv(name, raising=False)
    key = store.administrator_key()

    assert key == store.administrator_key() != store.presenter_key() and len(key) >= 16
    assert guesses.opens(key, "a", of=store.administrator_key) and not guesses.opens(key, "a")
    assert not guesses.opens(store.presenter_key(), "a", of=store.administrator_key)
    monkeypatch.setenv("DASHBOARD_ADMIN_KEY", "khoa-chon-2026")
    assert guesses.opens("khoa-chon-2026", "a", of=store.administrator_key)


def test_guessing_the_administrator_s_key_is_slowed_down(base, caplog):
    for n in range(guesses.WRONG):
        assert not guesses.opens(f"doan-{n}", "10.0.0.1", of=store.administrator_key)
    with pytest.raises(Refused, match="too_many_tries"):
        guesses.opens(store.administrator_key(), "10.0.0.1", of=store.administrator_key)
    assert "10.0.0.1" in caplog.text and store.administrator_key() not in caplog.text


def test_a_pass_says_its_audience_until_its_hour_is_over(base, monkeypatch):
    monkeypatch.setattr("time.time", lambda: 10 * 3600 + 5.0)
    given = passes.issue("internal")
    assert passes.audience_of(given) == "internal"
    monkeypatch.setattr("time.time", lambda: 10 * 3600 + 3599.0)
    assert passes.issue("internal") == given
    monkeypatch.setattr("time.time", lambda: 12 * 3600 - 1.0)
    assert passes.audience_of(given) == "internal"
    monkeypatch.setattr("time.time", lambda: 12 * 3600 + 1.0)
    with pytest.raises(ValueError, match="hour"):
        passes.audience_of(given)


@pytest.mark.parametrize("change", [str.upper, lambda s: s[:-1], lambda s: s.replace("public", "internal")])
def test_a_pass_cannot_be_written(base, change):
    with pytest.raises(ValueError, match="pass"):
        passes.audience_of(change(passes.issue("public")))


@pytest.mark.parametrize("given", ["", "internal", "internal.1", "ü", "a.b.c"])
def test_what_is_no_pass_is_none(base, given):
    with pytest.raises(ValueError, match="pass"):
        passes.audience_of(given)


def test_another_lake_s_pass_is_none(base, monkeypatch, tmp_path):
    given = passes.issue("internal")
    monkeypatch.setenv("DASHBOARD_LAKE", str(tmp_path / "other"))
    with pytest.raises(ValueError, match="pass"):
        passes.audience_of(given)


HERE = {"Host": "localhost:8501", "Origin": "http://localhost:8501"}


@pytest.mark.parametrize(
    ("address", "headers", "local_"),
    [
        (None, HERE, True),
        ("127.0.0.1", HERE, True),
        ("::1", {"host": "[::1]:8501"}, True),
        ("::ffff:127.0.0.1", {"host": "127.0.0.1:8501"}, True),
        ("10.0.0.7", HERE, False),
        (None, {**HERE, "X-Forwarded-For": "127.0.0.1"}, False),
        ("127.0.0.1", {**HERE, "x-forwarded-proto": "https"}, False),
        (None, {**HERE, "Forwarded": "for=127.0.0.1"}, False),
        (None, {**HERE, "X-Real-IP": "127.0.0.1"}, False),
        (None, {**HERE, "Via": "1.1 proxy"}, False),
        (None, {"Host": "so-lieu.example.vn"}, False),
        (None, {"Host": "localhost:8501", "Origin": "https://so-lieu.example.vn"}, False),
        (None, {"Host": "localhost.example.vn"}, False),
        (None, {"Host": "[", "Origin": "null"}, False),
        (None, {}, False),
    ],
)
def test_who_sits_at_this_machine(address, headers, local_):
    assert local.is_local(address, headers) is local_


def test_a_session_may_send_files_for_a_while(monkeypatch):
    now = [100.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    uploads.allow("s", minutes=1)
    assert uploads.allowed("s") and not uploads.allowed("t") and not uploads.allowed("")
    now[0] = 161.0
    assert not uploads.allowed("s")
    uploads.allow("t")
    assert "s" not in uploads._until
    uploads.withdraw("t")
    assert not uploads.allowed("t")
