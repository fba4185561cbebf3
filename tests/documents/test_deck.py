"""The deck: native charts, tables and shapes that say what the store says, legible after a video call."""

import re
import shutil
import subprocess
import unicodedata
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE as KIND
from pptx.util import Pt

from data.editions import editions
from data.queries import (
    comparison,
    district_values,
    figures,
    plan_progress,
    province_value,
    year_to_date,
    yearly_series,
)
from geo.layout import map_layout
from geo.province import province_dir
from pages.content.agenda import Agenda, agenda_file, parse, read_agenda
from pages.content.view import View
from pages.documents.deck import deck_bytes
from pages.documents.deck.map_labels import apart
from pages.documents.deck.paper import Box
from pages.figures.bullet import ordered
from pages.text.numbers import NBSP, as_published, number
from pages.text.sentences import share
from pages.text.words import words

YEAR, TODAY = 2017, date(2026, 11, 20)


def view(edition: int, language: str = "vi", **more) -> View:
    return View(edition, language, False, TODAY, **more)


def published() -> int:
    return next(e.id for e in editions() if e.kind == "published")


def agenda_of(own: View) -> Agenda:
    return read_agenda(agenda_file(), own.catalogue)


def opened(own: View, agenda: Agenda | None = None):
    return Presentation(BytesIO(deck_bytes(own, agenda or agenda_of(own))))


def one(own: View, kind: str, *indicators: str, more: str = "") -> Agenda:
    title = '{ vi = "Trang {year}", en = "Slide {year}" }'
    text = f'title = {title}\n[[slides]]\nkind = "{kind}"\ntitle = {title}\nindicators = {list(indicators)}\n{more}'
    return parse(text, own.catalogue, "thu.toml")


def shapes(slide) -> list:
    """All shapes, groups opened."""
    found, todo = [], list(slide.shapes)
    while todo:
        shape = todo.pop(0)
        found.append(shape)
        todo += list(shape.shapes) if shape.shape_type == KIND.GROUP else []
    return found


def text_of(slide) -> str:
    return "\n".join(s.text_frame.text for s in shapes(slide) if s.has_text_frame)


def size_of(run, shape) -> int:
    """The run's own size, else that of its placeholder in the layout."""
    if run.font.size is not None:
        return run.font.size
    model = shape.part.slide_layout.placeholders.get(shape.placeholder_format.idx)
    return Pt(int(model._element.xpath(".//a:lvl1pPr/a:defRPr/@sz")[0]) / 100)


def slides_of(deck, agenda: Agenda, kind: str) -> list:
    return [slide for slide, told in zip(deck.slides, agenda.slides) if told.kind == kind]


def chart_of(slide):
    return next(s.chart for s in slide.shapes if s.has_chart)


def table_of(slide) -> list[list[str]]:
    return [
        [cell.text_frame.text for cell in row.cells]
        for row in next(s.table for s in slide.shapes if s.has_table).rows
    ]


def categories_of(chart) -> list[str]:
    return [c.replace(NBSP, " ") for c in chart.plots[0].categories]


def labels_of(series) -> list[str]:
    """The texts beside the points, “” where there is none."""
    count = len(list(series.values))
    own = {
        int(d.find("{*}idx").get("val")): "".join(t.text for t in d.iter("{*}t"))
        for d in series._element.findall("{*}dLbls/{*}dLbl")
    }
    return [own.get(n, "") for n in range(count)]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_one_native_slide_for_each_of_the_agenda(real, language):
    own = view(real, language)
    agenda = agenda_of(own)
    deck = opened(own, agenda)

    assert len(deck.slides) == len(agenda.slides)
    assert round(deck.slide_width / deck.slide_height, 3) == round(16 / 9, 3)
    for slide, told in zip(deck.slides, agenda.slides):
        found = shapes(slide)
        assert not [s.name for s in found if s.shape_type in (KIND.PICTURE, KIND.LINKED_PICTURE)]
        assert slide.shapes.title.text_frame.text == told.title(language).replace("{year}", "2017").replace(
            "{next_year}", "2018"
        )
        assert any(s.has_chart for s in found) == (told.kind in ("trend", "plan", "progress", "ranking"))
        assert any(s.has_table for s in found) == (told.kind in ("table", "emulation"))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_slide_names_its_edition_and_has_notes(real, language):
    own = view(real, language)
    made = next(e for e in editions() if e.id == real).time.astimezone()
    deck = opened(own)

    for n, slide in enumerate(deck.slides, start=1):
        told = text_of(slide)
        assert (
            words("bo_slide", language)(
                "edition", number=real, kind=words("shell", language)["edition_rehearsal"]
            )
            in told
        )
        assert f"{made:%H:%M}" in told and f"{made:%d/%m/%Y}" in told
        assert words("bo_slide", language)("page", number=n, count=len(deck.slides)) in told
        assert len(slide.notes_slide.notes_text_frame.text) > 20


