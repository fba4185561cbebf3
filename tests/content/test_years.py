"""Which years are offered, where pages open, periods that differ: facts of the published tables."""

from datetime import date

import pandas as pd
import pytest

from data.editions import editions
from data.queries import district_years
from pages.content.closed import closing_note, has_ended
from pages.content.compared import comparable
from pages.content.maps import level_map
from pages.content.view import View
from pages.content.years import fullest_year, newest, year_label, years_of
from pages.text.spans import shared_period

TODAY = date(2026, 11, 23)
JOBS, POOR = "giai_quyet_viec_lam", "ty_le_ho_ngheo"


@pytest.fixture
def published(real):
    return View(next(e.id for e in editions() if e.kind == "published"), "vi", False, TODAY)


def test_a_year_with_figures_of_some_months_is_offered_and_labelled(published):
    assert 2023 in years_of(published.edition, (JOBS,))
    assert year_label(published, (JOBS,), 2023) == "2023 (9 tháng)"
    assert year_label(published, (JOBS,), 2017) == "2017"


def test_the_newest_figure_is_found_beyond_the_year_of_the_review(published):
    assert newest(published, POOR) == (2023, "1,28%")


def test_a_page_of_districts_opens_at_the_fullest_year(published):
    counts = district_years(published.edition).groupby("year")["districts"].sum()
    options = sorted(int(y) for y in counts.index)
    assert comparable(published) and counts[fullest_year(published, options)] == counts.max()


def test_the_year_of_the_review_opens_where_it_is_full(real):
    rehearsal = View(real, "vi", False, TODAY)
    options = sorted(int(y) for y in district_years(real)["year"].unique())
    assert fullest_year(rehearsal, options) == 2017


def test_one_date_stands_for_all_only_where_it_is_all_of_them():
    days = pd.DataFrame({"period_start": pd.to_datetime(["2022-07-15", "2022-12-31"])})
    days["period_end"] = days["period_start"]
    assert shared_period(days, "vi") == "tính tại các ngày từ 15/7/2022 đến 31/12/2022"
    assert shared_period(days.iloc[:1], "vi") == "15/7/2022"
    flows = days.assign(period_start=pd.Timestamp("2022-01-01"))
    assert shared_period(flows, "vi") == "các kỳ kết thúc từ 15/7/2022 đến 31/12/2022"


def test_a_map_of_several_days_names_them_all(published):
    for year in years_of(published.edition, (POOR,)):
        state = level_map(published, POOR, year)
        known = state.frame[state.frame["value"].notna()]
        several = known["period_end"].nunique() > 1
        assert ("tính tại các ngày" in state.about.subtitle) == several, year


def test_that_districts_and_agency_are_no_more_is_told_from_the_day_after(real):
    def at(day):
        return View(real, "vi", False, day)

    assert not has_ended(at(date(2025, 6, 30))) and has_ended(at(date(2025, 7, 1)))
    assert closing_note(at(date(2025, 2, 28))) == ""
    assert "hoạt động đến hết ngày" in closing_note(at(date(2025, 3, 1)))
    assert "Cấp huyện" not in closing_note(at(date(2025, 3, 1)))
    assert closing_note(at(date(2025, 7, 1))).startswith("Cấp huyện hoạt động đến hết ngày 30")
