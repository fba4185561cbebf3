"""What is known of a plan at a month: only reports and years before it; protected figures are not told."""

from datetime import date

import pandas as pd
import pytest

from data import audience
from data.publish import build
from data.queries import plan_history, plan_standing
from pages.content import plan_standing as parts
from pages.content.view import View
from tests.made_up import figures, write

JOBS = "giai_quyet_viec_lam"


def test_shares_are_those_of_the_same_month_in_years_before(edition):
    asked = {year: plan_standing(edition, [JOBS], year, 3).set_index("area") for year in (2015, 2016, 2017)}

    assert (asked[2015]["years"] == 0).all() and asked[2015]["share_low"].isna().all()
    assert (asked[2015]["pace"] == 25).all() and (asked[2015]["pace_basis"] == "linear").all()
    assert (asked[2016].loc[["Z1", "Z3"], "years"] == 1).all()
    assert asked[2016].loc["Z3", "share_low"] == pytest.approx(12 / 50)
    third = asked[2017].loc["Z3"]  # 12 of 50 in 2015, 15 of 60 in 2016
    assert third["years"] == 2 and third["pace_basis"] == "history" and third["pace"] == pytest.approx(24.5)
    assert third[["share_low", "share_high"]].tolist() == pytest.approx([12 / 50, 15 / 60])


def test_history_ends_before_the_year_asked(edition):
    assert plan_history(edition, JOBS, 2015, 3).empty
    assert plan_history(edition, JOBS, 2016, 3)["year"].unique().tolist() == [2015]


def test_rows_say_date_year_before_and_what_the_plan_is(edition):
    rows = plan_standing(edition, [JOBS], 2016, 11).set_index("area")

    assert list(rows.index) == ["Z", "Z1", "Z2", "Z3", "Z4"] and rows.loc["Z", "level"] == "province"
    assert (
        rows.loc["Z1", "as_of"] == pd.Timestamp(2016, 3, 31)
        and rows.loc["Z1", "month"] == 3
        and rows.loc["Z1", "pace"] == pytest.approx(25)
    )
    assert (
        rows.loc["Z1", "before"] == 100
        and rows.loc["Z1", "plan"] == 100
        and rows.loc["Z1", "kind"] == "actual"
    )


def test_nothing_is_asked_of_an_indicator_without_plan_or_figure(edition):
    assert plan_standing(edition, [JOBS], 2030).empty and plan_standing(edition, [], 2016).empty


def test_a_protected_count_cannot_be_judged_and_nothing_tells_it(tmp_path, monkeypatch, made_up):
    """Four people found work in Bốn.

    The public sees its plan, and no share, gap, weekly need or projection.
    """
    table = (
        figures()
        .replace(f"{JOBS},Z4,2016-01-01,2016-12-31,actual,,40", f"{JOBS},Z4,2016-01-01,2016-12-31,actual,,4")
        .replace(f"{JOBS},Z4,2016-01-01,2016-03-31,actual,,10", f"{JOBS},Z4,2016-01-01,2016-03-31,actual,,1")
    )
    monkeypatch.setenv("DASHBOARD_PROVINCE", str(write(tmp_path / "small", table=table)))
    edition = build().id

    def asked(who: str) -> pd.Series:
        with audience.seen_by(who):
            return (
                parts.standings(View(edition, "vi", False, date(2026, 11, 23)), (JOBS,), 2016, 12)
                .set_index("area")
                .loc["Z4"]
            )

    office, public = asked("internal"), asked("public")
    assert office["actual"] == 4 and office["group"] == "at_risk" and office["missing"] == 96
    assert (public["group"], public["reason"], public["plan"]) == ("unknown", "protected", 100)
    assert public[["actual", "plan_share", "missing", "weekly", "low", "high"]].isna().all()
