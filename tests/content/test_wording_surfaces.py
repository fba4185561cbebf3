"""Comparisons, workbooks, slides with notes and public screens, as an official editor would read them."""

import html
import io
import json
import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import openpyxl
import pytest
from pptx import Presentation

from data.audience import PUBLIC, seen_by
from data.editions import edition as edition_of
from data.editions import editions
from data.queries import sources
from data.serving import catalogue
from pages.content.agenda import agenda_file, read_agenda
from pages.content.bands import bands_state
from pages.content.bump import bump_state
from pages.content.compared import comparable, district_years
from pages.content.emulation import about_table, scored, table_of
from pages.content.funnel import funnel_state
from pages.content.heat import heat_state
from pages.content.level_change import level_change_state
from pages.content.maps import level_map
from pages.content.panels import panels_state
from pages.content.plan import plan_bars
from pages.content.rank_table import rank_table
from pages.content.ranking import ranking_state
from pages.content.scatter import scatter_state
from pages.content.slope import slope_state
from pages.content.state import State
from pages.content.strip import strip_state
from pages.content.trend import trend_state
from pages.content.view import View
from pages.display.bundle import bundle
from pages.display.playlist import parse
from pages.documents.deck import deck_bytes
from pages.documents.picture_files import xlsx_file
from tests.display.conftest import scene
from tests.documents.deck_reading import shapes
from tests.wording import faults

TODAY = date(2026, 11, 23)


def said(state) -> Iterator[str]:
    """Titles, subtitles and finding of a state; nothing of none."""
    if state is not None:
        yield from (state.about.title, state.about.subtitle, state.about.finding, *state.about.heading)


def pairs(view: View) -> Iterator[tuple[str, int, int]]:
    """Every indicator that compares, each of its years, and the year with figures before it."""
    for key in comparable(view):
        known = district_years(view.edition, key)
        yield from ((key, year, before) for before, year in zip((known[0] - 1, *known), known))


def comparisons(view: View) -> Iterator[str]:
    """Every view of the comparison, of every indicator and year."""
    for key, year, before in pairs(view):
        for state in (
            ranking_state(view, key, year, (), (), True),
            slope_state(view, key, (before, year), (), ()),
            level_change_state(view, key, year, (), ()),
            funnel_state(view, key, year, (), ()),
            strip_state(view, (key,), year, (), ()),
            heat_state(view, (key,), year, (), ()),
            bands_state(view, key, year),
        ):
            yield from said(state)
        yield rank_table(view, key, year, (), (), True).caption
    for key in comparable(view):
        yield from said(bump_state(view, key, (), ()))
        yield from said(panels_state(view, key, (), (), True, False))


def several(view: View) -> Iterator[str]:
    """Views of several indicators: pairs, distributions, heat table, emulation."""
    keys = comparable(view)
    for year in sorted({y for key in keys for y in district_years(view.edition, key)}):
        known = tuple(key for key in keys if year in district_years(view.edition, key))[:12]
        yield from said(strip_state(view, known, year, (), ()))
        yield from said(heat_state(view, known, year, (), ()))
        for x, y in pairwise(known):
            yield from said(scatter_state(view, x, y, "", year, (), ()))
        data = scored(view, known, year, ())
        if not data.values.empty:
            weights = dict.fromkeys(data.values.columns, 1.0)
            result = table_of(view, data, weights, "z")
            about = about_table(view, known, year, data, result, weights, "z")
            yield from (about.title, about.subtitle, about.finding)


def workbooks(view: View) -> Iterator[str]:
    """Every text of the headlines' workbooks (map, plan, trend), with their sheet of definitions."""
    for key, declared in view.catalogue.indicators.items():
        if not declared.headline:
            continue
        year = max(district_years(view.edition, key), default=2017)
        states: tuple[State | None, ...] = (
            level_map(view, key, year),
            plan_bars(view, key, year, ()),
            trend_state(view, key, (view.areas.province,)),
        )
        for state in states:
            if state is not None:
                book = openpyxl.load_workbook(io.BytesIO(xlsx_file(view, state)))
                for sheet in book.worksheets:
                    cells = (c for row in sheet.iter_rows() for c in row)
                    yield from (str(c.value) for c in cells if c.data_type == "s")


def decks(view: View) -> Iterator[str]:
    """Texts, alternatives and notes of the agenda's deck, of several years."""
    for year in (2011, 2017, 2020, 2023):
        agenda = read_agenda(agenda_file(), view.catalogue).model_copy(update={"year": year})
        for slide in Presentation(io.BytesIO(deck_bytes(view, agenda))).slides:
            if slide.has_notes_slide:
                yield slide.notes_slide.notes_text_frame.text
            yield from (s.text_frame.text for s in shapes(slide) if s.has_text_frame)
            yield from (str(e.get("descr") or "") for e in slide._element.iter("{*}cNvPr"))


def screens(view: View) -> Iterator[str]:
    """Every text of the scenes of public screens, tags taken out."""
    rate, count = "ty_le_ho_ngheo", "giai_quyet_viec_lam"
    scenes = [
        scene(k, rate, year=y) for k in ("map", "ranking", "bands", "district", "trend") for y in (2017, 2020)
    ]
    scenes += [scene(k, count, year=2017) for k in ("map", "plan", "progress", "bands", "cards")]
    text = f'title = {{ vi = "Thử", en = "Trial" }}\nlanguages = ["{view.language}"]\n' + "".join(scenes)
    with seen_by(PUBLIC):
        playlist = parse(text, catalogue(view.edition), "thu.toml")
    made = bundle("thu", playlist, edition_of(view.edition), TODAY)
    for shown in json.loads(made.files["scenes.json"])["scenes"]:
        for key, value in shown["content"].items():
            if isinstance(value, str) and key != "figure":
                yield from (html.unescape(part).strip() for part in re.split(r"<[^>]*>", value))


SURFACES = {
    "comparisons": comparisons,
    "several": several,
    "workbooks": workbooks,
    "decks": decks,
    "screens": screens,
}


@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("kind", ["published", "rehearsal"])
def test_no_text_of_a_surface_holds_what_an_editor_refuses(real, kind, language, surface):
    edition = next(e.id for e in editions() if e.kind == kind)
    texts = {t for t in SURFACES[surface](View(edition, language, False, TODAY)) if t}
    quoted = re.compile("|".join(map(re.escape, sources(edition)["title"])))
    texts = {quoted.sub("…", text) for text in texts}  # a title is told as its paper wrote it

    assert len(texts) > 15
    assert not [fault for text in texts for fault in faults(text)]