def test_notes_hold_finding_the_agendas_notes_and_the_speaker(real):
    own = view(real)
    deck = opened(
        own,
        one(
            own, "plan", "giai_quyet_viec_lam", more='notes = "Hỏi Giám đốc"\nspeaker = "Bà A"\nminutes = 2.5'
        ),
    )

    told = deck.slides[0].notes_slide.notes_text_frame.text.replace(NBSP, " ")
    assert "109,3 %" in told and "Hỏi Giám đốc" in told and "Bà A; 2,5 phút" in told


def test_illustrative_slides_wear_the_mark_and_the_published_edition_none(real):
    own = view(real)
    agenda, mark = agenda_of(own), words("screens", "vi")["mark"]

    marked = {
        told.kind for slide, told in zip(opened(own, agenda).slides, agenda.slides) if mark in text_of(slide)
    }
    assert {"map", "plan", "progress", "ranking", "table", "emulation"} <= marked and not marked & {
        "title",
        "text",
        "trend",
    }
    for slide in opened(view(published())).slides:
        assert (
            "◇" not in text_of(slide)
            and "DIỄN TẬP" not in text_of(slide) + slide.notes_slide.notes_text_frame.text
        )


def test_plan_says_what_the_store_says(real):
    own = view(real)
    agenda = agenda_of(own)
    for slide, told in zip(
        slides_of(opened(own, agenda), agenda, "plan"), (s for s in agenda.slides if s.kind == "plan")
    ):
        frame = plan_progress(real, told.indicators[0], YEAR)
        rows, names = ordered(frame[frame["area"] != own.areas.province]), own.names()
        chart = chart_of(slide)
        assert categories_of(chart) == [names[a] for a in rows["area"]]
        assert list(chart.series[0].values) == pytest.approx(list(rows["plan_share"]))
        assert labels_of(chart.series[0]) == [
            f"{share(r.plan_share, 'vi')} ({number(r.actual, 0, 'vi')}/{number(r.plan, 0, 'vi')})"
            for r in rows.itertuples()
        ]
        assert share(frame.iloc[0]["plan_share"], "vi") in text_of(slide)


def test_ranking_is_in_official_order_with_the_provinces_value(real):
    own = view(real)
    agenda = agenda_of(own)
    slide, key = (
        slides_of(opened(own, agenda), agenda, "ranking")[0],
        next(s.indicators[0] for s in agenda.slides if s.kind == "ranking"),
    )
    frame = district_values(real, key, YEAR, today=TODAY)
    chart = chart_of(slide)

    assert categories_of(chart) == [own.names()[a] for a in own.areas.districts]
    assert list(chart.series[0].values) == list(frame["value"])
    assert labels_of(chart.series[0]) == [number(v, 0, "vi") for v in frame["value"]]
    assert as_published(province_value(real, key, YEAR, today=TODAY)["value"], 0, "vi") in text_of(slide)


