"""The shipped catalogue and tables: complete, consistent, and no published figure lost on the way."""

import csv
import re
from calendar import monthrange
from datetime import date

import pytest

from data import HERE, queries
from data.areas import Area
from data.editions import editions
from data.province_files import read_province
from data.serving import areas, catalogue, conflicts
from tests.conftest import ROOT

GOLDEN = ROOT / "tests" / "golden"  # figures as they were read from public pages, one by one
PROVINCE = HERE / "provinces" / "kien_giang"
LAWS = {
    "QĐ 170/2005/QĐ-TTg",
    "QĐ 09/2011/QĐ-TTg",
    "QĐ 59/2015/QĐ-TTg",
    "NĐ 07/2021/NĐ-CP",
    "NĐ 67/2007/NĐ-CP",
    "NĐ 136/2013/NĐ-CP",
    "NĐ 20/2021/NĐ-CP",
    "TT 11/2015/TT-BLĐTBXH",
    "Luật Việc làm 2013",
    "Luật Dạy nghề 2006",
    "Luật Giáo dục nghề nghiệp 2014",
    "Luật Bảo vệ, chăm sóc và giáo dục trẻ em 2004",
    "Luật Trẻ em 2016",
    "Luật Bình đẳng giới 2006",
    "PL 26/2005/PL-UBTVQH11",
    "PL 02/2020/UBTVQH14",
}
RENAMED = {  # working name in tests/golden → id in the catalogue
    "day_nghe": "tuyen_sinh_dao_tao",
    "ty_le_lao_dong_da_qua_dao_tao_dtldvl": "ty_le_lao_dong_qua_dao_tao_dtldvl",
    "luot_nguoi_cai_nghien_tai_co_so": "luot_nguoi_cai_nghien",
    "tong_so_ho_dan": "tong_so_ho",
    "nha_tam_muc_tieu_xoa": "nha_tam_da_xoa",
    "nguoi_hoc_nghe": "so_nguoi_hoc_nghe",
}
RENAMED_FIGURE = {  # the page's own words put a single figure under another id
    ("ty_le_lao_dong_qua_dao_tao", "2018-12-31", 48.0): "ty_le_lao_dong_qua_dao_tao_co_bang_cap",
    ("luot_ho_vay_tin_dung_chinh_sach", "2025-03-31", 207000.0): "luot_ho_vay_tin_dung_chinh_sach_luy_ke",
}
KIND_OF_ENDING = {"_ke_hoach": "plan", "_uoc_tinh": "estimate", "_can_duoi": "actual", "_lam_tron": "actual"}
NO_OBSERVATION = {
    "ma_don_vi_hanh_chinh",
    "nam_cong_nhan_nong_thon_moi",
    "nhom_huyen_ty_le_ngheo_cao",
}  # codes, years, names
DAY = {  # vague words for a day → the day in the table, its note says so
    "KH 2025": "2025-12-31",
    "“đến nay”, 15/7/2022": "2022-07-15",
    "giai đoạn 2015–2020": "2020-12-31",
    "2023-04 đến 2023-08": "2023-08-31",
}
FRAME_END = "2025-06-30"


def read(name: str) -> list[dict]:
    """Rows of a table in tests/golden, without those of low confidence."""
    with (GOLDEN / name).open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if not row["confidence"].startswith("low")]


@pytest.fixture(scope="module")
def files():
    return read_province(PROVINCE)


@pytest.fixture(params=["published", "rehearsal"])
def kept(request, real) -> int:
    """Each edition of the shipped province."""
    return next(e.id for e in editions() if e.kind == request.param)


@pytest.fixture(scope="module")
def held(files) -> dict[tuple, str]:
    """(indicator, area, first day, last day, kind, value) → note, of published rows and of conflicts."""
    rows = {
        (r.indicator, r.area, f"{r.period_start}", f"{r.period_end}", r.kind, r.value): r.note
        for r in files.published.itertuples()
    }
    kept_out = {
        (r.indicator, r.area, r.period_start, r.period_end, r.kind, float(r.value)): r.reason_vi
        for r in files.conflicts.itertuples()
    }
    assert not rows.keys() & kept_out.keys()
    return rows | kept_out


def target(files, name: str, last_day: str, value: float) -> tuple[str, str, bool]:
    """(id, kind, whether it is a stock) for a working name."""
    ending = next((e for e in KIND_OF_ENDING if name.endswith(e)), "")
    plain = name.removesuffix(ending)
    one = RENAMED_FIGURE.get((plain, last_day, value)) or RENAMED.get(plain, plain)
    return one, KIND_OF_ENDING.get(ending, "actual"), files.catalogue.indicators[one].measure == "stock"


