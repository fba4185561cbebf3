"""Plan and actual: units missing, not per cent, decide the order; what cannot be judged is named."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from pages.content.plan import ordered
from pages.content.ranking import Ranking
from pages.content.split import Split
from pages.content.year_to_date import YearToDate
from pages.figures.modebar import config
from pages.figures.ranking import ranking
from pages.figures.split import split
from pages.figures.year_to_date import year_to_date
from tests.figures.samples import CAPTION, CATALOGUE, CODES, JOBS, PLACES, RATE, SAID, district_values


def progress() -> pd.DataFrame:
    """Province and four districts: far behind by units, by per cent, exceeded, and without a report."""
    rows = [
        ("00", 9000, 10000),
        (CODES[0], 3000, 4000),
        (CODES[1], 10, 100),
        (CODES[2], 1800, 1000),
        (CODES[3], np.nan, 500),
    ]
    return pd.DataFrame(
        [
            {
                "area": c,
                "actual": a,
                "plan": p,
                "plan_share": 100 * a / p,
                "missing": p - min(a, p) if a > 0 else np.nan,
                "plan_met": a >= p if a > 0 else None,
                "pace": 75.0,
                "pace_basis": "linear",
                "as_of": date(2017, 9, 30),
                "state": "value" if a > 0 else "cannot_judge",
                "reason": "" if a > 0 else "no_report",
                "status": "reported",
            }
            for c, a, p in rows
        ]
    )


def months(last: int = 9, basis: str = "history") -> pd.DataFrame:
    share = np.linspace(100 / 12, 100, 12)
    return pd.DataFrame(
        {
            "month": range(1, 13),
            "actual": [3000.0 * m if m <= last else np.nan for m in range(1, 13)],
            "plan": 35000.0,
            "plan_share": [100 * 3000.0 * m / 35000 if m <= last else np.nan for m in range(1, 13)],
            "pace": share,
            "pace_low": share * 0.9 if basis == "history" else np.nan,
            "pace_high": share * 1.1 if basis == "history" else np.nan,
            "pace_basis": basis,
            "history_years": 2,
            "plan_status": "published",
            "status": "reported",
        }
    )


def texts(figure) -> str:
    said = [note.text for note in figure.layout.annotations]
    return "\n".join(said + [text for trace in figure.data for text in (trace.text or ()) if text])


def test_rows_are_ordered_by_what_is_missing():
    assert list(ordered(progress(), "00")["area"]) == ["00", *CODES[:4]]


def ytd(frame: pd.DataFrame) -> YearToDate:
    return YearToDate(SAID, frame, CATALOGUE, "vi", JOBS, PLACES["00"], 2017)


def test_the_pace_is_drawn_in_the_plans_unit():
    """Plan 35,000: a quarter of it (by a pace of 25%) is 8,750 at the end of March.

    The band lies around it.
    """
    band, pace = year_to_date(ytd(months())).data[:2]

    assert pace.y[2] == 8750 and pace.y[11] == 35000
    assert band.y[2] == 9625 and band.y[-3] == 7875


def test_a_month_without_report_is_not_drawn():
    figure = year_to_date(ytd(months()))
    actual = figure.data[-1]

    assert list(actual.x) == list(range(1, 10))
    assert (
        "27.000" in texts(figure) and "77,1%" in texts(figure) and "35.000\u00a0lượt người" in texts(figure)
    )


def test_a_linear_pace_is_dashed_and_says_so():
    linear = year_to_date(ytd(months(basis="linear")))
    history = year_to_date(ytd(months()))

    assert linear.data[0].line.dash == "dash" and "chia\u00a0đều\u00a012\u00a0tháng" in texts(linear)
    assert history.data[0].fill == "toself"


def test_a_year_without_plan_or_report_draws_what_there_is():
    bare = months().assign(plan=np.nan, pace=np.nan)
    assert not year_to_date(ytd(bare)).layout.shapes
    assert year_to_date(ytd(months(last=0))).layout.shapes


def test_districts_without_figures_are_named_and_not_ranked():
    frame = district_values([np.nan, *range(14)]).sort_values("value", ascending=False)
    figure = ranking(Ranking(SAID, frame, CATALOGUE, "vi", RATE, PLACES, ("Toàn tỉnh", 6.2)), caption=CAPTION)

    assert "chưa có số liệu" in texts(figure) and "Toàn tỉnh: 6,2%" in texts(figure)
    assert CODES[0] not in [row[0] for row in figure.data[1].customdata]


@pytest.mark.parametrize("grouped", [False, True])
def test_a_year_with_a_part_missing_shows_no_total(grouped):
    rows = [("trong_tinh", 2016, 10.0), ("ngoai_tinh", 2016, 5.0), ("trong_tinh", 2017, 12.0)]
    frame = pd.DataFrame([{"part": p, "year": y, "value": v, "status": "published"} for p, y, v in rows])
    figure = split(Split(SAID, frame, CATALOGUE, "vi", JOBS, PLACES["00"], grouped))

    totals = [note.text for note in figure.layout.annotations if note.xref == "x"]
    assert totals == ([] if grouped else ["<b>15</b>"])


def test_the_mode_bar_has_one_button_and_no_english():
    made = config("vi", "/geo/topology", "ban-do")

    assert made["topojsonURL"].endswith("/") and made["modeBarButtons"] == [["toImage"]]
    assert made["locales"]["vi"]["dictionary"]["Download plot as a PNG"] == "Tải ảnh PNG"
    assert not made["scrollZoom"] and made["doubleClick"] is False and not made["displaylogo"]
