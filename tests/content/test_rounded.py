"""A rounding word of a source is written wherever its figure is; what we computed ourselves says so.

The cases stand in the published tables: 30.000 placements of nine months of 2023 are “gần”, the plan of
2017 is computed from a share of it.
"""

import io
from datetime import date

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.approx import Approx, approx
from data.editions import editions
from data.status import Status, worst
from pages.content.area_map import AreaMap
from pages.content.cards import cards_state
from pages.content.lookup import ALL, Asked
from pages.content.lookup_table import periods_by_areas
from pages.content.maps import level_map
from pages.content.plain_table import plain_table
from pages.content.trend import trend_state
from pages.content.view import View
from pages.documents.picture_files import csv_file, xlsx_file
from pages.text.numbers import NBSP
from pages.text.plans import plan_clause

TODAY = date(2026, 11, 23)
JOBS, ASSISTED = "giai_quyet_viec_lam", "doi_tuong_huong_tro_cap_xa_hoi"
KHMER, KHMER_AREA = "so_ho_ngheo_khmer", "914"
ADULTS = "dan_so_15_tuoi_tro_len"


@pytest.fixture(params=["published", "rehearsal"])
def view(real, request):
    return View(next(e.id for e in editions() if e.kind == request.param), "vi", False, TODAY)


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


def test_the_review_says_nearly(view):
    assert "gần 30.000 lượt người" in plain(cards_state(view, (JOBS,), 2023).review)


def test_the_share_of_a_plan_is_about_so_much(view):
    row = {"plan": 35000.0, "plan_share": 85.714, "plan_met": False, "missing": 5000.0, "approx": "nearly"}
    clause = plain(plan_clause(row, view.catalogue.indicators[JOBS], view.catalogue, "vi"))
    assert clause == "đạt khoảng 85,7% kế hoạch (35.000 lượt người)"


def test_a_card_and_its_sentence_have_the_word(view):
    state = cards_state(view, (ASSISTED, JOBS), 2023)
    jobs = next(c for c in state.cards if c.indicator.id == JOBS)
    assert jobs.value == "gần 30.000"
    assert "gần 30.000" in plain(state.about.finding)
    state = cards_state(view, (ASSISTED,), 2017)
    assert "trên 46.000 người" in plain(state.about.finding) or view.rehearsal  # a later count of the year


def test_english_has_english_words(real):
    english = View(next(e.id for e in editions() if e.kind == "published"), "en", False, TODAY)
    assert cards_state(english, (JOBS,), 2023).cards[0].value == "nearly 30,000"


def test_a_map_its_table_and_its_files_have_the_word(real):
    view = View(next(e.id for e in editions() if e.kind == "published"), "vi", False, TODAY)
    state = level_map(view, KHMER, 2023)
    assert isinstance(state, AreaMap)
    cell = next(c for c in state.cells if c.place.code == KHMER_AREA)
    assert cell.text == "trên 50" and state.label(cell).startswith("trên 50")
    table = plain_table(state.frame, view)
    assert any("trên 50" in c.text for row in table.rows for c in row.cells)
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_file(view, state))).worksheets[0]
    formats = [c.number_format for row in sheet.iter_rows() for c in row if c.value == 50]
    assert formats and all(f.startswith('"trên "') for f in formats)
    text = csv_file(view, state).decode("utf-8-sig")
    assert "approx" in text and ",over," in text


def test_the_lookup_has_the_word(view):
    table = periods_by_areas(view, Asked(JOBS, (), 2005, 2025, ALL, ALL))
    assert any("gần 30.000" in plain(c.text) for row in table.rows for c in row.cells)


def test_the_plan_of_2017_is_marked_as_computed(view):
    card = cards_state(view, (JOBS,), 2017).cards[0]
    assert card.plan is not None and card.plan.mark.sign == "ᵗ"
    assert not card.mark


def test_a_census_sum_is_marked_on_map_and_foot(view):
    state = level_map(view, ADULTS, 2019)
    assert {cell.sign.strip() for cell in state.cells} == {"ᵗ"}
    assert all(state.label(cell).endswith("ᵗ") for cell in state.cells)
    assert Status.COMPUTED in state.about.statuses and not state.about.illustrative
    assert "tính từ số đã công bố" in state.about.finding
    assert any("cộng các nhóm tuổi" in line for line in (*state.facts, *state.cells[0].lines))


def test_a_line_through_a_near_poor_rate_says_how_it_was_computed(real):
    view = View(next(e.id for e in editions() if e.kind == "published"), "vi", False, TODAY)
    frame = trend_state(view, "ty_le_ho_can_ngheo", (view.areas.province,)).frame
    assert set(frame.loc[frame["year"] == 2019, "status"]) == {"computed"}


@given(st.lists(st.sampled_from([*Status, "", None]), min_size=1))
def test_what_is_computed_never_outranks_its_inputs(statuses):
    weakest = worst(statuses)
    known = [Status(s) for s in statuses if s]
    assert weakest is None if not known else all(weakest.strength <= s.strength for s in known)


@pytest.mark.parametrize(
    "column, word",
    [
        ("value", Approx.NEARLY),
        ("before", Approx.OVER),
        ("plan", None),
        ("percent", Approx.ABOUT),
        ("plan_share", Approx.ABOUT),
    ],
)
def test_what_follows_from_a_rounded_figure_is_about(column, word):
    assert approx({"approx": "nearly", "before_approx": "over", "plan_approx": ""}, column) is word
