"""Templates: an office restyles its documents in Word and PowerPoint; what a template lacks is named."""

import shutil
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from docx.shared import Mm, Pt

from data.errors import FaultsFound
from pages.content.view import View
from pages.documents.notice import minutes_bytes
from pages.documents.template import HERE, WORD


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
