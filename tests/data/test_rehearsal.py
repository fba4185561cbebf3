"""The rehearsal: exact sums, every published figure kept, credible shapes, the same on every run, for any
province.
"""

import re
import time
from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import HERE, queries
from data.checks import check_rows
from data.errors import FaultsFound
from data.province_files import read_province
from data.publish import _as_text
from data.rehearsal import generate
from data.rehearsal.apportion import apportion, over_time, table_with_margins
from tests.made_up import DISTRICTS, PROVINCE

FILES = read_province(HERE / "provinces" / "kien_giang")
MADE = generate(FILES.published, FILES.areas.districts, FILES.areas.province, FILES.recipe)
YEARS, CODES, WHOLE = range(2015, 2021), FILES.areas.districts, FILES.areas.province
NAMED, KIEN_HAI, HON_DAT, PHU_QUOC, GIONG_RIENG, RACH_GIA = (
    ["914", "913", "908", "909"],
    "912",
    "903",
    "911",
    "906",
    "899",
)
ALL = pd.concat([FILES.published, MADE], ignore_index=True)
ALL["year"], ALL["month"] = ([getattr(d, of) for d in ALL["period_end"]] for of in ("year", "month"))
ALL["span"] = [
    "day"
    if s == e
    else "other"
    if (s.day, s.month, s.year) != (1, 1, e.year)
    else "year"
    if (e.day, e.month) == (31, 12)
    else "part"
    for s, e in zip(ALL["period_start"], ALL["period_end"])
]
MONTHLY = {
    "giai_quyet_viec_lam": ["viec_lam_trong_tinh", "viec_lam_ngoai_tinh", "viec_lam_nuoc_ngoai"],
    "tuyen_sinh_dao_tao": ["dao_tao_cao_dang", "dao_tao_trung_cap", "dao_tao_so_cap"],
}
PROVINCE_ONLY = {
    "ty_le_lao_dong_qua_dao_tao_dtldvl",
    "ty_le_tham_gia_llld_nu",
    "ty_le_tham_gia_llld_nam",
}  # surveys say nothing about a district


def years(indicator: str, kind: str = "actual") -> pd.DataFrame:
    """Area × year of a stock or a whole year's flow."""
    rows = ALL[
        (ALL["indicator"] == indicator)
        & (ALL["kind"] == kind)
        & ALL["span"].isin(["day", "year"])
        & ALL["month"].isin([10, 12])
    ]
    return (
        rows.pivot(index="area", columns="year", values="value")
        .reindex(columns=list(YEARS))
        .dropna(how="all")
    )


def months(indicator: str, year: int) -> pd.DataFrame:
    """Area × month, cumulated."""
    rows = ALL[
        (ALL["indicator"] == indicator)
        & (ALL["kind"] == "actual")
        & (ALL["year"] == year)
        & ALL["span"].isin(["part", "year"])
    ]
    return rows.pivot(index="area", columns="month", values="value")


def rate(poor: str = "so_ho_ngheo", whole: str = "tong_so_ho") -> pd.DataFrame:
    return 100 * years(poor) / years(whole)


def test_it_is_the_same_on_every_run_and_in_any_order():
    started = time.process_time()
    again = generate(FILES.published.sample(frac=1, random_state=1), CODES[::-1], WHOLE, FILES.recipe)
    assert time.process_time() - started < 1 and 8_000 < len(MADE) <= 14_000
    pd.testing.assert_frame_equal(again, MADE)


def test_a_model_taken_out_leaves_the_others_as_they_were():
    other = generate(FILES.published, CODES, WHOLE, {**FILES.recipe, "shares": FILES.recipe["shares"][1:]})
    pd.testing.assert_frame_equal(
        other, MADE[MADE["indicator"] != FILES.recipe["shares"][0]["indicator"]].reset_index(drop=True)
    )


def test_rows_are_only_what_is_missing_marked_explained_and_fit_for_the_lake():
    key = ["indicator", "area", "period_start", "period_end", "kind"]
    assert not set(MADE[key].itertuples(index=False, name=None)) & set(
        FILES.published[key].itertuples(index=False, name=None)
    )
    assert not MADE.duplicated(key).any()
    assert set(MADE["status"]) == {"illustrative"} and set(MADE["source"]) == {
        "Diễn tập: số liệu minh họa, không phải số liệu thật"
    }
    found = check_rows(_as_text(MADE), FILES.catalogue, FILES.areas, "illustrative")
    poor = found.frame["indicator"] == "so_ho_ngheo"
    assert found.faults == [] and set(found.frame.loc[poor, "standard"]) == {"chuan_2016"}
    assert all(
        5 <= len(re.findall(r"[.](?=\s+[A-ZÀ-Ỹ]|\s*$)", FILES.recipe[f"method_{language}"])) <= 7
        for language in ("vi", "en")
    )


