"""The hand-out: complete, self-contained, with the figures of the conference's edition; tasks."""

import io
import json
import re
import zipfile
from datetime import date

import openpyxl
import pytest
from pptx import Presentation

from data.queries import comparison
from data.serving import catalogue
from pages.content.agenda import Agenda, agenda_file, read_agenda
from pages.documents.deck import deck_bytes
from pages.documents.handout import handout_zip, slides_html
from pages.live import database, minutes, store
from pages.routes.conference import view_of
from pages.widgets.task_list import task_state, tasks_html


@pytest.fixture
def conference(edition):
    yield store.create(
        "Hội nghị <thử> & tổng kết",
        edition,
        read_agenda(agenda_file(), catalogue(edition)).model_dump(mode="json"),
    )
    database._engine.cache_clear()


@pytest.fixture
def folder(conference) -> zipfile.ZipFile:
    view = view_of(conference, "vi")
    return zipfile.ZipFile(
        io.BytesIO(handout_zip(view, conference, deck_bytes(view, Agenda.model_validate(conference.agenda))))
    )


def test_everything_is_there_and_names_the_edition(conference, folder):
    assert set(folder.namelist()) == {"trinh-chieu.html", "so-lieu.xlsx", "bo-slide.pptx", "DOC-TRUOC.txt"}
    assert len(Presentation(io.BytesIO(folder.read("bo-slide.pptx"))).slides) == 14
    told = folder.read("DOC-TRUOC.txt").decode()
    assert conference.code in told and f"Phiên bản {conference.edition}" in told and conference.title in told


def test_the_slides_are_one_file_that_asks_for_nothing(folder):
    page = folder.read("trinh-chieu.html").decode()

    assert not re.findall(r"(?:src|href)=['\"](?!data:)", page.split("<script>")[0])
    assert "<title>Hội nghị &lt;thử&gt; &amp; tổng kết</title>" in page
    told = json.loads(
        page.split("window.CONFERENCE = ", 1)[1].split(";</script>", 1)[0].replace("<\\/", "</")
    )
    assert len(told["offline"]["slides"]) == len(told["offline"]["plan"]["slides"]) == 14
    drawn = [json.loads(s["figure"]) for s in told["offline"]["slides"].values() if s["figure"]]
    shapes = {t["geojson"] for f in drawn for t in f["data"] if "geojson" in t}
    assert shapes and shapes <= set(told["offline"]["shapes"])


def test_the_workbook_holds_the_stores_figures(conference, folder):
    sheet = openpyxl.load_workbook(io.BytesIO(folder.read("so-lieu.xlsx"))).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    values = {v for row in rows for v in row if isinstance(v, (int, float))}
    wanted = comparison(conference.edition, ["ty_le_ho_ngheo", "giai_quyet_viec_lam"], 2017)["value"].dropna()

    assert {round(float(v), 6) for v in wanted} <= {round(float(v), 6) for v in values}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_both_languages(conference, language):
    page = slides_html(view_of(conference, language), conference)

    assert f"<html lang='{language}'>" in page and ("Poverty" in page) == (language == "en")


def test_the_state_of_a_task_is_said(conference):
    today = date(2018, 3, 1)
    late, later, done = (
        minutes.add(conference.code, text, "Sở", deadline)
        for text, deadline in (("a", date(2018, 2, 1)), ("b", date(2018, 4, 1)), ("c", date(2018, 1, 1)))
    )
    minutes.add(conference.code, "chỉ là kết luận")
    done = minutes.set_done(done.id, date(2018, 2, 15))

    assert (
        task_state(late, "vi", today) == "quá hạn từ 01/02/2018"
        and task_state(later, "vi", today) == "hạn 01/4/2018"
    )
    assert task_state(done, "vi", today) == "đã xong ngày 15/02/2018"
    table = tasks_html("vi")
    assert table.index(">a<") < table.index(">b<") < table.index(">c<") and "chỉ là kết luận" not in table


def test_without_tasks_nothing_is_listed(conference):
    assert tasks_html("vi") == ""