def test_trend_draws_one_line_a_standard_and_bridges_nothing(real):
    own = view(real)
    agenda = agenda_of(own)
    chart = chart_of(slides_of(opened(own, agenda), agenda, "trend")[0])
    frame = yearly_series(real, "ty_le_ho_ngheo", [own.areas.province])
    frame = frame[frame["kind"] != "plan"]
    years = [int(c) for c in chart.plots[0].categories]

    assert years == list(range(int(frame["year"].min()), int(frame["year"].max()) + 1))
    standards = list(dict.fromkeys(frame["standard"]))
    assert [s.name for s in chart.series] == [
        own.catalogue.standard(s).name("vi") for s in standards
    ] and len(standards) > 2
    for series, standard in zip(chart.series, standards):
        known = frame[frame["standard"] == standard].set_index("year")["value"]
        assert list(series.values) == [known.get(y) for y in years]
        assert labels_of(series) == [
            as_published(known[y], 2, "vi") if y in known.index else "" for y in years
        ]
    assert chart._chartSpace.find(".//{*}dispBlanksAs").get("val") == "gap"


def test_progress_holds_months_plan_and_pace(real):
    own = view(real)
    agenda = agenda_of(own)
    slide = slides_of(opened(own, agenda), agenda, "progress")[0]
    frame = year_to_date(real, "giai_quyet_viec_lam", own.areas.province, YEAR)
    actual, plan, pace = chart_of(slide).series

    assert list(actual.values) == list(frame["actual"]) and list(plan.values) == list(frame["plan"])
    assert list(pace.values) == pytest.approx(list(frame["pace"] * frame["plan"] / 100))
    assert labels_of(actual)[11] == number(frame["actual"].iloc[-1], 0, "vi") and "38.255" in text_of(slide)


def test_tables_say_what_the_store_says(real):
    own = view(real)
    agenda = agenda_of(own)
    deck = opened(own, agenda)
    keys = next(s.indicators for s in agenda.slides if s.kind == "table")
    frame = comparison(real, list(keys), YEAR, today=TODAY)
    values = {
        (r.area, r.indicator): number(r.value, own.catalogue.indicators[r.indicator].decimals, "vi")
        for r in frame.itertuples()
    }
    table = table_of(slides_of(deck, agenda, "table")[0])

    areas = [own.areas.province, *own.areas.districts]
    assert len(table) == 17
    assert [[re.sub("[▲▼◇ ]", "", c) for c in row[1:]] for row in table[1:]] == [
        [values[a, k] for k in keys] for a in areas
    ]

    emulation = table_of(slides_of(deck, agenda, "emulation")[0])
    shown = {
        (r.area, r.indicator): r
        for r in comparison(real, ["ty_le_ho_ngheo", "giai_quyet_viec_lam"], YEAR, today=TODAY).itertuples()
    }
    assert [row[0] for row in emulation[1:]] == [own.names()[a] for a in own.areas.districts]
    assert [row[4:6] for row in emulation[1:]] == [
        [
            number(shown[a, "ty_le_ho_ngheo"].value, 2, "vi"),
            number(shown[a, "giai_quyet_viec_lam"].plan_share, 1, "vi"),
        ]
        for a in own.areas.districts
    ]


def test_cards_say_what_the_store_says(real):
    own = view(real)
    agenda = agenda_of(own)
    keys = next(s.indicators for s in agenda.slides if s.kind == "cards")
    told = text_of(slides_of(opened(own, agenda), agenda, "cards")[0])

    for row in figures(real, list(keys), own.areas.province, YEAR).itertuples():
        assert as_published(row.value, own.catalogue.indicators[row.indicator].decimals, "vi") in told
        assert row.plan_share != row.plan_share or share(row.plan_share, "vi") in told


