"""Tables of the offices' own forms: read as a person reads them, every planted fault found at its cell."""

from datetime import date
from pathlib import Path

import pytest

from data import settings
from data.catalogue_files import read_catalogue
from data.errors import FaultsFound
from data.intake.mapping import suggest
from data.intake.reader import Asked, layouts, read_book, together
from data.province_files import read_areas
from tests.data.books import csv, ods, xlsx

CATALOGUE = read_catalogue()
AREAS = read_areas(settings.HERE / "provinces" / "kien_giang" / "areas.csv")
END = date(2023, 12, 31)
R, L, T = "899", "902", "900"
HEAD = ["STT", "Đơn vị", "Số hộ nghèo", "Tổng số hộ"]
TWO = [[1, "Rạch Giá", 120, 38255], [2, "Kiên Lương", 100, 21000]]
POOR = {("so_ho_ngheo", R): 120, ("so_ho_ngheo", L): 100, ("tong_so_ho", R): 38255, ("tong_so_ho", L): 21000}
JOBS = "giai_quyet_viec_lam"


def read(content: bytes, name: str = "bieu.xlsx", end: date | None = END, area: str = ""):
    """The file by what is suggested for its headings: (values by key, frame)."""
    book = read_book(content, name)
    found = layouts(book, AREAS)
    assert found, "no table was found"
    pairs = [(layout, suggest(layout, CATALOGUE, AREAS, end)) for layout in found]
    frame = together(book, pairs, CATALOGUE, AREAS, Asked(end, area=area))
    kinds = [() if k == "actual" else (k,) for k in frame["kind"]]
    keys = [(i, a, *k) for i, a, k in zip(frame["indicator"], frame["area"], kinds)]
    assert len(set(keys)) == len(keys)
    return dict(zip(keys, frame["value"].map(float))), frame


def vni(text: str) -> str:
    """Marks as the fonts of VNI have them; written by hand for the words below."""
    return {"Tổng số hộ": "Toång soá hoä", "Số hộ nghèo": "Soá hoä ngheøo", "Kiên Lương": "Kieân Löông"}.get(
        text, {"Rạch Giá": "Raïch Giaù", "Đơn vị": "Ñôn vò", "Tổng cộng": "Toång coäng"}.get(text, text)
    )


def tcvn3(text: str) -> str:
    """As the fonts of TCVN3 have them."""
    return {"Tổng số hộ": "Tæng sè hé", "Số hộ nghèo": "Sè hé nghÌo", "Kiên Lương": "Kiªn L­¬ng"}.get(
        text, {"Rạch Giá": "R¹ch Gi¸", "Đơn vị": "§¬n vÞ", "Tổng cộng": "Tæng céng"}.get(text, text)
    )


def in_font(font) -> bytes:
    rows = [HEAD, *TWO, ["", "Tổng cộng", 220, 59255]]
    return xlsx([[font(c) if isinstance(c, str) else c for c in row] for row in rows])


