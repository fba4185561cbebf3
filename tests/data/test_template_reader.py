"""Filled templates: read back identically, every fault at its cell, checked and published like any table."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart
from openpyxl.worksheet.worksheet import Worksheet

from data import serving
from data.__main__ import main
from data.editions import newest, stored_rows
from data.errors import FaultsFound
from data.intake import reader
from data.intake.template_form import HIDDEN
from data.publish import check
from data.templates import write_template
from tests.data.test_template import at
from tests.made_up import DISTRICTS

INDICATORS = ("so_ho_ngheo", "ty_le_ho_ngheo", "giai_quyet_viec_lam")
COUNTS = st.none() | st.integers(0, 10**9)
RATES = st.none() | st.floats(0, 100).map(lambda value: round(value, 4))
CELLS = {
    (indicator, area, kind): RATES if indicator.startswith("ty_le") else COUNTS
    for indicator in INDICATORS
    for area in (*DISTRICTS, *(("Z",) if indicator == "ty_le_ho_ngheo" else ()))
    for kind in ("plan", "estimate", "actual")
    if (indicator, kind) != ("so_ho_ngheo", "plan")
}


def read_figures(path: Path):
    """The file's figures by the newest edition's catalogue."""
    on = newest().id
    return reader.read_figures(path, serving.catalogue(on), serving.areas(on))


Fill = Callable[[Worksheet], None]


@pytest.fixture
def blank(edition, tmp_path) -> Path:
    """An empty template of the made-up province for 2018."""
    write_template(tmp_path / "trong.xlsx", domain=None, indicators=INDICATORS, year=2018)
    return tmp_path / "trong.xlsx"


@pytest.fixture
def filled(blank) -> Callable[[Fill], Path]:
    """Fills the template: a source, 50 poor households of the first district, then what is told."""

    def fill(further: Fill) -> Path:
        book = load_workbook(blank)
        sheet = book.worksheets[0]
        at(sheet, "source", "area").value = "BC 12/BC-LĐTBXH"
        at(sheet, "so_ho_ngheo|Z1", "actual").value = 50
        further(sheet)
        path = blank.with_name("da_dien.xlsx")
        book.save(path)
        return path

    return fill


def put(row: str, column: str, value) -> Fill:
    """Writes one cell."""

    def fill(sheet: Worksheet) -> None:
        at(sheet, row, column).value = value

    return fill


def found(path: Path) -> list[tuple[str, str]]:
    """Cell and problem of every fault of a file."""
    with pytest.raises(FaultsFound) as raised:
        check(path)
    return [(fault.cell, fault.problem) for fault in raised.value.faults]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values=st.fixed_dictionaries(CELLS))
def test_figures_that_are_typed_are_read_back_identically(blank, values):
    book = load_workbook(blank)
    for (indicator, area, kind), value in values.items():
        at(book.worksheets[0], f"{indicator}|{area}", kind).value = value
    at(book.worksheets[0], "source", "area").value = "BC 12"
    path = blank.with_name("thu.xlsx")
    book.save(path)
    typed = {key: float(value) for key, value in values.items() if value is not None}
    if not typed:
        assert read_figures(path).empty
        return

    rows = read_figures(path)

    keys = zip(rows["indicator"], rows["area"], rows["kind"])
    assert dict(zip(keys, rows["value"].map(float))) == typed and len(rows) == len(typed)
    assert not rows.attrs["faults"] and set(rows["source"]) == {"BC 12"}


def test_periods_standard_note_and_day_of_the_document_come_along(filled):
    def fill(sheet):
        put("published", "area", "24/01/2019")(sheet)
        put("so_ho_ngheo|Z1", "note", "rà soát lại")(sheet)
        put("giai_quyet_viec_lam|Z2", "plan", 70)(sheet)

    rows = read_figures(filled(fill)).set_index("indicator")

    assert set(rows["published"]) == {"2019-01-24"}
    columns = ["period_start", "period_end", "kind", "standard", "note"]
    assert rows.loc["so_ho_ngheo", columns].tolist() == [
        "2018-12-31",
        "2018-12-31",
        "actual",
        "chuan_2016",
        "rà soát lại",
    ]
    assert rows.loc["giai_quyet_viec_lam", columns].tolist() == ["2018-01-01", "2018-12-31", "plan", "", ""]


def test_check_and_publish_take_a_filled_template(filled, capsys):
    path = filled(put("giai_quyet_viec_lam|Z2", "actual", 81))

    assert main(["check", str(path)]) == 0
    assert "2 dòng, không có lỗi" in capsys.readouterr().out
    assert main(["publish", str(path), "--author", "Phòng", "--message", "Biểu 2018"]) == 0

    stored = stored_rows(newest().id).set_index(["indicator", "area", "period_end", "kind"])
    row = stored.loc[("giai_quyet_viec_lam", "Z2", "2018-12-31", "actual")]
    assert (row["value"], row["status"], row["source"]) == (81, "reported", "BC 12/BC-LĐTBXH")
    shown = serving.tables(newest().id).execute(
        "select value from yearly where indicator = 'so_ho_ngheo' and area = 'Z1' and year = 2018"
    )
    assert shown.fetchall() == [(50,)]


@pytest.mark.parametrize(
    "row, column, value, problem",
    [
        ("so_ho_ngheo|Z2", "actual", "chưa có", "“chưa có” không phải số"),
        ("so_ho_ngheo|Z2", "actual", "38.255", "có thể ngăn hàng nghìn"),
        ("so_ho_ngheo|Z2", "actual", 12.5, "không phải số nguyên"),
        ("so_ho_ngheo|Z2", "actual", -3, "số âm -3"),
        ("ty_le_ho_ngheo|Z2", "actual", 104, "nằm ngoài 0–100"),
        ("so_ho_ngheo|Z2", "actual", "=1/0", "công thức chưa được tính"),
        ("so_ho_ngheo|Z2", "plan", 7, "ô này không nhận số"),
        ("so_ho_ngheo|Z2", "area", "Huyện Khác", "ô này phải là “Thành phố Hai”"),
        ("source", "area", None, "thiếu nguồn"),
        ("published", "area", "hôm qua", "không phải ngày"),
        ("headings", "actual", "Ước thực hiện", "tiêu đề phải là “Thực hiện”"),
    ],
)
def test_a_fault_is_named_with_its_cell(filled, row, column, value, problem):
    path = filled(put(row, column, value))
    cell = at(load_workbook(path).worksheets[0], row, column).coordinate

    faults = found(path)

    assert [where for where, _ in faults] == [cell] and problem in faults[0][1]


def test_all_faults_are_named_at_once(filled):
    def fill(sheet):
        put("so_ho_ngheo|Z2", "actual", "x")(sheet)
        put("so_ho_ngheo|Z3", "plan", 3)(sheet)
        put("source", "area", None)(sheet)

    assert len(found(filled(fill))) == 3


def test_cells_with_the_same_fault_are_all_named(filled):
    def fill(sheet):
        put("so_ho_ngheo|Z2", "actual", "x")(sheet)
        put("so_ho_ngheo|Z3", "actual", "x")(sheet)

    path = filled(fill)
    sheet = load_workbook(path).worksheets[0]
    cells = [at(sheet, f"so_ho_ngheo|{area}", "actual").coordinate for area in ("Z2", "Z3")]

    with pytest.raises(FaultsFound, match=f"ô {cells[0]}, {cells[1]}, cột"):
        check(path)


def test_inserted_rows_and_columns_move_no_figure(filled):
    def fill(sheet):
        put("so_ho_ngheo|Z4", "actual", 9)(sheet)
        sheet.insert_rows(12)
        sheet.insert_cols(4)

    path = filled(lambda sheet: None)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    sheet.merged_cells.ranges.clear()
    fill(sheet)
    book.save(path)
    rows = read_figures(path)

    assert dict(zip(rows["area"], rows["value"])) == {"Z1": "50", "Z4": "9"}
    assert not rows.attrs["faults"]
    expected = at(load_workbook(path).worksheets[0], "so_ho_ngheo|Z4", "actual").coordinate
    assert rows.set_index("area").loc["Z4", "cell"] == expected


def test_a_figure_in_an_added_row_is_no_districts(filled):
    def fill(sheet):
        sheet.cell(sheet.max_row + 2, at(sheet, "so_ho_ngheo|Z1", "actual").column).value = 12

    path = filled(fill)
    last = load_workbook(path).worksheets[0].max_row

    assert found(path) == [(f"I{last}", "dòng thêm vào (không có mã ẩn), không rõ số của ai")]


def test_names_sorted_without_their_ids_are_refused(filled):
    def fill(sheet):
        first, second = (at(sheet, f"so_ho_ngheo|{area}", "area") for area in ("Z1", "Z2"))
        first.value, second.value = second.value, first.value

    assert len(found(filled(fill))) == 2


def test_a_deleted_row_and_a_copied_one_are_told(filled):
    def fill(sheet):
        at(sheet, "so_ho_ngheo|Z3", "indicator")
        for cell in sheet["A"]:
            if cell.value == "so_ho_ngheo|Z3":
                cell.value = "so_ho_ngheo|Z4"

    problems = [problem for _, problem in found(filled(fill))]

    assert any("Huyện Ba không còn" in problem for problem in problems)
    assert any("Huyện Bốn có nhiều lần" in problem for problem in problems)


def test_a_deleted_column_is_told(filled):
    def fill(sheet):
        sheet.delete_cols(at(sheet, "so_ho_ngheo|Z1", "estimate").column)

    assert [problem for _, problem in found(filled(fill))] == ["thiếu cột “Ước thực hiện”"]


def test_a_template_without_its_ids_is_refused(filled):
    assert "thiếu trang mã ẩn" in found(filled(lambda sheet: sheet.parent.remove(sheet.parent[HIDDEN])))[0][1]


def test_edited_ids_are_refused(filled):
    def fill(sheet):
        sheet.parent[HIDDEN]["D9"].value = "Z4"

    assert found(filled(fill)) == [("", "trang mã ẩn của biểu mẫu đã bị sửa")]


def test_a_template_of_another_province_is_refused(filled, real):
    problem = f"biểu mẫu của tỉnh khác (mã Z; kho này là tỉnh mã {serving.areas(real).province})"

    assert found(filled(lambda sheet: None)) == [("", problem)]


def test_other_sheets_are_said_and_not_read(filled):
    path = filled(lambda sheet: sheet.parent.create_sheet("Nháp").append([1, 2]))

    assert [remark.problem for remark in check(path).remarks] == ["không đọc trang “Nháp”"]


def test_a_sheet_with_a_chart_alone_does_not_disturb(filled):
    path = filled(lambda sheet: sheet.parent.create_chartsheet("Biểu đồ").add_chart(BarChart()))

    assert check(path).rows == 1


def test_a_long_table_with_other_sheets_is_read_as_before(edition, tmp_path):
    book = Workbook()
    book.active.append(["indicator", "area", "period_start", "period_end", "kind", "value", "source"])
    book.active.append(["so_ho_ngheo", "Z1", "2018-12-31", "2018-12-31", "actual", 50, "T1"])
    book.create_sheet("Nháp")
    book.save(tmp_path / "dai.xlsx")

    assert read_figures(tmp_path / "dai.xlsx")["value"].tolist() == ["50"]