def last_day(as_of: str) -> str:
    """A district figure's “2020”, “2020-10” or “2018 (một phần năm)” as the last day it can mean."""
    if as_of in DAY:
        return DAY[as_of]
    year, month, day = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", as_of).groups()
    month = month or "12"
    return f"{year}-{month}-{day or monthrange(int(year), int(month))[1]:02}"


def test_every_published_figure_of_the_province_is_a_row_or_a_conflict(files, held):
    lost = []
    for r in read("province_figures.csv"):
        value, name = float(r["value"]), r["indicator"]
        if name.endswith(
            "_dat_ke_hoach"
        ):  # a share of plan: kept as a check in the note of the actual figure
            actual = next(
                (
                    note
                    for key, note in held.items()
                    if key[:5]
                    == (
                        target(files, name.removesuffix("_dat_ke_hoach"), "", 0)[0],
                        "91",
                        r["period_start"],
                        r["period_end"],
                        "actual",
                    )
                ),
                "",
            )
            found = f"{value:g}%".replace(".", ",") in actual
        else:
            one, _, stock = target(files, name, r["period_end"], value)
            found = (
                one,
                "91",
                r["period_end"] if stock else r["period_start"],
                r["period_end"],
                r["kind"],
                value,
            ) in held
        if not found:
            lost.append(r)
    assert lost == []


def test_every_published_figure_of_a_district_is_a_row_or_a_conflict(files, held):
    lost = []
    for r in read("district_figures.csv"):
        if r["indicator"] in NO_OBSERVATION:
            continue
        value, end = float(r["value"]), last_day(r["as_of"])
        one, kind, stock = target(files, r["indicator"], end, value)
        if stock and kind != "plan":
            end = min(end, FRAME_END)  # a year or month that ends after the districts did
        found = [
            k
            for k in held
            if k[:2] == (one, r["gso_code"]) and k[3:] == (end, kind, value) and k[2][:4] == r["year"]
        ]
        if not found:
            lost.append(r)
    assert lost == []


def test_districts_named_without_figure_are_noted(files):
    for r in read("district_figures.csv"):
        if r["indicator"] == "nhom_huyen_ty_le_ngheo_cao":
            assert r["area"] in files.about["notes"]["vi"] and r["area"] in files.about["notes"]["en"]


def test_sources_are_declared_and_used_by_every_row(files):
    known = set(files.sources["source"])
    assert len(known) == len(files.sources) and (files.sources["title"] != "").all()
    assert set(files.published["source"]) | set(files.conflicts["source"]) <= known
    assert (files.conflicts[["reason_vi", "reason_en"]] != "").all(axis=None)
    assert set(files.conflicts["indicator"]) <= set(files.catalogue.indicators)


def test_periods_fit_the_measure(files):
    flow = files.published["indicator"].map(lambda i: files.catalogue.indicators[i].measure == "flow")
    rows = files.published[flow]
    assert (rows["period_start"] < rows["period_end"]).all()
    assert set(files.published["status"]) == {"published", "computed"}


def test_each_count_of_poverty_rests_on_one_standard(files):
    family = files.published["indicator"].map(lambda i: files.catalogue.indicators[i].standards or "")
    assert (files.published.loc[family != "", "standard"] != "").all() and (
        files.published.loc[family == "", "standard"] == ""
    ).all()
    rates = files.published[
        (files.published["indicator"] == "ty_le_ho_ngheo") & (files.published["area"] == "91")
    ].set_index("value")["standard"]
    assert rates[[7.45, 4.5, 5.7, 9.78, 6.2, 1.91, 1.28]].tolist() == [
        "chuan_2006",
        "chuan_2006",
        "chuan_2011",
        "chuan_2016",
        "chuan_2016",
        "chuan_2016",
        "chuan_2022",
    ]


def test_a_share_of_plan_stated_by_the_source_agrees_with_the_figures(files):
    rows = files.published.set_index(
        ["indicator", "area", "kind", files.published["period_end"].map(lambda d: d.year)]
    )
    checked = 0
    for key, row in rows.iterrows():
        stated = re.search(r"đạt ([\d,]+)% kế hoạch", row["note"])
        plan = (key[0], key[1], "plan", key[3])
        if stated and plan in rows.index:
            share, checked = stated[1].replace(",", "."), checked + 1
            assert round(
                100 * row["value"] / rows.loc[[plan], "value"].iloc[0], len(share.partition(".")[2])
            ) == float(share)
    assert checked == 4


