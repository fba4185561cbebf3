"""Templates: what is locked, validated, said and shown for reference, and what cannot be asked for."""

from datetime import date

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from data.__main__ import main
from data.editions import newest
from data.errors import NoTemplate
from data.intake.template_form import HIDDEN, MARKER
from data.publish import publish
from data.templates import write_template
from tests.made_up import DISTRICTS, HEADER, stock

ASKED = {"domain": None, "indicators": ("so_ho_ngheo", "ty_le_ho_ngheo", "giai_quyet_viec_lam")}


@pytest.fixture
def sheet(edition, tmp_path) -> Worksheet:
    """The visible sheet of a template for 2018 of the made-up province."""
    write_template(tmp_path / "bieu.xlsx", **ASKED, year=2018)
    return load_workbook(tmp_path / "bieu.xlsx").worksheets[0]


def at(sheet: Worksheet, row: str, column: str):
    """The cell by the hidden ids of its row and column."""
    rows = {cell.value: cell.row for cell in sheet["A"] if cell.value}
    columns = {cell.value: cell.column for cell in sheet[1] if cell.value}
    return sheet.cell(rows[row], columns[column])


def rule(sheet: Worksheet, cell):
    """The data validation of a cell."""
    return next(v for v in sheet.data_validations.dataValidation if cell.coordinate in v.sqref)


def test_only_input_cells_are_unlocked_and_there_is_no_password(sheet):
    open_cells = {c.coordinate for row in sheet.iter_rows() for c in row if not c.protection.locked}
    inputs = {
        at(sheet, f"{indicator}|{area}", kind).coordinate
        for indicator in ASKED["indicators"]
        for area in (*DISTRICTS, *(("Z",) if indicator == "ty_le_ho_ngheo" else ()))
        for kind in ("plan", "estimate", "actual", "note")
        if not (indicator == "so_ho_ngheo" and kind == "plan")
    }
    header = {c.coordinate for c in sheet[at(sheet, "source", "area").row][2:10]}

    assert sheet.protection.sheet and not sheet.protection.password
    assert open_cells - header == inputs | {at(sheet, "published", "area").coordinate}
    assert at(sheet, "source", "area").coordinate in open_cells


def test_cells_are_validated_by_type_with_vietnamese_messages(sheet):
    count, rate = (rule(sheet, at(sheet, f"{i}|Z1", "actual")) for i in ("so_ho_ngheo", "ty_le_ho_ngheo"))

    assert (count.type, count.formula1) == ("whole", "0") and "Nhập số nguyên" in count.error
    assert (rate.type, rate.formula1, rate.formula2) == ("decimal", "0", "100")
    assert "hộ" in count.prompt and "từ 0 đến 100" in rate.error


def test_a_comment_tells_definition_unit_and_deadline(sheet):
    said = at(sheet, "ty_le_ho_ngheo|Z", "indicator").comment.text

    assert "Số hộ nghèo chia cho tổng số hộ dân cư" in said
    assert "Đơn vị tính: %" in said and "31/01/2019" in said


def test_the_sum_of_the_districts_is_a_formula_over_their_cells(sheet):
    total = at(sheet, "so_ho_ngheo|sum", "actual")
    first, last = (at(sheet, f"so_ho_ngheo|{area}", "actual").coordinate for area in ("Z1", "Z4"))

    assert total.value == f'=IF(COUNT({first}:{last})<1,"",SUM({first}:{last}))' and total.protection.locked


def test_the_last_figures_stand_beside_with_their_day(sheet):
    shown = [
        (
            at(sheet, f"so_ho_ngheo|{area}", "before").value,
            at(sheet, f"so_ho_ngheo|{area}", "before_period").value,
        )
        for area in DISTRICTS
    ]

    assert shown == [(60, "31/12/2017"), (20, "31/12/2017"), (0, "31/12/2017"), (4, "31/12/2017")]
    assert at(sheet, "giai_quyet_viec_lam|Z4", "before").value == 40  # of 2016: nothing for 2017
    assert at(sheet, "giai_quyet_viec_lam|Z4", "before_period").value == "31/12/2016"


