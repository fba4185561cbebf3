"""Every figure of the seed article, through the real query path, in every edition.

Values stand here as the article has them.
"""

import pytest

from data import queries
from data.editions import editions
from data.serving import areas, catalogue
from pages.text.review import review

HEADLINES = [
    "giai_quyet_viec_lam",
    "tuyen_sinh_dao_tao",
    "ty_le_lao_dong_qua_dao_tao_co_bang_cap",
    "ty_le_ho_ngheo",
]


@pytest.fixture(params=["published", "rehearsal"])
def kept(request, real) -> int:
    """An edition that holds the article's figures."""
    return next(e.id for e in editions() if e.kind == request.param)


@pytest.fixture
def rows(kept):
    return queries.figures(kept, HEADLINES, areas(kept).province, 2017).set_index("indicator")


def test_jobs_38255_placements_109_3_per_cent_of_plan(rows):
    row = rows.loc["giai_quyet_viec_lam"]
    assert (row["value"], row["plan"], round(row["plan_share"], 1), row["status"]) == (
        38255,
        35000,
        109.3,
        "published",
    )


def test_training_25500_people_102_per_cent_of_plan(rows):
    row = rows.loc["tuyen_sinh_dao_tao"]
    assert (row["value"], row["plan"], row["plan_share"], row["status"]) == (25500, 25000, 102, "published")


def test_trained_with_degree_or_certificate_46_5_per_cent(rows):
    assert rows.loc["ty_le_lao_dong_qua_dao_tao_co_bang_cap", "value"] == 46.5


def test_poverty_from_8_32_to_6_2_is_2_12_percentage_points(rows):
    row = rows.loc["ty_le_ho_ngheo"]
    assert (row["before"], row["value"]) == (8.32, 6.2)
    assert row["points"] == pytest.approx(-2.12) and row["percent"] != row["percent"] and row["reason"] == ""


def test_progress_of_the_whole_province(kept):
    jobs, training = (queries.plan_progress(kept, i, 2017).iloc[0] for i in HEADLINES[:2])
    assert (round(jobs["plan_share"], 1), training["plan_share"], jobs["missing"], training["missing"]) == (
        109.3,
        102,
        0,
        0,
    )


def test_each_figure_stands_alone_as_the_provinces_own(kept):
    for indicator, value in zip(HEADLINES, (38255, 25500, 46.5, 6.2)):
        row = queries.province_value(kept, indicator, 2017)
        assert (row["value"], row["state"], row["status"], row["derived"]) == (
            value,
            "value",
            "published",
            False,
        )
    assert [queries.province_value(kept, i, 2017, "plan")["value"] for i in HEADLINES[:2]] == [35000, 25000]
    assert queries.province_value(kept, "ty_le_ho_ngheo", 2016)["value"] == 8.32


def test_each_figure_lies_on_its_line_over_the_years(kept):
    for indicator, year, value in [
        *zip(HEADLINES, [2017] * 4, (38255, 25500, 46.5, 6.2)),
        ("ty_le_ho_ngheo", 2016, 8.32),
    ]:
        series = queries.yearly_series(kept, indicator, [areas(kept).province])
        series = series[(series["kind"] == "actual") & (series["year"] == year)]
        assert series["value"].tolist() == [value] and series["status"].tolist() == ["published"]
    run = queries.yearly_series(kept, "ty_le_ho_ngheo", [areas(kept).province]).query("year in (2016, 2017)")
    assert run["standard"].nunique() == 1  # so that the two may be joined


def test_the_first_quarter_as_reported_in_april_2017(kept):
    province = areas(kept).province
    jobs, training = (
        queries.year_to_date(kept, i, province, 2017).set_index("month").loc[3] for i in HEADLINES[:2]
    )
    assert (jobs["actual"], training["actual"]) == (7245, 6278)
    assert (
        round(100 * jobs["actual"] / jobs["plan"], 1) == 20.7
        and round(100 * training["actual"] / training["plan"], 2) == 25.11
    )
    assert jobs["status"] == training["status"] == "published"


@pytest.mark.parametrize(
    "language, told",
    [
        (
            "vi",
            "Năm 2017, ngành Lao động - Thương binh và Xã hội tỉnh đã giải quyết việc làm cho 38.255 "
            "lượt người, đạt 109,3% kế hoạch; tuyển sinh và đào tạo cho 25.500 người, đạt 102% kế hoạch. "
            "Tỷ lệ lao động qua đào tạo có bằng, chứng chỉ cuối năm 2017 là 46,5%. Tỷ lệ hộ nghèo giảm từ "
            "8,32% (năm 2016) xuống còn 6,2% (năm 2017), giảm 2,12 điểm phần trăm.",
        ),
        (
            "en",
            "In 2017, the province's labour, war invalids and social affairs sector arranged 38,255 job "
            "placements, 109.3% of plan; enrolled and trained 25,500 people, 102% of plan. Share of trained "
            "workers with degree or certificate at the end of 2017: 46.5%. Household poverty rate fell from "
            "8.32% (2016) to 6.2% (2017), down 2.12 percentage points.",
        ),
    ],
)
def test_the_articles_second_paragraph_is_written_from_the_data(rows, kept, language, told):
    assert review(rows, 2017, catalogue(kept), language).replace("\u00a0", " ") == told