def test_parts_never_exceed_their_total(files):
    key = ["area", "period_start", "period_end"]
    actual = files.published[
        files.published["kind"] == "actual"
    ]  # the plan of 2014 names jobs abroad beside its total
    values = actual.set_index(["indicator", *key])["value"]
    part_of = actual["indicator"].map(lambda i: files.catalogue.indicators[i].part_of or "")
    sums = actual[part_of != ""].assign(total=part_of).groupby(["total", *key])["value"].sum()
    both = sums.index.intersection(values.index)
    assert len(both) >= 30
    assert (sums[both] <= values[both]).all()


def test_districts_of_the_census_add_up_to_the_province(files):
    rows = files.published[files.published["period_end"].map(str).eq("2019-04-01")]
    for indicator, figures in rows.groupby("indicator"):
        one = figures.set_index("area")["value"]
        assert len(one) == 16 and one.drop("91").sum() == one["91"], indicator


def test_the_frame_has_its_areas_and_names(files):
    assert [a.order for a in files.areas.rows if a.kind == "district"] == sorted(
        a.order for a in files.areas.rows if a.kind == "district"
    )
    assert len(files.areas.codes) == 16
    names = {(a.code, a.title): (str(a.valid_from), str(a.valid_to)) for a in files.areas.rows}
    assert names["900", "Thị xã"][1] == "2018-10-31" and names["900", "Thành phố"][0] == "2018-11-01"
    assert names["911", "Huyện"][1] == "2021-02-28" and names["911", "Thành phố"][0] == "2021-03-01"


def test_every_law_is_declared_with_the_days_on_which_it_held(files):
    bases = files.catalogue.legal_bases
    assert set(bases) == LAWS
    assert bases["NĐ 136/2013/NĐ-CP"].last_day == date(2021, 6, 30)
    assert bases["NĐ 20/2021/NĐ-CP"].first_day == date(2021, 7, 1)
    for family in files.catalogue.standards.values():
        for member in family:  # a standard's days are those of its document
            document = bases[member.document]
            assert str(document.first_day) == member.first_day, member.id
            assert str(document.last_day) >= member.last_day, member.id
    for i in files.catalogue.indicators.values():
        held = [bases[document] for document in i.legal_basis]
        assert held == sorted(held, key=lambda basis: basis.first_day), i.id


def test_entries_of_the_catalogue_are_fit_for_screen(files):
    catalogue = files.catalogue
    for i in catalogue.indicators.values():
        members = {m.id for m in catalogue.standards.get(i.standards, ())}
        assert set(i.legal_basis) <= LAWS, i.id
        assert len(i.label("vi")) <= 27, i.id
        assert i.unit != "phan_tram" or i.thresholds, f"{i.id} may be mapped and has no limits"
        assert (
            set(i.thresholds) <= members
            if isinstance(i.thresholds, dict)
            else not (i.standards and i.unit == "phan_tram" and i.plan)
        ), i.id
        assert i.aggregate != "ratio" or i.small_number, i.id
        assert i.unit not in ("luot_nguoi", "luot", "luot_ho") or "luot_khong_phai_nguoi" in i.caveats, i.id
    for domain in catalogue.domains.values():
        headlines = [i for i in catalogue.of_domain(domain.id) if i.headline]
        assert domain.screen == "nguon" or 2 <= len(headlines) <= 6, domain.id
        for language in ("vi", "en"):
            labels = [i.label(language) for i in catalogue.of_domain(domain.id)]
            assert len(labels) == len(set(labels)), domain.id
    for words in (catalogue.caveats, catalogue.units):
        used = {c for i in catalogue.indicators.values() for c in (*i.caveats, i.unit)}
        assert set(words) <= used


def test_no_text_of_the_catalogue_is_left_in_one_language(files):
    for i in files.catalogue.indicators.values():
        assert i.name.vi != i.name.en and i.definition.vi != i.definition.en, i.id


def test_every_row_is_served_unchanged_in_every_edition(files, kept):
    told = queries.observations(kept, limit=100_000).query("not derived and status != 'illustrative'")
    columns = [
        "indicator",
        "area",
        "period_start",
        "period_end",
        "kind",
        "standard",
        "value",
        "status",
        "source",
        "published",
        "note",
    ]
    as_text = [
        sorted(
            frame[columns].astype({"period_start": str, "period_end": str}).itertuples(index=False, name=None)
        )
        for frame in (told, files.published)
    ]
    assert len(as_text[1]) > 600 and as_text[0] == as_text[1]


def test_the_published_edition_holds_nothing_illustrative(real):
    for edition in editions():
        statuses = set(queries.observations(edition.id, limit=100_000)["status"])  # what is derived too
        made_up = set() if edition.kind == "published" else {"illustrative"}
        assert statuses == {"published", "computed"} | made_up


