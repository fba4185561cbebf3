"""The deck's slides: native, complete, nothing outside or small, legible after a video call."""

import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE as KIND
from pptx.util import Pt

from data.clock import local
from data.editions import editions
from pages.documents.deck import deck_bytes
from pages.documents.deck.apart import apart
from pages.documents.deck.measure import Box
from pages.text.numbers import NBSP
from pages.text.words import words
from tests.documents.deck_reading import (
    agenda_of,
    agenda_with,
    opened,
    shapes,
    size_of,
    text_of,
    view_of,
)

FINDINGS = {
    "vi": {
        ("map", "ty_le_ho_ngheo"): "Tỷ lệ hộ nghèo: cao nhất Giang Thành 13,71%",
        ("plan", "giai_quyet_viec_lam"): "Giải quyết việc làm 2017: 13/15 đơn vị đạt kế hoạch",
        ("progress", "giai_quyet_viec_lam"): "Giải quyết việc làm 2017: 109,3% ᵗ kế hoạch sau 12 tháng",
        ("plan", "tuyen_sinh_dao_tao"): "Tuyển sinh, đào tạo 2017: 8/15 đơn vị đạt kế hoạch",
    },
    "en": {
        ("map", "ty_le_ho_ngheo"): "Household poverty rate: highest Giang Thành, 13.71%",
        ("plan", "giai_quyet_viec_lam"): "Jobs arranged 2017: 13 of 15 districts reached their plan",
        ("progress", "giai_quyet_viec_lam"): "Jobs arranged 2017: 109.3% ᶜ of plan after 12 months",
        ("plan", "tuyen_sinh_dao_tao"): "Enrolled and trained 2017: 8 of 15 districts reached their plan",
    },
}  # a picture's finding is its slide's title; the other slides are named by the agenda


@pytest.mark.parametrize("language", ["vi", "en"])
def test_one_native_slide_for_each_of_the_agenda(real, language):
    view = view_of(real, language)
    agenda = agenda_of(view)
    deck = opened(view, agenda)

    assert len(deck.slides) == len(agenda.slides)
    assert round(deck.slide_width / deck.slide_height, 3) == round(16 / 9, 3)
    for slide, asked in zip(deck.slides, agenda.slides):
        found = shapes(slide)
        assert not [s.name for s in found if s.shape_type in (KIND.PICTURE, KIND.LINKED_PICTURE)]
        named = asked.title(language).replace("{year}", "2017").replace("{next_year}", "2018")
        expected = FINDINGS[language].get((asked.kind, *asked.indicators), named)
        assert slide.shapes.title.text_frame.text.replace(NBSP, " ") == expected
        assert any(s.has_chart for s in found) == (asked.kind in ("trend", "plan", "progress", "ranking"))
        assert any(s.has_table for s in found) == (asked.kind in ("table", "emulation"))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_slide_names_its_edition_and_has_notes(real, language):
    view = view_of(real, language)
    made_at = local(next(e for e in editions() if e.id == real).time)
    deck = opened(view)

    for n, slide in enumerate(deck.slides, start=1):
        text = text_of(slide)
        assert (
            words("bo_slide", language)(
                "edition", number=real, kind=words("shell", language)["edition_rehearsal"]
            )
            in text
        )
        assert f"{made_at:%H:%M}" in text and f"{made_at:%d/%m/%Y}" in text
        assert words("bo_slide", language)("page", number=n, count=len(deck.slides)) in text
        assert len(slide.notes_slide.notes_text_frame.text) > 20


def test_notes_hold_finding_the_agendas_notes_and_the_speaker(real):
    view = view_of(real)
    deck = opened(
        view,
        agenda_with(
            view,
            "plan",
            "giai_quyet_viec_lam",
            more='notes = "Hỏi Giám đốc"\nspeaker = "Bà A"\nminutes = 2.5',
        ),
    )

    text = deck.slides[0].notes_slide.notes_text_frame.text.replace(NBSP, " ")
    assert "109,3%" in text and "Hỏi Giám đốc" in text and "Bà A; 2,5 phút" in text


@pytest.mark.parametrize("language", ["vi", "en"])
def test_charts_tables_and_maps_speak(real, language):
    for slide in opened(view_of(real, language)).slides:
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table or shape.name == words("bo_slide", language)["name_map"]:
                assert len(shape._element.xpath(".//p:cNvPr")[0].get("descr")) > 40


@pytest.mark.parametrize("language", ["vi", "en"])
def test_nothing_stands_outside_and_nothing_is_small(real, language):
    deck = opened(view_of(real, language))
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
    view = view_of(real)
    agenda = agenda_of(view)
    (tmp_path / "deck.pptx").write_bytes(deck_bytes(view, agenda))
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
    text = [
        subprocess.run(
            ["tesseract", spoilt, "-", "-l", "vie", "--psm", mode],
            check=True,
            capture_output=True,
            text=True,
            timeout=120,
        ).stdout
        for mode in ("3", "11")
    ]
    return "\n".join(text)


def _letters(text: str) -> str:
    """Letters, digits and the decimal sign; diacritics are the eye's, a machine confuses ỷ and ý."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return re.sub(r"[^0-9a-z,.%]", "", plain)
