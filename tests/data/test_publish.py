"""A publication is told first, an office keeps its figures, a lake that cannot be written says why."""

import subprocess
import sys
from datetime import UTC, date, datetime

import duckdb
import pandas as pd
import pytest

from data import publication
from data.__main__ import main
from data.clock import local
from data.editions import diff, editions, newest, stored_rows
from data.errors import FaultsFound, NotStored
from data.lake import cursor
from data.publication import commit, rollback
from data.publish import build, check, publish, publish_all
from data.serving import conflicts
from data.shipped import BUILD, office_rows
from tests.conftest import ROOT
from tests.data.test_intake_cases import CASES
from tests.made_up import HEADER, flow, stock


@pytest.fixture
def table(tmp_path):
    """Writes an office's file of these rows."""

    def write(*rows: str, name: str = "huyen.csv"):
        path = tmp_path / name
        path.write_text(HEADER + "".join(rows), encoding="utf-8")
        return path

    return write


def edit(made_up) -> None:
    """Changes one figure of the shipped table: 20 poor households of Z2 in 2017 become 21."""
    old = "so_ho_ngheo,Z2,2017-12-31,2017-12-31,actual,,20"
    shipped = made_up / "data" / "published" / "so_lieu.csv"
    text = shipped.read_text(encoding="utf-8")
    assert old in text
    shipped.write_text(text.replace(old, old[:-1] + "1", 1), encoding="utf-8")


def value(area: str, year: int) -> float:
    """The poor households that count now."""
    rows = stored_rows(newest().id).set_index(["indicator", "area", "period_end", "kind"])
    return rows.loc[("so_ho_ngheo", area, f"{year}-12-31", "actual"), "value"]


def test_check_says_what_would_change_and_stores_nothing(edition, table, capsys):
    path = table(
        stock("so_ho_ngheo", "Z1", 2017, 61),
        stock("so_ho_ngheo", "Z2", 2017, 20, status="published"),
        stock("so_ho_ngheo", "Z1", 2018, 50),
    )

    assert main(["check", str(path)]) == 0

    said = capsys.readouterr().out
    assert "3 dòng, không có lỗi; so với phiên bản" in said and "1 mới, 1 thay đổi, 1 không đổi" in said
    assert "Mới: so_ho_ngheo, Z1, 2018-12-31, actual, chuan_2016: 50" in said
    assert "Thay đổi: so_ho_ngheo, Z1, 2017-12-31, actual, chuan_2016: 60 → 61 (status)" in said
    assert newest().id == edition


def test_what_changes_nothing_makes_no_edition(edition, table, capsys):
    path = table(stock("so_ho_ngheo", "Z2", 2017, 20, status="published"))

    assert main(["publish", str(path), "--author", "Phòng", "--message", "Gửi lại"]) == 0

    said = capsys.readouterr().out
    assert "Không có gì thay đổi" in said and "Đã công bố" not in said and newest().id == edition


def test_a_new_note_is_a_change_and_diff_sees_it(edition, table):
    path = table(
        stock("so_ho_ngheo", "Z2", 2017, 20, status="published").replace(",,\n", ",2018-01-24,đã rà\n")
    )

    after = publish(path, "Phòng", "Ghi chú")

    changed = diff(edition, after.id).to_dict("records")
    assert [(r["change"], r["note_b"], r["published_b"]) for r in changed] == [
        ("changed", "đã rà", "2018-01-24")
    ]


def test_a_new_rounding_word_is_a_change(edition, table):
    path = table(stock("so_ho_ngheo", "Z2", 2017, 20, status="published"))
    path.write_text(path.read_text().replace(",note", ",note,approx").replace(",T1,,", ",T1,,,about"))

    after = publish(path, "Phòng", "Số tròn")

    assert after.id > edition
    assert office_rows(after.id)[["area", "approx"]].values.tolist() == [["Z2", "about"]]


@pytest.mark.parametrize("author, message", [(" ", "Sửa"), ("Phòng", "")])
def test_who_and_why_are_asked_for(edition, table, capsys, author, message):
    path = table(stock("so_ho_ngheo", "Z1", 2018, 50))

    assert main(["publish", str(path), "--author", author, "--message", message]) == 2

    assert "không để trống" in capsys.readouterr().err and newest().id == edition


def test_a_heading_alone_is_no_publication(edition, table):
    with pytest.raises(FaultsFound, match="không có dòng số liệu nào"):
        publish(table(), "Phòng", "Trống")


