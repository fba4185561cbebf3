"""Số liệu báo cáo: who sees which reports, and what each may do with them."""

from datetime import date

import pytest

from data.errors import Fault
from pages.intake import store
from pages.intake.flow import Action, Actor, Role
from pages.intake.judging import judged
from pages.intake.records import Form, Upload
from pages.live import database
from pages.widgets import who
from tests.intake.test_judging import filled
from tests.pages.test_screens import opened, texts

AT = {"nam": "2018", "thang": "0"}
FORM = Form("Z1", "giam_ngheo", date(2018, 1, 1), date(2018, 12, 31))
OFFICER = Actor("can-bo@huyen.vn", Role.OFFICER, "Z1")
APPROVER = Actor("duyet@so.vn", Role.APPROVER)
FAULT = Fault("bieu.xlsx", 11, "value", "tỷ lệ 1200 nằm ngoài 0–100", "Sửa giá trị.", "Số liệu", "I11")


@pytest.fixture(autouse=True)
def lake(edition):
    database._engine.cache_clear()
    yield edition
    database._engine.cache_clear()


@pytest.fixture
def acting(monkeypatch):
    """Somebody acts in every session from now on."""

    def act(actor: Actor | None) -> None:
        monkeypatch.setattr(who, "actor", lambda: actor)
        monkeypatch.setattr(who, "changed", lambda: False)  # as the frame of a page says

    return act


def hand_in(content: bytes = b"x", faults=(), replaced: int = 0) -> int:
    return store.hand_in(FORM, Upload("bieu.xlsx", content, list(faults), [], replaced), OFFICER).id


def buttons(app) -> set[str]:
    return {button.label for button in app.main.button}


def test_nobody_sees_no_report(acting):
    acting(None)
    hand_in()
    app = opened("so_lieu", **AT)

    assert not app.exception and "bieu.xlsx" not in texts(app) and not app.get("file_uploader")


def test_a_viewer_is_told_that_the_page_is_not_for_viewers(acting):
    acting(Actor("xem@so.vn", Role.VIEWER))

    assert "chỉ xem số liệu" in texts(opened("so_lieu", **AT))


def test_an_officer_sees_the_own_district_alone(acting):
    acting(OFFICER)
    app = opened("so_lieu", **AT, huyen="Z2")

    assert not app.exception and not app.error
    assert "Thành phố Một" in texts(app) and "Hai" not in texts(app) and app.get("file_uploader")


def test_faults_stand_with_their_cells_and_nothing_can_be_handed_in(acting):
    acting(OFFICER)
    hand_in(faults=[FAULT])
    app = opened("so_lieu", **AT)

    assert "I11" in texts(app) and FAULT.problem in texts(app) and "Sửa giá trị." in texts(app)
    assert "Nộp" not in buttons(app)


def test_a_report_goes_from_the_officer_to_the_edition(acting, lake):
    acting(OFFICER)
    hand_in(filled("Z1", so_ho_ngheo=50))
    app = opened("so_lieu", **AT)
    assert "Khi công bố: 1 số mới" in texts(app)
    app.button(key="submit_1").click().run()
    assert "Đã nộp." in texts(app) and not app.get("file_uploader")

    acting(APPROVER)
    app = opened("so_lieu", **AT)
    assert {"Duyệt", "Trả lại"} <= buttons(app)
    app.button(key="approve_1").click().run()
    app.button(key="cong_bo_tat_ca").click().run()

    assert f"Đã công bố thành phiên bản {lake + 1}." in texts(app) and not app.exception
    assert [entry.action for entry in store.history(1)] == ["upload", "submit", "approve", "publish"]


def test_replacing_figures_needs_a_confirmation(acting):
    acting(OFFICER)
    hand_in(filled("Z1", so_ho_ngheo=50), replaced=1)
    app = opened("so_lieu", **AT)
    assert "Nộp" not in buttons(app)
    app.main.checkbox[0].check().run()
    app.button(key="submit_1").click().run()

    assert store.submission(1).standing.confirmed_replacing


def test_a_return_without_a_reason_is_refused_in_words(acting):
    hand_in(filled("Z1", so_ho_ngheo=50))
    store.take(1, Action.SUBMIT, OFFICER)
    acting(APPROVER)
    app = opened("so_lieu", **AT)
    app.button(key="return_1").click().run()
    assert "Phải ghi nội dung" in texts(app) and store.submission(1).standing.state == "submitted"
    app.text_area(key="loi_1").input("Thiếu số hộ.").run()
    app.button(key="return_1").click().run()

    assert store.submission(1).reason == "Thiếu số hộ." and "Trả lại vì: Thiếu số hộ." in texts(app)


def test_a_question_is_answered_by_the_district(acting):
    hand_in(filled("Z1", so_ho_ngheo=50))
    store.take(1, Action.SUBMIT, OFFICER)
    acting(Actor("mc@so.vn", Role.PRESENTER))
    app = opened("so_lieu", **AT)
    assert not {"Duyệt", "Trả lại"} & buttons(app)
    app.text_area(key="loi_1").input("Vì sao giảm?").run()
    app.button(key="ask_1").click().run()
    acting(OFFICER)
    app = opened("so_lieu", **AT)
    assert "Đề nghị giải trình: Vì sao giảm?" in texts(app)
    app.text_area(key="loi_1").input("Do rà soát lại.").run()
    app.button(key="answer_1").click().run()

    assert store.submission(1).answer == "Do rà soát lại."


def test_late_districts_are_reminded_in_words_to_paste(acting):
    acting(APPROVER)
    hand_in(filled("Z1", so_ho_ngheo=50))
    store.take(1, Action.SUBMIT, OFFICER)
    app = opened("so_lieu", **AT)
    text = next(area.value for area in app.main.text_area if "Kính gửi" in area.value)

    assert "Kính gửi Huyện Ba" in text and "Giảm nghèo (hạn" in text.split("Kính gửi Huyện Ba")[1]
    assert "Giảm nghèo" not in text.split("Kính gửi Thành phố Hai")[0]  # handed in by the first district


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_district_that_is_no_more_reports_nothing(acting, language):
    acting(OFFICER)
    app = opened("so_lieu", nam="2025", thang="6", ngon_ngu=language)

    assert not app.exception and not app.error


def test_an_office_s_own_table_is_confirmed_once_on_the_page(acting, tmp_path):
    content = (
        'BÁO CÁO HỘ NGHÈO NĂM 2018,,,\nSTT,Đơn vị,Tổng số hộ,Hộ khó khăn\n1,TP Một,"60.100","777"\n'
    ).encode()
    acting(OFFICER)
    upload, _ = judged(FORM, "bang.csv", content)
    assert "chưa được xác nhận" in upload.faults[0].problem
    store.hand_in(FORM, upload, OFFICER)
    app = opened("so_lieu", **AT)
    assert "Các cột của tệp là chỉ tiêu nào?" in texts(app)
    column = next(box for box in app.main.selectbox if "Hộ khó khăn" in box.label)
    assert column.value != "so_ho_ngheo"  # what is suggested is not what the office means
    column.select("so_ho_ngheo").run()
    app.button(key="hieu_1").click().run()

    assert not app.exception and "Khi công bố: 2 số mới" in texts(app) and "777" in texts(app)
    again, _ = judged(FORM, "bang-khac.csv", content.replace(b"777", b"778"))
    assert not again.faults
