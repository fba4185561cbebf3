"""The yearly report opens in Word and follows the layout of the decree."""

import re

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from data.publish import build
from tests.documents.report_reading import annex_tables, everything, opened, text_of


def test_the_page_is_the_decrees(real):
    file = opened(real)

    for section in file.sections:
        landscape = section.orientation == WD_ORIENT.LANDSCAPE
        assert (round(section.page_width.mm), round(section.page_height.mm)) == (
            (297, 210) if landscape else (210, 297)
        )
        assert 20 <= section.top_margin.mm <= 25 and 20 <= section.bottom_margin.mm <= 25
        assert 30 <= section.left_margin.mm <= 35 and 15 <= section.right_margin.mm <= 20
        assert section.different_first_page_header_footer
        assert section.header._element.xpath(
            ".//w:fldSimple[@w:instr='PAGE']"
        ) and not section.first_page_header._element.xpath(".//w:fldSimple")
        assert section.header.paragraphs[0].alignment == 1
    assert [s.orientation == WD_ORIENT.LANDSCAPE for s in file.sections] == [False, True, False, False]
    assert [bool(s._sectPr.find(qn("w:pgNumType")) is not None) for s in file.sections] == [
        False,
        True,
        True,
        True,
    ]  # pages of an annex count anew


def test_every_letter_is_times_new_roman_of_the_sizes_asked(real):
    file = opened(real)
    cells = [p for t in file.tables for row in t.rows for c in row.cells for p in c.paragraphs]
    used = {p.style.name for p in (*file.paragraphs, *cells)}

    for name in used | {"Header"}:
        fonts = file.styles[name].element.rPr.rFonts
        assert {fonts.get(qn(f"w:{a}")) for a in ("ascii", "hAnsi", "eastAsia", "cs")} == {"Times New Roman"}
        assert not [a for a in fonts.attrib if "theme" in a.lower()]
    assert not [r for p in (*file.paragraphs, *cells) for r in p.runs if r.font.name or r.font.size]
    body = file.styles["Nội dung"]
    assert 13 <= body.font.size.pt <= 14 and body.paragraph_format.alignment == 3
    assert round(body.paragraph_format.first_line_indent.cm, 2) == 1.27
    asked = {  # Phụ lục I, Phần I: sizes from and to, bold, italic
        "Quốc hiệu": (12, 13, True, False),
        "Tiêu ngữ": (13, 14, True, False),
        "Cơ quan chủ quản": (12, 13, False, False),
        "Cơ quan ban hành": (12, 13, True, False),
        "Số và ký hiệu": (13, 13, False, False),
        "Địa danh và ngày": (13, 14, False, True),
        "Tên loại văn bản": (13, 14, True, False),
        "Trích yếu": (13, 14, True, False),
        "Nơi nhận": (12, 12, True, True),
        "Danh sách nơi nhận": (11, 11, False, False),
        "Chức vụ người ký": (13, 14, True, False),
        "Phụ lục": (14, 14, True, False),
        "Tham chiếu phụ lục": (13, 14, False, True),
    }
    for name, (low, high, bold, italic) in asked.items():
        font = file.styles[name].font
        assert low <= font.size.pt <= high and (font.bold, font.italic) == (bold, italic), name
    assert set(asked) < used


def test_the_head_names_nation_agency_number_and_place(real):
    head = opened(real).tables[0]
    left, right = (c.text for c in head.rows[0].cells)

    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc" in right
    assert (
        re.search(r"Kiên Giang, ngày +tháng +năm +$", right)  # a report of 2017 is not dated by today
        and head.rows[0].cells[1].paragraphs[-1].style.name == "Địa danh và ngày"
    )
    assert "UBND TỈNH KIÊN GIANG\nSỞ LAO ĐỘNG" in left and re.search(r"Số: +/BC-SLĐTBXH", left)
    for cell in head.rows[0].cells:  # the rule below motto and agency
        assert [p.style.name for p in cell.paragraphs].count("Đường kẻ") == 1
    assert len(opened(real).styles["Đường kẻ"].element.xpath(".//w:pBdr/w:bottom")) == 1


def test_the_parts_stand_in_order_and_the_signature_at_the_end(real):
    file = opened(real)
    parts = [p.text for p in file.paragraphs if p.style.name in ("Heading 1", "Phụ lục")]
    body = text_of(file)

    assert [p.split(".")[0] for p in parts[:4]] == ["I", "II", "III", "IV"] and parts[4:] == [
        "Phụ lục I",
        "Phụ lục II",
        "Phụ lục III",
    ]
    assert "BÁO CÁO\n" in body and "Kính gửi: " in body and "./." in body
    assert file.tables[1].rows[0].cells[0].text.startswith("Nơi nhận:\n- Như trên;") and file.tables[1].rows[
        0
    ].cells[0].text.endswith("- Lưu: VT, ……")
    assert file.tables[1].rows[0].cells[1].text.startswith("GIÁM ĐỐC")