def test_parts_above_their_total_are_refused_in_a_file_and_said_beside_the_stored(edition, table):
    parts = flow("viec_lam_trong_tinh", "Z1", 2017, 90), flow("viec_lam_ngoai_tinh", "Z1", 2017, 80)

    with pytest.raises(FaultsFound) as found:
        check(table(flow("giai_quyet_viec_lam", "Z1", 2017, 100), *parts))
    assert [(f.line, f.column) for f in found.value.faults] == [(2, "value")]
    assert "170 lớn hơn 100 của giai_quyet_viec_lam" in found.value.faults[0].problem

    said = check(table(*parts)).remarks  # 150 are stored
    assert ["170 lớn hơn 150 của giai_quyet_viec_lam" in r.problem for r in said] == [True]


def test_more_poor_households_than_households_are_refused(edition, table):
    with pytest.raises(FaultsFound, match="900 lớn hơn 800 của tong_so_ho"):
        check(table(stock("so_ho_ngheo", "Z1", 2018, 900), stock("tong_so_ho", "Z1", 2018, 800)))


def test_the_case_of_parts_above_their_total(real):
    with pytest.raises(FaultsFound, match="170 lớn hơn 100"):
        check(CASES / "s-part-gt-total.csv")
    with pytest.raises(FaultsFound, match="chỉ có tiêu đề"):
        check(CASES / "header-only.csv")


@pytest.mark.parametrize("status", ["", "published"])
def test_shipped_tables_never_replace_what_an_office_has_published(edition, table, made_up, status):
    publish(
        table(
            stock("so_ho_ngheo", "Z1", 2017, 61, status=status),
            stock("so_ho_ngheo", "Z1", 2018, 50, status=status),
        ),
        "Phòng",
        "Đính chính",
    )
    edit(made_up)

    assert build().author == BUILD

    assert (value("Z1", 2017), value("Z1", 2018), value("Z2", 2017)) == (61, 50, 21)
    differing = conflicts(newest().id)
    assert differing[["indicator", "area", "value"]].values.tolist() == [["so_ho_ngheo", "Z1", "60"]]


def test_a_row_that_the_office_left_as_it_was_follows_the_shipped_tables(edition, table, made_up):
    publish(
        table(
            stock("so_ho_ngheo", "Z1", 2017, 61),
            stock("so_ho_ngheo", "Z2", 2017, 20, status="published"),
        ),
        "Phòng",
        "Xuất ra, sửa một số",
    )
    edit(made_up)
    build()

    assert (value("Z1", 2017), value("Z2", 2017)) == (61, 21)


def test_going_back_brings_the_shipped_layer_back_too(edition, table, made_up):
    publish(table(stock("so_ho_ngheo", "Z1", 2017, 61)), "Phòng", "Đính chính")
    rollback(edition, "Phòng", "Nhầm")

    assert office_rows(newest().id).empty and value("Z1", 2017) == 60


def test_a_lake_of_an_earlier_version_keeps_its_offices_figures(edition, table, made_up):
    """Its editions hold no shipped layer."""
    lake = cursor()
    lake.execute("begin; delete from lake.shipped")
    publication._sign(lake, BUILD, "Đã công bố", newest().text)
    lake.execute("commit")
    publication.forget()
    publish(table(stock("so_ho_ngheo", "Z1", 2017, 61, status="published")), "Phòng", "Đính chính")
    edit(made_up)
    build()

    assert (value("Z1", 2017), value("Z2", 2017)) == (61, 21)


def test_files_of_several_districts_are_one_edition_or_none(edition, table):
    one = table(stock("so_ho_ngheo", "Z1", 2018, 50), name="mot.csv")
    two = table(stock("so_ho_ngheo", "Z2", 2018, 15), name="hai.csv")
    made = publish_all([(one, None), (two, None)], "Phòng", "Cả tỉnh")

    assert made.id == edition + 1 and (value("Z1", 2018), value("Z2", 2018)) == (50, 15)
    again = table(stock("so_ho_ngheo", "Z2", 2018, 16), name="ba.csv")
    other = table(stock("so_ho_ngheo", "Z2", 2018, 17), name="bon.csv")
    with pytest.raises(FaultsFound, match="hai tệp cùng có chỉ tiêu so_ho_ngheo của đơn vị Z2"):
        publish_all([(again, None), (other, None)], "Phòng", "Trùng")
    assert newest().id == made.id and value("Z2", 2018) == 15


