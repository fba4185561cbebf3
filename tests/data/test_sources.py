"""Sources: graded by a rule, quoted in Vietnamese, and their working notes kept apart."""

import re

import pytest

from data import HERE
from data.errors import FaultsFound
from data.lake import cursor, sql
from data.province_files import read_province
from data.publish import publish
from data.queries import sources
from tests.made_up import HEADER, stock

SPORTS = ("tothethao.com", "88tysobongda.com", "giaybongdavn.com")
COPIES = ("wikipedia.org", "github.com", "blogspot.com", "123docz.net")


@pytest.fixture(scope="module")
def shipped():
    return read_province(HERE / "provinces" / "kien_giang").sources.set_index("source")


def test_every_shipped_source_has_a_grade(shipped):
    assert set(shipped["grade"]) == {"official", "press", "weak"}


@pytest.mark.parametrize("site", [*SPORTS, *COPIES])
def test_sports_sites_and_copies_are_weak(shipped, site):
    assert set(shipped.loc[shipped["address"].str.contains(site, regex=False), "grade"]) == {"weak"}


def test_a_public_bodys_own_page_is_official(shipped):
    of_state = shipped["address"].str.contains(r"//[^/]*\.gov\.vn/?", regex=True)
    assert of_state.sum() > 8 and set(shipped.loc[of_state, "grade"]) == {"official"}


def test_titles_are_vietnamese_and_notes_are_not_in_them(shipped):
    english = re.compile(r"\b(?:copy|mirror|export|quotes|kept|form|text|sic|the|of|and|to|for)\b")
    found = [t for t in shipped["title"] if english.search(re.sub(r"\S*/\S*|“[^”]*”", "", t))]
    assert not found
    assert not [a for a in shipped["address"] if "kept" in a or "form" in a.split("/")[-1].split()]


def test_the_conferences_page_has_an_address(shipped):
    page = shipped[shipped["title"].str.startswith("Hội nghị trực tuyến triển khai công tác giảm nghèo")]
    assert page["address"].str.startswith("http").all() and len(page) == 1


def test_a_grade_that_is_none_is_refused(made_up):
    path = made_up / "data" / "sources.csv"
    path.write_text("source,title,address,published,grade\nT1,Báo cáo thử,,2018-01-24,blog\n", "utf-8")

    with pytest.raises(FaultsFound) as caught:
        read_province(made_up / "data")
    (fault,) = caught.value.faults
    assert (fault.file, fault.line, fault.column) == ("sources.csv", 2, "grade")
    assert "blog" in fault.problem and "official, press, weak" in fault.remedy


def test_a_table_without_grades_is_taken(edition):
    assert set(sources(edition)["grade"]) == {""}


def test_editions_of_before_the_grades_are_still_read(edition, tmp_path):
    lake, path = cursor(), tmp_path / "them.csv"
    lake.execute("alter table lake.source drop column grade; alter table lake.source drop column note")
    path.write_text(HEADER + stock("so_ho_ngheo", "Z1", 2018, 30), encoding="utf-8")
    before = publish(path, "Phòng", "Của bản trước").id
    lake.execute(sql("lake/create"))  # what the next start does

    assert set(sources(before)["grade"]) == {""} and len(sources(before))
