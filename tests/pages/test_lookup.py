"""The look-up screen: search, choices in the address, what stands where nothing fits."""

from datetime import date

import pytest

from data.editions import editions
from data.queries import coverage, observations
from pages.content.lookup import ALL, Asked
from pages.content.lookup_table import periods_by_areas, rows_asked, span
from pages.content.table import Cell
from pages.content.view import View
from tests.pages.seen import seen
from tests.pages.test_screens import opened, texts

TODAY = date(2026, 11, 23)


def view_of(edition: int, language: str = "vi") -> View:
    return View(edition, language, False, TODAY)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_search_lists_hits_and_shows_the_best(real, language):
    app = opened("kham_pha", ngon_ngu=language, tim="ho ngheo dtts")

    assert not app.exception
    assert app.selectbox(key="w_chi_tieu").value == "ty_le_ho_ngheo_dtts"


def test_typing_a_search_shows_the_first_hit(real):
    app = opened("kham_pha", chi_tieu="giai_quyet_viec_lam")
    app.text_input(key="w_tim").set_value("SỐ HỘ NGHEO").run()

    assert app.query_params["tim"] == "SỐ HỘ NGHEO" and app.selectbox(key="w_chi_tieu").value == "so_ho_ngheo"


def test_a_search_without_a_hit_keeps_the_screen_and_suggests(real):
    app = opened("kham_pha", chi_tieu="giai_quyet_viec_lam")
    app.text_input(key="w_tim").set_value("xyzzy").run()

    assert "xyzzy" in seen(app.warning[0].value)
    assert app.selectbox(key="w_chi_tieu").value == "giai_quyet_viec_lam"
    nearest = [b for b in app.button if str(b.key).startswith("nearest_")]
    assert nearest
    nearest[0].click().run()
    assert (
        app.selectbox(key="w_chi_tieu").value == nearest[0].key.removeprefix("nearest_") and not app.warning
    )


def test_clearing_the_search_keeps_the_indicator(real):
    app = opened("kham_pha", tim="so ho ngheo")
    app.text_input(key="w_tim").set_value("").run()

    assert app.selectbox(key="w_chi_tieu").value == "so_ho_ngheo" and "tim" not in app.query_params


def test_an_indicator_without_figures_is_explained_never_empty(edition):
    held = coverage(edition).set_index("indicator")["rows"]
    without = next(i for i in held.index if not held[i])
    app = opened("kham_pha", chi_tieu=without)

    name = view_of(edition).catalogue.indicators[without].name.vi
    assert not app.exception and f"{name}: phiên bản này chưa có số liệu" in texts(app)
    assert any("chưa có số liệu" in o for o in app.selectbox(key="w_chi_tieu").options)


def test_definition_and_caveats_stand_beside_the_figures(real):
    page = texts(opened("kham_pha", chi_tieu="ty_le_ho_ngheo"))
    indicator = view_of(real).catalogue.indicators["ty_le_ho_ngheo"]

    for text in (
        indicator.definition.vi,
        "Quyết định số 59/2015/QĐ-TTg",
        view_of(real).catalogue.caveats[indicator.caveats[0]].vi,
    ):
        assert text in page


def test_rows_are_those_asked_for(edition):
    asked = Asked("giai_quyet_viec_lam", ("Z1",), 2016, 2017, "actual", "thang")
    rows = rows_asked(view_of(edition), asked)

    # the province's first quarter of 2017 is not known: one district did not report
    assert [(r.area, r.period_end.year, r.value) for r in rows.itertuples()] == [
        ("Z1", 2017, 37),
        ("Z", 2016, 75),
        ("Z1", 2016, 30),
    ]
    everything = rows_asked(view_of(edition), Asked("giai_quyet_viec_lam", (), 2000, 2030, ALL, ALL))
    assert len(everything) == len(observations(edition, indicators=["giai_quyet_viec_lam"]))