def test_the_map_has_a_named_shape_in_its_class_colour_for_each_district(real):
    own = view(real)
    agenda = agenda_of(own)
    slide = slides_of(opened(own, agenda), agenda, "map")[0]
    group = next(s for s in slide.shapes if s.name == words("bo_slide", "vi")["name_map"])
    frame = district_values(real, "ty_le_ho_ngheo", YEAR, today=TODAY)
    names = {c: p.full for c, p in own.places(date(YEAR, 12, 31)).items()}
    # 2017 has the limits 1, 2, 4, 8: five classes of one hue, written out here
    colours, labels = ("EAF3FB", "9DC5E6", "74AEDB", "1B62A3", "053A79"), ("0–1", "1–2", "2–4", "4–8", "> 8")
    members = [sum(limit < value for limit in (1, 2, 4, 8)) for value in frame["value"]]
    drawn = {s.name: s for s in group.shapes}

    assert len(drawn) == 15 and all(s.shape_type == KIND.FREEFORM for s in drawn.values())
    for row, klass in zip(frame.itertuples(), members):
        shape = drawn[names[row.area]]
        assert str(shape.fill.fore_color.rgb) == colours[klass]
        assert number(row.value, 2, "vi") in shape._element.xpath(".//p:cNvPr")[0].get("descr")
        assert number(row.value, 2, "vi") in text_of(slide)
    for klass, label in enumerate(labels):
        assert f"{label}  ({members.count(klass)})" in text_of(slide)
    assert map_layout(province_dir(), "map").credit("vi") in text_of(slide)
    assert "6,2\u00a0%" in text_of(slide)


def test_counts_are_circles_whose_area_is_the_value(real):
    own = view(real)
    slide = opened(own, one(own, "map", "so_ho_ngheo")).slides[0]
    group = next(s for s in slide.shapes if s.name == words("bo_slide", "vi")["name_circles"])
    frame = district_values(real, "so_ho_ngheo", YEAR, today=TODAY).set_index("area")["value"]
    say, names = words("bo_slide", "vi"), {c: p.full for c, p in own.places(date(YEAR, 12, 31)).items()}
    sizes = {s.name: s.width for s in group.shapes}

    largest = frame.idxmax()
    for area, value in frame.items():
        ratio = sizes[say("name_circle", name=names[area])] / sizes[say("name_circle", name=names[largest])]
        assert ratio == pytest.approx((value / frame[largest]) ** 0.5, abs=0.05)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_charts_tables_and_maps_speak(real, language):
    for slide in opened(view(real, language)).slides:
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table or shape.name == words("bo_slide", language)["name_map"]:
                assert len(shape._element.xpath(".//p:cNvPr")[0].get("descr")) > 40


@pytest.mark.parametrize("language", ["vi", "en"])
def test_nothing_stands_outside_and_nothing_is_small(real, language):
    deck = opened(view(real, language))
    for slide in deck.slides:
        for shape in shapes(slide):
            assert shape.left >= 0 and shape.top >= 0, shape.name
            assert (
                shape.left + shape.width <= deck.slide_width and shape.top + shape.height <= deck.slide_height
            ), shape.name
            for run in (
                r for p in (shape.text_frame.paragraphs if shape.has_text_frame else []) for r in p.runs
            ):
                assert size_of(run, shape) >= Pt(12) and run.font.name is None
        assert size_of(slide.shapes.title.text_frame.paragraphs[0].runs[0], slide.shapes.title) >= Pt(30)
        for shape in slide.shapes:
            if shape.has_table:
                assert min(
                    r.font.size
                    for row in list(shape.table.rows)[1:]
                    for c in row.cells
                    for p in c.text_frame.paragraphs
                    for r in p.runs
                ) >= Pt(16)
            if shape.name == words("bo_slide", language)["name_headline"]:
                assert shape.text_frame.paragraphs[0].runs[0].font.size >= Pt(66)


@pytest.mark.parametrize(
    "kind", ["map", "cards", "trend", "plan", "progress", "ranking", "table", "emulation"]
)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_the_edition_does_not_hold_is_said(real, kind, language):
    own = view(published(), language)
    unknown = next(
        i for i in own.catalogue.indicators if yearly_series(own.edition, i, [own.areas.province]).empty
    )
    deck = opened(own, one(own, kind, unknown, more="year = 1990"))

    told = " ".join(
        [
            text_of(deck.slides[0]),
            *(
                c
                for s in deck.slides[0].shapes
                if s.has_table
                for row in table_of(deck.slides[0])
                for c in row
            ),
        ]
    )
    no_data = "chưa có" if language == "vi" else "no "
    assert no_data in told.lower() or "–" in told or words("figures", language)["not_applicable"] in told


