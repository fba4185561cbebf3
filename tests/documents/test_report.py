"""The yearly report says what the store says."""

import re
from datetime import date

import pytest
from docx.oxml.ns import qn

from data.areas import Area
from data.queries import comparison, figures
from pages.content.agenda import agenda_file, read_agenda
from pages.content.slides import written
from pages.documents.report_data import figures_of
from pages.text.numbers import number
from tests.documents.report_reading import YEAR, annex_tables, everything, opened, text_of, view

SAID = {"vi": rf" (?:cuối )?năm {YEAR} (?:ước )?là ", "en": r" (?:stood at|is estimated at) "}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_number_of_the_province_is_the_stores(real, language):
    said, shown = text_of(opened(real, language)), view(real, language)
    headline = [i for i in shown.catalogue.indicators.values() if i.headline]
    rows = figures(real, [i.id for i in headline], shown.areas.province, YEAR).set_index("indicator")

    for indicator in headline:
        written = number(rows.loc[indicator.id, "value"], indicator.decimals, language)
        sentence = re.escape(indicator.name(language)) + SAID[language] + re.escape(written)
        assert re.search(rf"{sentence}(?!\d)", said), indicator.id
        if rows.loc[indicator.id, "plan_share"] == rows.loc[indicator.id, "plan_share"]:
            assert number(rows.loc[indicator.id, "plan_share"], 1, language) in said


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_cell_of_the_annex_is_the_stores(real, language):
    shown, file = view(real, language), opened(real, language)
    names = shown.areas.labels(language, date(YEAR, 12, 31), Area.full)
    codes = [*shown.areas.districts, shown.areas.province]
    headline = [i for i in shown.catalogue.indicators.values() if i.headline]
    rows = comparison(real, [i.id for i in headline], YEAR, today=shown.today).set_index(
        ["indicator", "area"]
    )
    found = set()

    for table in annex_tables(file)[:-2]:  # the last two list sources and gaps
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
                number(abs(row[c]), d, "vi")
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


def test_an_illustrative_figure_never_stands_without_its_mark(real):
    found, said = figures_of(view(real), YEAR), text_of(opened(real)).replace("\u00a0", " ")

    for indicator in found.indicators:
        if found.province.loc[indicator.id, "status"] == "illustrative":
            value = number(found.province.loc[indicator.id, "value"], indicator.decimals, "vi")
            name = re.escape(indicator.name("vi"))
            assert re.search(rf"{name} (?:cuối )?năm {YEAR} là {re.escape(value)}%? [^,.]*◇", said), (
                indicator.id
            )
    sentence = "Tỷ lệ hộ nghèo cuối năm 2017 là 6,2%, giảm 2,12 điểm phần trăm so với năm 2016."
    assert sentence in said  # published, both years


def test_the_published_edition_says_its_gaps_and_periods(published):
    said = text_of(opened(published)).replace("\u00a0", " ")

    assert (
        "Chưa có số liệu năm 2017 theo huyện" in said
        and "Chưa có số liệu năm 2017 của toàn tỉnh đối với 32/39 chỉ tiêu chính (chi tiết tại Phụ lục II)"
        in said
    )
    assert "Kinh phí trợ cấp xã hội quý I/2017 là khoảng 73 tỷ đồng" in said
    assert "Người hưởng trợ cấp xã hội hằng tháng đến 31/3/2017 là trên 46.000 người" in said
    assert "đạt 109,3% kế hoạch (35.000 lượt người)" in said


def test_the_tasks_are_the_agendas_of_that_year_only(real):
    agenda = read_agenda(agenda_file(), view(real).catalogue)
    tasks = [s for s in agenda.slides if s.kind == "text" and "{next_year}" in s.title.vi]
    points = [written(view(real), p, YEAR) for s in tasks for p in s.points]

    assert points and all(f"- {p}." in text_of(opened(real)) for p in points)
    other = text_of(opened(real, year=2016))
    assert not any(p in other for p in points) and "Nhiệm vụ năm 2017 do cơ quan bổ sung: ……" in other


def test_a_change_of_standard_is_said_and_not_compared(edition):
    said = text_of(opened(edition, year=2015)).replace("\u00a0", " ")

    assert re.search(r"theo chuẩn mới \(.*2016–2020.*\) nên không so sánh với năm trước", said)
    assert "so với năm 2014" not in said


def test_who_missed_the_plan_and_who_cannot_be_judged_are_named(edition):
    said = text_of(opened(edition)).replace("\u00a0", " ")

    assert (
        "1/2 đơn vị đạt hoặc vượt kế hoạch. Chưa đạt: thị xã Hai (50%). Chưa thể đánh giá 2 đơn vị." in said
    )  # a city only from 2018
    assert "thấp nhất ở huyện Ba (0% ᵗ)" in said


def test_a_difference_between_districts_and_province_is_shown(edition):
    said = text_of(opened(edition)).replace("\u00a0", " ")

    assert "số toàn tỉnh đã công bố là 4,7%, tính từ số của các đơn vị là 4,67%" in said


def test_the_public_gets_no_protected_figure(edition, monkeypatch):
    monkeypatch.setenv("DASHBOARD_AUDIENCE", "public")
    file = opened(edition)
    table = next(t for t in annex_tables(file) if "nghèo" in t.rows[1].cells[2].text)

    assert "•" in [r.cells[2].text for r in table.rows]
    assert "Dấu •: được bảo mật." in everything(file)