def test_districts_add_up_exactly_to_the_province():
    key, declared = ["indicator", "period_start", "period_end", "kind"], FILES.catalogue.indicators
    counts = ALL[ALL["indicator"].map(lambda i: declared[i].aggregate == "sum")]
    units = (counts["value"] * 10.0 ** counts["indicator"].map(lambda i: declared[i].decimals)).round(6)
    table = counts.assign(units=units).pivot(index=key, columns="area", values="units")
    made = pd.MultiIndex.from_frame(
        MADE.loc[MADE["indicator"].isin(counts["indicator"]), key].drop_duplicates()
    )
    assert table.loc[made, [WHOLE, *CODES]].notna().all(axis=None) and len(made) > 600
    both = table[[WHOLE, *CODES]].dropna()  # published sets too
    assert (both % 1 == 0).all(axis=None) and (both >= 0).all(axis=None)
    assert both.index[both[CODES].sum(axis=1) != both[WHOLE]].tolist() == []


def test_the_edition_serves_these_rows_and_no_sum_or_rate_differs(real):
    key = ["indicator", "area", "period_start", "period_end", "kind"]
    told = queries.observations(real, limit=100_000).query("not derived and status == 'illustrative'")
    served, made = (
        frame.astype({"period_start": str, "period_end": str}).set_index(key)["value"].sort_index()
        for frame in (told, MADE)
    )
    assert served.index.equals(made.index) and (served == made).all()
    assert queries.differences(real).empty


@pytest.mark.parametrize("total", MONTHLY)
@pytest.mark.parametrize("year", [2016, 2017, 2018])
def test_december_is_the_year_on_every_screen(real, total, year):
    year_end = queries.plan_progress(real, total, year).set_index("area")
    for area in (WHOLE, *CODES):
        course = queries.year_to_date(real, total, area, year).set_index("month")
        assert course["actual"].notna().all() and course["actual"].is_monotonic_increasing
        assert (
            course.loc[12, "actual"] == year_end.loc[area, "actual"]
            and course.loc[12, "plan"] == year_end.loc[area, "plan"]
        )


def test_every_indicator_has_all_areas_and_years():
    for indicator in set(MADE["indicator"]):
        first = (
            2016
            if indicator
            in ("so_ho_thoat_ngheo", "so_ho_tai_ngheo", "so_ho_ngheo_phat_sinh", "muc_giam_ty_le_ho_ngheo")
            else 2015
        )
        areas = [WHOLE] if indicator in PROVINCE_ONLY else [WHOLE, *CODES]
        assert years(indicator).loc[areas, list(range(first, 2021))].notna().all(axis=None), indicator
    assert {i.id for i in FILES.catalogue.indicators.values() if i.headline and i.aggregate == "sum"} <= set(
        MADE["indicator"]
    )
    for indicator in (*MONTHLY, "nha_nguoi_co_cong_xay_moi", "nha_nguoi_co_cong_sua_chua"):
        assert years(indicator, "plan").loc[[WHOLE, *CODES]].notna().all(axis=None)


def test_rates_come_from_counts_and_give_the_published_ones():
    ratios = {i.id for i in FILES.catalogue.indicators.values() if i.aggregate == "ratio"}
    assert not ratios & set(MADE["indicator"])
    compared = 0
    for row in FILES.published[
        FILES.published["indicator"].isin(ratios) & (FILES.published["kind"] == "actual")
    ].itertuples():
        declared = FILES.catalogue.indicators[row.indicator]
        if row.period_end.year in YEARS and row.area in (WHOLE, PHU_QUOC):
            assert (
                round(rate(declared.numerator, declared.denominator).loc[row.area, row.period_end.year], 2)
                == row.value
            ), row
            compared += 1
    assert compared == 16


def test_published_counts_stand():
    assert years("so_ho_ngheo").loc[WHOLE, [2015, 2016, 2020]].tolist() == [41200, 35233, 8790] and years(
        "so_ho_ngheo"
    ).loc[[HON_DAT, KIEN_HAI], 2020].tolist() == [1273, 1]
    assert (
        years("so_ho_ngheo_khmer").loc["914", 2019] == 229 and years("tong_so_ho").loc[WHOLE, 2019] == 440450
    )
    assert (
        years("tuyen_sinh_dao_tao").loc[WHOLE, 2016:2020].sum() == 130000
    )  # published for the five years together
    assert [
        years(f"nha_nguoi_co_cong_{i}").loc[WHOLE, [2017, 2018]].sum() for i in ("xay_moi", "ho_tro")
    ] == [2481, 4063]
    assert years("tu_van_gioi_thieu_viec_lam").loc[WHOLE, 2016:2020].sum() == 190000
    assert years("luot_nguoi_cai_nghien").loc[WHOLE, 2016:2020].sum() > 1782  # published until 28 August 2020


