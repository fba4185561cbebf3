"""Small tables as offices and tools really write them, one symptom each: what is read, what is refused."""

from datetime import date
from pathlib import Path

import pytest

from data import settings
from data.catalogue_files import read_catalogue
from data.checks import check_rows
from data.errors import Fault, FaultsFound
from data.intake.findings import Checked
from data.intake.tables import read_table
from data.province_files import read_areas
from data.table_files import LONG, OPTIONAL

CASES = Path(__file__).parent / "cases" / "intake"
CATALOGUE = read_catalogue()
AREAS = read_areas(settings.HERE / "provinces" / "kien_giang" / "areas.csv")
REFUSED = {  # file → (line, column, words of the problem or remedy)
    "v-nan.csv": (2, "value", "không phải số"),
    "v-inf.csv": (2, "value", "không phải số"),
    "v-1e400.csv": (2, "value", "không phải số"),
    "v-en-thousand.csv": (2, "value", "không phải số"),
    "v-vn-thousand.csv": (2, "value", "38255 nếu là hàng nghìn"),
    "v-vn-thousand-zeros.csv": (2, "value", "38000 nếu là hàng nghìn"),
    "v-vn-thousand-million.csv": (2, "value", "không phải số"),
    "v-vn-thousand-money.csv": (2, "value", "12500 nếu là hàng nghìn, 12.5 nếu là số thập phân"),
    "v-percent-comma.csv": (2, "value", "Viết 46.5"),
    "v-comma-decimal.csv": (2, "value", "Viết 46.5"),
    "v-unquoted-comma.csv": (2, "", "ô hơn 7 cột"),
    "v-underscore.csv": (2, "value", "không phải số"),
    "v-hex.csv": (2, "value", "không phải số"),
    "v-true.csv": (2, "value", "không phải số"),
    "v-exp.csv": (2, "value", "không phải số"),
    "v-arabic.csv": (2, "value", "không phải số"),
    "v-fullwidth.csv": (2, "value", "không phải số"),
    "v-space-inside.csv": (2, "value", "không phải số"),
    "v-nbsp-inside.csv": (2, "value", "không phải số"),
    "v-minus-unicode.csv": (2, "value", "không phải số"),
    "v-trailing-dot.csv": (2, "value", "không phải số"),
    "v-2pow53.csv": (2, "value", "chính xác"),
    "d-3102.csv": (2, "period_end", "không phải ngày"),
    "d-20177.csv": (2, "period_end", "không phải ngày"),
    "d-serial.csv": (2, "period_end", "số ngày của Excel"),
    "d-vn.csv": (2, "period_end", "Viết 2017-12-31"),
    "d-2107.csv": (2, "period_end", "năm từ 1945"),
    "d-1017.csv": (2, "period_end", "năm từ 1945"),
    "d-end-before.csv": (2, "period_end", "trước khi bắt đầu"),
    "d-future-actual.csv": (2, "period_end", "chưa đến"),
    "d-arabic-digits.csv": (2, "period_end", "không phải ngày"),
    "d-after-boundary.csv": (2, "area", "không còn sau ngày 30/06/2025"),
    "published-9999.csv": (2, "published", "không phải ngày"),
    "published-9999-province.csv": (3, "published", "không phải ngày"),
    "published-99-on-card.csv": (2, "published", "không phải ngày"),
    "empty.csv": (None, "", "rỗng"),
    "nul.csv": (None, "", "NUL"),
    "dup-header.csv": (1, "value", "hai cột cùng tên"),
    "unknown-col.csv": (1, "dân số", "cột lạ"),
    "ragged-long.csv": (3, "", "ô hơn 11 cột"),
    "quote-open-end.csv": (2, "", "dấu nháy kép"),
    "title-above.csv": (1, "", "Xoá các dòng trên dòng 2"),
    "dup-key.csv": (3, "indicator", "trùng khóa với dup-key.csv, dòng 2"),
    "dup-key-standard.csv": (3, "indicator", "trùng khóa với dup-key-standard.csv, dòng 2"),
    "dup-case.csv": (3, "indicator", "so_ho_ngheo"),
    "kind-case.csv": (2, "kind", "actual"),
    "area-zero.csv": (2, "area", "Có phải ý bạn là “912”"),
    "area-float.csv": (2, "area", "Có phải ý bạn là “912”"),
    "binary.csv": (None, "", "không phải văn bản CSV"),
    "null-word.csv": (2, "value", "không phải số"),
    "dash.csv": (2, "value", "không phải số"),
    "pic.png": (None, "", "không đọc được loại tệp"),
    "old.xls": (None, "", "Excel cũ (.xls)"),
    "x-serial.xlsx": (2, "period_end", "định dạng ô là Ngày"),
    "x-formula-uncached.xlsx": (2, "", "công thức"),
    "x-error-source.xlsx": (2, "", "#N/A"),
    "x-merged.xlsx": (3, "indicator", "gộp vào ô A2"),
    "x-area-as-date.xlsx": (2, "area", "không có đơn vị"),
    "x-float-count.xlsx": (2, "value", "không phải số nguyên"),
    "x-bool.xlsx": (2, "value", "không phải số"),
    "x-other-layout.xlsx": (1, "", "tiêu đề"),
    "x-encrypted.xlsx": (None, "", "mật khẩu"),
    "x-truncated.xlsx": (None, "", "chưa tải xong"),
    "x-ods-renamed.xlsx": (None, "", "Đổi đuôi tệp thành .ods"),
    "x-csv-renamed.xlsx": (None, "", "Đổi đuôi tệp thành .csv"),
    "x-html-renamed.xlsx": (None, "", "HTML"),
    "x-empty.xlsx": (None, "", "rỗng"),
    "xlsx-renamed.csv": (None, "", "Đổi đuôi tệp thành .xlsx"),
}
TAKEN = {  # file → (values, words of a remark or "")
    "v-plus.csv": ([5], ""),
    "v-neg-zero.csv": ([0], ""),
    "v-rate-fraction-of-noise.csv": ([6.2], ""),
    "d-future-plan.csv": ([5], ""),
    "d-before-boundary.csv": ([5], "trước ngày 29/06/2009"),
    "d-flow-not-jan.csv": ([5], "không phải từ đầu năm"),
    "bom.csv": ([5], ""),
    "semicolon.csv": ([5], ""),
    "tab.csv": ([5], ""),
    "utf16.csv": ([5], "UTF-16"),
    "cp1258.csv": ([5], "Windows-1258"),
    "tcvn3.csv": ([5], "TCVN3"),
    "nfd.csv": ([5], ""),
    "crlf.csv": ([5], ""),
    "cr-only.csv": ([5], ""),
    "header-case.csv": ([5], ""),
    "header-space.csv": ([5], ""),
    "header-trailing-commas.csv": ([5], ""),
    "rows-trailing-comma.csv": ([5, 5], ""),
    "short-row.csv": ([5], ""),
    "short-row2.csv": ([5], ""),
    "blank-lines.csv": ([5], ""),
    "area-zwsp.csv": ([5], ""),
    "area-nbsp.csv": ([5], ""),
    "inject.csv": ([5], ""),
    "html.csv": ([5], ""),
    "two-standards.csv": ([210, 90, 333, 111], "không phải từ đầu năm"),
    "s-province-contradicts.csv": (None, ""),
    "s-rate-average.csv": (None, ""),
    "s-rate-contradicts.csv": ([55.5], ""),
    "illustrative-over-reported.csv": ([4444], ""),
    "x-dates.xlsx": ([5], ""),
    "x-percent-cell.xlsx": ([4.65], ""),
    "x-scaled-format.xlsx": ([38255], ""),
    "x-1904.xlsx": ([5], ""),
    "x-hidden-row.xlsx": ([5, 6], "dòng bị ẩn vẫn được đọc: 3"),
    "x-two-sheets.xlsx": ([5], "không đọc trang “Số liệu”"),
    "x-text-number.xlsx": ([38255], ""),
    "x-float-noise.xlsx": ([0.3], ""),
    "x-far-cell.xlsx": ([5], ""),
    "x-sheet-protected.xlsx": ([5], ""),
    "x-filter-nonblank.xlsx": ([5], ""),
    "x-dimension-lie.xlsx": ([5], ""),
    "x-dimension-a1.xlsx": ([5], ""),
}
ELSEWHERE = {"header-only.csv", "s-part-gt-total.csv"}  # judged with what the lake holds: test_publish.py