def test_the_table_has_a_row_a_period_and_a_column_an_area(edition):
    data = periods_by_areas(view_of(edition), Asked("giai_quyet_viec_lam", (), 2017, 2017, "actual", "nam"))

    assert [h.label for h in data.headings] == [
        "Kỳ",
        "Loại",
        "Một",
        "Hai",
        "Ba",
    ]  # the fourth has no figure that year
    assert [cell.text for cell in data.rows[0].cells] == ["năm 2017", "thực\u00a0hiện", "150", "50", "60"]


def test_a_protected_cell_says_so(edition, monkeypatch):
    from pages.content import lookup_table

    frame = observations(edition, indicators=["so_ho_ngheo"], first=date(2017, 1, 1)).assign(protected=False)
    frame.loc[frame["area"] == "Z4", ["value", "protected"]] = [float("nan"), True]
    monkeypatch.setattr(lookup_table, "observations", lambda *_, **__: frame)
    lookup_table.rows_asked.cache_clear()
    data = periods_by_areas(view_of(edition), Asked("so_ho_ngheo", (), 2017, 2017, ALL, ALL))
    lookup_table.rows_asked.cache_clear()

    assert data.rows[0].cells[-1] == Cell("được bảo mật")


@pytest.mark.parametrize(
    ("start", "end", "kind"),
    [
        (date(2017, 12, 31), date(2017, 12, 31), "nam"),
        (date(2017, 1, 1), date(2017, 12, 31), "nam"),
        (date(2017, 1, 1), date(2017, 9, 30), "thang"),
        (date(2016, 1, 1), date(2020, 12, 31), "khac"),
        (date(2017, 4, 1), date(2017, 6, 30), "khac"),
    ],
)
def test_periods_are_told_apart(start, end, kind):
    assert span(start, end) == kind


@pytest.mark.parametrize(
    "address",
    [
        {"tim": "???"},
        {"tu": "2020", "den": "2010"},
        {"loai": "khong_co"},
        {"ky": "khac", "loai": "plan"},
        {"chi_tieu": "khong_co", "huyen": "000"},
        {"tim": "<b>"},
        {"nam": "1850"},
    ],
)
def test_an_odd_address_is_borne(edition, address):
    app = opened("kham_pha", **address)

    assert not app.exception and not app.error


def test_every_indicator_can_be_looked_up(real):
    from pages.content.trend import trend_state

    view = view_of(real)
    for key in view.catalogue.indicators:
        asked = Asked(key, (), 2000, 2035, ALL, ALL)
        rows = rows_asked(view, asked)
        assert len(periods_by_areas(view, asked).rows) == len(
            rows[["period_start", "period_end", "standard", "kind"]].drop_duplicates()
        )
        state = trend_state(view, key, (view.areas.province,), (2000, 2035))
        assert state is None or state.about.title


def test_the_newest_periods_come_first_and_all_when_asked_for(real, monkeypatch):
    shown = []
    monkeypatch.setattr("pages.screens.kham_pha.table", lambda table, **_: shown.append(len(table.rows)))
    opened("kham_pha", chi_tieu="giai_quyet_viec_lam")
    opened("kham_pha", chi_tieu="giai_quyet_viec_lam", het="1")

    assert shown[0] == 8 and shown[1] > 60


def test_a_calendar_stands_where_too_few_districts_have_figures_for_a_map(real):
    published = next(e.id for e in editions() if e.kind == "published")
    few = texts(opened("kham_pha", chi_tieu="ty_le_ho_ngheo", phien_ban=str(published)))
    full = texts(opened("kham_pha", chi_tieu="ty_le_ho_ngheo"))

    calendar, highest = "Tỷ lệ hộ nghèo: số liệu theo đơn vị", "cao nhất Giang Thành"
    assert calendar in few and highest not in few
    assert highest in full and calendar not in full


def test_the_answer_stands_in_words_above_the_table(real):
    assert "Toàn tỉnh, số mới nhất: 1,28% (năm 2023)." in texts(opened("kham_pha")).replace("\u00a0", " ")
