"""What the review's paragraph says of a part of a year, of a rate that did not rise, of a year alone."""

import pandas as pd
import pytest

from data.catalogue_files import read_catalogue
from pages.text.review import review

CATALOGUE = read_catalogue()
JOBS, TRAINING = "giai_quyet_viec_lam", "tuyen_sinh_dao_tao"
SKILLED, POOR = "ty_le_lao_dong_qua_dao_tao_co_bang_cap", "ty_le_ho_ngheo"


def row(value, end, span, before=None, status="published", before_status="published", plan_share=None):
    """A row of `queries.figures` with what the paragraph reads."""
    end = pd.Timestamp(end)
    return {
        "value": value,
        "status": status,
        "span": span,
        "period_start": end if span == "day" else pd.Timestamp(end.year, 1, 1),
        "period_end": end,
        "before": before,
        "before_end": pd.Timestamp(end.year - 1, 12, 31) if before is not None else pd.NaT,
        "before_status": before_status if before is not None else "",
        "points": value - before if before is not None else None,
        "plan_share": plan_share,
    }


def paragraph(language="vi", **rows):
    frame = pd.DataFrame(rows).T
    return review(frame, 2023, CATALOGUE, language).replace("\u00a0", " ")


def test_one_part_of_the_year_stands_at_the_beginning():
    part = {
        JOBS: row(30000, "2023-09-30", "ytd", plan_share=85.7),
        TRAINING: row(16528, "2023-09-30", "ytd"),
    }
    text = paragraph(**part)
    assert text.startswith("9 tháng đầu năm 2023, ngành ") and "Năm 2023" not in text
    assert "bằng 85,7" in text and "kế hoạch năm" in text
    assert paragraph("en", **part).startswith("In the first 9 months of 2023, ")


def test_different_parts_are_each_told():
    text = paragraph(**{JOBS: row(30000, "2023-09-30", "ytd"), TRAINING: row(16528, "2023-08-31", "ytd")})
    assert text.startswith("Năm 2023, ngành ")
    assert "30.000 lượt người (9 tháng đầu năm 2023)" in text
    assert "16.528 người (8 tháng đầu năm 2023)" in text


@pytest.mark.parametrize(
    "rate, raised",
    [
        (row(46.5, "2023-12-31", "day", 44.2), True),
        (row(46.5, "2023-12-31", "day", 47.0), False),
        (row(46.5, "2023-12-31", "day", 46.5), False),
        (row(46.5, "2023-12-31", "day"), False),
        (row(46.5, "2023-06-30", "day", 44.2), False),
        (row(46.5, "2023-12-31", "day", 44.2, before_status="illustrative"), False),
        (row(46.5, "2023-12-31", "day", 44.2, "illustrative", "illustrative"), True),
    ],
)
def test_a_rate_is_raised_only_where_it_is_known_to_have_risen(rate, raised):
    text = paragraph(**{JOBS: row(38255, "2023-12-31", "year"), SKILLED: rate})
    assert ("góp phần nâng" in text) == raised and "46,5" in text


def test_work_of_a_part_of_the_year_raised_nothing():
    text = paragraph(**{JOBS: row(30000, "2023-09-30", "ytd"), SKILLED: row(46.5, "2023-12-31", "day", 44.2)})
    assert "góp phần nâng" not in text and "cuối năm 2023" in text


def test_a_rate_counted_on_another_day_names_it():
    text = paragraph(**{POOR: row(1.91, "2020-10-31", "day", 2.69)})
    assert "(năm 2019) xuống còn 1,91" in text and "(đến 31/10/2020)" in text


def test_a_rate_without_a_year_before_is_told_alone():
    text = paragraph(**{POOR: row(9.78, "2015-12-31", "day")})
    assert text.startswith("Tỷ lệ hộ nghèo cuối năm 2015 là 9,78") and "giảm" not in text