def checked(path: Path) -> Checked:
    """The file as an office's, on a day after all figures."""
    return check_rows(
        read_table(path, LONG, OPTIONAL), CATALOGUE, AREAS, "reported", today=date(2026, 11, 27)
    )


def faults(path: Path) -> list[Fault]:
    """What is wrong with the file, by the reader or by the rules."""
    try:
        return checked(path).faults
    except FaultsFound as found:
        return found.faults


def test_every_case_has_a_result():
    assert {p.name for p in CASES.iterdir()} == REFUSED.keys() | TAKEN.keys() | ELSEWHERE


@pytest.mark.parametrize("name", REFUSED)
def test_a_wrong_table_is_refused_at_its_place_with_the_reason(name):
    line, column, words = REFUSED[name]
    found = [f for f in faults(CASES / name) if (f.line, f.column) == (line, column)]

    assert any(words in f"{f.problem} {f.remedy}" for f in found)
    assert all(f.file == name and f.remedy for f in found)


@pytest.mark.parametrize("name", TAKEN)
def test_a_readable_table_is_read_as_it_is_meant(name):
    values, words = TAKEN[name]
    found = checked(CASES / name)

    assert found.faults == []
    if values is not None:
        assert found.frame["value"].tolist() == values
    assert not found.frame.isin(["nan", "None"]).any(axis=None)
    remarks = " ".join(r.problem for r in found.remarks)
    assert words in remarks if words else remarks == ""


@pytest.mark.parametrize("name", ["x-dates.xlsx", "x-1904.xlsx", "x-dimension-a1.xlsx"])
def test_a_day_of_excel_is_the_day_it_shows(name):
    assert checked(CASES / name).frame["period_end"].tolist() == [date(2017, 12, 31)]


def test_every_error_cell_of_a_workbook_is_named_with_sheet_and_cell():
    found = [str(f) for f in faults(CASES / "x-error-source.xlsx")]

    assert "trang “Sheet”, ô I2: ô báo lỗi #N/A" in found[0]
    assert "trang “Sheet”, ô K2: ô báo lỗi #DIV/0!" in found[1]


def test_a_value_of_a_workbook_is_named_with_its_cell():
    assert "trang “Sheet”, ô G2, cột “value”" in str(faults(CASES / "x-float-count.xlsx")[0])


def test_text_is_stored_composed_and_without_unseen_marks():
    assert checked(CASES / "nfd.csv").frame["source"].tolist() == ["Quyết định số 1"]
    assert checked(CASES / "area-zwsp.csv").frame["area"].tolist() == ["912"]


def test_a_folder_is_refused(tmp_path):
    (tmp_path / "folder.csv").mkdir()

    assert "thư mục" in faults(tmp_path / "folder.csv")[0].problem
