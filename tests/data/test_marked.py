"""A workbook comes back with its findings at their cells, and is still the office's own."""

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

from data.__main__ import main
from data.errors import Fault, FaultsFound
from data.intake.marked import AUTHOR, FAULT, REMARK, marked
from tests.made_up import HEADER, stock

WRONG = Fault("a.xlsx", 3, "value", "không phải số", "Ghi số.", "Biểu 1", "B3")
ODD = Fault("a.xlsx", 4, "value", "tăng gấp ba", "Xem lại.", "Biểu 1", "B4")
WHOLE = Fault("a.xlsx", None, "", "thiếu trang", "Thêm trang.")


def workbook() -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Biểu 1"
    sheet["A1"], sheet["B3"], sheet["B4"], sheet["B5"] = "Tên", "x1", 30, "=B4*2"
    sheet["B5"].comment = Comment("của đơn vị", "Lan")
    book.create_sheet("Ẩn").sheet_state = "hidden"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def read(content: bytes):
    return load_workbook(BytesIO(content))["Biểu 1"]


def test_findings_stand_at_their_cells_and_the_rest_is_as_it_was():
    sheet = read(marked(workbook(), "a.xlsx", [WRONG, WHOLE], [ODD]))

    assert sheet["B3"].comment.text == "không phải số\n→ Ghi số." and sheet["B3"].comment.author == AUTHOR
    assert sheet["B3"].fill.fgColor.rgb == FAULT.fgColor.rgb
    assert sheet["B4"].fill.fgColor.rgb == REMARK.fgColor.rgb and "gấp ba" in sheet["B4"].comment.text
    assert "thiếu trang" in sheet["A1"].comment.text
    assert (sheet["B3"].value, sheet["B4"].value, sheet["B5"].value) == ("x1", 30, "=B4*2")
    assert sheet["B5"].comment.text == "của đơn vị"


def test_two_findings_of_a_cell_stand_one_after_the_other():
    second = Fault("a.xlsx", 3, "value", "ngoài 0–100", "Sửa.", "Biểu 1", "B3")
    text = read(marked(workbook(), "a.xlsx", [WRONG, second]))["B3"].comment.text

    assert text.index("không phải số") < text.index("ngoài 0–100")


def test_marks_of_an_earlier_check_are_gone():
    before = marked(workbook(), "a.xlsx", [WRONG])
    sheet = read(marked(before, "a.xlsx", [], [ODD]))

    assert sheet["B3"].comment is None and sheet["B3"].fill.fill_type is None
    assert sheet["B4"].comment and sheet["B5"].comment.text == "của đơn vị"


def test_a_text_file_comes_back_as_a_workbook_of_its_lines():
    content = 'indicator,value\n"nhiều\ndòng",1\nx,=1+1\n'.encode()
    fault = Fault("a.csv", 4, "value", "công thức", "Ghi số.")
    sheet = load_workbook(BytesIO(marked(content, "a.csv", [fault]))).worksheets[0]

    assert sheet["A1"].value == "indicator" and "công thức" in sheet["A4"].comment.text
    assert (sheet["B4"].value, sheet["B4"].data_type) == ("=1+1", "s")  # no formula


def test_what_is_no_table_is_refused():
    with pytest.raises(FaultsFound, match="ảnh PNG"):
        marked(b"\x89PNG\r\n\x1a\n", "a.xlsx", [])


def test_the_command_line_writes_it_and_never_over_a_file(edition, tmp_path, capsys):
    table, out = tmp_path / "bang.csv", tmp_path / "ra.xlsx"
    table.write_text(HEADER + stock("so_ho_ngheo", "Z1", 2018, "1.050"), encoding="utf-8")

    assert main(["check", str(table), "--marked", str(out)]) == 2
    sheet = load_workbook(out).worksheets[0]
    assert "1.050" in [cell.value for cell in sheet[2]] and "ba chữ số" in sheet["A2"].comment.text
    assert main(["check", str(table), "--marked", str(table)]) == 2
    assert "bang.csv: không ghi được" in capsys.readouterr().err and table.read_text(encoding="utf-8")
    assert main(["check", str(tmp_path / "khong-co.csv"), "--marked", str(tmp_path / "x.xlsx")]) == 2
