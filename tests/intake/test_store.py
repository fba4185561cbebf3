"""Reports are kept: file, findings, confirmations, words, and an audit that nobody can change."""

import threading
from datetime import date, timedelta

import pytest
import sqlalchemy as sql

from data.errors import Fault
from pages.intake import files, store
from pages.intake.flow import Action, Actor, Refused, Role
from pages.intake.records import Form, Upload
from pages.live import database

FORM = Form("D1", "poverty", date(2026, 1, 1), date(2026, 3, 31))
OFFICER = Actor("can-bo@huyen.vn", Role.OFFICER, "D1")
APPROVER = Actor("duyet@so.vn", Role.APPROVER)
FAULT = Fault("bieu.xlsx", 4, "value", "không phải số", "Ghi số.", "Biểu 1", "G4", rows=3)
GOOD = Upload("bieu.xlsx", b"bytes of a workbook", [], [], 0)


@pytest.fixture(autouse=True)
def lake(tmp_path, monkeypatch):
    monkeypatch.setenv("DASHBOARD_LAKE", str(tmp_path))
    yield tmp_path
    database._engine.cache_clear()


def reason(step, *given, **named) -> str:
    with pytest.raises(Refused) as refused:
        step(*given, **named)
    return refused.value.reason


def test_a_report_goes_its_whole_way():
    key = store.hand_in(FORM, GOOD, OFFICER).id
    store.take(key, Action.SUBMIT, OFFICER)
    store.take(key, Action.APPROVE, APPROVER)
    done = store.take(key, Action.PUBLISH, APPROVER, edition=9)

    assert (done.standing.state, done.edition, done.officer) == ("published", 9, "can-bo@huyen.vn")
    assert done.received.utcoffset() == timedelta(hours=7)
    assert files.content(done.sha256) == b"bytes of a workbook"
    steps = [(e.who, e.role, e.action, e.before, e.after) for e in store.history(key)]
    assert steps == [
        ("can-bo@huyen.vn", "officer", "upload", "", "draft"),
        ("can-bo@huyen.vn", "officer", "submit", "draft", "submitted"),
        ("duyet@so.vn", "approver", "approve", "submitted", "approved"),
        ("duyet@so.vn", "approver", "publish", "approved", "published"),
    ]
    assert store.history(key)[-1].details == {"sha256": done.sha256, "edition": 9}


def test_findings_stay_with_the_file_until_a_better_one_comes():
    kept = store.hand_in(FORM, Upload("bieu.xlsx", b"first", [FAULT], [], 0), OFFICER)

    assert kept.faults == [FAULT] and kept.standing.faults == 3
    assert reason(store.take, kept.id, Action.SUBMIT, OFFICER) == "refused_faults"
    again = store.hand_in(FORM, GOOD, OFFICER)
    assert again.id == kept.id and again.faults == []
    assert [e.details["sha256"] for e in store.history(kept.id)] == [kept.sha256, again.sha256]
    assert files.content(kept.sha256) == b"first"


def test_both_confirmations_are_asked_for_and_recorded():
    key = store.hand_in(FORM, Upload("bieu.xlsx", b"jump", [], [FAULT], 2), OFFICER).id

    assert reason(store.take, key, Action.SUBMIT, OFFICER) == "refused_unusual"
    assert reason(store.take, key, Action.SUBMIT, OFFICER, unusual=True) == "refused_replacing"
    kept = store.take(key, Action.SUBMIT, OFFICER, unusual=True, replacing=True).standing
    assert kept.confirmed_unusual and kept.confirmed_replacing
    assert store.history(key)[-1].details.items() >= {"unusual": True, "replacing": True}.items()
    assert len(store.history(key)) == 2  # a refused step leaves nothing behind


def test_a_new_file_needs_new_confirmations():
    key = store.hand_in(FORM, Upload("bieu.xlsx", b"jump", [], [FAULT], 0), OFFICER).id
    store.take(key, Action.SUBMIT, OFFICER, unusual=True)
    returned = store.take(key, Action.RETURN, APPROVER, "Thiếu xã.")

    assert (returned.standing.state, returned.reason) == ("returned", "Thiếu xã.")
    store.hand_in(FORM, Upload("bieu.xlsx", b"jump again", [], [FAULT], 0), OFFICER)
    assert reason(store.take, key, Action.SUBMIT, OFFICER) == "refused_unusual"


