"""Files that leave the house: nothing in them computes, and what we export is read back as it was."""

import io

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.__main__ import main
from data.editions import newest, stored_rows
from data.export import csv_bytes, csv_text
from data.intake.grid import plain
from data.publish import check, publish
from tests.made_up import HEADER, stock

FORMULAS = ["=1+1", "+cmd|'/C calc'!A0", "-2+3", "@SUM(A1)", '=HYPERLINK("http://x.invalid","b")']
LIVE = ("=", "+", "-", "@")


@pytest.fixture
def loaded(edition, tmp_path) -> int:
    """An edition whose sources are formulas."""
    rows = [stock("so_ho_ngheo", "Z1", 2018 + n, n) for n in range(len(FORMULAS))]
    quoted = ['"' + text.replace('"', '""') + '"' for text in FORMULAS]
    path = tmp_path / "doc.csv"
    body = "".join(row.replace(",T1,", f",{text},") for row, text in zip(rows, quoted))
    path.write_text(HEADER + body, encoding="utf-8")
    return publish(path, "Phòng", "Công thức").id


def test_texts_are_stored_as_written(loaded):
    assert set(FORMULAS) <= set(stored_rows(loaded)["source"])


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_an_exported_table_computes_nothing_and_is_read_back_as_it_was(loaded, tmp_path, ending):
    path = tmp_path / f"xuat.{ending}"
    assert main(["export", str(path)]) == 0

    if ending == "csv":
        cells = pd.read_csv(path, dtype=str, keep_default_na=False).to_numpy().ravel().tolist()
    else:
        cells = [c for row in openpyxl.load_workbook(path).active.iter_rows() for c in row]
        assert not [c for c in cells if c.data_type == "f"]
        cells = [c.value for c in cells if isinstance(c.value, str)]
    assert not [c for c in cells if c.startswith(LIVE)]
    again = check(path)
    assert again.changes.nothing and again.rows == newest().rows


def test_numbers_that_could_be_misread_are_exported_unambiguously(edition, tmp_path):
    table, path = tmp_path / "ba.csv", tmp_path / "ra.csv"
    table.write_text(HEADER + stock("ty_le_ho_ngheo", "Z1", 2018, "12.3450"), encoding="utf-8")
    publish(table, "Phòng", "Ba chữ số")
    assert main(["export", str(path)]) == 0

    text = path.read_text(encoding="utf-8")
    assert ",12.3450," in text and check(path).changes.nothing


def test_notes_and_printed_tables_compute_nothing_either():
    frame = pd.DataFrame({"a": ["=1"], "b": [-1.5]})

    assert csv_text(frame) == "a,b\n'=1,-1.5\n"
    assert csv_bytes(frame, ["=2", "nguồn"]).decode("utf-8-sig").endswith('\n"\'=2"\n"nguồn"\n')


@given(st.text(max_size=12))
def test_no_text_begins_a_formula_and_each_is_read_back(text):
    stored = plain(text)
    row = csv_bytes(pd.DataFrame({"a": [stored], "b": ["x"]})).decode("utf-8-sig")
    cell = pd.read_csv(io.StringIO(row), dtype=str, keep_default_na=False)["a"][0]

    assert not cell.startswith((*LIVE, "\t", "\r")) and plain(cell) == stored
