"""Counts are not judged; their rate per 1,000 is, where a denominator of the same day exists."""

from datetime import date

import pytest

from data.editions import editions
from data.lake import cursor
from data.queries import comparison, district_values
from pages.content.compared import compared
from pages.content.view import View

RATES = {
    "viec_lam_1000_ho": ("giai_quyet_viec_lam", "tong_so_ho"),
    "tuyen_sinh_1000_ho": ("tuyen_sinh_dao_tao", "tong_so_ho"),
    "nguoi_co_cong_1000_ho": ("nguoi_co_cong_huong_tro_cap_hang_thang", "tong_so_ho"),
    "tro_cap_xa_hoi_1000_ho": ("doi_tuong_huong_tro_cap_xa_hoi", "tong_so_ho"),
    "tre_em_hoan_canh_dac_biet_1000": ("tre_em_hoan_canh_dac_biet", "tre_em_duoi_16_tuoi"),
    "tai_nan_lao_dong_1000": ("so_vu_tai_nan_lao_dong", "so_nguoi_tham_gia_bhxh"),
}
DAY = date(2018, 12, 31)


@pytest.fixture
def view(real):
    return View(next(e.id for e in editions() if e.kind == "rehearsal"), "vi", False, date(2026, 11, 23))


def stored(view: View, indicator: str) -> dict[str, float]:
    """Area → what the lake holds at the year's end."""
    rows = cursor().execute(
        f"select area, value from lake.observation at (version => {view.edition}) "
        "where indicator = ? and period_end = ? and kind = 'actual'",
        [indicator, DAY],
    )
    return dict(rows.fetchall())


@pytest.mark.parametrize("rate", RATES)
def test_it_is_a_thousand_times_the_count_by_its_denominator(view, rate):
    counts, bases = (stored(view, indicator) for indicator in RATES[rate])
    found = district_values(view.edition, rate, DAY.year).set_index("area")
    assert len(found) == 15
    for area, row in found.iterrows():
        assert row["value"] == pytest.approx(1000 * counts[area] / bases[area]), area
        assert (row["numerator"], row["denominator"]) == (counts[area], bases[area])


def test_denominators_of_another_day_give_no_rate(view):
    # households of 2020 were reviewed in October, people on assistance counted in December
    found = district_values(view.edition, "tro_cap_xa_hoi_1000_ho", 2020)
    assert found["value"].isna().all()


def test_the_count_is_neutral_and_the_rate_is_judged(view):
    count, rate = "tre_em_hoan_canh_dac_biet", "tre_em_hoan_canh_dac_biet_1000"
    rows = compared(view, (count, rate), DAY.year)
    districts = rows[rows["level"] == "district"].set_index("indicator")
    assert districts.loc[count, "rank"].isna().all()
    ranks = districts.loc[rate].sort_values("value")["rank"].tolist()
    assert ranks[0] == 1 and ranks == sorted(ranks)


def test_its_change_is_not_in_percentage_points(view):
    row = comparison(view.edition, ["viec_lam_1000_ho"], DAY.year).iloc[0]
    assert row["before"] > 0 and row["points"] != row["points"]
    assert row["percent"] == pytest.approx(100 * (row["value"] - row["before"]) / row["before"])


def test_a_rate_of_published_figures_is_computed_not_published(edition):
    rows = comparison(edition, ["viec_lam_1000_ho", "so_ho_ngheo"], 2015).set_index(["indicator", "area"])
    assert rows.loc[("viec_lam_1000_ho", "Z3"), "value"] == 1000 * 50 / 250
    assert rows.loc[("viec_lam_1000_ho", "Z"), "value"] == 1000 * 300 / 1800
    assert rows.loc[("viec_lam_1000_ho", "Z3"), "status"] == "computed"
    assert rows.loc[("so_ho_ngheo", "Z3"), "status"] == "published"
    assert rows.loc[("so_ho_ngheo", "Z"), "status"] == "computed"  # the sum of the districts
