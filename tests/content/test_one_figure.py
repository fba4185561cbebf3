"""One figure on every surface: value, unit, period, status and mark as the lake's own rows have them.

What is right is read from the lake by SQL that stands here, not by the code under test.
"""

import csv
import io
import json
import re
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from pptx import Presentation
from starlette.applications import Starlette
from starlette.testclient import TestClient

from data.lake import cursor
from pages.content.agenda import Agenda, parse
from pages.content.cards import cards_state
from pages.content.maps import level_map
from pages.content.trend import trend_state
from pages.content.view import View
from pages.display.playlist import parse as parse_playlist
from pages.display.scenes import scenes_of
from pages.documents.deck import deck_bytes
from pages.documents.picture_files import csv_file, xlsx_file
from pages.documents.report import report_bytes
from pages.routes import api
from pages.web.slides import content

ROOT = Path(__file__).parents[2]
UNITS = tomllib.loads((ROOT / "data/units.toml").read_text("utf-8"))
DECLARED = {
    key: entry
    for path in (ROOT / "data/indicators").glob("*.toml")
    for key, entry in tomllib.loads(path.read_text("utf-8")).items()
}
TODAY = date(2026, 11, 23)
PROVINCE = "91"
SAMPLE = [  # indicator, year, district
    ("ty_le_ho_ngheo", 2017, "899"),
    ("so_ho_ngheo", 2020, "912"),
    ("giai_quyet_viec_lam", 2017, "899"),
    ("tuyen_sinh_dao_tao", 2018, "905"),
]
STATED = """
    select period_start, period_end, value, status from lake.observation at (version => {edition})
    where indicator = $indicator and area = $area and year(period_end) = $year and kind = 'actual'
    order by period_end desc, standard desc limit 1
"""

MARKED = """
    select count(*) from lake.observation at (version => {edition})
    where indicator in ($indicator, $above) and area <> $province and period_end = $day
        and kind = 'actual' and status = 'illustrative'
"""


@dataclass(frozen=True)
class Truth:
    """A figure as the lake has it."""

    value: float
    status: str
    start: date
    end: date
    unit: str
    text: str  # in Vietnamese, with the catalogue's decimals
    marked: bool  # whether any district of its picture is illustrative, and with it the picture


def stated(edition: int, indicator: str, area: str, year: int) -> tuple | None:
    return (
        cursor()
        .execute(STATED.format(edition=edition), {"indicator": indicator, "area": area, "year": year})
        .fetchone()
    )


def truth(edition: int, indicator: str, area: str, year: int) -> Truth:
    """The stated figure; of a rate that is not stated, its count ÷ its base."""
    entry, row = DECLARED[indicator], stated(edition, indicator, area, year)
    if row is None:
        (start, end, above, status), (*_, below, other) = (
            stated(edition, entry[part], area, year) for part in ("numerator", "denominator")
        )
        assert status == other
        row = (start, end, 100 * above / below, status)
    start, end, value, status = row
    text = f"{value:,.{entry['decimals']}f}".translate(str.maketrans(",.", ".,"))
    asked = {"indicator": indicator, "above": entry.get("numerator"), "province": PROVINCE, "day": end}
    (made_up,) = cursor().execute(MARKED.format(edition=edition), asked).fetchone()
    return Truth(value, status, start, end, UNITS[entry["unit"]]["vi"], text, made_up > 0)


@pytest.fixture(params=SAMPLE, ids=lambda s: "-".join(map(str, s)))
def figure(request, real):
    """(view, indicator, year, district, truth) of a sample of the shipped edition."""
    indicator, year, area = request.param
    found = truth(real, indicator, area, year)
    return View(real, "vi", False, TODAY), indicator, year, area, found


def agenda(view: View, kind: str, indicator: str, year: int) -> Agenda:
    return parse(
        f'title = {{ vi = "T", en = "T" }}\n[[slides]]\nkind = "{kind}"\nindicators = ["{indicator}"]\n'
        f'title = {{ vi = "Trang", en = "Slide" }}\nyear = {year}\n',
        view.catalogue,
        "thu.toml",
    )


def hover(plotly_json: str, area: str) -> str:
    """What a figure says of an area when it is pointed at."""
    traces = json.loads(plotly_json)["data"]
    found = [d[1] for t in traces for d in t.get("customdata") or [] if d[0] == area and len(d) > 1]
    return found[0].replace("\u00a0", " ")


def says_period(text: str, found: Truth) -> bool:
    whole = found.start != found.end
    return (f"năm {found.end.year}" if whole else f"{found.end:%d/%m/%Y}") in text


