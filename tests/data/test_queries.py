"""Questions on data checked by eye: the made-up province."""

from datetime import date

import pytest

from data import queries
from data.absence import absent
from tests.made_up import DISTRICTS, HEADER, PROVINCE, figures, flow, stock, write


def test_a_provinces_rate_is_the_ratio_of_sums_never_a_mean(edition):
    whole = queries.province_value(edition, "ty_le_ho_ngheo", 2015)

    assert whole["value"] == pytest.approx(100 * (100 + 40 + 10 + 8) / (1000 + 500 + 250 + 50))
    rates = queries.district_values(edition, "ty_le_ho_ngheo", 2015)["value"]
    assert whole["value"] != pytest.approx(rates.mean())
    assert whole["derived"]


def test_rates_that_every_district_publishes_are_never_summed(tmp_path, monkeypatch, made_up):
    """Four rates without the counts behind them: the province's rate is not known."""
    from data.publish import build

    rates = "".join(stock("ty_le_ho_ngheo", area, 2013, 5) for area in DISTRICTS)
    monkeypatch.setenv("DASHBOARD_PROVINCE", str(write(tmp_path / "rates", table=figures() + rates)))
    edition = build().id

    assert queries.district_values(edition, "ty_le_ho_ngheo", 2013)["value"].tolist() == [5, 5, 5, 5]
    assert absent(queries.province_value(edition, "ty_le_ho_ngheo", 2013)["value"])


def test_a_published_rate_stands_and_the_difference_is_shown(edition):
    assert queries.province_value(edition, "ty_le_ho_ngheo", 2017)["value"] == 4.7
    told = queries.differences(edition).set_index("period_end").loc["2014-12-31"]
    assert (told["province"], told["districts"], told["difference"]) == pytest.approx(
        (9.9, 100 * 126 / 1800, 2.9)
    )


def test_figures_that_agree_as_published_are_no_difference(tmp_path, monkeypatch, made_up):
    from data.publish import build

    table = figures().replace(
        "ty_le_ho_ngheo,Z,2017-12-31,2017-12-31,actual,,4.7",
        "ty_le_ho_ngheo,Z,2017-12-31,2017-12-31,actual,,4.67",
    )
    monkeypatch.setenv("DASHBOARD_PROVINCE", str(write(tmp_path / "agree", table=table)))

    assert queries.differences(build().id)["period_end"].dt.year.tolist() == [2014]


def test_zero_is_a_value_and_a_missing_figure_is_not_zero(edition):
    poor = queries.district_values(edition, "so_ho_ngheo", 2017).set_index("area")
    jobs = queries.district_values(edition, "giai_quyet_viec_lam", 2017).set_index("area")

    assert poor.loc["Z3", "value"] == 0 and poor.loc["Z3", "state"] == "value"
    assert jobs["value"].isna()["Z4"] and jobs.loc["Z4", "state"] == "no_data"


def test_every_district_has_a_row_in_official_order(edition):
    assert tuple(queries.district_values(edition, "so_ho_ngheo", 1999)["area"]) == DISTRICTS


def test_a_figure_that_is_not_due_says_so_and_one_after_the_districts_end_is_not_applicable(edition):
    due = queries.district_values(edition, "ty_le_ho_ngheo", 2019, today=date(2020, 1, 2))
    late = queries.district_values(edition, "ty_le_ho_ngheo", 2019, today=date(2021, 1, 2))
    gone = queries.district_values(edition, "ty_le_ho_ngheo", 2026, today=date(2026, 11, 1))

    assert (
        set(due["state"]) == {"not_due"}
        and set(late["state"]) == {"no_data"}
        and set(gone["state"]) == {"not_applicable"}
    )


def test_a_small_base_marks_a_rate_as_unstable(edition):
    rates = queries.district_values(edition, "ty_le_ho_ngheo", 2016).set_index("area")

    assert rates["unstable"].to_dict() == {"Z1": False, "Z2": False, "Z3": False, "Z4": True}


def test_no_change_is_computed_across_a_break(edition):
    across = queries.district_change(edition, "ty_le_ho_ngheo", 2015)
    within = queries.district_change(edition, "ty_le_ho_ngheo", 2016).set_index("area")

    assert set(across["reason"]) == {"break"} and across["points"].isna().all()
    assert within.loc["Z1", "points"] == pytest.approx(8 - 10)


def test_a_count_changes_in_per_cent_only_on_a_base_of_twenty(edition):
    change = queries.district_change(edition, "so_ho_ngheo", 2016).set_index("area")

    assert change.loc["Z1", "percent"] == pytest.approx(-20)
    assert change["percent"].isna().to_dict() == {"Z1": False, "Z2": False, "Z3": True, "Z4": True}
    assert change["points"].isna().all()