def test_poverty_has_the_named_shape():
    districts, counts = rate().loc[CODES], years("so_ho_ngheo").loc[CODES]
    assert (districts.diff(axis=1).iloc[:, 1:] < 0).all(axis=None)
    for year in range(2015, 2019):
        assert set(districts[year].nlargest(4).index) == set(NAMED)
        assert set(districts[year].nsmallest(3).index) == {RACH_GIA, PHU_QUOC, KIEN_HAI}
    assert (
        counts[2020].idxmax() == HON_DAT
        and counts[2020].idxmin() == KIEN_HAI
        and counts.loc[KIEN_HAI].max() < 150
    )
    assert 1.7 < districts.loc[GIONG_RIENG, 2020] < 2.24
    assert years("tong_so_ho").diff(axis=1).iloc[:, 1:].gt(0).all(axis=None)


@pytest.mark.parametrize(
    "part, whole",
    [
        ("so_ho_ngheo_khmer", "so_ho_ngheo_dtts"),
        ("so_ho_ngheo_dtts", "so_ho_ngheo"),
        ("so_ho_khmer", "so_ho_dtts"),
        ("so_ho_dtts", "tong_so_ho"),
        ("so_ho_ngheo_khmer", "so_ho_khmer"),
        ("so_ho_ngheo_dtts", "so_ho_dtts"),
        ("so_ho_can_ngheo_dtts", "so_ho_can_ngheo"),
        ("thieu_hut_nha_o", "so_ho_ngheo"),
        ("doi_tuong_chi_tra_qua_buu_dien", "doi_tuong_huong_tro_cap_xa_hoi"),
        ("ho_so_dung_han", "ho_so_tiep_nhan"),
        ("so_ho_tai_ngheo", "so_ho_ngheo"),
        ("so_nguoi_tham_gia_bhtn", "so_nguoi_tham_gia_bhxh"),
        ("ty_le_lao_dong_qua_dao_tao_co_bang_cap", "ty_le_lao_dong_qua_dao_tao"),
        ("so_nguoi_chet_tai_nan_lao_dong", "so_vu_tai_nan_lao_dong"),
        ("tre_em_hoan_canh_dac_biet", "tre_em_duoi_16_tuoi"),
    ],
)
def test_a_part_is_never_larger_than_its_whole(part, whole):
    assert (years(part) <= years(whole))[years(part).notna()].all(axis=None)


def test_poor_and_near_poor_fit_in_all_households_with_their_members():
    for end, whole in (("", "tong_so_ho"), ("_dtts", "so_ho_dtts")):
        assert (years("so_ho_ngheo" + end) + years("so_ho_can_ngheo" + end) <= years(whole)).all(axis=None)
    assert (
        years("so_ho_ngheo_theo_thu_nhap") + years("so_ho_ngheo_thieu_hut_dvxh") == years("so_ho_ngheo")
    ).all(axis=None)
    for people, households in (("so_nguoi_ngheo", "so_ho_ngheo"), ("so_nguoi_can_ngheo", "so_ho_can_ngheo")):
        assert (years(people) / years(households)).stack().between(3, 5).all()


def test_poor_households_follow_from_those_who_left_and_came():
    poor, left, back, new = (
        years(i) for i in ("so_ho_ngheo", "so_ho_thoat_ngheo", "so_ho_tai_ngheo", "so_ho_ngheo_phat_sinh")
    )
    for year in range(2016, 2021):
        assert (poor[year] == poor[year - 1] - left[year] + back[year] + new[year]).all()
        assert (left[year] <= poor[year - 1]).all()
        assert np.allclose(
            years("muc_giam_ty_le_ho_ngheo").loc[CODES, year],
            (rate().round(2)[year - 1] - rate().round(2)[year]).loc[CODES],
            atol=0.001,
        )
    assert years("muc_giam_ty_le_ho_ngheo").loc[WHOLE, 2017] == 2.12


@pytest.mark.parametrize("total", MONTHLY)
@pytest.mark.parametrize("year", [2016, 2017, 2018])
def test_months_never_fall_and_parts_make_the_total(total, year):
    whole, parts = months(total, year), [months(p, year) for p in MONTHLY[total]]
    assert whole.shape == (16, 12) and (sum(parts) == whole).all(axis=None)
    assert all((table.diff(axis=1).iloc[:, 1:] >= 0).all(axis=None) for table in (whole, *parts))
    assert (whole.loc[WHOLE].diff().iloc[1:] > 0).all()
    assert (whole[12] == years(total)[year]).all()


