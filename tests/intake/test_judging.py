"""From the form to the edition: what an officer fills in is what is published, or it is said why not."""

from datetime import date
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as some
from openpyxl import load_workbook

from data.editions import newest, stored_rows
from data.origins import origins
from pages.intake import files, store
from pages.intake.flow import Action, Actor, Refused, Role
from pages.intake.judging import changes_of, judged, publish_reports, safe
from pages.intake.period import Period, blank_form
from pages.intake.records import Form
from pages.live import database

PERIOD = Period(2018)
OFFICER, APPROVER = Actor("can-bo@huyen.vn", Role.OFFICER, "Z1"), Actor("duyet@so.vn", Role.APPROVER)


@pytest.fixture(autouse=True)
def lake(edition):
    database._engine.cache_clear()
    yield edition
    database._engine.cache_clear()


def form(district: str) -> Form:
    return Form(district, "giam_ngheo", PERIOD.start, PERIOD.end)


def filled(district: str, **values: object) -> bytes:
    """A district's form with figures in the column of what was done."""
    book = load_workbook(BytesIO(blank_form(form(district), PERIOD, "Giảm nghèo")))
    sheet = book.worksheets[0]
    actual = next(cell.column for cell in sheet[1] if cell.value == "actual")
    rows = {cell.value: cell.row for cell in sheet["A"]}
    for indicator, value in values.items():
        sheet.cell(rows[f"{indicator}|{district}"], actual).value = value
    sheet.cell(rows["source"], 3).value = "Báo cáo số 12"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def approved(district: str, content: bytes, actor: Actor):
    upload, _ = judged(form(district), "bieu.xlsx", content)
    key = store.hand_in(form(district), upload, actor).id
    store.take(key, Action.SUBMIT, actor)
    return store.take(key, Action.APPROVE, APPROVER)


def test_two_districts_reports_are_one_edition(lake):
    one = approved("Z1", filled("Z1", so_ho_ngheo=50, tong_so_ho=1000), OFFICER)
    two = approved("Z2", filled("Z2", so_ho_ngheo=15), Actor("z2", Role.OFFICER, "Z2"))
    made = publish_reports([one, two], APPROVER, "Năm 2018")

    assert made.id == lake + 1 and (made.author, made.message) == ("duyet@so.vn", "Năm 2018")
    rows = stored_rows(made.id)
    of_2018 = rows[rows["period_end"] == "2018-12-31"].set_index(["indicator", "area"])["value"]
    assert of_2018.to_dict() == {
        ("so_ho_ngheo", "Z1"): 50,
        ("tong_so_ho", "Z1"): 1000,
        ("so_ho_ngheo", "Z2"): 15,
    }
    assert [store.submission(r.id).edition for r in (one, two)] == [made.id, made.id]
    way = origins(made.id).set_index(["indicator", "area"]).loc[("so_ho_ngheo", "Z2")]
    assert way["sha256"] == two.sha256 and way["file"] == "bieu.xlsx"
    sheet = load_workbook(BytesIO(files.content(two.sha256)))[way["sheet"]]
    assert sheet[way["cell"]].value == 15


def test_faults_are_named_by_cell_and_nothing_can_be_handed_in():
    upload, changes = judged(form("Z1"), "bieu.xlsx", filled("Z1", so_ho_ngheo="1.200", tong_so_ho=1000))

    assert changes is None and [fault.cell[0] for fault in upload.faults] == ["I"]
    key = store.hand_in(form("Z1"), upload, OFFICER).id
    with pytest.raises(Refused, match="refused_faults"):
        store.take(key, Action.SUBMIT, OFFICER)


def test_a_file_that_is_none_is_a_fault():
    upload, changes = judged(form("Z1"), "bao-cao.xlsx", b"\x89PNG\r\n\x1a\n")

    assert changes is None and "ảnh PNG" in upload.faults[0].problem


def test_what_would_change_is_told_with_the_figure_in_use(lake):
    before = approved("Z1", filled("Z1", so_ho_ngheo=50), OFFICER)
    publish_reports([before], APPROVER, "Năm 2018")
    upload, changes = judged(form("Z1"), "bieu.xlsx", filled("Z1", so_ho_ngheo=51, tong_so_ho=900))

    assert upload.replaced == 1 and len(changes.new) == 1
    assert changes.changed[["indicator", "value_before", "value"]].values.tolist() == [
        ["so_ho_ngheo", 50, 51]
    ]


def test_a_damaged_file_is_never_published(lake):
    report = approved("Z1", filled("Z1", so_ho_ngheo=50), OFFICER)
    files._path(report.sha256).write_bytes(b"other")
    with pytest.raises(Refused, match="refused_damaged"):
        publish_reports([report], APPROVER, "Năm 2018")
    with pytest.raises(Refused, match="refused_damaged"):
        changes_of(report.form, report.sha256, report.file, lake)

    assert newest().id == lake and store.submission(report.id).edition is None


def test_figures_of_another_district_or_year_are_faults():
    other, _ = judged(form("Z1"), "bieu.xlsx", filled("Z2", so_ho_ngheo=15))
    earlier = Form("Z1", "giam_ngheo", date(2017, 1, 1), date(2017, 12, 31))
    late, _ = judged(earlier, "bieu.xlsx", filled("Z1", so_ho_ngheo=50))
    jobs = Form("Z1", "viec_lam", PERIOD.start, PERIOD.end)
    domain, _ = judged(jobs, "bieu.xlsx", filled("Z1", so_ho_ngheo=50))

    assert ["số của đơn vị khác (Thành phố Hai)" in fault.problem for fault in other.faults] == [True]
    assert ["số của kỳ khác (đến 2018-12-31)" in fault.problem for fault in late.faults] == [True]
    assert ["chỉ tiêu của biểu khác" in fault.problem for fault in domain.faults] == [True]
    assert other.faults[0].cell[0] == late.faults[0].cell[0] == "I"


@pytest.mark.parametrize(
    ("given_name", "name"),
    [
        ("C:\\Users\\an\\biểu.xlsx", "biểu.xlsx"),
        ("../../etc/passwd", "passwd"),
        ("..", "tep"),
        ("a" * 300 + ".xlsx", "a" * 80 + ".xlsx"),
        ("", "tep"),
        (".csv", "tep.csv"),
    ],
)
def test_a_name_is_only_a_name(given_name, name):
    assert safe(given_name) == name


@given(some.text(max_size=200))
def test_any_name_stays_in_its_folder(name):
    kept = safe(name)

    assert kept and kept not in (".", "..") and not set(kept) & set('/\\<>:"|?*\0')


def test_dates_of_the_form_are_those_of_the_period():
    assert (form("Z1").start, form("Z1").end) == (date(2018, 1, 1), date(2018, 12, 31))
