"""Page and report count the same plans of a year; what is not due, or is the yearly review's, is no gap."""

import re
from datetime import date

import pytest

from data.editions import editions
from data.queries import figures, plans
from pages.documents.report_data import figures_of
from pages.documents.report_gaps import gaps_of
from pages.documents.report_limits import limits
from tests.documents.report_reading import opened, text_of, view
from tests.pages.test_screens import opened as screen


def counted_on_the_page(edition: int, year: int) -> int:
    """The number behind “Tất cả”, over the province's plans."""
    groups = screen("ke_hoach", nam=str(year), phien_ban=str(edition)).get("button_group")
    labels = " ".join(str(option) for group in groups for option in group.options)
    return int(re.search(r"Tất cả (\d+)", labels)[1])


def counted_in_the_report(edition: int, year: int) -> int:
    said = text_of(opened(edition, year=year))
    return int(re.search(rf"(?:Trong|Cả) (\d+) chỉ tiêu định lượng có kế hoạch năm {year}", said)[1])


@pytest.mark.parametrize("kind, year", [("rehearsal", 2017), ("rehearsal", 2018), ("published", 2014)])
def test_page_and_report_count_the_same_plans(real, kind, year):
    edition = next(e.id for e in editions() if e.kind == kind)

    counted = counted_in_the_report(edition, year)
    assert counted == counted_on_the_page(edition, year) and counted >= 6


@pytest.mark.parametrize("kind", ["rehearsal", "published"])
def test_every_plan_of_the_province_stands_among_the_reports_targets(real, kind):
    edition = next(e.id for e in editions() if e.kind == kind)
    known = plans(edition)
    assert known["year"].nunique() >= 8
    for year in sorted(set(known["year"])):
        shown = figures_of(view(edition), int(year))
        ids = list(known.loc[known["year"] == year, "indicator"])
        rows = figures(edition, ids, view(edition).areas.province, int(year)).set_index("indicator")
        planned = set(rows.index[rows["plan"].notna()])
        assert set(shown.plans.index) == planned and planned <= set(shown.targets), (kind, year)
        met = rows.loc[rows["plan_met"].eq(True)].index
        assert set(shown.outcomes.index[shown.outcomes == "reached"]) == set(met), (kind, year)


def test_a_plan_without_a_figure_is_told_with_its_plan(published):
    said = text_of(opened(published, year=2014)).replace("\u00a0", " ")

    assert "Giải quyết việc làm năm 2014 có kế hoạch 33.000 lượt người, chưa có số liệu thực hiện." in said
    assert "Cả 6 chỉ tiêu định lượng có kế hoạch năm 2014 đều chưa thể đánh giá." in said


def test_the_yearly_review_is_the_years_figure_and_a_count_in_spring_is_not(published):
    shown = view(published)
    reviewed, spring = (
        {gap.indicator.id: gap for gap in gaps_of(shown, figures_of(shown, year))} for year in (2020, 2017)
    )

    assert not any(gap.province == "part" for gap in reviewed.values())
    assert reviewed["ty_le_ho_ngheo"].province == "" and reviewed["ty_le_ho_ngheo"].districts == "some"
    assert spring["doi_tuong_huong_tro_cap_xa_hoi"].province == "part"
    assert spring["doi_tuong_huong_tro_cap_xa_hoi"].covered == "31/3/2017"
    said = text_of(opened(published, year=2020))
    assert "đến 31/10/2020 là 1,91%" in said  # its day is told all the same


def test_what_is_not_due_is_no_gap(published):
    early, late = (view(published, today=day) for day in (date(2024, 12, 1), date(2026, 11, 20)))
    gaps = [gaps_of(shown, figures_of(shown, 2024)) for shown in (early, late)]

    assert not any(gap.province == "none" or gap.districts for gap in gaps[0])
    assert sum(gap.province == "none" for gap in gaps[1]) > 20
    assert "chưa đến kỳ báo cáo" in " ".join(limits(early, figures_of(early, 2024)))
