"""A workbook reopened: every cell's value, type, format, mark; frozen header; definitions; no formula."""

import io
from datetime import date, datetime

import openpyxl
import pandas as pd
import pytest

from data.export import harmless
from pages.documents.workbook import Block, Column, Sheet, Style, number, xlsx_bytes

STYLE = Style(header="#eceff2", mark="#ffe9b3", empty="#dcdcdc")
FRAME = pd.DataFrame(
    {
        "name": ["=1+1", "+84 297", "@x", "-5", None, "Giồng Riềng"],
        "count": [38255.0, 0, 1, None, 5, -3],
        "rate": [6.2, 1.634185589129269, 0, 8.32, 100, None],
        "year": [2008, 2010, 2012, 2015, 2016, 2017],
        "day": [
            date(2017, 12, 31),
            date(2020, 10, 31),
            pd.Timestamp("2021-01-06"),
            pd.NaT,
            date(2010, 1, 1),
            date(2023, 12, 31),
        ],
        "mark": ["", "◇", "", "", "ᵗ", "◇"],
        "fill": ["", "", "#1b62a3", "", "", ""],
        "digits": [2, 1, 0, 2, 3, 2],
        "why": ["", "", "", "chưa có số liệu", "", "được bảo mật"],
    }
)
COLUMNS = (
    Column("name", "Đơn vị"),
    Column("count", "Số hộ", "decimal", 0, mark="mark", why="why"),
    Column("rate", "Tỷ lệ", "percent", "digits", fill="fill", why="why"),
    Column("year", "Năm", "integer"),
    Column("day", "Ngày", "date"),
)
SHEET = Sheet(
    "Hộ nghèo: 2017/2018 [thử] và một tên rất dài",
    "Tiêu đề & phụ",
    "%, 31/12/2017",
    FRAME,
    COLUMNS,
    ("=ghi chú", "Nguồn: A"),
)
BLOCKS = (
    Block("Chỉ tiêu", ("Tên", "Định nghĩa"), (("Tỷ lệ hộ nghèo", "=Σ"),)),
    Block(
        "Nguồn",
        ("Tên", "Địa chỉ", "Ngày"),
        (("Báo cáo", "https://example.invalid/1", date(2018, 1, 24)), ("Khác", "-", "")),
    ),
)


@pytest.fixture(scope="module")
def book():
    return openpyxl.load_workbook(
        io.BytesIO(xlsx_bytes([SHEET, SHEET], ("Định nghĩa và nguồn", BLOCKS), STYLE)), rich_text=False
    )


def test_every_cell_has_value_type_and_format(book):
    sheet = book.worksheets[0]

    assert (sheet["A1"].value, sheet["A2"].value) == ("Tiêu đề & phụ", "%, 31/12/2017")
    assert [c.value for c in sheet[4]] == ["Đơn vị", "Số hộ", "Tỷ lệ", "Năm", "Ngày"]
    for n, row in enumerate(FRAME.to_dict("records"), start=5):
        name, count, rate, year, day = sheet[n]
        assert (
            name.value is None
            if pd.isna(row["name"])
            else (name.value == row["name"] and name.data_type == "s")
        )
        for cell, key in ((count, "count"), (rate, "rate")):
            assert (
                cell.value is None
                if pd.isna(row[key])
                else (cell.value == row[key] and cell.data_type == "n")
            ), (n, key)
        assert year.value == row["year"] and year.number_format == "0"
        if pd.isna(row["day"]):
            assert day.value is None
        else:
            assert (
                day.value == datetime.fromisoformat(str(row["day"])[:10])
                and day.number_format == "dd/mm/yyyy"
            )
        if rate.value is not None:
            assert (
                rate.number_format == "#,##0" + ("." + "0" * row["digits"] if row["digits"] else "") + '"%"'
            )


