"""Whatever an edition holds, a page shows: a bad cell is missing or marked, and never breaks the page."""

import io

import pandas as pd
import pytest
from starlette.testclient import TestClient

from data import publication
from data.editions import newest
from data.lake import cursor
from data.queries import district_values
from data.serving import conflicts
from pages.screens import SCREENS
from tests.documents.deck_reading import opened as deck
from tests.documents.deck_reading import view_of
from tests.documents.report_reading import everything
from tests.documents.report_reading import opened as report
from tests.pages.test_screens import opened, texts

GOOD = {
    "indicator": "ty_le_ho_ngheo",
    "area": "Z",
    "period_start": "2018-12-31",
    "period_end": "2018-12-31",
    "kind": "actual",
    "standard": "chuan_2016",
    "value": 7.0,
    "status": "published",
    "source": "T1",
    "published": "2018-01-24",
    "note": "",
}
TEXTS = [None, "", "nan", "2018-99-99", "<b>x</b>{x}%s", "=1+1", "\x0b\ud7ff", "x" * 5000]
BAD = {
    "indicator": TEXTS,
    "area": TEXTS,
    "period_start": [None, "0001-01-01", "9999-12-31", "2018-01-01"],
    "period_end": [None, "0001-01-01", "9999-12-31", "1016-12-31"],
    "kind": TEXTS,
    "standard": TEXTS,
    "value": [None, float("nan"), float("inf"), float("-inf"), 1e308, -1.0, 0.5],
    "status": TEXTS,
    "source": TEXTS,
    "published": [*TEXTS, "2018", "2018-13", "2018-02-31", "20180124"],
    "note": TEXTS,
}


@pytest.fixture
def spoilt(edition) -> int:
    """An edition with every bad cell, each in a row that is good otherwise."""
    rows = [{**GOOD, column: bad} for column, cells in BAD.items() for bad in cells]
    lake = cursor()
    lake.execute("begin")
    lake.register("spoilt", pd.DataFrame(rows).astype(object))
    lake.execute(
        "insert into lake.observation by name select * replace (period_start::date as period_start, "
        "period_end::date as period_end, value::double as value) from spoilt"
    )
    lake.execute("insert into lake.source (source) values ('T2')")
    lake.execute("insert into lake.source (source, address, published) values ('T3', 'x:y', '2018-99-99')")
    publication._sign(lake, "ai đó", "mọi thứ", newest().text)
    lake.execute("commit")
    publication.forget()
    return newest().id


@pytest.mark.parametrize("name", [screen.name for screen in SCREENS])
def test_no_screen_breaks(spoilt, name):
    app = opened(name)

    assert not app.exception and not app.error and "Thử Nghiệm" in texts(app)


def test_deck_and_report_are_made_all_the_same(spoilt):
    slides = deck(view_of(spoilt)).slides

    assert len(slides) > 3 and "Thử Nghiệm" in everything(report(spoilt, year=2018))


def test_good_figures_stay_and_the_bad_ones_are_listed(spoilt):
    poor = district_values(spoilt, "so_ho_ngheo", 2017).set_index("area")["value"]

    assert poor.to_dict() == {"Z1": 60, "Z2": 20, "Z3": 0, "Z4": 4}
    listed = conflicts(spoilt)
    assert {"", "inf", "-inf", "1e+308"} <= set(listed["value"]) and "9999-12-31" in set(listed["period_end"])


def test_the_open_interface_gives_every_row(spoilt):
    from dashboard import app

    with TestClient(app) as client:
        csv = client.get("/api/v1/observations?indicator=ty_le_ho_ngheo&format=csv")
        assert csv.status_code == 200
        assert client.get("/api/v1/observations?indicator=ty_le_ho_ngheo").status_code == 200

    rows = pd.read_csv(io.BytesIO(csv.content))
    assert rows["value"].notna().all()
    assert set(rows["published"].dropna().astype(str)) <= {"2018-01-24", "2018"}
