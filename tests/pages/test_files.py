"""What a picture or table leaves as: the workbook's cells and definitions, the file's name, the imprint."""

import csv
import io
from datetime import date, datetime

import openpyxl
import pandas as pd
import pytest

from data import HERE
from data.queries import district_values, plan_progress, sources
from data.status import Status
from pages.content.about import About, about, edition_line
from pages.content.file_names import file_name
from pages.content.maps import level_map
from pages.content.plain_table import plain_table
from pages.content.plan import plan_bars
from pages.content.plan_dots import dots_of
from pages.content.state import State
from pages.content.trend import trend_state
from pages.content.view import View
from pages.documents.picture_files import csv_file, xlsx_file
from pages.figures.caption import caption
from pages.figures.draw import figure as figure_of
from pages.figures.template import imprinted
from pages.text.words import words
from pages.web.tables import table_html

TODAY = date(2026, 11, 23)
with (HERE / "provinces/kien_giang/areas.csv").open(encoding="utf-8") as listed:
    NAMES_OF_2020 = {
        row["area"]: f"{row['title']} {row['name']}"
        for row in csv.DictReader(listed)
        if row["valid_from"] <= "2020-12-31" <= row["valid_to"]
    }


def book(content: bytes):
    return openpyxl.load_workbook(io.BytesIO(content))


def test_the_maps_workbook_holds_its_rows_typed_and_marked(real):
    view = View(real, "vi", False, TODAY)
    state = level_map(view, "ty_le_ho_ngheo", 2020)
    frame = state.frame
    table, definitions = book(xlsx_file(view, state)).worksheets
    heads = [c.value for c in table[4]]

    assert heads == ["Đơn vị", "Chuẩn", "Loại", "Giá trị", "Trạng thái", "Nguồn", "Từ ngày", "Đến ngày"]
    for n, row in enumerate(frame.to_dict("records"), start=5):
        area, *_, value, status, source, first, last = table[n]
        assert area.value == NAMES_OF_2020[row["area"]]
        assert value.value == pytest.approx(row["value"], rel=1e-15) and value.data_type == "n"
        illustrative = row["status"] == "illustrative"
        assert (
            value.number_format == ('#,##0.00 "◇"' if illustrative else "#,##0.00")
            and bool(value.fill.fill_type) == illustrative
        )
        assert (
            status.value == words("screens", "vi")[f"status_{row['status']}"]
            and source.value == row["source_title"]
        )
        assert (first.value, last.value) == (
            row["period_start"].to_pydatetime(),
            row["period_end"].to_pydatetime(),
        )
    assert {frame["status"].iloc[n] for n in range(15)} == {"illustrative", "published"}, (
        "the test must see both"
    )
    written = [c.value for row in definitions.iter_rows() for c in row if c.value is not None]
    indicator = view.catalogue.indicators["ty_le_ho_ngheo"]
    for text in (
        indicator.name.vi,
        indicator.id,
        indicator.definition.vi,
        "Quyết định số 59/2015/QĐ-TTg",  # the rows are of 2020
        edition_line(view),
        datetime(2026, 11, 23),
    ):
        assert text in written, text
    assert words("tai_ve", "vi")["note_marked"] in written
    known = sources(real).set_index("title")
    for title in state.about.sources:
        assert title in written and (
            not known.loc[title, "address"] or known.loc[title, "address"] in written
        )


def test_a_missing_figure_is_an_empty_cell_with_the_word(edition):
    view = View(edition, "vi", False, TODAY)
    frame = plan_progress(edition, "giai_quyet_viec_lam", 2017)
    said = about(view, frame, title="t", subtitle="s", finding="f", indicators=("giai_quyet_viec_lam",))
    table = book(xlsx_file(view, State(said, frame, view.catalogue, view.language))).worksheets[0]
    heads = [c.value for c in table[4]]
    cell = next(row for row in table.iter_rows(min_row=5) if row[0].value == "Huyện Ba")[
        heads.index("Kế hoạch")
    ]

    assert cell.value is None and cell.comment.text == "chưa có số liệu"