def test_the_page(figure):
    view, indicator, year, area, found = figure
    state = level_map(view, indicator, year)
    row = state.frame.set_index("area").loc[area]
    assert row["value"] == pytest.approx(found.value, rel=1e-12) and row["status"] == found.status
    assert (row["period_start"].date(), row["period_end"].date()) == (found.start, found.end)
    assert found.unit in state.about.subtitle and state.about.illustrative == found.marked
    years = trend_state(view, indicator, (area,)).frame
    line = years[(years["year"] == year) & (years["kind"] == "actual")].iloc[-1]
    assert line["value"] == pytest.approx(found.value, rel=1e-12) and line["status"] == found.status


def test_the_interface(figure):
    _, indicator, year, area, found = figure
    asked = f"/api/v1/observations?indicator={indicator}&area={area}&from={year}&to={year}"
    rows = TestClient(Starlette(routes=api.ROUTES)).get(asked).json()["observations"]
    row = max((r for r in rows if r["kind"] == "actual"), key=lambda r: (r["period_end"], r["standard"]))
    assert row["value"] == pytest.approx(found.value, rel=1e-9) and row["status"] == found.status
    assert (row["period_start"], row["period_end"]) == (str(found.start), str(found.end))


def test_the_files(figure):
    view, indicator, year, area, found = figure
    state = level_map(view, indicator, year)
    lines = list(csv.reader(io.StringIO(csv_file(view, state).decode("utf-8-sig"))))
    row = dict(zip(lines[0], next(line for line in lines if line[0] == area), strict=True))
    assert float(row["value"]) == pytest.approx(found.value, rel=1e-12) and row["status"] == found.status
    assert (row["period_start"], row["period_end"]) == (str(found.start), str(found.end))

    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_file(view, state))).worksheets[0]
    cells = next(r for r in sheet.iter_rows(values_only=True) if r[0] == view.areas.at(area).full("vi"))
    assert any(isinstance(c, float | int) and c == pytest.approx(found.value, rel=1e-12) for c in cells)
    assert ("◇ minh họa" in cells) == (found.status == "illustrative")
    assert found.end in [c.date() for c in cells if hasattr(c, "date")]
    assert found.unit in sheet["A2"].value


def test_the_slide_and_the_screen(figure):
    view, indicator, year, area, found = figure
    hall = View(view.edition, "vi", False, TODAY, "hall")
    shown = content(hall, agenda(view, "ranking", indicator, year).slides[0], year)
    scene = f'title = {{ vi = "T", en = "T" }}\n[[scenes]]\nkind = "ranking"\nindicators = ["{indicator}"]\n'
    scene += f'title = {{ vi = "Cảnh", en = "Scene" }}\nyear = {year}\n'
    playlist = parse_playlist(scene, view.catalogue, "thu.toml")
    scenes, left_out = scenes_of(hall, playlist, refuse_illustrative=False)
    assert not left_out
    for drawn, mark in (
        (shown.figure, shown.mark),
        (scenes[0]["content"]["figure"], scenes[0]["content"]["mark"]),
    ):
        text = hover(drawn, area)
        assert re.search(rf"(?<![\d.,]){re.escape(found.text)} ?{re.escape(found.unit)}", text), text
        assert says_period(text, found), text
        assert ("<br>số liệu minh họa<br>" in text) == (found.status == "illustrative"), text
        assert bool(mark) == found.marked


def test_the_deck(figure):
    view, indicator, year, _, found = figure
    made = deck_bytes(view, agenda(view, "ranking", indicator, year))
    slide = Presentation(io.BytesIO(made)).slides[0]
    written = [s.text_frame.text for s in slide.shapes if s.has_text_frame]
    numbers = [
        v for s in slide.shapes if s.has_chart for p in s.chart.plots for x in p.series for v in x.values
    ]
    assert any(v == pytest.approx(found.value, rel=1e-9) for v in numbers if v is not None)
    assert any(found.unit in text for text in written)
    assert any("◇" in text for text in written) == found.marked


@pytest.mark.parametrize(("indicator", "year"), [("giai_quyet_viec_lam", 2017), ("ty_le_ho_ngheo", 2017)])
def test_the_provinces_card_and_report(real, indicator, year):
    view, found = View(real, "vi", False, TODAY), truth(real, indicator, PROVINCE, year)
    card = cards_state(view, (indicator,), year).cards[0]
    short = found.text.rstrip("0").rstrip(",") if "," in found.text else found.text
    assert (card.value, card.unit) == (short, found.unit)
    assert bool(card.mark) == (found.status == "illustrative") and says_period(card.period, found)
    paragraphs = [p.text for p in Document(io.BytesIO(report_bytes(view, year))).paragraphs]
    assert any(re.search(rf"(?<![\d.,]){re.escape(short)}(?![\d.,]*\d)", text) for text in paragraphs)
