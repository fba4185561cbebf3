"""So sánh: every view, the whole address, wrong addresses, breaks."""

import re
from datetime import date

import pytest

from data.editions import editions
from pages.content import compared as frames
from pages.content import emulation
from pages.content.bands import bands_state
from pages.content.funnel import funnel_state
from pages.content.heat import heat_state
from pages.content.level_change import level_change_state
from pages.content.slope import slope_state
from pages.content.view import View
from pages.content.years import fullest_year
from pages.screens.so_sanh import QUESTIONS
from pages.web.tables import table_json
from pages.widgets.compare_choices import default_indicators
from pages.widgets.compare_views import VIEWS
from tests.pages.seen import seen
from tests.pages.test_screens import opened, texts

POVERTY = "ty_le_ho_ngheo"


@pytest.fixture
def view(real) -> View:
    return View(real, "vi", False, date(2026, 11, 23))


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", VIEWS)
def test_every_view_opens(real, name, language):
    app = opened("so_sanh", xem=name, ngon_ngu=language, huyen="912,899")

    assert not app.exception and not app.error
    assert not re.search(r"\{\w+\}", texts(app))


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_opens_with_few_data(edition, name):
    app = opened("so_sanh", xem=name)

    assert not app.exception and not app.error


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_explains_itself_without_district_figures(real, name):
    published = next(e.id for e in editions() if e.kind == "published")
    app = opened(
        "so_sanh", xem=name, phien_ban=str(published), nam="2017", chi_tieu=f"{POVERTY},giai_quyet_viec_lam"
    )

    assert not app.exception and not app.error


def test_unknown_indicators_districts_and_views_are_told(real):
    app = opened("so_sanh", xem="khong_co", chi_tieu=f"{POVERTY},khong_co", huyen="912,000", nam="1999")
    told = " ".join(seen(i.value) for i in app.info)

    assert all(part in told for part in ("khong_co", "000", "1999"))
    assert app.multiselect(key="w_chi_tieu").value == [POVERTY]


def test_more_than_twelve_indicators_are_cut_and_told(real, view):
    many = frames.comparable(view)[:15]
    app = opened("so_sanh", chi_tieu=",".join(many))

    assert app.multiselect(key="w_chi_tieu").value == list(many[:12])
    assert any(many[13] in seen(i.value) for i in app.info)


def test_no_indicator_is_a_message_and_not_an_error(real):
    app = opened("so_sanh", chi_tieu="")

    assert not app.exception and any("ít nhất một" in seen(i.value) for i in app.info)


def test_every_view_belongs_to_one_question():
    assert sorted(v for views in QUESTIONS.values() for v in views) == sorted(VIEWS)


def test_published_figures_open_on_columns_that_have_some(real):
    published = View(next(e.id for e in editions() if e.kind == "published"), "vi", False, date(2026, 11, 23))
    shown = default_indicators(published)
    year = fullest_year(published, [2017, 2018, 2019, 2020, 2021, 2022])

    assert shown and all(year in frames.district_years(published.edition, i) for i in shown)


def test_ranks_over_the_years_are_of_rates_only(real):
    app = opened("so_sanh", xem="hang_nam", chi_tieu=f"giai_quyet_viec_lam,{POVERTY}")
    assert "Hạng của tỷ lệ hộ nghèo qua các năm" in texts(app)

    app = opened("so_sanh", xem="hang_nam", chi_tieu="giai_quyet_viec_lam")
    assert "Chỉ xếp hạng tỷ lệ" in texts(app)


def test_the_heat_table_is_in_official_order_and_judged_by_polarity(view):
    state = heat_state(view, (POVERTY, "giai_quyet_viec_lam"), 2017, (), ())
    rows = {row.code: row.cells for row in state.table.rows}

    assert [row.code for row in state.table.rows] == [view.areas.province, *view.areas.districts]
    assert rows["914"][1].tone == "much_worse" and rows["914"][1].text.startswith("▲")  # most poor households
    assert "Giang Thành" in state.about.finding
    assert "◇" in rows["914"][1].text and "◇" not in rows["91"][1].text


def test_few_poor_are_better_and_painted_blue_and_many_jobs_only_more(edition):
    """Poverty 8, 6, 0, 12%: middle 7, MAD 3. Jobs 120, 80, 60, 40: middle 70, MAD 20."""
    view = View(edition, "vi", False, date(2026, 11, 23))
    state = heat_state(view, (POVERTY, "giai_quyet_viec_lam"), 2016, (), ())
    poverty, jobs = ({row.code: row.cells[n] for row in state.table.rows} for n in (1, 2))
    painted = {row["code"]: row["cells"][1][2:] for row in table_json(state.table)["rows"]}

    assert [poverty[c].tone for c in ("Z1", "Z2", "Z3", "Z4")] == [
        "similar",
        "similar",
        "much_better",
        "worse",
    ]
    assert [jobs[c].tone for c in ("Z1", "Z2", "Z3", "Z4")] == ["much_higher", "near", "near", "lower"]
    assert [poverty[c].text for c in ("Z1", "Z3", "Z4")] == ["8 ᵗ", "▼ 0 ᵗ", "▲ 12 * ᵗ"]
    assert painted["Z3"] == ["#14609a", "#ffffff"] and painted["Z4"] == ["#f0ae78", "#14202b"]
    assert painted["Z"] == []  # the province is not judged against its districts


