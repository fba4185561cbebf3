"""The yearly report: opens in Word, follows the layout of the decree, and says what the store says."""

import re
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from data.editions import editions
from data.queries import comparison, figures
from pages.content.agenda import agenda_file, read_agenda
from pages.content.view import View
from pages.documents.report import report_bytes
from pages.documents.report_data import figures_of
from pages.text.numbers import as_published, number

YEAR = 2017


def view(edition: int, language: str = "vi", **more) -> View:
    return View(edition, language, False, date(2026, 11, 20), **more)


def opened(edition: int, language: str = "vi", year: int = YEAR, **more):
    return Document(BytesIO(report_bytes(view(edition, language, **more), year)))


def text_of(file) -> str:
    """Everything before the annexes, head and signature left out."""
    return "\n".join(p.text for p in file.paragraphs)


def everything(file) -> str:
    cells = "\n".join(c.text for t in file.tables for r in t.rows for c in r.cells)
    heads = "\n".join(
        p.text for s in file.sections for h in (s.header, s.first_page_header) for p in h.paragraphs
    )
    return f"{text_of(file)}\n{cells}\n{heads}"


def annex_tables(file) -> list:
    return [
        t
        for t in file.tables
        if t.rows[0]._tr.trPr is not None and t.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    ]


@pytest.fixture
def published(real) -> int:
    return next(e.id for e in editions() if e.kind == "published")


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
    assert [s.orientation == WD_ORIENT.LANDSCAPE for s in file.sections] == [False, True, False]
    assert [bool(s._sectPr.find(qn("w:pgNumType")) is not None) for s in file.sections] == [
        False,
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
        re.search(r"Kiên Giang, ngày +tháng +năm 2026", right)
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
    ]
    assert "BÁO CÁO\n" in body and "Kính gửi: " in body and "./." in body
    assert file.tables[1].rows[0].cells[0].text.startswith("Nơi nhận:\n- Như trên;") and file.tables[1].rows[
        0
    ].cells[0].text.endswith("- Lưu: VT.")
    assert file.tables[1].rows[0].cells[1].text.startswith("GIÁM ĐỐC")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_number_of_the_province_is_the_stores(real, language):
    said, shown = text_of(opened(real, language)), view(real, language)
    headline = [i for i in shown.catalogue.indicators.values() if i.headline]
    rows = figures(real, [i.id for i in headline], shown.areas.province, YEAR).set_index("indicator")

    for indicator in headline:
        written = as_published(rows.loc[indicator.id, "value"], indicator.decimals, language)
        assert re.search(rf"{re.escape(indicator.name(language))}: {re.escape(written)}(?!\d)", said), (
            indicator.id
        )
        if rows.loc[indicator.id, "plan_share"] == rows.loc[indicator.id, "plan_share"]:
            assert as_published(rows.loc[indicator.id, "plan_share"], 1, language) in said


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_cell_of_the_annex_is_the_stores(real, language):
    shown, file = view(real, language), opened(real, language)
    names = shown.areas.labels(language, date(YEAR, 12, 31), full=True)
    codes = [*shown.areas.districts, shown.areas.province]
    headline = [i for i in shown.catalogue.indicators.values() if i.headline]
    rows = comparison(real, [i.id for i in headline], YEAR, today=shown.today).set_index(
        ["indicator", "area"]
    )
    found = set()

    for table in annex_tables(file)[:-1]:  # the last lists the sources
        cells = [[c.text for c in r.cells] for r in table.rows]
        assert (
            all(r._tr.trPr.find(qn("w:tblHeader")) is not None for r in table.rows[:2])
            and table.rows[2]._tr.trPr.find(qn("w:tblHeader")) is None
        )
        assert [r[0] for r in cells[2:-1]] == [names[c] for c in codes[:-1]] and len(cells) == len(codes) + 2
        for n, head in enumerate(cells[1]):
            indicator = next(
                (i for i in headline if head == f"{i.label(language)} ({shown.catalogue.unit(i, language)})"),
                None,
            )
            if indicator is None:
                continue
            found.add(indicator.id)
            for code, line in zip(codes, cells[2:]):
                row = rows.loc[indicator.id, code]
                mark = "\u00a0◇" if row["status"] == "illustrative" else ""
                assert line[n] == number(row["value"], indicator.decimals, language) + mark, (
                    indicator.id,
                    code,
                )
    assert (
        found
        == {i.id for i in headline if rows.loc[i.id]["state"].drop(shown.areas.province).eq("value").any()}
        and len(found) > 30
    )


