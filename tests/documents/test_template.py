"""Templates: an office restyles its documents in Word and PowerPoint; what a template lacks is named."""

import shutil
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from docx.shared import Mm, Pt
from pptx import Presentation
from pptx.util import Inches

from data.errors import FaultsFound
from pages.content.agenda import parse
from pages.content.view import View
from pages.documents.check import template_faults
from pages.documents.deck import deck_bytes
from pages.documents.notice import minutes_bytes
from pages.documents.template import DECK, HERE, WORD


def notice(edition: int):
    view = View(edition, "vi", False, date(2018, 3, 1))
    return Document(BytesIO(minutes_bytes(view, "Hội nghị", [])))


@pytest.fixture
def own(edition, made_up):
    """The province's own Word template, as yet a copy."""
    return shutil.copy(HERE / WORD, made_up / "data" / WORD)


def test_a_restyled_word_template_is_honoured(edition, own):
    template = Document(own)
    template.styles["Nội dung"].font.size = Pt(13)
    template.sections[0].left_margin = Mm(35)
    template.sections[0].footer.paragraphs[0].text = "Sở của chúng tôi"
    template.save(own)

    file = notice(edition)
    body = [p for p in file.paragraphs if p.style.name == "Nội dung"]
    assert {p.style.font.size for p in body} == {Pt(13)} and all(
        r.font.size is None for p in body for r in p.runs
    )
    assert file.sections[0].left_margin.mm == pytest.approx(35, abs=0.1)
    assert file.sections[0].footer.paragraphs[0].text == "Sở của chúng tôi"
    assert sum(c.width.mm for c in file.tables[0].rows[0].cells) == pytest.approx(210 - 35 - 16, abs=0.1)


def test_the_templates_samples_are_no_part_of_a_document(edition):
    said = [p.text for p in Document(str(HERE / WORD)).paragraphs]

    assert "Tên loại văn bản" in said
    assert not set(said) & {p.text for p in notice(edition).paragraphs}


def test_a_word_template_without_a_style_is_refused_and_the_style_named(edition, own):
    template = Document(own)
    template.styles["Trích yếu"].delete()
    template.styles["Bảng số liệu"].delete()
    template.save(own)

    with pytest.raises(FaultsFound) as refused:
        notice(edition)
    told = [str(fault) for fault in refused.value.faults]
    assert len(told) == 2 and all(t.startswith("van_ban.docx: mẫu thiếu kiểu “") for t in told)
    assert any("“Trích yếu”" in t for t in told) and any("“Bảng số liệu”" in t for t in told)


def test_a_file_that_is_no_word_file_is_refused(edition, made_up):
    (made_up / "data" / WORD).write_bytes(b"khong phai Word")

    with pytest.raises(FaultsFound, match=r"van_ban\.docx: không mở được tệp mẫu"):
        notice(edition)


AGENDA = """
title = { vi = "Hội nghị", en = "Conference" }
[[slides]]
kind = "title"
title = { vi = "Hội nghị tổng kết", en = "Review" }
[[slides]]
kind = "text"
title = { vi = "Kết luận", en = "Conclusions" }
points = [{ vi = "Một ý", en = "A point" }]
"""


def deck(edition: int):
    view = View(edition, "vi", False, date(2018, 3, 1))
    return Presentation(BytesIO(deck_bytes(view, parse(AGENDA, view.catalogue, "thu.toml"))))


@pytest.fixture
def own_deck(edition, made_up):
    """The province's own PowerPoint template, as yet a copy."""
    return shutil.copy(HERE / DECK, made_up / "data" / DECK)


def placeholder(layout, name: str):
    return next(shape for shape in layout.placeholders if shape.name == name)


def test_the_shipped_deck_template_is_arial_on_wide_slides(edition):
    file = deck(edition)

    theme = next(
        rel.target_part.blob.decode()
        for rel in file.slide_master.part.rels.values()
        if "theme" in rel.reltype
    )
    assert theme.count('<a:latin typeface="Arial"') == 2
    assert round(file.slide_width / file.slide_height, 3) == round(16 / 9, 3)
    assert [slide.slide_layout.name for slide in file.slides] == ["Bìa", "Trang"]


def test_a_restyled_deck_template_is_honoured_and_its_samples_are_left_out(edition, own_deck):
    template = Presentation(own_deck)
    page = template.slide_layouts.get_by_name("Trang")
    for name in ("Nguồn", "Phiên bản"):
        foot = placeholder(page, name)
        foot.left, foot.top, foot.width, foot.height = Inches(1), Inches(6.2), Inches(8), Inches(0.5)
    page.shapes._spTree.xpath(".//p:sp[.//p:ph[@type='title']]//a:lvl1pPr/a:defRPr")[0].set("sz", "4400")
    template.slides.add_slide(page).shapes.title.text = "Trang mẫu"
    template.save(own_deck)

    file = deck(edition)
    shown = file.slides[1]
    assert [slide.shapes.title.text for slide in file.slides] == ["Hội nghị tổng kết", "Kết luận"]
    named = {shape.name: shape for shape in shown.shapes}
    edition_line = named["Phiên bản số liệu"]
    assert (edition_line.left, edition_line.top) == (Inches(1), Inches(6.2))
    assert shown.shapes.title.text_frame.paragraphs[0].runs[0].font.size is None
    assert Pt(44) < shown.shapes.title.height < Pt(60)
    assert named["Nội dung"].top + named["Nội dung"].height <= Inches(6.2)
    assert all(shape.text_frame.text for shape in shown.placeholders)


def test_a_deck_template_without_a_layout_or_placeholder_is_refused_and_it_is_named(edition, own_deck):
    template = Presentation(own_deck)
    mark = placeholder(template.slide_layouts.get_by_name("Trang"), "Dấu")
    mark._element.getparent().remove(mark._element)
    template.save(own_deck)
    with pytest.raises(FaultsFound, match=r"trinh_chieu\.pptx: mẫu thiếu ô giữ chỗ “Trang/Dấu”"):
        deck(edition)

    template.slide_layouts.get_by_name("Bìa").name = "Khác"
    template.save(own_deck)
    with pytest.raises(FaultsFound, match=r"trinh_chieu\.pptx: mẫu thiếu bố cục “Bìa”"):
        deck(edition)


def test_a_file_that_is_no_deck_is_refused(edition, made_up):
    (made_up / "data" / DECK).write_bytes(b"khong phai PowerPoint")

    with pytest.raises(FaultsFound, match=r"trinh_chieu\.pptx: không mở được tệp mẫu"):
        deck(edition)


def test_faults_of_both_templates_are_known_before_a_document_is_asked_for(edition, made_up):
    assert template_faults() == []

    for name in (WORD, DECK):
        (made_up / "data" / name).write_bytes(b"khong phai tep mau")
    assert [fault.file for fault in template_faults()] == [WORD, DECK]