def test_quarters_and_plans_of_2017_are_the_published_ones():
    jobs, training = (years(i) / years(i, "plan") * 100 for i in MONTHLY)
    assert (
        months("giai_quyet_viec_lam", 2017).loc[WHOLE, [3, 12]].tolist() == [7245, 38255]
        and round(jobs.loc[WHOLE, 2017], 1) == 109.3
    )
    assert (
        months("tuyen_sinh_dao_tao", 2017).loc[WHOLE, [3, 12]].tolist() == [6278, 25500]
        and training.loc[WHOLE, 2017] == 102
    )
    for year in (2016, 2017, 2018):
        q1 = {i: 100 * months(i, year).loc[WHOLE, 3] / years(i, "plan").loc[WHOLE, year] for i in MONTHLY}
        assert abs(q1["giai_quyet_viec_lam"] - 20.7) < 1.2 and abs(q1["tuyen_sinh_dao_tao"] - 25.1) < 1.2
    for shares in (jobs.loc[CODES], training.loc[CODES]):
        assert (
            (shares.lt(100).sum() >= 2).all()
            and (shares.gt(120).sum() <= 2).all()
            and shares.stack().between(70, 135).all()
        )
    assert 1 <= jobs.loc[CODES, 2017].gt(120).sum() <= 2


def test_rates_without_numerator_average_to_the_province():
    people = FILES.published[
        (FILES.published["indicator"] == "dan_so_15_59_tuoi") & FILES.published["area"].isin(CODES)
    ].set_index("area")["value"]
    for indicator in (
        "ty_le_that_nghiep",
        "ty_le_lao_dong_qua_dao_tao",
        "ty_le_lao_dong_qua_dao_tao_co_bang_cap",
    ):
        table = years(indicator)
        assert (
            abs(table.loc[CODES].mul(people, axis=0).sum() / people.sum() - table.loc[WHOLE]) < 0.06
        ).all()
    assert years("ty_le_lao_dong_qua_dao_tao_co_bang_cap").loc[WHOLE, [2017, 2018, 2020]].tolist() == [
        46.5,
        48,
        50,
    ]


def published(*rows: tuple) -> pd.DataFrame:
    """A published frame: (indicator, area, first day, last day, kind, value)."""
    frame = pd.DataFrame(rows, columns=["indicator", "area", "period_start", "period_end", "kind", "value"])
    days = {c: [date.fromisoformat(d) for d in frame[c]] for c in ("period_start", "period_end")}
    return frame.assign(**days, standard="", status="published", source="T1", published="", note="")


SIZES = [
    ("so_ho", area, "2019-04-01", "2019-04-01", "actual", size)
    for area, size in zip(DISTRICTS, (1000, 500, 250, 50))
]
SMALL = {
    "seed": 1,
    "source": "thử",
    "years": [2016, 2017],
    "monthly": [2017],
    "months": [
        {
            "indicator": "giai_quyet_viec_lam",
            "weights": "so_ho",
            "path": [400, 500],
            "plan": [450, 450],
            "curve": [m / 12 for m in range(1, 13)],
            "parts": {"viec_lam_trong_tinh": 0.7, "viec_lam_ngoai_tinh": 0.3},
        }
    ],
    "poverty": {
        "weights": "so_ho",
        "start_rate": dict(zip(DISTRICTS, (3, 6, 10, 12))),
        "end_rate": dict(zip(DISTRICTS, (2, 5, 3, 11))),
        "households_path": [1800, 1800],
        "poor_path": [100, 1],
        "near_poor_path": [60, 50],
        "persons": 4,
        "near_persons": 4,
        "minority": dict.fromkeys(DISTRICTS, 20),
        "more_often": 2,
        "back": 0.1,
        "new": 0.1,
        "minority_path": [360, 360],
        "minority_poor_path": [30, 27],
        "minority_near_path": [9, 8],
        "khmer_path": [300, 300],
        "khmer_poor_path": [25, 22],
        "income_share": 0.9,
        "lacks": {"thieu_hut_y_te": 0.3},
    },
    "shares": [
        {
            "indicator": "kinh_phi_tro_cap_xa_hoi",
            "measure": "flow",
            "weights": {"so_ho": 1.0},
            "scale": 10,
            "path": [7.3, 8.1],
        }
    ],
}