def test_a_protected_figure_says_so_and_gives_nothing(edition):
    view = View(edition, "vi", False, TODAY)
    frame = district_values(edition, "so_ho_ngheo", 2017, today=TODAY).assign(protected=False)
    frame.loc[frame["area"] == "Z4", ["value", "protected"]] = [float("nan"), True]
    said = about(view, frame, title="t", subtitle="s", finding="f", indicators=("so_ho_ngheo",))
    table = book(xlsx_file(view, State(said, frame, view.catalogue, view.language))).worksheets[0]
    row = next(row for row in table.iter_rows(min_row=5) if row[0].value == "Huyện Bốn")

    assert [c.comment.text for c in row if c.comment] == ["được bảo mật"]
    assert "được bảo mật" in table_html(plain_table(frame, view))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_table_with_columns_of_its_own_is_named_in_words(edition, language):
    view = View(edition, language, False, TODAY)
    frame = pd.DataFrame(
        {
            "area": ["Z1", "Z2"],
            "value": [1.5, 2.25],
            "status": ["published", "illustrative"],
            "score": [0.25, None],
            "source_title": ["=SUM(A1)", "b"],
        }
    )
    said = about(view, frame, title="t", subtitle="s", finding="f")
    table = book(
        xlsx_file(view, State(said, frame, view.catalogue, view.language), {"score": "Điểm"})
    ).worksheets[0]

    assert (
        [c.value for c in table[4]][-1] == "Điểm" and table["E5"].value == 0.25 and table["E6"].value is None
    )
    assert "=SUM(A1)" in [c.value for c in table[5]] and not [
        c for row in table.iter_rows() for c in row if c.data_type == "f"
    ]
    assert "Điểm" in table_html(plain_table(frame, view, headings={"score": "Điểm"}))
    assert "'=SUM(A1)" in csv_file(view, State(said, frame, view.catalogue, view.language)).decode(
        "utf-8-sig"
    )


def test_files_are_named_by_key_year_edition_and_mark(edition):
    view = View(edition, "vi", False, TODAY)

    def named(key, frame, made_up=False):
        about = About("", "", "", (), frozenset({Status.ILLUSTRATIVE} if made_up else ()))
        return file_name(view, "tong-quan", key, State(about, frame, view.catalogue, "vi"))

    year = district_values(edition, "so_ho_ngheo", 2017, today=TODAY)
    assert named("muc_x", year) == f"tong-quan_muc_x_2017_phien-ban-{edition}"
    assert named("muc_x", year, made_up=True) == f"tong-quan_muc_x_2017_phien-ban-{edition}_minh-hoa"
    assert named("x", pd.DataFrame({"year": [2016, 2017]})) == f"tong-quan_x_phien-ban-{edition}"
    assert named("x", pd.DataFrame({"value": []})) == f"tong-quan_x_phien-ban-{edition}"


def test_no_imprint_is_cut_before_the_editions_date(real):
    """Title, sources, edition and credit of every saved map, trend and plan fit the imprint."""
    view = View(real, "vi", False, TODAY)
    for indicator in view.catalogue.indicators.values():
        states = (
            trend_state(view, indicator.id, (view.areas.province,)),
            dots_of(bars) if (bars := plan_bars(view, indicator.id, 2017, ())) else None,
            level_map(view, indicator.id, 2017),
        )
        drawn = [(figure_of(view, state), state.about) for state in states if state]
        for figure, said in drawn:
            assert imprinted(caption(view, said))
            imprint = next(a.text for a in figure.layout.annotations if a.name == "footer").replace(
                "<br>", " "
            )
            assert edition_line(view) in imprint and said.title.split(" ")[0] in imprint, (
                indicator.id,
                imprint,
            )
            assert imprint.endswith((said.credit or edition_line(view)).rstrip(".")), (indicator.id, imprint)
