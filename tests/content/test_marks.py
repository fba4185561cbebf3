"""Whatever is computed from an illustrative figure wears the mark, wherever it is shown or told.

The rehearsal edition holds published figures beside made-up ones: jobs of 2017 are published, those of the
years before are not. What is made up is asked of the lake by SQL that stands here.
"""

import io
from datetime import date

import duckdb
import openpyxl
import pytest
from pptx import Presentation

from data.declared_tables import rules_sql
from data.editions import editions
from data.lake import cursor
from data.status import Status, rests_on
from pages.content.agenda import Agenda
from pages.content.bump import bump_state
from pages.content.cards import cards_state
from pages.content.maps import change_map
from pages.content.plain_table import plain_table
from pages.content.slope import slope_state
from pages.content.trend import trend_state
from pages.content.view import View
from pages.documents.deck import deck_bytes
from pages.documents.picture_files import xlsx_file
from pages.figures.bump import bump
from pages.figures.slope import slope
from pages.figures.theme import DESK
from pages.figures.trend import trend
from tests.figures.samples import CAPTION

TODAY = date(2026, 11, 23)
PROVINCE, JOBS = "91", "giai_quyet_viec_lam"
POOR, POOR_HOUSEHOLDS = "ty_le_ho_ngheo", "so_ho_ngheo"  # districts' rates follow from their counts


@pytest.fixture
def view(real):
    return View(next(e.id for e in editions() if e.kind == "rehearsal"), "vi", False, TODAY)


def statuses(view: View, indicator: str, year: int, kind: str = "actual") -> dict[str, str]:
    """Area → status of the year's stored figure, as the lake has it."""
    rows = cursor().execute(
        f"""select area, status from lake.observation at (version => {view.edition})
        where indicator = ? and year(period_end) = ? and kind = ? order by period_end""",
        [indicator, year, kind],
    )
    return dict(rows.fetchall())


def test_the_sample_is_mixed(view):
    assert statuses(view, JOBS, 2017)[PROVINCE] == "published"
    assert statuses(view, JOBS, 2016)[PROVINCE] == statuses(view, JOBS, 2015)[PROVINCE] == "illustrative"


@pytest.mark.parametrize(
    "column, marked",
    [("value", False), ("plan", False), ("before", True), ("percent", True), ("plan_share", False)],
)
def test_what_a_column_rests_on(column, marked):
    row = {"status": "published", "before_status": "illustrative", "plan_status": "published"}
    assert (Status.ILLUSTRATIVE in rests_on(row, column)) == marked


def test_a_share_of_the_falls_plan_rests_on_the_year_before_too():
    database = duckdb.connect()
    database.execute(rules_sql())
    rows = database.execute(
        "select share_status('reduce_points', 'published', 'published', 'illustrative'), "
        "share_status('reach', 'published', 'published', 'illustrative')"
    )
    assert rows.fetchone() == ("illustrative", "published")


def test_a_spark_lines_alternative_marks_its_made_up_ends(view):
    card = cards_state(view, (JOBS,), 2017).cards[0]
    assert card.value == "38.255" and not card.mark
    assert card.trend.count("◇") == 2, card.trend  # both ends of the line are made up


def test_the_cards_alternative_marks_the_change_and_not_the_value(view):
    finding = cards_state(view, (JOBS,), 2017).about.finding
    value, change = finding.split("lượt người", 1)[0], finding.rpartition(", ")[2]
    assert "38.255" in value and "◇" not in value and "◇" in change, finding


def test_a_plain_table_marks_the_made_up_change_of_a_published_figure(view):
    frame = cards_state(view, (JOBS,), 2017).frame
    cells = dict(zip(frame_columns(frame, view), plain_table(frame, view).rows[0].cells, strict=True))
    assert "◇" not in cells["Giá trị"].text and "◇" in cells["Năm trước"].text


def frame_columns(frame, view) -> list[str]:
    return [heading.label for heading in plain_table(frame, view).headings]


def test_a_workbook_marks_the_made_up_change_of_a_published_figure(view):
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_file(view, cards_state(view, (JOBS,), 2017)))).worksheets[
        0
    ]
    header = next(row for row in sheet.iter_rows() if any(c.value == "Giá trị" for c in row))
    below = {cell.value: sheet.cell(cell.row + 1, cell.column) for cell in header}
    assert below["Giá trị"].value == 38255 and "◇" not in below["Giá trị"].number_format
    assert "◇" in below["Năm trước"].number_format


def test_a_hover_of_ranks_marks_a_rank_among_made_up_figures(view):
    state = bump_state(view, POOR, (), ())
    assert state is not None
    hovers = [h for t in bump(state, look=DESK, caption=CAPTION).data if t.customdata for h in t.customdata]
    years = {
        year for year in range(2010, 2025) if "illustrative" in statuses(view, POOR_HOUSEHOLDS, year).values()
    }
    assert years
    for _, hover in hovers:
        year = int("".join(filter(str.isdigit, hover.split(":")[0]))[:4])
        assert year not in years or "◇" in hover, hover


def test_a_hover_of_two_years_marks_made_up_ends_and_the_change(view):
    state = slope_state(view, POOR, (2016, 2017), (), ())
    assert state is not None
    made_up = {
        a for y in (2016, 2017) for a, s in statuses(view, POOR_HOUSEHOLDS, y).items() if s == "illustrative"
    }
    lines = {
        t.customdata[0][0]: t.hovertemplate
        for t in slope(state, look=DESK, caption=CAPTION).data
        if t.customdata
    }
    assert made_up & set(lines)
    for area in made_up & set(lines):
        change = lines[area].rpartition("(")[2]
        assert "◇" in change, lines[area]


def test_a_dash_of_a_made_up_plan_is_marked(view):
    state = trend_state(view, JOBS, (PROVINCE,))
    plans = statuses(view, JOBS, 2016, "plan")
    assert plans[PROVINCE] == "illustrative" and statuses(view, JOBS, 2017, "plan")[PROVINCE] == "computed"
    traces = trend(state, look=DESK, caption=CAPTION).data
    dashes = next(t for t in traces if t.customdata and "Kế hoạch" in t.hovertemplate.replace("kế", "Kế"))
    texts = dict(zip(dashes.x, (text for _, text in dashes.customdata), strict=True))
    assert "◇" in texts[2016] and "◇" not in texts[2017]


def test_a_map_of_change_tells_it_in_the_alternative_of_a_shape(view):
    state = change_map(view, POOR, 2017)
    cells = [cell for cell in state.cells if cell.known]
    assert cells and all(state.alternative(cell).endswith("◇") for cell in cells)


def test_a_decks_notes_mark_what_the_cards_rest_on(view):
    agenda = Agenda.model_validate(
        {
            "year": 2017,
            "title": {"vi": "Thử", "en": "Test"},
            "slides": [{"kind": "cards", "title": {"vi": "Thẻ", "en": "Cards"}, "indicators": [JOBS]}],
        }
    )
    deck = Presentation(io.BytesIO(deck_bytes(view, agenda)))
    notes = next(s.notes_slide.notes_text_frame.text for s in deck.slides if s.has_notes_slide)
    assert "38.255" in notes and "◇" in notes