def test_numbers_that_the_store_does_not_know_are_not_written(real):
    """Every number of the second part is a value, share, change, plan or year of the store, or a count."""
    found, shown = figures_of(view(real), YEAR), view(real)
    known = {str(YEAR), str(YEAR - 1), "15", *map(str, range(16)), "136", "16"}  # NĐ 136, dưới 16 tuổi
    for indicator in found.indicators:
        own = [found.province.loc[indicator.id], *found.of_districts(indicator).to_dict("records")]
        for row in own:
            known |= {
                as_published(abs(row[c]), d, "vi")
                for c, d in (
                    ("value", indicator.decimals),
                    ("plan_share", 1),
                    ("percent", 1),
                    ("points", indicator.decimals),
                    ("before", indicator.decimals),
                )
                if row[c] == row[c]
            }
    body = text_of(opened(real))
    part = body[body.index("II. KẾT QUẢ") : body.index("III. HẠN CHẾ")]

    assert not [n for n in re.findall(r"\d+(?:\.\d{3})*(?:,\d+)?", part) if n not in known]
    assert len(re.findall(r"\d", part)) > 300 and shown.rehearsal


def test_a_rehearsal_wears_its_mark_on_every_page_and_the_published_edition_none(real, published):
    rehearsal, plain = opened(real), opened(published)

    for section in rehearsal.sections:
        for head in (section.header, section.first_page_header):
            assert any("DIỄN TẬP" in p.text for p in head.paragraphs)
    assert "◇" in text_of(rehearsal)
    assert "◇" not in everything(plain) and "DIỄN TẬP" not in everything(plain)


def test_an_illustrative_figure_never_stands_without_its_mark(real):
    found, said = figures_of(view(real), YEAR), text_of(opened(real)).replace("\u00a0", " ")

    for indicator in found.indicators:
        if found.province.loc[indicator.id, "status"] == "illustrative":
            value = as_published(found.province.loc[indicator.id, "value"], indicator.decimals, "vi")
            assert re.search(rf"{re.escape(indicator.name('vi'))}: {re.escape(value)} [^,.]*◇", said), (
                indicator.id
            )
    assert "Tỷ lệ hộ nghèo: 6,2 %, giảm 2,12 điểm phần trăm so với năm 2016." in said  # published, both years


def test_the_published_edition_says_its_gaps_and_periods(published):
    said = text_of(opened(published)).replace("\u00a0", " ")

    assert (
        "Chưa có số liệu năm 2017 theo huyện" in said
        and "Chưa có số liệu năm 2017 của toàn tỉnh về: " in said
    )
    assert "73 tỷ đồng (quý I/2017)" in said and "46.000 người (ngày 31/03/2017)" in said
    assert "đạt 109,3 % kế hoạch (35.000 lượt người)" in said


def test_the_tasks_are_the_agendas_of_that_year_only(real):
    agenda = read_agenda(agenda_file(), view(real).catalogue)
    points = [
        p.vi for s in agenda.slides if s.kind == "text" and "{next_year}" in s.title.vi for p in s.points
    ]

    assert points and all(f"- {p}." in text_of(opened(real)) for p in points)
    other = text_of(opened(real, year=2016))
    assert not any(p in other for p in points) and "Nhiệm vụ năm 2017 do cơ quan bổ sung: ……" in other


def test_a_change_of_standard_is_said_and_not_compared(edition):
    said = text_of(opened(edition, year=2015)).replace("\u00a0", " ")

    assert re.search(r"theo chuẩn mới \(.*2016–2020.*\) nên không so sánh với năm trước", said)
    assert "so với năm 2014" not in said


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


def test_who_missed_the_plan_and_who_cannot_be_judged_are_named(edition):
    said = text_of(opened(edition)).replace("\u00a0", " ")

    assert (
        "1/2 đơn vị đạt hoặc vượt kế hoạch. Chưa đạt: thị xã Hai (50 %). Chưa thể đánh giá 2 đơn vị." in said
    )  # a city only from 2018
    assert "thấp nhất là huyện Ba (0 %)" in said


def test_a_difference_between_districts_and_province_is_shown(edition):
    said = text_of(opened(edition)).replace("\u00a0", " ")

    assert "số toàn tỉnh đã công bố là 4,7 %, tính từ số của các huyện là 4,67 %" in said


def test_the_public_gets_no_protected_figure(edition, monkeypatch):
    monkeypatch.setenv("DASHBOARD_AUDIENCE", "public")
    file = opened(edition)
    table = next(t for t in annex_tables(file) if "nghèo" in t.rows[1].cells[2].text)

    assert "•" in [r.cells[2].text for r in table.rows]
    assert "Dấu •: được bảo mật." in everything(file)