READ = {  # what is odd → (file, name, values)
    "plain": (xlsx([HEAD, *TWO]), "a.xlsx", POOR),
    "titles and unit above": (
        xlsx([["UBND TỈNH", None, "CỘNG HÒA"], [], ["HỘ NGHÈO NĂM 2023"], ["Đơn vị tính: hộ"], HEAD, *TWO]),
        "a.xlsx",
        POOR,
    ),
    "two rows of headings, merged": (
        xlsx(
            [
                ["TT", "Đơn vị", "Hộ nghèo", None, "Hộ cận nghèo", None],
                [None, None, "Số hộ", "Tỷ lệ (%)", "Số hộ", "Tỷ lệ (%)"],
                [1, "Rạch Giá", 120, "0,31", 90, "0,24"],
                [2, "Kiên Lương", 100, "0,48", 50, "0,2"],
            ],
            merged="A1:A2 B1:B2 C1:D1 E1:F1",
        ),
        "a.xlsx",
        {
            **{("so_ho_ngheo", R): 120, ("so_ho_ngheo", L): 100},
            **{("ty_le_ho_ngheo", R): 0.31, ("ty_le_ho_ngheo", L): 0.48},
            **{("so_ho_can_ngheo", R): 90, ("so_ho_can_ngheo", L): 50},
            **{("ty_le_ho_can_ngheo", R): 0.24, ("ty_le_ho_can_ngheo", L): 0.2},
        },
    ),
    "three rows of headings": (
        xlsx(
            [
                ["TT", "Đơn vị", "Kết quả giải quyết việc làm", None, None],
                [None, None, "Kế hoạch", "Thực hiện", None],
                [None, None, None, "Tổng số", "Trong đó: đi làm việc ở nước ngoài"],
                [1, "Rạch Giá", 500, 620, 12],
                [2, "Kiên Lương", 300, 280, 3],
            ],
            merged="A1:A3 B1:B3 C1:E1 C2:C3 D2:E2",
        ),
        "a.xlsx",
        {
            **{(JOBS, R, "plan"): 500, (JOBS, L, "plan"): 300, (JOBS, R): 620, (JOBS, L): 280},
            **{("viec_lam_nuoc_ngoai", R): 12, ("viec_lam_nuoc_ngoai", L): 3},
        },
    ),
    "headings of two rows in a text file": (
        csv(
            [
                ["TT", "Đơn vị", "Hộ nghèo", "", "Tổng số hộ"],
                ["", "", "Số hộ", "Tỷ lệ (%)", ""],
                [1, "Rạch Giá", 120, "0,31", 38255],
            ]
        ),
        "a.csv",
        {("so_ho_ngheo", R): 120, ("ty_le_ho_ngheo", R): 0.31, ("tong_so_ho", R): 38255},
    ),
    "row of column numbers": (xlsx([HEAD, ["(1)", "(2)", "(3)", "(4)"], *TWO]), "a.xlsx", POOR),
    "row of letters and numbers": (xlsx([HEAD, ["A", "B", 1, "2=1+3"], *TWO]), "a.xlsx", POOR),
    "groups with Roman numbers": (
        xlsx([HEAD, ["I", "Vùng biển"], TWO[0], ["II", "Vùng đất liền"], TWO[1]]),
        "a.xlsx",
        POOR,
    ),
    "groups with their sums": (
        xlsx([HEAD, ["I", "Vùng biển", 120, 38255], TWO[0], ["II", "Vùng trong", 100, 21000], TWO[1]]),
        "a.xlsx",
        POOR,
    ),
    "total first": (xlsx([HEAD, [None, "Toàn tỉnh", 220, 59255], *TWO]), "a.xlsx", POOR),
    "total last, over two columns": (
        xlsx([HEAD, *TWO, ["Tổng cộng", None, 220, 59255]], merged="A4:B4"),
        "a.xlsx",
        POOR,
    ),
    "total named like the province": (
        xlsx([HEAD, *TWO, ["", "Tỉnh Kiên Giang", 220, 59255]]),
        "a.xlsx",
        POOR,
    ),
    "spaced total": (xlsx([HEAD, *TWO, ["", "C Ộ N G", 220, 59255]]), "a.xlsx", POOR),
    "notes and signatures below": (
        xlsx([HEAD, *TWO, [], ["Ghi chú: số chính thức"], [None, "NGƯỜI LẬP BIỂU", None, "GIÁM ĐỐC"]]),
        "a.xlsx",
        POOR,
    ),
    "other order, ranks, no accents": (
        xlsx([HEAD, [1, "HUYEN KIEN LUONG", 100, 21000], [2, "TP.Rach Gia", 120, 38255]]),
        "a.xlsx",
        POOR,
    ),
    "numbers before names": (
        xlsx([HEAD[1:], ["1. TP Rạch Giá", 120, 38255], ["2) H. Kiên Lương", 100, 21000]]),
        "a.xlsx",
        POOR,
    ),
    "decomposed letters": (
        xlsx(
            [HEAD, [1, "Ra\u0323ch Gia\u0301", 120, 38255], [2, "Kie\u0302n Lu\u031bo\u031bng", 100, 21000]]
        ),
        "a.xlsx",
        POOR,
    ),
    "font of TCVN3": (in_font(tcvn3), "a.xlsx", POOR),
    "font of VNI": (in_font(vni), "a.xlsx", POOR),
    "UTF-16, tabs": (csv([HEAD, *TWO], "\t", "utf-16"), "a.csv", POOR),
    "semicolons, byte order mark": (csv([HEAD, *TWO], ";", "utf-8-sig"), "a.csv", POOR),
    "TCVN3 in a text file": (
        csv([[tcvn3(str(c)) for c in row] for row in [HEAD, *TWO]], encoding="cp1252"),
        "a.csv",
        POOR,
    ),
    "dash and blank are no figure": (
        xlsx([HEAD, [1, "Rạch Giá", "-", 38255], [2, "Kiên Lương", None, 21000]]),
        "a.xlsx",
        {("tong_so_ho", R): 38255, ("tong_so_ho", L): 21000},
    ),
    "zero is a figure": (
        xlsx([HEAD, [1, "Rạch Giá", 0, 38255], [2, "Kiên Lương", "0", 21000]]),
        "a.xlsx",
        {**POOR, ("so_ho_ngheo", R): 0, ("so_ho_ngheo", L): 0},
    ),
    "thousands by the counts beside": (
        xlsx([HEAD, [1, "Rạch Giá", "1.000", "38.255"], [2, "Kiên Lương", "100", "21.000"]]),
        "a.xlsx",
        {**POOR, ("so_ho_ngheo", R): 1000},
    ),
    "English marks": (
        xlsx([HEAD, [1, "Rạch Giá", "1,120", "1,038,255"], [2, "Kiên Lương", 100, "21,000"]]),
        "a.xlsx",
        {**POOR, ("so_ho_ngheo", R): 1120, ("tong_so_ho", R): 1038255},
    ),
    "words in numbers": (
        xlsx([HEAD, [1, "Rạch Giá", "120 hộ", "38 nghìn 255"], TWO[1]]),
        "a.xlsx",
        POOR,
    ),
    "cells that show per cent": (
        xlsx(
            [["TT", "Đơn vị", "Tỷ lệ hộ nghèo (%)"], [1, "Rạch Giá", 0.0465], [2, "Kiên Lương", "4,8%"]],
            percent="C2",
        ),
        "a.xlsx",
        {("ty_le_ho_ngheo", R): 4.65, ("ty_le_ho_ngheo", L): 4.8},
    ),
    "thousands of households": (
        xlsx([["TT", "Đơn vị", "Tổng số hộ (nghìn hộ)"], [1, "Rạch Giá", "38,25"], [2, "Kiên Lương", 21]]),
        "a.xlsx",
        {("tong_so_ho", R): 38250, ("tong_so_ho", L): 21000},
    ),
    "money in another unit": (
        xlsx(
            [
                ["Đơn vị tính: triệu đồng"],
                ["TT", "Đơn vị", "Kinh phí trợ cấp xã hội", "Kinh phí quà Tết cho hộ nghèo (đồng)"],
                [1, "Rạch Giá", 67500, 2000000],
                [2, "Kiên Lương", "67,5 tỷ", 500000],
            ]
        ),
        "a.xlsx",
        {
            **{("kinh_phi_tro_cap_xa_hoi", R): 67.5, ("kinh_phi_tro_cap_xa_hoi", L): 67.5},
            **{("kinh_phi_qua_tet_ho_ngheo", R): 2, ("kinh_phi_qua_tet_ho_ngheo", L): 0.5},
        },
    ),
    "plan, actual, estimate": (
        xlsx(
            [
                ["TT", "Đơn vị", "Giải quyết việc làm", None, None, None],
                [None, None, "Kế hoạch năm 2023", "Thực hiện năm 2022", "Ước thực hiện 2023", "% so với KH"],
                [1, "Rạch Giá", 500, 450, 520, "104%"],
            ],
            merged="A1:A2 B1:B2 C1:F1",
        ),
        "a.xlsx",
        {(JOBS, R, "plan"): 500, (JOBS, R, "estimate"): 520},
    ),
    "headings in English": (
        xlsx(
            [["No", "District", "Poor households", "Household poverty rate (%)"], [1, "Rach Gia", 120, 0.31]]
        ),
        "a.xlsx",
        {("so_ho_ngheo", R): 120, ("ty_le_ho_ngheo", R): 0.31},
    ),
    "districts across": (
        xlsx(
            [
                ["TT", "Chỉ tiêu", "ĐVT", "Rạch Giá", "Kiên Lương", "Tổng cộng"],
                [1, "Số hộ nghèo", "hộ", 120, 100, 220],
                [2, "Tỷ lệ hộ nghèo", "%", "0,31", "0,48", None],
            ]
        ),
        "a.xlsx",
        {
            **{("so_ho_ngheo", R): 120, ("so_ho_ngheo", L): 100},
            **{("ty_le_ho_ngheo", R): 0.31, ("ty_le_ho_ngheo", L): 0.48},
        },
    ),
    "districts across, plan and actual under each": (
        xlsx(
            [
                ["TT", "Chỉ tiêu", "ĐVT", "Rạch Giá", None, "Kiên Lương", None],
                [None, None, None, "KH", "TH", "KH", "TH"],
                [1, "Giải quyết việc làm", "người", 500, 620, 300, 280],
            ],
            merged="D1:E1 F1:G1",
        ),
        "a.xlsx",
        {(JOBS, R, "plan"): 500, (JOBS, R): 620, (JOBS, L, "plan"): 300, (JOBS, L): 280},
    ),
    "one district, indicators down": (
        xlsx(
            [
                ["UBND HUYỆN KIÊN LƯƠNG"],
                ["BÁO CÁO NĂM 2023"],
                ["TT", "Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện", "Ghi chú"],
                ["I", "GIẢM NGHÈO"],
                [1, "Số hộ nghèo", "hộ", None, 100, "giảm"],
                [None, "- Tỷ lệ", "%", None, "0,48"],
                ["II", "VIỆC LÀM"],
                [1, "Giải quyết việc làm", "người", "300", "280"],
            ]
        ),
        "a.xlsx",
        {("so_ho_ngheo", L): 100, ("ty_le_ho_ngheo", L): 0.48, (JOBS, L, "plan"): 300, (JOBS, L): 280},
    ),
    "one district, one row": (
        xlsx([["Năm 2023"], HEAD, TWO[1]]),
        "a.xlsx",
        {k: v for k, v in POOR.items() if k[1] == L},
    ),
    "two tables on a sheet": (
        xlsx(
            [
                HEAD[:3],
                *(r[:3] for r in TWO),
                [],
                ["Biểu thứ hai"],
                ["STT", "Đơn vị", "Tổng số hộ"],
                *([r[0], r[1], r[3]] for r in TWO),
            ]
        ),
        "a.xlsx",
        POOR,
    ),
    "headings repeated on the second page": (xlsx([HEAD, TWO[0], HEAD, TWO[1]]), "a.xlsx", POOR),
    "two sheets": (
        xlsx([HEAD[:3], *(r[:3] for r in TWO)], [HEAD[:2] + HEAD[3:], *([r[0], r[1], r[3]] for r in TWO)]),
        "a.xlsx",
        POOR,
    ),
    "OpenDocument": (ods([HEAD, *TWO]), "a.ods", POOR),
    "OpenDocument, per cent": (
        ods([["TT", "Đơn vị", "Tỷ lệ hộ nghèo"], [1, "Rạch Giá", "4.65%"]]),
        "a.ods",
        {("ty_le_ho_ngheo", R): 4.65},
    ),
    "old Excel": (
        (Path(__file__).parent / "cases" / "bieu_01.xls").read_bytes(),
        "a.xls",
        {**POOR, ("ty_le_ho_ngheo", R): 0.31, ("ty_le_ho_ngheo", L): 0.48},
    ),
    "an area column to the right of its code": (
        xlsx([["Mã", "Tên huyện", "Số hộ nghèo"], ["899", "Rạch Giá", 120], ["902", "Kiên Lương", 100]]),
        "a.xlsx",
        {("so_ho_ngheo", R): 120, ("so_ho_ngheo", L): 100},
    ),
}


