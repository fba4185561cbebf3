"""Names in force: what is told of a year names its areas as they were called then, on every surface.

Thị xã Hà Tiên became a city on 1/11/2018 (Nghị quyết 573/NQ-UBTVQH14): of 2017 nothing may call it one.
"""

import io
import json
from collections.abc import Iterator
from datetime import date

import openpyxl
import pandas as pd
import pytest
from docx import Document
from pptx import Presentation
from starlette.applications import Starlette
from starlette.testclient import TestClient

from data.audience import PUBLIC, seen_by
from data.editions import edition as edition_of
from data.serving import catalogue
from pages.content.about import about
from pages.content.agenda import agenda_file, read_agenda
from pages.content.cards import cards_state
from pages.content.compared import compared
from pages.content.funnel import funnel_state
from pages.content.heat import heat_state
from pages.content.level_change import level_change_state
from pages.content.maps import change_map, level_map, plan_map
from pages.content.plain_table import plain_table
from pages.content.plan_dots import dots_of, plan_dots
from pages.content.plan_standing import district_bars
from pages.content.ranking import ranking_state
from pages.content.scatter import scatter_state
from pages.content.slope import slope_state
from pages.content.state import State
from pages.content.strip import strip_state
from pages.content.view import View
from pages.display.bundle import bundle
from pages.display.playlist import parse as parse_playlist
from pages.documents.deck import deck_bytes
from pages.documents.handout import figures_xlsx, plan_of, slides_html
from pages.documents.picture_files import xlsx_file
from pages.documents.report import report_bytes
from pages.figures.draw import figure
from pages.live import database, store
from pages.routes import api
from pages.web.profile import profile_html
from pages.web.tables import table_html
from pages.widgets.gaps import _table as longer_periods
from tests.display.conftest import scene
from tests.documents.deck_reading import shapes

TODAY, AREA = date(2026, 11, 23), "900"
RATE, COUNT = "ty_le_ho_ngheo", "giai_quyet_viec_lam"
NAMES = {"town": ("thị xã Hà Tiên", "Hà Tiên Town"), "city": ("thành phố Hà Tiên", "Hà Tiên City")}
IN_FORCE = {2017: "town", 2018: "city", 2019: "city"}


def cells(workbook: bytes) -> Iterator[str]:
    """Every text of a workbook."""
    for sheet in openpyxl.load_workbook(io.BytesIO(workbook)).worksheets:
        yield from (str(c.value) for row in sheet.iter_rows() for c in row if isinstance(c.value, str))


def states(view: View, year: int) -> dict[str, State | None]:
    """The pictures of one year."""
    judged = district_bars(view, COUNT, year, 12, (AREA,), "")
    return {
        "level": level_map(view, RATE, year),
        "change": change_map(view, RATE, year),
        "plan": plan_map(view, COUNT, year),
        "dots": plan_dots(view, COUNT, year, (AREA,)),
        "judged": dots_of(judged) if judged else None,
        "ranking": ranking_state(view, RATE, year, (AREA,), (), True),
        "slope": slope_state(view, RATE, (year - 1, year), (AREA,), ()),
        "scatter": scatter_state(view, RATE, COUNT, "", year, (AREA,), ()),
        "strip": strip_state(view, (RATE, COUNT), year, (AREA,), ()),
        "level_change": level_change_state(view, RATE, year, (AREA,), ()),
        "funnel": funnel_state(view, RATE, year, (AREA,), ()),
    }


def pictures(view: View, year: int) -> Iterator[tuple[str, str]]:
    """Heading, hover, workbook and plain table of every picture of a year."""
    for name, state in states(view, year).items():
        if state is None:
            continue
        yield name, f"{state.about.title} {state.about.finding} {figure(view, state).to_json()}"
        yield f"workbook of {name}", "\n".join(cells(xlsx_file(view, state)))
        yield f"table of {name}", table_html(plain_table(state.frame, view, year=state.about.year))
    heat = heat_state(view, (RATE, COUNT), year, (), ())
    frame = compared(view, (RATE, COUNT), year)
    yield (
        "workbook of heat",
        "\n".join(cells(xlsx_file(view, State(heat.about, frame, view.catalogue, view.language)))),
    )


def pages(view: View, year: int) -> Iterator[tuple[str, str]]:
    """Cards and profile of the district."""
    cards = cards_state(view, (RATE, COUNT), year, AREA)
    yield "cards", f"{cards.about.finding} {[(card.trend, card.title) for card in cards.cards]}"
    yield "profile", profile_html(view, AREA, year)