def test_another_province_needs_only_its_own_recipe():
    known = published(
        *SIZES,
        *[
            (indicator, area, "2017-01-01", f"2017-{until}", "actual", value)
            for indicator, area, until, value in (
                ("giai_quyet_viec_lam", PROVINCE, "06-30", 100),
                ("giai_quyet_viec_lam", "Z2", "12-31", 7),
                ("giai_quyet_viec_lam", "Z1", "03-31", 41),
                ("viec_lam_ngoai_tinh", PROVINCE, "12-31", 111),
            )
        ],
        *[
            ("ty_le_ho_ngheo", area, "2017-12-31", "2017-12-31", "actual", value)
            for area, value in ((PROVINCE, 5.0), ("Z3", 8.0))
        ],
    )
    both = pd.concat([known, generate(known, list(DISTRICTS), PROVINCE, SMALL)])
    of = {
        indicator: table.pivot(index="area", columns="period_end", values="value")
        for indicator, table in both[
            (both["kind"] == "actual") & (both["period_start"] == date(2017, 1, 1))
        ].groupby("indicator")
    }
    jobs, inside, outside = (
        of[i] for i in ("giai_quyet_viec_lam", "viec_lam_trong_tinh", "viec_lam_ngoai_tinh")
    )
    assert (jobs.diff(axis=1).iloc[:, 1:] >= 0).all(axis=None) and (
        jobs.loc[list(DISTRICTS)].sum() == jobs.loc[PROVINCE]
    ).all()
    assert (
        jobs.loc[PROVINCE, date(2017, 6, 30)] == 100
        and jobs.loc["Z1", date(2017, 3, 31)] == 41
        and jobs.loc["Z2", date(2017, 12, 31)] == 7
    )
    assert (inside + outside == jobs).all(axis=None) and outside.loc[PROVINCE, date(2017, 12, 31)] == 111
    poor = both[(both["indicator"] == "so_ho_ngheo") & (both["period_end"] == date(2017, 12, 31))].set_index(
        "area"
    )["value"]
    assert (
        poor[PROVINCE] == poor[list(DISTRICTS)].sum() == 90 and poor["Z3"] == 20
    )  # by the published rates, not by the recipe
    money = of["kinh_phi_tro_cap_xa_hoi"].iloc[:, 0]
    assert (
        round(money[list(DISTRICTS)].sum(), 9) == money[PROVINCE] == 8.1 and (money == money.round(1)).all()
    )


def test_faults_of_a_recipe_are_told_together():
    short = {
        **SMALL,
        "months": [{**SMALL["months"][0], "path": [400]}],
        "shares": [{**SMALL["shares"][0], "weights": "dan_so"}, {"indicator": "x"}],
    }
    with pytest.raises(FaultsFound) as found:
        generate(published(*SIZES), list(DISTRICTS), PROVINCE, short)
    assert [f.column for f in found.value.faults] == [
        "giai_quyet_viec_lam",
        "kinh_phi_tro_cap_xa_hoi",
        "poverty",
        "x",
    ]
    assert all(
        word in str(found.value) for word in ("ít số hơn", "dan_so", "không chia được 27", "'weights'")
    )


@given(
    st.lists(st.tuples(st.floats(0, 1e6), st.integers(0, 50), st.integers(0, 5000)), min_size=1, max_size=20),
    st.floats(0, 1),
)
def test_what_is_shared_out_adds_up_within_its_bounds(receivers, where):
    weights, low, room = (np.array(c) for c in zip(*receivers))
    total = int(low.sum() + where * room.sum())
    shares = apportion(total, weights, lower=low, upper=low + room)
    assert shares.sum() == total and (shares >= low).all() and (shares <= low + room).all()
    for impossible in (int(low.sum()) - 1, int((low + room).sum()) + 1):
        with pytest.raises(ValueError, match="không chia được"):
            apportion(impossible, weights, lower=low, upper=low + room)
    assert apportion(10, [46, 33, 21]).tolist() == [5, 3, 2] and apportion(3, [1, 1]).tolist() == [
        2,
        1,
    ]  # largest remainders


@given(st.lists(st.integers(0, 300), min_size=2, max_size=8), st.integers(1, 12), st.integers(0, 9))
def test_tables_keep_both_margins(rows, columns, seed):
    rows, chance = np.array(rows), np.random.default_rng(seed)
    sums, noise = apportion(int(rows.sum()), chance.random(columns)), chance.random((len(rows), columns))
    for table in (over_time(rows, sums, noise), table_with_margins(rows, sums, noise)):
        assert (table >= 0).all() and (table.sum(axis=1) == rows).all() and (table.sum(axis=0) == sums).all()