def test_marks_fills_and_empty_cells(book):
    sheet = book.worksheets[0]
    fills = {
        cell.coordinate: cell.fill.fgColor.rgb
        for row in sheet["B5:C10"]
        for cell in row
        if cell.fill.fill_type
    }

    assert fills == {
        "B6": "FFFFE9B3",
        "B8": "FFDCDCDC",
        "B10": "FFFFE9B3",
        "C7": "FF1B62A3",
        "C10": "FFDCDCDC",
    }
    assert sheet["B6"].number_format == '#,##0 "◇"' and sheet["B5"].number_format == "#,##0"
    assert sheet["B8"].comment.text == "chưa có số liệu" and sheet["C10"].comment.text == "được bảo mật"
    assert sheet["B5"].comment is None


def test_header_is_frozen_filtered_and_repeated_on_paper(book):
    sheet = book.worksheets[0]

    assert sheet.freeze_panes == "B5" and sheet.auto_filter.ref == "A4:E10"
    assert sheet.print_title_rows == "$4:$4"
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert (
        sheet.page_setup.fitToWidth in (None, 1)
        and int(sheet.page_setup.fitToHeight) == 0
        and sheet.sheet_properties.pageSetUpPr.fitToPage
    )
    assert 8 <= sheet.column_dimensions["A"].width <= 48


def test_definitions_and_sources_stand_on_the_last_sheet(book):
    sheet = book.worksheets[-1]
    written = [tuple(c.value for c in row) for row in sheet.iter_rows()]

    assert sheet.title == "Định nghĩa và nguồn"
    for line in (
        ("Chỉ tiêu", None, None),
        ("Tỷ lệ hộ nghèo", "=Σ", None),
        ("Báo cáo", "https://example.invalid/1", datetime(2018, 1, 24)),
    ):
        assert line in written
    link = next(c for row in sheet.iter_rows() for c in row if c.value == "https://example.invalid/1")
    assert link.hyperlink.target == "https://example.invalid/1"


def test_nothing_is_a_formula_and_names_of_sheets_are_allowed(book):
    assert not [
        c.coordinate for sheet in book for row in sheet.iter_rows() for c in row if c.data_type == "f"
    ]
    assert book.sheetnames[:2] == ["Hộ nghèo 2017 2018 thử và một t", "Hộ nghèo 2017 2018 thử và (2)"]
    assert book.worksheets[0]["A12"].value == "=ghi chú"
    assert book.custom_doc_props["Language"].value == "vi-VN"


def test_an_empty_table_is_still_a_workbook():
    content = xlsx_bytes(
        [Sheet("a", "b", "", FRAME.head(0), COLUMNS[:1], ("ghi chú",))], ("c", ()), STYLE, language="en"
    )
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]

    assert sheet["A3"].value == "Đơn vị" and sheet.freeze_panes == "B4"


@pytest.mark.parametrize(
    ("kind", "decimals", "sign", "written"),
    [
        ("integer", 0, "", "0"),
        ("decimal", 0, "", "#,##0"),
        ("decimal", 2, "◇", '#,##0.00 "◇"'),
        ("percent", 1, "", '#,##0.0"%"'),
        ("percent", 0, "◇", '#,##0"%" "◇"'),
    ],
)
def test_number_formats_know_no_language(kind, decimals, sign, written):
    assert number(kind, decimals, sign) == written


def test_a_column_is_as_wide_as_what_it_shows():
    frame = pd.DataFrame({"a": ["Wwwwwwwwwwwwwwwwwww"], "b": ["iiiiiiiiiiiiiiiiiiii"], "c": ["x " * 200]})
    sheet = Sheet("a", "b", "", frame, tuple(Column(c, c) for c in frame))
    reopened = openpyxl.load_workbook(io.BytesIO(xlsx_bytes([sheet], ("c", ()), STYLE)))
    wide, narrow, widest = (reopened.worksheets[0].column_dimensions[c].width for c in "ABC")

    assert 8 <= narrow < 15 < 20 < wide < widest <= 47


def test_a_csv_holds_no_text_that_a_spreadsheet_computes():
    frame = harmless(pd.DataFrame({"a": ["=1+1", "+1", "-1", "@x", "x=1", None], "b": [-1.5, 0, 1, 2, 3, 4]}))

    assert list(frame["a"][:5]) == ["'=1+1", "'+1", "'-1", "'@x", "x=1"] and pd.isna(frame["a"][5])
    assert list(frame["b"]) == [-1.5, 0, 1, 2, 3, 4]
