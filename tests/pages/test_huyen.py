"""Hồ sơ đơn vị: the district's own figures, ranks, plans and likes; the page for paper."""

import math
import re
from datetime import date

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from pages.content.likes import likes
from pages.content.profile_rows import findings, rows_of
from pages.content.view import View
from pages.documents import print_browser
from pages.routes.profile import ROUTES
from pages.web.profile import profile_html
from tests.pages.seen import seen
from tests.pages.test_screens import opened


@pytest.fixture
def view(edition) -> View:
    return View(edition, "vi", False, date(2026, 11, 23))


@pytest.fixture
def web():
    with TestClient(Starlette(routes=ROUTES)) as client:
        yield client


def test_rank_change_and_plan_are_the_stores(view):
    rows = rows_of(view, "Z1", 2017).set_index("indicator")

    assert (
        rows.loc["ty_le_ho_ngheo", "value"] == 6
        and rows.loc["ty_le_ho_ngheo", "rank"] == 3
        and rows.loc["ty_le_ho_ngheo", "of"] == 4
    )
    assert rows.loc["ty_le_ho_ngheo", "points"] == -2 and rows.loc["ty_le_ho_ngheo", "province"] == 4.7
    jobs = rows.loc["giai_quyet_viec_lam"]
    assert jobs["plan_share"] == 150 and math.isnan(jobs["rank"]) and jobs["of"] == 0  # counts have no rank
    assert "giai_quyet_viec_lam" not in set(rows_of(view, "Z4", 2017)["indicator"])


def test_findings_name_what_is_better_worse_and_below_plan(view):
    text = findings(view, "Z2", 2017).replace("\u00a0", " ")

    assert "Chưa đạt kế hoạch: giải quyết việc làm (50%)" in text
    assert "Z" not in text


def test_the_profile_is_one_piece_of_html_with_every_field(view):
    html = profile_html(view, "Z1", 2017)

    assert "Thành phố Một, năm 2017" in html and "Giảm nghèo" in html and "Việc làm" in html
    assert (
        "3/4" in html and "150" in html and "d-locator" in html and html.count("<tr>") == html.count("</tr>")
    )
    assert not re.search(r"\{\w+\}", html) and "nan" not in html.lower().replace("ngan", "")


def test_no_change_over_the_break(view):
    assert "đổi chuẩn" in profile_html(view, "Z1", 2015)


def test_without_the_measures_nobody_is_called_similar(view):
    assert likes(view, "Z1", 2017).codes == ()
    assert "Chưa đủ số liệu để tìm đơn vị tương đồng" in profile_html(view, "Z1", 2017)


def test_similar_districts_of_the_shipped_province(real):
    view = View(real, "vi", False, date(2026, 11, 23))
    found = likes(view, "908", 2019)

    assert len(found.codes) == 3 and "908" not in found.codes and "dân số" in found.by and found.missing == ()


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("address", [{}, {"huyen": "912", "nam": "2020"}, {"huyen": "914,912"}])
def test_the_screen_opens(real, language, address):
    app = opened("huyen", ngon_ngu=language, **address)

    assert not app.exception and not app.error
    html = " ".join(h.body for h in app.get("html"))
    assert {"912": "Kiên Hải", "914": "Giang Thành"}.get(address.get("huyen", "")[:3], "Rạch Giá") in html


def test_of_several_districts_the_first_is_shown_without_a_word(real):
    app = opened("huyen", huyen="914,912")

    assert not app.info and "Giang Thành" in " ".join(h.body for h in app.get("html"))


def test_an_unknown_district_is_told(real):
    app = opened("huyen", huyen="000")

    assert any("000" in seen(i.value) for i in app.info) and not app.exception


def test_the_page_for_paper_marks_rehearsal_and_needs_nobody(real, web):
    page = web.get(f"/ho-so/in?huyen=912&nam=2020&phien_ban={real}").text

    assert "DIỄN TẬP" in page and "Kiên Hải" in page and "◇" in page
    assert "http" not in page.replace("http://www.w3.org/2000/svg", "").split("<footer")[0].split("d-foot")[0]


@pytest.mark.parametrize(
    "wrong",
    [
        "huyen=000&nam=2020",
        "huyen=912&nam=abc",
        "huyen=912",
        "huyen=912&nam=2020&phien_ban=99999",
        "huyen=912&nam=2020&x=1",
        "huyen=912&nam=2020&ngon_ngu=fr",
        "huyen=..%2F&nam=2020",
    ],
)
@pytest.mark.parametrize("path", ["/ho-so/in", "/ho-so/huyen.pdf"])
def test_wrong_parameters_are_named(real, web, path, wrong):
    answer = web.get(f"{path}?{wrong}")

    assert answer.status_code == 400 and answer.text


def test_without_a_browser_the_page_says_how_to_print(real, web, monkeypatch):
    monkeypatch.setattr(print_browser, "browser", lambda: None)
    answer = web.get("/ho-so/huyen.pdf?huyen=912&nam=2020")

    assert answer.status_code == 503 and "In" in answer.text