def documents(view: View, year: int) -> Iterator[tuple[str, str]]:
    """Report, deck with its notes, and the hand-out of a conference on that year."""
    report = Document(io.BytesIO(report_bytes(view, year)))
    rows = [c.text for table in report.tables for row in table.rows for c in row.cells]
    yield "report", "\n".join([*(p.text for p in report.paragraphs), *rows])
    agenda = read_agenda(agenda_file(), view.catalogue).model_copy(update={"year": year})
    deck = Presentation(io.BytesIO(deck_bytes(view, agenda)))
    for n, slide in enumerate(deck.slides, start=1):
        notes = slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""
        texts = [s.text_frame.text for s in shapes(slide) if s.has_text_frame]
        described = [str(e.get("descr")) for e in slide._element.iter("{*}cNvPr")]
        yield f"slide {n}", "\n".join([notes, *texts, *described])
    found = store.create("Hội nghị", view.edition, agenda.model_dump(mode="json"))
    yield "hand-out", slides_html(view, found)
    yield "sites", json.dumps(plan_of(view, found), ensure_ascii=False)
    yield "hand-out's workbook", "\n".join(cells(figures_xlsx(view, found)))
    database._engine.cache_clear()


def screens(view: View, year: int) -> Iterator[tuple[str, str]]:
    """The bundle of a public screen."""
    scenes = [scene(k, RATE, year=year) for k in ("map", "ranking", "bands", "district")]
    text = f'title = {{ vi = "T", en = "T" }}\nlanguages = ["{view.language}"]\n' + "".join(scenes)
    with seen_by(PUBLIC):
        playlist = parse_playlist(text, catalogue(view.edition), "thu.toml")
    made = bundle("thu", playlist, edition_of(view.edition), TODAY)
    yield "bundle", made.files["scenes.json"].decode()


SURFACES = {"pictures": pictures, "pages": pages, "documents": documents, "screens": screens}


@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize(("year", "language"), [(2017, "vi"), (2019, "vi"), (2017, "en")])
def test_a_year_is_told_under_its_own_names(real, surface, year, language):
    view = View(real, language, False, TODAY)
    right = IN_FORCE[year]
    wrong = "city" if right == "town" else "town"
    at = 0 if language == "vi" else 1
    told = SURFACES[surface](view, year)
    texts = [(name, text.replace("\u00a0", " ").lower()) for name, text in told]

    assert not [name for name, text in texts if NAMES[wrong][at].lower() in text]
    assert [name for name, text in texts if NAMES[right][at].lower() in text]


def test_figures_of_longer_periods_are_named_by_their_last_day(real):
    view = View(real, "vi", False, TODAY)
    row = {
        "indicator": COUNT,
        "area": AREA,
        "kind": "actual",
        "value": 5.0,
        "status": "published",
        "source_title": "",
        "note": "",
        "period_start": pd.Timestamp(2016, 1, 1),
    }
    frame = pd.DataFrame([row | {"period_end": pd.Timestamp(year, 10, 31)} for year in (2018, 2019)])

    named = [cells[1] for cells in longer_periods(view, frame, view.say("screens")).rows]
    assert named == ["Thị xã Hà Tiên", "Thành phố Hà Tiên"]


def test_rows_of_several_years_are_each_named_by_their_own(real):
    view = View(real, "vi", False, TODAY)
    frame = pd.DataFrame({"area": [AREA] * 3, "year": [2017, 2018, 2019], "value": [1.0, 2.0, 3.0]})
    state = State(
        about(view, frame.assign(status="published"), title="t", subtitle="s", finding="f"),
        frame,
        view.catalogue,
        "vi",
    )
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_file(view, state))).worksheets[0]

    assert [row[0].value for row in sheet.iter_rows(min_row=5, max_row=7)] == [
        "Thị xã Hà Tiên",
        "Thành phố Hà Tiên",
        "Thành phố Hà Tiên",
    ]


def test_the_interface_names_no_area_without_its_days(real):
    client = TestClient(Starlette(routes=api.ROUTES))
    figures = client.get(f"/api/v1/observations?indicator={RATE}&area={AREA}&from=2017&to=2017")
    assert figures.json()["count"] and "Hà Tiên" not in figures.text
    named = {
        (row["title"], row["valid_from"], row["valid_to"])
        for row in client.get("/api/v1/areas").json()["areas"]
        if row["code"] == AREA
    }
    assert named == {("Thị xã", "2009-06-29", "2018-10-31"), ("Thành phố", "2018-11-01", "2025-06-30")}