def test_the_made_up_province(edition):
    own = view(edition)
    agenda = agenda_of(own)
    deck = opened(own, agenda)
    assert len(deck.slides) == len(agenda.slides)

    group = next(
        s for s in slides_of(deck, agenda, "map")[0].shapes if s.name == words("bo_slide", "vi")["name_map"]
    )
    assert len(group.shapes) == 4
    plan = chart_of(slides_of(deck, agenda, "plan")[0])
    values = dict(zip(categories_of(plan), plan.series[0].values))
    no_plan, no_report = (words("figures", "vi")[k] for k in ("no_plan", "no_report"))
    assert values == {"Hai": 50, "Một": 150, f"Ba ({no_plan})": None, f"Bốn ({no_report})": None}
    assert no_plan != no_report and labels_of(plan.series[0])[2:] == ["", ""]


def test_labels_are_pushed_apart_and_stay_in_the_room():
    room = Box(0, 0, 4, 3)
    placed = apart(
        [Box(1, 1, 1, 0.4), Box(1.2, 1.1, 1, 0.4), Box(1.1, 1.3, 1, 0.4), Box(3.5, 2.8, 1, 0.4)], room
    )

    for n, a in enumerate(placed):
        assert a.left >= 0 and a.top >= 0 and a.left + a.width <= 4.001 and a.top + a.height <= 3.001
        for b in placed[n + 1 :]:
            assert (
                min(a.left + a.width, b.left + b.width) - max(a.left, b.left) < 0.01
                or min(a.top + a.height, b.top + b.height) - max(a.top, b.top) < 0.01
            )


@pytest.mark.skipif(
    not all(map(shutil.which, ("soffice", "pdftoppm", "tesseract"))),
    reason="needs LibreOffice, pdftoppm and tesseract to see the deck",
)
def test_a_video_call_leaves_titles_and_headline_numbers_legible(real, tmp_path):
    """1280 × 720 at JPEG quality 40, as a call sends it, is still read by a machine."""
    own = view(real)
    agenda = agenda_of(own)
    (tmp_path / "deck.pptx").write_bytes(deck_bytes(own, agenda))
    subprocess.run(
        [
            "soffice",
            "--headless",
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--convert-to",
            "pdf",
            "--outdir",
            tmp_path,
            tmp_path / "deck.pptx",
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    subprocess.run(
        [
            "pdftoppm",
            "-scale-to-x",
            "1280",
            "-scale-to-y",
            "720",
            "-png",
            tmp_path / "deck.pdf",
            tmp_path / "p",
        ],
        check=True,
    )
    pages = sorted(tmp_path.glob("p-*.png"))
    assert len(pages) == len(agenda.slides)

    deck = Presentation(tmp_path / "deck.pptx")
    numbers = 0
    for slide, page in zip(deck.slides, pages):
        read = _letters(_read(page))
        assert _letters(slide.shapes.title.text_frame.text) in read, page
        for shape in shapes(slide):
            for run in (
                r for p in (shape.text_frame.paragraphs if shape.has_text_frame else []) for r in p.runs
            ):
                if run.font.size == Pt(66):
                    numbers += 1
                    assert _letters(run.text) in read, (page, run.text)
    assert numbers >= 9


def _read(page: Path) -> str:
    spoilt = page.with_suffix(".jpg")
    Image.open(page).convert("RGB").save(spoilt, quality=40)
    told = [
        subprocess.run(
            ["tesseract", spoilt, "-", "-l", "vie", "--psm", mode],
            check=True,
            capture_output=True,
            text=True,
            timeout=120,
        ).stdout
        for mode in ("3", "11")
    ]
    return "\n".join(told)


def _letters(text: str) -> str:
    """Letters, digits and the decimal sign; diacritics are the eye's, a machine confuses ỷ and ý."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return re.sub(r"[^0-9a-z,.%]", "", plain)