def test_a_rehearsal_wears_its_mark_on_every_page_and_the_published_edition_none(real, published):
    rehearsal, plain = opened(real), opened(published)

    for section in rehearsal.sections:
        for head in (section.header, section.first_page_header):
            assert any("DIỄN TẬP" in p.text for p in head.paragraphs)
    assert "◇" in text_of(rehearsal)
    assert "◇" not in everything(plain) and "DIỄN TẬP" not in everything(plain)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("year", [1999, 2014, 2017])
def test_a_province_without_settings_and_with_few_figures_gets_a_neutral_document(edition, language, year):
    file = opened(edition, language, year)

    assert ("THỬ NGHIỆM" if language == "vi" else "THU NGHIEM") in file.tables[0].rows[0].cells[0].text
    assert (
        "……" in file.tables[0].rows[0].cells[0].text
        and "None" not in everything(file)
        and "nan" not in everything(file).split()
    )


def test_every_table_of_the_annexes_has_its_number_and_title(real):
    file = opened(real)
    titles = [p.text for p in file.paragraphs if p.style.name == "Tên bảng"]

    assert len(titles) == len(annex_tables(file)) >= 5
    for n, title in enumerate(titles, start=1):
        assert re.match(rf"Bảng {n}\. [^\d].*\b2017\b", title), title
    assert titles[0].startswith("Bảng 1. Chỉ tiêu về giảm nghèo; việc làm theo huyện")


@pytest.mark.parametrize("year, named", [(2017, "huyện, thị xã, thành phố"), (2019, "huyện, thành phố")])
def test_recipients_are_called_as_at_the_end_of_the_year(real, year, named):
    recipients = opened(real, year=year).tables[1].rows[0].cells[0].text

    assert f"- UBND các {named};" in recipients and "Ban Giám đốc Sở" in recipients


def test_an_agency_that_was_no_more_issues_no_report(real):
    file = opened(real, year=2025)
    head, signature = (file.tables[n].rows[0].cells for n in (0, 1))

    assert "SỞ LAO ĐỘNG" not in head[0].text and "/BC-……" in head[0].text
    assert "Sở" not in signature[0].text and signature[1].text.startswith("THỦ TRƯỞNG CƠ QUAN")
    assert "SỞ LAO ĐỘNG" in opened(real, year=2024).tables[0].rows[0].cells[0].text


@pytest.mark.parametrize("year, said", [(2017, False), (2023, False), (2024, True), (2025, True)])
def test_the_end_of_the_districts_is_told_where_the_report_speaks_of_it(real, year, said):
    assert ("Cấp huyện hoạt động đến hết ngày 30/6/2025" in text_of(opened(real, year=year))) == said


def test_signatory_and_drafting_unit_are_settings(made_up):
    about = made_up / "data" / "province.toml"
    declared = '[document]\nsignatory_name = "Nguyễn Văn A"\ndrafting_unit = "KHTC"\n'
    about.write_text(f"{about.read_text(encoding='utf-8')}\n{declared}", encoding="utf-8")
    left, right = opened(build().id).tables[1].rows[0].cells

    assert left.text.endswith("- Lưu: VT, KHTC.") and right.text.endswith("Nguyễn Văn A")


def test_an_annex_without_content_is_left_out_and_the_others_are_counted_anew(published):
    file = opened(published)
    said = text_of(file)

    assert "(nguồn số liệu tại Phụ lục I, số liệu còn thiếu tại Phụ lục II):" in said
    assert [p.text for p in file.paragraphs if p.style.name == "Phụ lục"] == ["Phụ lục I", "Phụ lục II"]
    listed = [[c.text for c in row.cells] for row in annex_tables(file)[-1].rows]
    assert ["Bảo trợ xã hội", "Người hưởng trợ cấp xã hội hằng tháng", "mới có số liệu 31/3/2017"] in [
        row[1:4] for row in listed
    ]


def test_a_column_of_another_day_points_to_its_note(published):
    file = opened(published, year=2020)
    table = annex_tables(file)[0]
    heads = [c.text for c in table.rows[1].cells]

    assert heads[1:] == ["Tỷ lệ hộ nghèo (%)", "Số hộ nghèo (hộ) (1)"]
    assert table.rows[-1].cells[1].text == "1,91 (1)"  # a district's rate is of 31/12, the province's is not
    assert "(1): số liệu đến 31/10/2020." in [p.text for p in file.paragraphs if p.style.name == "Ghi chú"]
