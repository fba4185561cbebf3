"""From a figure to the file and cell that it came from, and to what it replaced."""

import hashlib
import math

import pytest

from data.editions import newest
from data.origins import origins
from data.publication import rollback
from data.publish import build, publish
from tests.made_up import HEADER, stock


@pytest.fixture
def table(tmp_path):
    def write(*rows: str, name: str = "huyen.csv"):
        path = tmp_path / name
        path.write_text(HEADER + "".join(rows), encoding="utf-8")
        return path

    return write


def way(edition: int) -> list[tuple]:
    rows = origins(edition)
    return [
        (row.area, row.value, None if math.isnan(row.value_before) else row.value_before, row.file, row.cell)
        for row in rows.itertuples()
    ]


def test_a_correction_keeps_both_values_file_line_and_reason(edition, table):
    path = table(stock("so_ho_ngheo", "Z3", 2018, 7), stock("so_ho_ngheo", "Z1", 2018, 50))
    publish(path, "Phòng", "Rà soát")
    publish(table(stock("so_ho_ngheo", "Z1", 2018, 51), name="sua.csv"), "Lan", "Đếm sót một hộ")

    rows = origins(newest().id)
    assert sorted(way(newest().id), key=str) == [
        ("Z1", 50, None, "huyen.csv", "3"),
        ("Z1", 51, 50, "sua.csv", "2"),
        ("Z3", 7, None, "huyen.csv", "2"),
    ]
    last = rows.iloc[-1]
    assert (last["author"], last["reason"]) == ("Lan", "Đếm sót một hộ")
    assert rows["sha256"].iloc[0] == hashlib.sha256(path.read_bytes()).hexdigest()


def test_what_stays_as_it_was_has_no_new_way(edition, table):
    publish(table(stock("so_ho_ngheo", "Z1", 2018, 50)), "Phòng", "Rà soát")
    publish(table(stock("so_ho_ngheo", "Z1", 2018, 50), stock("so_ho_ngheo", "Z2", 2018, 9)), "P", "m")

    assert [row[0] for row in way(newest().id)] == ["Z1", "Z2"]


def test_a_shipped_figure_that_is_replaced_is_told(edition, table):
    publish(table(stock("so_ho_ngheo", "Z1", 2017, 61)), "Phòng", "Đính chính")

    assert way(newest().id) == [("Z1", 61, 60, "huyen.csv", "2")]


def test_an_earlier_edition_and_going_back_know_only_what_was(edition, table):
    first = publish(table(stock("so_ho_ngheo", "Z1", 2018, 50)), "Phòng", "Rà soát")
    publish(table(stock("so_ho_ngheo", "Z1", 2018, 51)), "Phòng", "Sửa")
    rollback(first.id, "Phòng", "Nhầm")

    assert way(edition) == [] and len(way(first.id)) == 1
    assert way(newest().id) == [("Z1", 50, None, "huyen.csv", "2")]


def test_an_edit_of_the_shipped_tables_forgets_no_way(edition, table, made_up):
    publish(table(stock("so_ho_ngheo", "Z1", 2018, 50)), "Phòng", "Rà soát")
    shipped = made_up / "data" / "published" / "so_lieu.csv"
    shipped.write_text(shipped.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    build()

    assert [row[0] for row in way(newest().id)] == ["Z1"]