def test_the_run_of_poverty_is_one_standard_and_2012_another(kept):
    run = queries.yearly_series(kept, "ty_le_ho_ngheo", ["91"]).set_index("year")
    assert run.loc[2015:2020, "value"].to_dict() == {
        2015: 9.78,
        2016: 8.32,
        2017: 6.2,
        2018: 4.14,
        2019: 2.69,
        2020: 1.91,
    }
    assert set(run.loc[2015:2020, "standard"]) == {"chuan_2016"} and set(run.loc[2015:2020, "status"]) == {
        "published"
    }
    assert (run.loc[2012, "value"], run.loc[2012, "standard"]) == (5.7, "chuan_2011")


def test_a_superseded_figure_is_told_and_never_served(kept):
    out = conflicts(kept)
    assert out.loc[
        out["value"].astype(float) == 1.69, ["indicator", "area", "period_end"]
    ].values.tolist() == [["ty_le_ho_ngheo", "91", "2020-12-31"]]
    assert not queries.observations(kept, limit=100_000)["value"].eq(1.69).any()


def test_poor_households_of_two_districts_in_october_2020(kept):
    rows = queries.district_values(kept, "so_ho_ngheo", 2020).set_index("area").loc[["903", "912"]]
    assert (
        rows["value"].tolist() == [1273, 1]
        and set(rows["status"]) == {"published"}
        and set(rows["period_end"].astype(str)) == {"2020-10-31"}
    )


def test_three_rates_of_trained_labour_are_never_one(kept):
    own = {
        "": {2010: 23, 2023: 72},
        "_co_bang_cap": {2017: 46.5, 2018: 48, 2020: 50},
        "_dtldvl": {2011: 9.92},
    }
    rates = {f"ty_le_lao_dong_qua_dao_tao{ending}": values for ending, values in own.items()}
    for one, values in rates.items():
        series = queries.yearly_series(kept, one, ["91"]).query("kind == 'actual' and status == 'published'")
        assert dict(zip(series["year"], series["value"])) == values
        declared = catalogue(kept).indicators[one]
        assert declared.aggregate == "none" and not {
            declared.numerator,
            declared.denominator,
            declared.part_of,
        } & set(rates)
        assert queries.parts(kept, one, "91").empty and set(
            queries.observations(kept, indicators=[one])["indicator"]
        ) == {one}
    told = queries.figures(kept, list(rates), "91", 2017).set_index("indicator")
    assert told.index.is_unique and told.index[told["status"] == "published"].tolist() == [
        "ty_le_lao_dong_qua_dao_tao_co_bang_cap"
    ]


@pytest.mark.parametrize(
    "code, day, vi, en",
    [
        ("900", date(2018, 10, 31), "Thị xã Hà Tiên", "Hà Tiên Town"),
        ("900", date(2018, 11, 1), "Thành phố Hà Tiên", "Hà Tiên City"),
        ("911", date(2021, 2, 28), "Huyện Phú Quốc", "Phú Quốc District"),
        ("911", date(2021, 3, 1), "Thành phố Phú Quốc", "Phú Quốc City"),
    ],
)
def test_the_name_in_force_is_told(kept, code, day, vi, en):
    assert (areas(kept).at(code, day).full("vi"), areas(kept).labels("en", day, Area.full)[code]) == (vi, en)


@pytest.mark.parametrize(
    ("code", "vi", "en"),
    [
        ("91", "tỉnh Kiên Giang", "Kiên Giang Province"),
        ("914", "huyện Giang Thành", "Giang Thành District"),
        ("899", "thành phố Rạch Giá", "Rạch Giá City"),
    ],
)
def test_a_rank_is_small_inside_a_vietnamese_sentence(kept, code, vi, en):
    assert (areas(kept).at(code).inside("vi"), areas(kept).at(code).inside("en")) == (vi, en)


@pytest.mark.parametrize("area", ["903", "912"])
def test_no_rate_is_computed_from_a_count_and_households_of_another_date(kept, area):
    """Poor households of October 2020 are published, households of then are not, only a census's of 2019."""
    rows = queries.district_values(kept, "ty_le_ho_ngheo", 2020, today=date(2026, 11, 23)).set_index("area")
    count = queries.district_values(kept, "so_ho_ngheo", 2020, today=date(2026, 11, 23)).set_index("area")
    assert count.loc[area, "status"] == "published"
    assert rows.loc[area, "status"] in ("", "illustrative")


def test_a_part_of_a_year_is_not_stored_as_the_year(files):
    rows = files.published
    assert not rows["note"].fillna("").str.contains("một phần năm").any()
    ended = rows[(rows["area"] != "91") & (rows["period_end"] > date(2025, 6, 30))]
    assert ended.empty  # the districts ended on 30/6/2025: what comes after is the new units'
