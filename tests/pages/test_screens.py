"""Every screen in both languages and every edition.

No error, no untranslated key, nothing that disappears.
"""

import re
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from data.editions import editions
from data.queries import yearly_series
from data.serving import areas
from pages.content.board import board
from pages.content.view import View
from pages.screens import SCREENS
from pages.web.cards import review_html
from tests.pages.seen import seen

NAMES = [screen.name for screen in SCREENS]


def _script(name: str) -> None:
    """What the main script does for one screen (AppTest cannot open a screen by its address)."""
    from pages.screens import SCREENS
    from pages.shell.header import header
    from pages.text.words import words
    from pages.widgets import address
    from pages.widgets.visitor import view_of_visitor

    view = view_of_visitor()
    notices = header(view)
    next(s for s in SCREENS if s.name == name).show(view)
    address.tell_corrections(words("shell", view.language), notices, view.in_words)


def opened(name: str, **address: str) -> AppTest:
    """A screen run with these parameters in its address."""
    app = AppTest.from_function(_script, kwargs={"name": name}, default_timeout=60)
    for key, value in address.items():
        app.query_params[key] = value
    return app.run()


def texts(app: AppTest) -> str:
    """All words that the screen wrote itself."""
    return " ".join(
        seen(str(getattr(e, "body", "") or getattr(e, "value", "") or ""))
        + " "
        + str(getattr(e, "label", "") or "")
        for e in app.main
    )


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_a_screen_opens(real, name, language):
    for edition in editions():
        app = opened(name, ngon_ngu=language, phien_ban=str(edition.id))

        assert not app.exception and not app.error
        assert not re.search(r"\{\w+\}", texts(app)), "a placeholder was left open"


@pytest.mark.parametrize("name", NAMES)
def test_a_screen_opens_for_a_made_up_province(edition, name):
    app = opened(name)

    assert not app.exception and not app.error
    assert "Thử Nghiệm" in texts(app)


def test_the_seeds_figures_stand_on_the_overview(real):
    page = texts(opened("tong_quan", nam="2017")).replace("\u00a0", " ")

    for figure in (
        "38.255",
        "Đạt 109,3% kế hoạch (35.000 lượt người",
        "25.500",
        "Đạt 102% kế hoạch (25.000 người",
        "46,5",
        "8,32 → 6,2",
        "2,12 điểm phần trăm",
    ):
        assert figure in page, figure


def test_a_wrong_address_is_corrected_and_told(real):
    app = opened("giam_ngheo", nam="2999", huyen="899,000", chi_tieu="khong_co", ngon_ngu="fr")

    told = " ".join(seen(i.value) for i in app.info)
    assert not app.exception
    for name, asked in (("năm", "2999"), ("đơn vị", "“000”"), ("chỉ tiêu", "khong_co"), ("ngôn ngữ", "fr")):
        assert name in told and asked in told
    assert app.query_params["huyen"] == "899,000"  # told, and left standing for who reads the address


def test_choices_go_to_the_address(real):
    app = opened("giam_ngheo")

    app.multiselect(key="w_huyen").set_value(["912"]).run()

    assert app.query_params["huyen"] == "912" and "nam" not in app.query_params


def test_a_new_publication_shows_in_an_open_session(edition, tmp_path):
    from data.publish import publish
    from tests.made_up import HEADER, stock

    app = opened("giam_ngheo")
    path = tmp_path / "moi.csv"
    path.write_text(HEADER + stock("so_ho_ngheo", "Z1", 2018, 5), encoding="utf-8")
    made = publish(path, "a", "b")

    app.run()

    assert f"Phiên bản {made.id}" in str(app.selectbox(key="w_phien_ban").options[0])
    assert app.selectbox(key="w_phien_ban").value == made.id


def test_an_illustrative_figure_in_the_review_is_marked(real):
    view = View(real, "vi", False, date(2026, 11, 23))
    marked, published = (review_html(board(view, year).cards) for year in (2016, 2017))

    assert "◇" in marked and "◇" not in published


def test_a_change_from_an_illustrative_year_is_marked_in_the_table(real):
    from pages.content.district_table import district_table

    data = district_table(View(real, "vi", False, date(2026, 11, 23)), "ty_le_ho_ngheo", 2020, ())
    cells = {row.code: [cell.text for cell in row.cells] for row in data.rows}["911"]

    # 0,38% is published for the end of the year, the year before is not
    assert cells[1] == "0,38" and cells[3].endswith(" ◇")


def test_an_illustrative_figure_is_marked_in_the_table_and_a_published_one_is_not(real):
    from pages.content.district_table import district_table

    view = View(real, "vi", False, date(2026, 11, 23))
    values = {}
    for year in (2019, 2020):
        data = district_table(view, "ty_le_ho_ngheo", year, ())
        values[year] = {row.code: row.cells[1].text for row in data.rows}["911"]
        values[year, "others"] = [row.cells[1].text for row in data.rows if row.code != "911"]
        assert "◇" in data.caption  # what the sign means stands under the table

    # in 2019 all are illustrative, which is said once; in 2020 a published one stands among them
    assert "◇" not in values[2019] + "".join(values[2019, "others"])
    assert values[2020] == "0,38" and all(text.endswith("\u00a0◇") for text in values[2020, "others"])


def test_maps_write_the_names_in_force_that_year(real):
    from datetime import date

    from pages.content.maps import level_map
    from pages.content.view import View

    view = View(real, "vi", False, date(2026, 11, 23))
    named = [
        {cell.place.full for cell in level_map(view, "ty_le_ho_ngheo", year).cells} for year in (2017, 2020)
    ]

    assert ["Thị xã Hà Tiên" in names for names in named] == [True, False]


def test_the_sources_of_a_calendar_stand_under_it(real):
    """A map of 2017 would have no district's source; the calendar in its place has figures of six."""
    published = next(e for e in editions() if e.kind == "published").id
    rows = yearly_series(published, "ty_le_ho_ngheo", list(areas(published).districts))
    titles = set(rows.loc[rows["value"].notna(), "source_title"])
    others = re.search(
        r"và (\d+) nguồn khác", texts(opened("tong_quan", nam="2017", phien_ban=str(published)))
    )

    assert len(titles) >= 6 and int(others[1]) + 1 >= len(titles)