def test_flows_are_shown_up_to_the_same_month(edition, tmp_path):
    write_template(tmp_path / "quy.xlsx", **ASKED, year=2018, month=3)
    sheet = load_workbook(tmp_path / "quy.xlsx").worksheets[0]

    assert at(sheet, "giai_quyet_viec_lam|Z1", "before").value == 150 // 4
    assert at(sheet, "giai_quyet_viec_lam|Z1", "before_period").value == "31/03/2017"
    assert "lũy kế 3 tháng năm 2018" in sheet["B3"].value


def test_illustrative_figures_are_left_out(edition, tmp_path):
    made_up = tmp_path / "minh_hoa.csv"
    row = stock("dan_so", "Z1", 2017, 77, status="illustrative")
    made_up.write_text(HEADER + row, encoding="utf-8")
    publish(made_up, "thử", "số minh họa")
    write_template(tmp_path / "dan_so.xlsx", domain=None, indicators=("dan_so",), year=2018)
    sheet = load_workbook(tmp_path / "dan_so.xlsx").worksheets[0]

    assert newest().kind == "rehearsal"
    assert [at(sheet, f"dan_so|{a}", "before").value for a in DISTRICTS] == [None] * 4


def test_the_hidden_sheet_says_which_figure_each_cell_takes(sheet):
    ids = sheet.parent[HIDDEN]
    rows = [[cell.value for cell in row] for row in ids.iter_rows(min_row=8)]
    cell = at(sheet, "giai_quyet_viec_lam|Z2", "actual").coordinate
    found = next(row for row in rows if row[0] == cell)

    assert ids.sheet_state == "veryHidden" and sheet["A1"].value == MARKER
    assert found[2:7] == ["giai_quyet_viec_lam", "Z2", "actual", "2018-01-01", "2018-12-31"]
    assert {row[7] for row in rows if row[2] == "so_ho_ngheo"} == {"chuan_2016"}


def test_it_freezes_and_prints_on_a4_landscape(sheet):
    assert sheet.freeze_panes == "D10" and sheet.row_dimensions[1].hidden
    assert sheet.column_dimensions["A"].hidden
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.print_title_rows == "$9:$9"


def test_the_head_tells_subject_period_unit_and_deadline(edition, tmp_path):
    write_template(tmp_path / "mot.xlsx", domain=None, indicators=("so_ho_ngheo",), year=2018, area="Z2")
    sheet = load_workbook(tmp_path / "mot.xlsx").worksheets[0]

    assert [sheet[f"B{row}"].value for row in (2, 4, 5)] == [
        "BIỂU SỐ LIỆU: SỐ HỘ NGHÈO",
        "Đơn vị tính: hộ",
        "Hạn gửi: 31/01/2019",
    ]
    assert sheet["B3"].value.startswith("Thành phố Hai. Kỳ báo cáo: năm 2018")


@pytest.mark.parametrize(
    "asked, problem",
    [
        ({"indicators": ("so_ho_ngeo",)}, "Có phải ý bạn là “so_ho_ngheo”"),
        ({"domain": "giam_ngeo"}, "Có phải ý bạn là “giam_ngheo”"),
        ({"indicators": ()}, "chưa chọn chỉ tiêu"),
        ({"area": "Z9"}, "không có đơn vị mang mã “Z9”"),
        ({"month": 13}, "không có tháng 13"),
        ({"year": 1017}, "không có năm 1017"),
        ({"year": 2026}, "không còn đơn vị nào"),
    ],
)
def test_what_cannot_be_asked_for_is_told(edition, tmp_path, asked, problem):
    with pytest.raises(NoTemplate, match=problem):
        write_template(tmp_path / "x.xlsx", **{**ASKED, "year": 2018, **asked})

    assert not (tmp_path / "x.xlsx").exists()


def test_a_file_that_is_there_is_never_overwritten(edition, tmp_path, capsys):
    path = tmp_path / "da_dien.xlsx"
    command = ["template", str(path), "--domain", "giam_ngheo", "--year", str(date(2018, 1, 1).year)]

    assert main(command) == 0 and "ô nhập số" in capsys.readouterr().out
    before = path.read_bytes()
    assert main(command) == 2 and "có thể đã điền số" in capsys.readouterr().err
    assert path.read_bytes() == before