def test_a_leader_asks_and_the_answer_stays():
    key = store.hand_in(FORM, GOOD, OFFICER).id
    store.take(key, Action.SUBMIT, OFFICER)
    store.take(key, Action.ASK, Actor("lanh-dao@tinh.vn", Role.PRESENTER), "Vì sao giảm?")
    assert reason(store.take, key, Action.ASK, APPROVER, "Còn gì nữa?") == "refused_asked"
    answered = store.take(key, Action.ANSWER, OFFICER, "Do sáp nhập xã.")

    assert (answered.question, answered.answer) == ("Vì sao giảm?", "Do sáp nhập xã.")
    assert answered.standing.state == "submitted" and answered.standing.question == ""


def test_one_report_at_a_time_is_on_its_way():
    key = store.hand_in(FORM, GOOD, OFFICER).id
    store.take(key, Action.SUBMIT, OFFICER)
    assert reason(store.hand_in, FORM, GOOD, OFFICER) == "refused_open"
    store.take(key, Action.APPROVE, APPROVER)
    store.take(key, Action.PUBLISH, APPROVER, edition=9)

    correction = store.hand_in(FORM, GOOD, OFFICER)
    assert correction.id != key
    assert [s.id for s in store.of_period(FORM.start, FORM.end)] == [key, correction.id]
    assert store.of_period(FORM.start, date(2026, 6, 30)) == []


def test_another_district_keeps_no_byte_here(lake):
    assert reason(store.hand_in, FORM, GOOD, Actor("khac@huyen.vn", Role.OFFICER, "D2")) == "refused_district"
    assert reason(store.hand_in, FORM, GOOD, Actor("xem@tinh.vn", Role.VIEWER)) == "refused_role"
    assert not (lake / "intake").exists() and store.of_period(FORM.start, FORM.end) == []


def test_of_two_who_decide_at_once_one_is_told():
    key = store.hand_in(FORM, GOOD, OFFICER).id
    store.take(key, Action.SUBMIT, OFFICER)
    start, ended = threading.Barrier(8), []

    def decide(action: Action) -> None:
        start.wait()
        try:
            ended.append(store.take(key, action, APPROVER, "Xem lại.").standing.state)
        except Refused as refused:
            ended.append(refused.reason)

    steps = [Action.APPROVE, Action.APPROVE] * 4
    threads = [threading.Thread(target=decide, args=(step,)) for step in steps]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(ended) == ["approved"] + ["refused_state"] * 7
    assert [e.action for e in store.history(key)] == ["upload", "submit", "approve"]


@pytest.mark.parametrize("content", [b"", b"x" * (files.MOST * 2**20 + 1)])
def test_an_empty_or_huge_file_is_not_kept(lake, content):
    assert reason(store.hand_in, FORM, Upload("bieu.xlsx", content, [], [], 0), OFFICER) == "refused_file"
    assert not (lake / "intake").exists()


def test_a_file_changed_on_the_disk_is_not_given_out(lake):
    kept = store.hand_in(FORM, GOOD, OFFICER)
    (lake / "intake" / kept.sha256).write_bytes(b"other bytes")

    assert reason(files.content, kept.sha256) == "refused_damaged"
    assert reason(files.content, "0" * 64) == "refused_damaged"


def test_an_unknown_report_is_said():
    assert (
        reason(store.submission, 77) == reason(store.take, 77, Action.ASK, APPROVER, "?") == "refused_unknown"
    )


CHANGES = (
    "update intake_audit set who = 'x'",
    "delete from intake_audit",
    "insert or replace into intake_audit select * from intake_audit",
)


@pytest.mark.parametrize("change", CHANGES)
def test_the_database_itself_keeps_the_audit(change):
    key = store.hand_in(FORM, GOOD, OFFICER).id

    with pytest.raises(sql.exc.IntegrityError, match="append-only"), database.engine().begin() as base:
        base.exec_driver_sql(change)
    assert [e.who for e in store.history(key)] == ["can-bo@huyen.vn"]


def test_a_postgres_server_keeps_it_too(postgres):
    database._engine.cache_clear()
    key = store.hand_in(FORM, GOOD, OFFICER).id
    assert store.take(key, Action.SUBMIT, OFFICER).standing.state == "submitted"

    for change in (*CHANGES[:2], "truncate intake_audit"):
        with pytest.raises(sql.exc.DBAPIError, match="append-only"), database.engine().begin() as base:
            base.exec_driver_sql(change)
    assert [e.action for e in store.history(key)] == ["upload", "submit"]
