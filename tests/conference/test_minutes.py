"""Conclusions are kept as they are typed, survive their process, become tasks and leave as a Word file."""

import subprocess
import sys
from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
import sqlalchemy as sql
from docx import Document

from data.publish import build
from pages.content.view import View
from pages.documents.notice import minutes_bytes
from pages.live import database, minutes, store
from pages.live.minutes import LONGEST, Minute
from pages.live.state import Refused

TODAY = date(2018, 3, 1)


@pytest.fixture(autouse=True)
def base(tmp_path, monkeypatch):
    monkeypatch.setenv("DASHBOARD_LAKE", str(tmp_path / "lake"))
    yield tmp_path / "lake" / "conference.sqlite"
    database._engine.cache_clear()


@pytest.fixture
def code() -> str:
    return store.create("Hội nghị", 3, {"slides": []}).code


def test_conclusions_are_kept_in_order_with_rising_ids(code):
    first = minutes.add(code, "  Rà soát hộ nghèo \n theo xã ", " Huyện   Ba ", date(2018, 6, 30))
    second = minutes.add(f" {code.lower()} ", "Chi trả kịp thời")

    assert second.id > first.id and minutes.of(code) == [first, second] == minutes.of(code.lower())
    assert (
        first.text == "Rà soát hộ nghèo \n theo xã"
        and first.owner == "Huyện Ba"
        and first.is_task
        and not second.is_task
    )
    assert datetime.now().year - 1 <= first.written.year and minutes.of("NOSUCH") == []


def test_each_is_on_the_disk_when_add_returns(code, base):
    minutes.add(code, "Rà soát hộ nghèo", "Huyện Ba")

    other = sql.create_engine(f"sqlite:///{base}")
    with other.connect() as reading:
        assert [
            tuple(r) for r in reading.execute(sql.text("select code, text, owner from conference_minute"))
        ] == [(code, "Rà soát hộ nghèo", "Huyện Ba")]
    other.dispose()


def test_a_process_that_is_killed_at_once_loses_nothing(code):
    script = (
        "import os\nfrom pages.live import minutes\n"
        f"for n in range(5):\n    minutes.add({code!r}, f'Kết luận {{n}}')\nos._exit(9)"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=Path(__file__).parents[2], check=False)

    assert done.returncode == 9 and [m.text for m in minutes.of(code)] == [f"Kết luận {n}" for n in range(5)]


def test_tasks_of_all_conferences_the_urgent_on_top_the_done_last(code):
    other = store.create("Hội nghị khác", 3, {"slides": []}).code
    late = minutes.add(code, "Muộn", "", date(2018, 9, 1))
    undated = minutes.add(code, "Không hạn", "Sở")
    minutes.add(code, "Không phải nhiệm vụ")
    soon = minutes.add(other, "Sớm", "Huyện Hai", date(2018, 4, 1))
    done = minutes.add(other, "Xong", "Huyện Hai", date(2018, 2, 1))

    assert minutes.set_done(done.id, TODAY).done == TODAY
    assert [m.id for m in minutes.tasks()] == [soon.id, late.id, undated.id, done.id]
    assert minutes.set_done(done.id, None).done is None and minutes.tasks()[0].id == done.id


@pytest.mark.parametrize("text", ["", "   \n\t ", "\x00\x07\x1b", "x" * (LONGEST + 1)])
def test_no_words_or_too_many_are_refused(code, text):
    with pytest.raises(Refused, match="refused_minute") as refused:
        minutes.add(code, text)
    assert refused.value.details == {"most": LONGEST} and minutes.of(code) == []


def test_unknown_conference_and_unknown_conclusion_are_refused(code):
    with pytest.raises(Refused, match="wrong_code"):
        minutes.add("NOSUCH", "Kết luận")
    with pytest.raises(Refused, match="refused_no_minute"):
        minutes.set_done(77, TODAY)


def test_signs_that_no_file_holds_are_left_out(code):
    kept = minutes.add(code, "Rà soát\x00 hộ \ud800nghèo\x0b ◇ 😀 <b>&", "Huyện\x07 Ba")

    assert (
        minutes.of(code) == [kept] and kept.text == "Rà soát hộ nghèo ◇ 😀 <b>&" and kept.owner == "Huyện Ba"
    )


@pytest.fixture
def items() -> list[Minute]:
    at = datetime(2018, 1, 24, 3)
    return [
        Minute(
            1, "A", "Rà soát hộ nghèo theo xã.\nBáo cáo hằng quý.", "Huyện Ba", date(2018, 2, 1), None, at
        ),
        Minute(2, "A", "Chi trả <kịp thời> & đủ.", "", None, None, at + timedelta(minutes=1)),
        Minute(4, "A", "Mở phiên giao dịch.", "Trung tâm", None, TODAY, at + timedelta(minutes=2)),
    ]


def notice(title: str, items: list[Minute], language: str = "vi"):
    return Document(BytesIO(minutes_bytes(View(build().id, language, False, TODAY), title, items)))


def test_the_notice_has_the_layout_the_conclusions_and_the_tasks(made_up, items):
    file = notice("Hội nghị tổng kết năm 2017", items)
    said = [p.text for p in file.paragraphs]

    assert "THÔNG BÁO" in said and "Kết luận tại Hội nghị tổng kết năm 2017" in said
    assert (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in file.tables[0].rows[0].cells[1].text
        and "/TB-" in file.tables[0].rows[0].cells[0].text
    )
    assert any("(ngày 24/01/2018)" in p for p in said)
    assert (
        "1. Rà soát hộ nghèo theo xã." in said
        and "Báo cáo hằng quý." in said
        and "2. Chi trả <kịp thời> & đủ." in said
    )
    assert (
        "Giao Huyện Ba thực hiện, hoàn thành trước ngày 01/02/2018." in said
        and "Giao Trung tâm thực hiện." in said
    )
    assert not any(p.startswith("Kính gửi") for p in said) and not any(
        "Như trên" in c.text for c in file.tables[1].rows[0].cells
    )
    rows = [[c.text for c in r.cells] for r in file.tables[-1].rows]
    assert rows[1:] == [
        ["1", "Rà soát hộ nghèo theo xã.\nBáo cáo hằng quý.", "Huyện Ba", "01/02/2018", "quá hạn"],
        ["3", "Mở phiên giao dịch.", "Trung tâm", "", "xong ngày 01/3/2018"],
    ]


def test_the_notice_in_english_and_without_conclusions(made_up, items):
    assert "NOTICE" in [p.text for p in notice("Review of 2017", items, "en").paragraphs]
    empty = notice("Hội nghị\x00", [])
    assert "Chưa có kết luận nào được ghi." in [p.text for p in empty.paragraphs] and len(empty.tables) == 2