def test_a_series_keeps_standards_apart(edition):
    series = queries.yearly_series(edition, "ty_le_ho_ngheo", [PROVINCE, "Z1"])

    assert series.query("area == 'Z1'").groupby("standard")["year"].agg(list).to_dict() == {
        "chuan_2011": [2014],
        "chuan_2016": [2015, 2016, 2017],
    }


def test_two_counts_of_one_year_under_two_standards_are_two_points(tmp_path, monkeypatch, made_up):
    from data.publish import build

    twice = (
        HEADER
        + stock("ty_le_ho_ngheo", PROVINCE, 2015, 9.22, standard="chuan_2011")
        + stock("ty_le_ho_ngheo", PROVINCE, 2015, 15.19)
    )
    monkeypatch.setenv("DASHBOARD_PROVINCE", str(write(tmp_path / "twice", table=twice)))

    series = queries.yearly_series(build().id, "ty_le_ho_ngheo", [PROVINCE])

    assert dict(zip(series["standard"], series["value"])) == {"chuan_2011": 9.22, "chuan_2016": 15.19}


def test_progress_of_the_whole_is_sum_by_sum_and_says_what_cannot_be_judged(edition):
    progress = queries.plan_progress(edition, "giai_quyet_viec_lam", 2016).set_index("area")
    later = queries.plan_progress(edition, "giai_quyet_viec_lam", 2017).set_index("area")

    assert progress.loc[PROVINCE, "plan_share"] == pytest.approx(100 * 300 / 400)
    assert progress.loc["Z2", "missing"] == 20 and progress.loc["Z1", "missing"] == 0
    assert later["reason"].to_dict() == {
        PROVINCE: "no_plan",
        "Z1": "",
        "Z2": "",
        "Z3": "no_plan",
        "Z4": "no_report",
    }
    assert later.loc["Z4", "plan_share"] != later.loc["Z4", "plan_share"]


def test_pace_is_linear_until_two_earlier_years_are_known(edition):
    second = queries.year_to_date(edition, "giai_quyet_viec_lam", "Z1", 2016).set_index("month")
    third = queries.year_to_date(edition, "giai_quyet_viec_lam", "Z1", 2017).set_index("month")

    assert second.loc[3, "pace_basis"] == "linear" and second.loc[3, "pace"] == pytest.approx(25)
    assert third.loc[3, "pace_basis"] == "history" and third.loc[3, "history_years"] == 2
    assert third.loc[3, "pace"] == pytest.approx(100 * (25 / 100 + 30 / 120) / 2)
    assert third["actual"].isna().sum() == 10  # ten months without a report stay without a figure


def test_a_year_known_only_as_a_whole_is_no_history_of_its_months(tmp_path, monkeypatch, made_up):
    from data.publish import build

    table = (
        HEADER
        + flow("giai_quyet_viec_lam", "Z1", 2015, 100)
        + "".join(
            flow("giai_quyet_viec_lam", "Z1", year, 100)
            + flow("giai_quyet_viec_lam", "Z1", year, 20, "03-31")
            for year in (2016, 2017)
        )
    )
    monkeypatch.setenv("DASHBOARD_PROVINCE", str(write(tmp_path / "whole", table=table)))

    months = queries.year_to_date(build().id, "giai_quyet_viec_lam", "Z1", 2017)

    assert set(months["pace_basis"]) == {"linear"} and months["history_years"].max() == 1


def test_headline_figures_of_a_running_year_are_the_latest_cumulated_ones(tmp_path, monkeypatch, made_up):
    from data.publish import build

    table = (
        HEADER
        + flow("giai_quyet_viec_lam", PROVINCE, 2023, 100, "03-31")
        + flow("giai_quyet_viec_lam", PROVINCE, 2023, 300, "08-31")
        + flow("giai_quyet_viec_lam", PROVINCE, 2023, 400, kind="plan")
    )
    monkeypatch.setenv("DASHBOARD_PROVINCE", str(write(tmp_path / "running", table=table)))

    row = queries.figures(build().id, ["giai_quyet_viec_lam"], PROVINCE, 2023).iloc[0]

    assert (row["value"], row["span"], row["plan_share"], row["reason"]) == (300, "ytd", 75, "no_before")


def test_names_follow_the_day(edition):
    from data.serving import areas

    places = areas(edition)

    assert places.at("Z2", date(2018, 8, 31)).full("vi") == "Thị xã Hai"
    assert places.at("Z2", date(2018, 9, 1)).full("en") == "Hai City"