def test_illustrative_figures_come_no_more_where_an_office_has_its_own(edition, table):
    publish(table(stock("so_ho_ngheo", "Z1", 2018, 50)), "Phòng", "Số thật")

    with pytest.raises(FaultsFound, match="không được công bố nữa"):
        check(table(stock("so_ho_ngheo", "Z3", 2019, 5, status="illustrative")))


class Failing:
    """A cursor that fails at its commit, as often as there are reasons."""

    def __init__(self, reasons: list[str]):
        self.real, self.reasons = cursor(), reasons

    def execute(self, query, *values):
        if query == "commit" and self.reasons:
            self.real.execute("rollback")
            raise duckdb.TransactionException(self.reasons.pop(0))
        return self.real.execute(query, *values)

    def register(self, *named):
        return self.real.register(*named)


def test_a_disturbed_publication_is_tried_again(edition, table, monkeypatch):
    reasons = ["Transaction conflict - attempting to insert …", "database is locked"]
    monkeypatch.setattr(publication, "cursor", lambda: Failing(reasons))

    assert publish(table(stock("so_ho_ngheo", "Z1", 2018, 50)), "Phòng", "Thử lại").id > edition

    assert reasons == [] and value("Z1", 2018) == 50


@pytest.mark.parametrize(
    "reason, said",
    [
        ("IO Error: No space left on device", "đĩa chứa kho đã đầy"),
        ("database or disk is full", "đĩa chứa kho đã đầy"),
        ("attempt to write a readonly database", "không có quyền ghi kho"),
        ("Transaction conflict", "kho đang được người khác ghi"),
        ("HTTP Error: 503", "HTTP Error: 503"),
    ],
)
def test_a_lake_that_cannot_be_written_says_why_and_ends_with_two(
    edition, table, monkeypatch, capsys, reason, said
):
    path = table(stock("so_ho_ngheo", "Z1", 2018, 50))
    monkeypatch.setattr(publication, "cursor", lambda: Failing([reason] * 10))

    assert main(["publish", str(path), "--author", "Phòng", "--message", "Thử"]) == 2

    told = capsys.readouterr().err
    assert said in told and "rollback" not in told and newest().id == edition


def test_a_publication_that_came_between_is_judged_anew(edition, table):
    """Both offices bring the same key: the later one replaces it, and neither is stored twice."""
    first, second = (table(stock("so_ho_ngheo", "Z1", 2018, n), name=f"{n}.csv") for n in (50, 51))
    others = [first]

    def between(judged) -> None:
        if others:
            publish(others.pop(), "Phòng kia", "Chen vào")

    publish(second, "Phòng này", "Sau", between)

    assert [e.author for e in editions()[:2]] == ["Phòng này", "Phòng kia"]
    assert diff(editions()[1].id, newest().id)[["value_a", "value_b"]].values.tolist() == [[50, 51]]


def test_two_publishers_on_postgresql_never_store_a_key_twice(postgres, made_up, table, monkeypatch):
    """The other one commits while this one's transaction is open."""
    build()
    first, second = (table(stock("so_ho_ngheo", "Z1", 2018, n), name=f"{n}.csv") for n in (50, 51))
    sign, others = publication._sign, [first]

    def between(*args) -> None:
        sign(*args)
        if others:
            command = [
                sys.executable,
                "-m",
                "data",
                "publish",
                others.pop(),
                "--author",
                "kia",
                "--message",
                "m",
            ]
            subprocess.run(command, check=True, cwd=ROOT)

    monkeypatch.setattr(publication, "_sign", between)
    publish(second, "này", "m")

    rows = stored_rows(newest().id)
    assert not rows.duplicated(["indicator", "area", "period_start", "period_end", "kind", "standard"]).any()
    assert value("Z1", 2018) == 51 and [e.author for e in editions()[:2]] == ["này", "kia"]


def test_a_commit_on_another_edition_is_refused(edition):
    rows = cursor().execute("select * from lake.observation limit 0").df()

    with pytest.raises(publication.Outdated, match=str(edition)):
        commit(rows, "a", "b", on=edition - 1)


def test_times_are_those_of_viet_nam():
    assert f"{local(datetime(2026, 12, 31, 18, 30, tzinfo=UTC)):%d/%m/%Y %H:%M}" == "01/01/2027 01:30"
    assert local(pd.Timestamp("2026-12-31 18:30")).date() == date(2027, 1, 1)
    assert not NotStored("IO Error").disturbed
