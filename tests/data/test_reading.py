"""A table of an office's own form: a person confirms once what it means, then it is read without asking."""

import pytest

from data.__main__ import main
from data.editions import newest, stored_rows

TABLE = """BÁO CÁO HỘ NGHÈO NĂM 2018,,,
STT,Đơn vị,Tổng số hộ,Số hộ nghèo
1,Huyện Ba,"20.500","410"
2,TP Một,"60.100","777"
,Tổng cộng,"80.600","1.187"
"""


@pytest.fixture
def table(edition, tmp_path):
    path = tmp_path / "bang.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_what_nobody_has_confirmed_is_not_published(table, edition, capsys):
    signed = ["--author", "Lan", "--message", "Năm 2018"]

    assert main(["publish", str(table), "--year", "2018", *signed]) == 2
    assert "read" in capsys.readouterr().err and newest().id == edition


def test_what_was_confirmed_once_is_read_from_then_on(table, tmp_path, capsys):
    out = tmp_path / "dai.csv"
    asked = [str(table), "--year", "2018"]
    assert main(["read", *asked, "--confirm", "--out", str(out)]) == 0
    said = capsys.readouterr().out
    assert "cột D “Số hộ nghèo” → so_ho_ngheo" in said and "“20.500” được đọc là 20500" in said
    assert "so_ho_ngheo,Z1,2018-12-31,2018-12-31,actual,,777" in out.read_text(encoding="utf-8")

    assert main(["publish", *asked, "--author", "Lan", "--message", "Năm 2018"]) == 0
    rows = stored_rows(newest().id)
    rows = rows[rows["period_end"] == "2018-12-31"].set_index(["indicator", "area"])["value"]
    assert rows.to_dict() == {
        ("so_ho_ngheo", "Z1"): 777,
        ("so_ho_ngheo", "Z3"): 410,
        ("tong_so_ho", "Z1"): 60100,
        ("tong_so_ho", "Z3"): 20500,
    }


def test_a_total_that_is_not_the_sum_of_its_parts_is_a_fault(table, capsys):
    table.write_text(TABLE.replace("1.187", "1.188"), encoding="utf-8")

    assert main(["read", str(table), "--year", "2018"]) == 2
    assert "D5" in capsys.readouterr().err