@pytest.mark.parametrize("name", READ)
def test_a_table_is_read_as_a_person_reads_it(name):
    content, file, values = READ[name]

    found, frame = read(content, file)

    assert found == values
    assert frame.attrs["faults"] == []
    assert (frame["period_end"] == "2023-12-31").all() and frame["cell"].str.fullmatch("[A-Z]+[0-9]+").all()


FAULTS = {  # what is wrong → (file, name, the cell or "" for the whole, words of the message)
    "a total that differs": (
        xlsx([HEAD, *TWO, [None, "Tổng cộng", 221, 59255]]),
        "a.xlsx",
        "C4",
        "cộng lại là 220",
    ),
    "a group's total that differs": (
        xlsx([HEAD, ["I", "Vùng biển", 121, 38255], TWO[0], ["II", "Vùng trong", 100, 21000], TWO[1]]),
        "a.xlsx",
        "C2",
        "cộng lại là 120",
    ),
    "a total across that differs": (
        xlsx([["TT", "Chỉ tiêu", "Rạch Giá", "Kiên Lương", "Cộng"], [1, "Số hộ nghèo", 120, 100, 219]]),
        "a.xlsx",
        "E2",
        "cộng lại là 220",
    ),
    "a total that is no number": (
        xlsx([HEAD, *TWO, [None, "Tổng cộng", "220?", 59255]]),
        "a.xlsx",
        "C4",
        "không phải số",
    ),
    "a district that is none": (
        xlsx([HEAD, TWO[0], [2, "Kiên Lươn", 100, 21000], TWO[1]]),
        "a.xlsx",
        "C3",
        "Có phải ý bạn là Huyện Kiên Lương?",
    ),
    "a row without a name": (
        xlsx([HEAD, TWO[0], [2, None, 100, 21000], TWO[1]]),
        "a.xlsx",
        "C3",
        "không có tên đơn vị",
    ),
    "an unknown row below": (
        xlsx([HEAD, *TWO, [3, "Đảo Xa", 7, 70]]),
        "a.xlsx",
        "D4",
        "không nhận ra đơn vị “Đảo Xa”",
    ),
    "a column of no district": (
        xlsx([["TT", "Chỉ tiêu", "Rạch Giá", "Kiên Lương", "Đảo Xa"], [1, "Số hộ nghèo", 120, 100, 9]]),
        "a.xlsx",
        "E2",
        "“Đảo Xa” không phải đơn vị nào",
    ),
    "a text for a number": (
        xlsx([HEAD, [1, "Rạch Giá", "nhiều", 38255], TWO[1]]),
        "a.xlsx",
        "C2",
        "“nhiều” không phải số",
    ),
    "a number that can be two": (
        xlsx([["TT", "Đơn vị", "Kinh phí trợ cấp xã hội (tỷ đồng)"], [1, "Rạch Giá", "12.500"]]),
        "a.xlsx",
        "C2",
        "12500 nếu là hàng nghìn, 12.5 nếu là số thập phân",
    ),
    "habits that contradict": (
        xlsx(
            [
                ["TT", "Đơn vị", "Kinh phí trợ cấp xã hội (tỷ đồng)"],
                *([1, "Rạch Giá", "12.500"], [2, "Kiên Lương", "1.234.567"], [3, "Hà Tiên", "1,234,567"]),
            ]
        ),
        "a.xlsx",
        "C2",
        "có thể là 12500 hoặc 12.5",
    ),
    "a count with thousands that nothing tells": (
        xlsx([HEAD, [1, "Rạch Giá", "1.000", 38255]]),
        "a.xlsx",
        "C2",
        "có thể là 1000 hoặc 1",
    ),
    "per cent in a count": (xlsx([HEAD, [1, "Rạch Giá", "12%", 38255]]), "a.xlsx", "C2", "là phần trăm"),
    "another unit in the cell": (
        xlsx([HEAD, [1, "Rạch Giá", "12 căn", 38255]]),
        "a.xlsx",
        "C2",
        "đơn vị căn",
    ),
    "an error of Excel": (xlsx([HEAD, [1, "Rạch Giá", "#REF!", 38255]]), "a.xlsx", "C2", "ô báo lỗi #REF!"),
    "a formula never computed": (
        xlsx([HEAD, [1, "Rạch Giá", "=1+2", 38255]]),
        "a.xlsx",
        "C2",
        "chưa được tính",
    ),
    "a merged figure": (xlsx([HEAD, *TWO], merged="C2:C3"), "a.xlsx", "C3", "gộp vào ô C2"),
    "a number without a heading": (xlsx([HEAD, [*TWO[0], 7], TWO[1]]), "a.xlsx", "E2", "không có tiêu đề"),
    "another year in the title": (
        xlsx([["HỘ NGHÈO NĂM 2021"], HEAD, *TWO]),
        "a.xlsx",
        "",
        "kỳ đến 31/12/2021",
    ),
    "beyond what can be kept": (xlsx([HEAD, [1, "Rạch Giá", 10**17, 38255]]), "a.xlsx", "C2", "lớn quá mức"),
    "a unit that the indicator has not": (
        xlsx([["Huyện Kiên Lương"], [], ["TT", "Chỉ tiêu", "ĐVT", "TH"], [1, "Số hộ thoát nghèo", "căn", 7]]),
        "a.xlsx",
        "D4",
        "đơn vị tính “căn”",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_is_wrong_is_found_at_its_cell(name):
    content, file, cell, words = FAULTS[name]

    _, frame = read(content, file)

    found = [f for f in frame.attrs["faults"] if f.cell == cell]
    assert any(words in f"{f.problem} {f.remedy}" for f in found), frame.attrs["faults"]
    assert all(f.file == file and f.remedy for f in frame.attrs["faults"])


SAID = {  # what is said and taken → (file, name, words)
    "hidden row": (xlsx([HEAD, *TWO], hide="3"), "a.xlsx", "dòng bị ẩn vẫn được đọc: 3"),
    "hidden column": (xlsx([HEAD, *TWO], hide="D"), "a.xlsx", "cột bị ẩn vẫn được đọc: D"),
    "hidden sheet": (
        xlsx([HEAD, *TWO], [["cũ", 5]], names="A|B", hide="!B"),
        "a.xlsx",
        "không đọc trang ẩn “B”",
    ),
    "a sheet without a table": (xlsx([HEAD, *TWO], [["lời nói đầu"]], names="A|B"), "a.xlsx", "ở trang “B”"),
    "notes": (
        xlsx([HEAD, *TWO, [], ["Người lập biểu"]]),
        "a.xlsx",
        "dòng 5 ngoài bảng không được đọc (Người lập biểu)",
    ),
    "an unknown column": (
        xlsx([[*HEAD, "Số con trâu"], [*TWO[0], 5], TWO[1]]),
        "a.xlsx",
        "“Số con trâu” không được đọc",
    ),
    "a column of comparison": (
        xlsx([[*HEAD, "So với cùng kỳ (%)"], [*TWO[0], 5], TWO[1]]),
        "a.xlsx",
        "cột E",
    ),
    "thousands by habit": (
        xlsx([HEAD, [1, "Rạch Giá", "1.255", 38255]]),
        "a.xlsx",
        "“1.255” được đọc là 1255",
    ),
    "font": (in_font(tcvn3), "a.xlsx", "phông TCVN3 (ABC) ở 6 ô"),
    "money without a unit": (
        xlsx([["TT", "Đơn vị", "Kinh phí trợ cấp xã hội"], [1, "Rạch Giá", 67.5]]),
        "a.xlsx",
        "được đọc theo tỷ đồng",
    ),
    "the total of a rate": (
        xlsx([["TT", "Đơn vị", "Tỷ lệ hộ nghèo (%)"], [1, "Rạch Giá", 1.5], [None, "Tổng cộng", 2]]),
        "a.xlsx",
        "không cộng được",
    ),
    "hidden row of old Excel": (
        (Path(__file__).parent / "cases" / "bieu_01.xls").read_bytes(),
        "a.xls",
        "dòng bị ẩn vẫn được đọc: 6",
    ),
}


@pytest.mark.parametrize("name", SAID)
def test_what_is_unusual_is_said(name):
    content, file, words = SAID[name]

    _, frame = read(content, file)

    assert any(words in r.problem for r in frame.attrs["remarks"]), frame.attrs["remarks"]


def test_months_since_january_and_the_plan_of_the_year():
    rows = [
        ["6 THÁNG ĐẦU NĂM 2023"],
        ["TT", "Đơn vị", "Việc làm KH", "Việc làm TH"],
        [1, "Rạch Giá", 500, 260],
    ]
    rows[1][2:] = ["Giải quyết việc làm > KH năm 2023", "Giải quyết việc làm TH 6 tháng"]

    _, frame = read(xlsx(rows), end=None)

    days = frame[["kind", "period_start", "period_end"]].itertuples(index=False, name=None)
    assert sorted(days) == [("actual", "2023-01-01", "2023-06-30"), ("plan", "2023-01-01", "2023-12-31")]


def test_columns_of_years_each_have_their_own():
    rows = [["TT", "Đơn vị", "Số hộ nghèo năm 2021", "Số hộ nghèo năm 2022"], [1, "Rạch Giá", 130, 120]]
    book = read_book(xlsx(rows), "a.xlsx")
    (layout,) = layouts(book, AREAS)

    frame = together(book, [(layout, suggest(layout, CATALOGUE, AREAS))], CATALOGUE, AREAS, Asked())

    assert dict(zip(frame["period_end"], frame["value"])) == {"2021-12-31": "130", "2022-12-31": "120"}


def test_a_table_that_names_no_period_or_no_district_says_so():
    rows = [["TT", "Chỉ tiêu", "Thực hiện"], [1, "Số hộ nghèo", 7]]

    _, frame = read(xlsx(rows), end=None)
    found, _ = read(xlsx(rows), area=L)

    problems = " ".join(f.problem for f in frame.attrs["faults"])
    assert "không rõ kỳ" in problems and "không rõ số liệu của đơn vị nào" in problems
    assert found == {("so_ho_ngheo", L): 7}


CELL = '<table:table-cell office:value-type="float" office:value="1"{}><text:p>1</text:p></table:table-cell>'
MANY = CELL.format(' table:number-columns-repeated="150"')
BOMB = f'<table:table-row table:number-rows-repeated="900000">{MANY}</table:table-row>'
GAP = '<table:table-cell table:number-columns-repeated="16000"/>'
FAR = f"<table:table-row>{GAP}{CELL.format('')}</table:table-row>"


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"x" * (5 * 2**20 + 1), "a.csv", "quá 5 MB"),
        (ods([["a"]], BOMB), "a.ods", "quá lớn"),
        (ods([["a"]], FAR), "a.ods", "cột thứ 16001"),
        (ods([["a"]])[:-40], "a.ods", "hỏng"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "a.xls", "hỏng hoặc có mật khẩu"),
        (b"PK\x03\x04 broken", "a.xlsx", "hỏng"),
    ],
    ids=["5 MB", "bomb of rows", "far cell", "cut off", "broken xls", "broken xlsx"],
)
def test_what_cannot_be_read_is_refused_before_it_is_unpacked(content, name, words):
    with pytest.raises(FaultsFound, match=words):
        read_book(content, name)
