"""Reading tables: lines, habits of a file, many faults, sheets beyond the limits."""

import zipfile

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.errors import FaultsFound
from data.intake import numbers
from data.intake.grid import plain
from data.intake.sheet_xml import ROWS, position
from data.intake.tables import read_table
from data.publish import build, check
from data.table_files import LONG, OPTIONAL
from tests.made_up import HEADER, stock

SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData>'
    "</worksheet>"
)


@given(st.floats(-1e12, 1e12, allow_nan=False))
def test_a_number_that_we_write_is_read_back_identically(value):
    text = numbers.written(value)

    assert numbers.number(text, False) == (value, "") and not numbers.ambiguous(text)


@given(st.text(max_size=20))
def test_any_text_is_a_number_or_is_told_why_not(text):
    value, problem = numbers.number(plain(text), True)

    assert (value is None) == bool(problem)
    assert value is None or plain(text).removesuffix("%").strip().isascii()


def test_lines_do_not_drift_after_a_note_of_several_lines(edition, tmp_path):
    path = tmp_path / "dong.csv"
    first = stock("so_ho_ngheo", "Z1", 2018, 50).rstrip("\n") + '"ghi chú\nhai dòng"\n'
    path.write_text(HEADER + first + stock("so_ho_ngheo", "Z2", 2018, "x"), encoding="utf-8")

    with pytest.raises(FaultsFound) as found:
        check(path)

    assert [(f.line, f.column) for f in found.value.faults] == [(4, "value")]


def test_a_dot_before_three_digits_follows_the_habit_of_its_file_and_is_said(edition, tmp_path):
    path = tmp_path / "thoi_quen.csv"
    rates = stock("ty_le_ho_ngheo", "Z1", 2018, "12.345"), stock("ty_le_ho_ngheo", "Z2", 2018, "6.25")
    path.write_text(HEADER + rates[0] + rates[1], encoding="utf-8")

    found = check(path)

    assert found.changes.rows["value"].tolist() == [12.345, 6.25]
    assert ["được đọc là số thập phân" in r.problem for r in found.remarks] == [True]
    path.write_text(HEADER + rates[0], encoding="utf-8")
    with pytest.raises(FaultsFound, match="hàng nghìn"):
        check(path)


def test_a_count_never_follows_it(edition, tmp_path):
    path = tmp_path / "so_dem.csv"
    rate, count = stock("ty_le_ho_ngheo", "Z1", 2018, "6.25"), stock("so_ho_ngheo", "Z1", 2018, "38.000")
    path.write_text(HEADER + rate + count, encoding="utf-8")

    with pytest.raises(FaultsFound, match="Viết 38000 nếu là hàng nghìn"):
        check(path)


def test_many_faults_of_one_kind_are_counted_not_listed(edition, tmp_path):
    path = tmp_path / "sai_nhieu.csv"
    path.write_text(HEADER + stock("so_ho_ngheo", "Z9", 2017, "x") * 20_000, encoding="utf-8")

    with pytest.raises(FaultsFound) as found:
        check(path)

    text = str(found.value)
    assert len(text) < 10_000 and "và 19980 dòng nữa cùng lỗi này (dòng 22–20001)" in text
    assert "Có 59999 lỗi" in text  # area and value of every row, and the key of all but the first


def test_alike_faults_stand_together(edition, tmp_path):
    path = tmp_path / "giong.csv"
    path.write_text(
        HEADER + "".join(stock("so_ho_ngheo", a, 2018, 5, source="") for a in ("Z1", "Z2", "Z3")),
        encoding="utf-8",
    )

    with pytest.raises(FaultsFound, match=r"giong.csv, dòng 2–4, cột “source”: thiếu nguồn"):
        check(path)


def test_illustrative_rows_do_not_mix_with_real_ones(edition, tmp_path):
    path = tmp_path / "lan.csv"
    path.write_text(
        HEADER
        + stock("so_ho_ngheo", "Z1", 2018, 5)
        + stock("so_ho_ngheo", "Z2", 2018, 5, status="illustrative"),
        encoding="utf-8",
    )

    with pytest.raises(FaultsFound, match="số minh họa lẫn"):
        check(path)


@pytest.mark.parametrize(
    "rows, words",
    [
        ('<row r="{n}"><c r="A{n}"><v>1</v></c></row>', "dòng"),
        ('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row>', "cột thứ 16384"),
    ],
)
def test_a_sheet_beyond_the_limits_is_refused_in_plain_words(tmp_path, rows, words):
    path = tmp_path / "lon.xlsx"
    pd.DataFrame({"a": [1]}).to_excel(path, index=False)
    many = "".join(rows.format(n=n) for n in range(1, ROWS + 3))
    _with_sheet(path, SHEET.format(many))

    with pytest.raises(FaultsFound, match="quá lớn") as found:
        read_table(path, LONG, OPTIONAL)

    assert words in found.value.faults[0].problem


def test_letters_of_columns_are_places():
    assert [position(letters) for letters in ("A", "Z", "AA", "XFD")] == [0, 25, 26, 16383]


def test_the_shipped_tables_build_under_any_clock(made_up, monkeypatch):
    from datetime import date

    from data import publish

    monkeypatch.setattr(publish, "today", lambda: date(2000, 1, 1))

    assert build().rows


def _with_sheet(path, xml: str) -> None:
    """The workbook with another first sheet."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts["xl/worksheets/sheet1.xml"] = xml.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