def test_groups_for_a_passer_by_put_the_better_side_first(edition):
    view = View(edition, "vi", False, date(2026, 11, 23))
    groups = {}
    for key in (POVERTY, "giai_quyet_viec_lam"):
        found = bands_state(view, key, 2016).groups
        groups[key] = [(group.tone, [member.name for member in group.members]) for group in found]

    assert groups[POVERTY] == [("better", ["Ba"]), ("similar", ["Một", "Hai"]), ("worse", ["Bốn"])]
    assert groups["giai_quyet_viec_lam"] == [
        ("lower", ["Bốn"]),
        ("near", ["Hai", "Ba"]),
        ("higher", ["Một"]),
    ]


def test_only_the_chosen_districts_are_drawn_but_judged_against_all(view):
    some = heat_state(view, (POVERTY,), 2017, ("912", "914"), ("912", "914")).table
    all_ = heat_state(view, (POVERTY,), 2017, (), ()).table
    cells = {row.code: row.cells[1] for row in all_.rows}

    assert [row.code for row in some.rows] == ["91", "912", "914"]
    assert all(row.cells[1] == cells[row.code] for row in some.rows)


def test_two_years_under_different_standards_are_not_compared(edition):
    view = View(edition, "vi", False, date(2026, 11, 23))
    assert slope_state(view, "so_ho_ngheo", (2014, 2016), (), ()) is None
    assert slope_state(view, "so_ho_ngheo", (2015, 2016), (), ()) is not None


def test_no_change_is_shown_across_the_break(edition):
    view = View(edition, "vi", False, date(2026, 11, 23))
    first = frames.compared(view, ("so_ho_ngheo", POVERTY), 2015)  # the first year of the new standard

    assert first["before"].isna().all() and first["points"].isna().all() and first["percent"].isna().all()
    assert set(first.loc[first["value"].notna(), "reason"]) == {"break"}
    assert level_change_state(view, POVERTY, 2015, (), ()) is None


def test_the_provinces_rate_is_the_ratio_of_sums(edition):
    rows = frames.compared(View(edition, "vi", False, date(2026, 11, 23)), (POVERTY,), 2016)
    province = rows[rows["level"] == "province"].iloc[0]

    assert province["value"] == pytest.approx(100 * (80 + 30 + 0 + 6) / 1800)


def test_the_emulation_table_uses_shares_of_plan_and_leaves_out_who_has_none(edition):
    view = View(edition, "vi", False, date(2026, 11, 23))
    data = emulation.scored(view, ("giai_quyet_viec_lam", POVERTY, "tong_so_ho"), 2016, ())

    assert data.by_plan == ("giai_quyet_viec_lam",) and data.neutral == ("tong_so_ho",)
    assert data.values["giai_quyet_viec_lam"].tolist() == [120, 80, 60, 40]
    later = emulation.scored(view, ("giai_quyet_viec_lam", POVERTY), 2017, ())
    assert later.indicators == (POVERTY,) and later.missing == ()
    assert later.neutral == ("giai_quyet_viec_lam",)  # Z3 has no plan, and a count is not judged


def test_weights_stand_in_the_address(real):
    app = opened("so_sanh", xem="thi_dua", chi_tieu=f"{POVERTY},ty_le_ho_can_ngheo", trong_so="3,0")

    assert app.select_slider(key=f"w_trong_so_{POVERTY}").value == 3
    app.select_slider(key="w_trong_so_ty_le_ho_can_ngheo").set_value(2).run()
    assert app.query_params["trong_so"] in ("3,2", ["3,2"])
    assert not app.exception


@pytest.mark.parametrize("weights", ["x,1", "1", "9,9", "-1,2"])
def test_unreadable_weights_are_told(real, weights):
    app = opened("so_sanh", xem="thi_dua", chi_tieu=f"{POVERTY},ty_le_ho_can_ngheo", trong_so=weights)

    assert any("Trọng số" in seen(i.value) for i in app.info) and not app.exception


def test_all_weights_zero_is_a_message(real):
    app = opened("so_sanh", xem="thi_dua", chi_tieu=f"{POVERTY},ty_le_ho_can_ngheo", trong_so="0,0")

    assert app.warning and not app.exception


def test_the_funnel_names_the_districts_beyond_the_limits(view):
    state = funnel_state(view, POVERTY, 2017, (), ())

    assert "Giang Thành" in state.about.finding.split(";")[0] and len(state.frame) == 15
