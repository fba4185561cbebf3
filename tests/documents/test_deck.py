"""The deck says what the store says: charts, tables, cards, maps, marks, gaps."""

import re
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE as KIND

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
from pages.content.plan_dots import plan_part
from pages.documents.deck.measure import CELL, width_of
from pages.text.numbers import number
from pages.text.sentences import share
from pages.text.words import words
from tests.documents.deck_reading import (
    TODAY,
    YEAR,
    agenda_of,
    agenda_with,
    categories_of,
    chart_of,
    labels_of,
    opened,
    published,
    shapes,
    slides_of,
    table_of,
    text_of,
    view_of,
)


def test_illustrative_slides_wear_the_mark_and_the_published_edition_none(real):
    view = view_of(real)
    agenda, mark = agenda_of(view), words("screens", "vi")["mark"]

    marked = {
        asked.kind
        for slide, asked in zip(opened(view, agenda).slides, agenda.slides)
        if mark in text_of(slide)
    }
    assert {"map", "plan", "progress", "ranking", "table", "emulation"} <= marked and not marked & {
        "title",
        "text",
        "trend",
    }
    for slide in opened(view_of(published())).slides:
        assert (
            "◇" not in text_of(slide)
            and "DIỄN TẬP" not in text_of(slide) + slide.notes_slide.notes_text_frame.text
        )


def test_plan_says_what_the_store_says(real):
    view = view_of(real)
    agenda = agenda_of(view)
    for slide, asked in zip(
        slides_of(opened(view, agenda), agenda, "plan"), (s for s in agenda.slides if s.kind == "plan")
    ):
        frame = plan_progress(real, asked.indicators[0], YEAR)
        rows = frame[frame["area"] != view.areas.province].sort_values("plan_share", kind="stable")
        names = view.names(YEAR)
        chart = chart_of(slide)
        assert categories_of(chart) == [names[a] for a in rows["area"]]
        assert list(chart.series[0].values) == pytest.approx(list(rows["plan_share"]))
        assert labels_of(chart.series[0]) == [
            f"{share(r.plan_share, 'vi')} ({number(r.actual, 0, 'vi')}/{number(r.plan, 0, 'vi')})"
            for r in rows.itertuples()
        ]
        assert share(frame.iloc[0]["plan_share"], "vi") in text_of(slide)


def test_ranking_is_in_official_order_with_the_provinces_value(real):
    view = view_of(real)
    agenda = agenda_of(view)
    slide, key = (
        slides_of(opened(view, agenda), agenda, "ranking")[0],
        next(s.indicators[0] for s in agenda.slides if s.kind == "ranking"),
    )
    frame = district_values(real, key, YEAR, today=TODAY)
    chart = chart_of(slide)

    assert categories_of(chart) == [view.names(YEAR)[a] for a in view.areas.districts]
    assert list(chart.series[0].values) == list(frame["value"])
    assert labels_of(chart.series[0]) == [number(v, 0, "vi") for v in frame["value"]]
    assert number(province_value(real, key, YEAR, today=TODAY)["value"], 0, "vi") in text_of(slide)


def test_trend_draws_one_line_a_standard_and_bridges_nothing(real):
    view = view_of(real)
    agenda = agenda_of(view)
    chart = chart_of(slides_of(opened(view, agenda), agenda, "trend")[0])
    frame = yearly_series(real, "ty_le_ho_ngheo", [view.areas.province])
    frame = frame[frame["kind"] != "plan"]
    years = [int(c) for c in chart.plots[0].categories]

    assert years == list(range(int(frame["year"].min()), int(frame["year"].max()) + 1))
    standards = list(dict.fromkeys(frame["standard"]))
    assert [s.name for s in chart.series] == [
        view.catalogue.standard(s).name("vi") for s in standards
    ] and len(standards) > 2
    for series, standard in zip(chart.series, standards):
        known = frame[frame["standard"] == standard].set_index("year")["value"]
        assert list(series.values) == [known.get(y) for y in years]
        assert labels_of(series) == [number(known[y], 2, "vi") if y in known.index else "" for y in years]
    assert chart._chartSpace.find(".//{*}dispBlanksAs").get("val") == "gap"


def test_progress_holds_months_plan_and_pace(real):
    view = view_of(real)
    agenda = agenda_of(view)
    slide = slides_of(opened(view, agenda), agenda, "progress")[0]
    frame = year_to_date(real, "giai_quyet_viec_lam", view.areas.province, YEAR)
    actual, plan, pace = chart_of(slide).series

    assert list(actual.values) == list(frame["actual"]) and list(plan.values) == list(frame["plan"])
    assert list(pace.values) == pytest.approx(list(frame["pace"] * frame["plan"] / 100))
    assert labels_of(actual)[11] == number(frame["actual"].iloc[-1], 0, "vi") and "38.255" in text_of(slide)


def test_tables_say_what_the_store_says(real):
    view = view_of(real)
    agenda = agenda_of(view)
    deck = opened(view, agenda)
    keys = next(s.indicators for s in agenda.slides if s.kind == "table")
    frame = comparison(real, list(keys), YEAR, today=TODAY)
    values = {
        (r.area, r.indicator): number(r.value, view.catalogue.indicators[r.indicator].decimals, "vi")
        for r in frame.itertuples()
    }
    table = table_of(slides_of(deck, agenda, "table")[0])

    areas = [view.areas.province, *view.areas.districts]
    assert len(table) == 17
    assert [[re.sub("[▲▼◇ ]", "", c) for c in row[1:]] for row in table[1:]] == [
        [values[a, k] for k in keys] for a in areas
    ]

    emulation = table_of(slides_of(deck, agenda, "emulation")[0])
    shown = {
        (r.area, r.indicator): r
        for r in comparison(real, ["ty_le_ho_ngheo", "giai_quyet_viec_lam"], YEAR, today=TODAY).itertuples()
    }
    assert [row[0] for row in emulation[1:]] == [view.names(YEAR)[a] for a in view.areas.districts]
    assert [row[4:6] for row in emulation[1:]] == [
        [
            number(shown[a, "ty_le_ho_ngheo"].value, 2, "vi"),
            number(shown[a, "giai_quyet_viec_lam"].plan_share, 1, "vi"),
        ]
        for a in view.areas.districts
    ]


def test_cards_say_what_the_store_says(real):
    view = view_of(real)
    agenda = agenda_of(view)
    keys = next(s.indicators for s in agenda.slides if s.kind == "cards")
    text = text_of(slides_of(opened(view, agenda), agenda, "cards")[0])

    for row in figures(real, list(keys), view.areas.province, YEAR).itertuples():
        assert number(row.value, view.catalogue.indicators[row.indicator].decimals, "vi") in text
        assert row.plan_share != row.plan_share or share(row.plan_share, "vi") in text


def test_the_map_has_a_named_shape_in_its_class_colour_for_each_district(real):
    view = view_of(real)
    agenda = agenda_of(view)
    slide = slides_of(opened(view, agenda), agenda, "map")[0]
    group = next(s for s in slide.shapes if s.name == words("bo_slide", "vi")["name_map"])
    frame = district_values(real, "ty_le_ho_ngheo", YEAR, today=TODAY)
    names = {c: p.full for c, p in view.places(date(YEAR, 12, 31)).items()}
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
        assert f"{label} ({members.count(klass)})" in text_of(slide)
    assert map_layout(province_dir(), "map").credit("vi") in text_of(slide)
    assert "6,2%" in text_of(slide)


def test_counts_are_circles_whose_area_is_the_value(real):
    view = view_of(real)
    slide = opened(view, agenda_with(view, "map", "so_ho_ngheo")).slides[0]
    group = next(s for s in slide.shapes if s.name == words("bo_slide", "vi")["name_circles"])
    frame = district_values(real, "so_ho_ngheo", YEAR, today=TODAY).set_index("area")["value"]
    say, names = words("bo_slide", "vi"), {c: p.full for c, p in view.places(date(YEAR, 12, 31)).items()}
    sizes = {s.name: s.width for s in group.shapes}

    largest = frame.idxmax()
    for area, value in frame.items():
        ratio = sizes[say("name_circle", name=names[area])] / sizes[say("name_circle", name=names[largest])]
        assert ratio == pytest.approx((value / frame[largest]) ** 0.5, abs=0.05)


@pytest.mark.parametrize(
    "kind", ["map", "cards", "trend", "plan", "progress", "ranking", "table", "emulation"]
)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_the_edition_does_not_hold_is_said(real, kind, language):
    view = view_of(published(), language)
    unknown = next(
        i for i in view.catalogue.indicators if yearly_series(view.edition, i, [view.areas.province]).empty
    )
    deck = opened(view, agenda_with(view, kind, unknown, more="year = 1990"))

    text = " ".join(
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
    assert no_data in text.lower() or "–" in text or words("figures", language)["not_applicable"] in text


def test_the_made_up_province(edition):
    view = view_of(edition)
    agenda = agenda_of(view)
    deck = opened(view, agenda)
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


def test_a_figure_of_another_time_than_the_year_says_so(real):
    view = view_of(published())
    asked = agenda_of(view).model_copy(update={"year": 2020})
    deck = opened(view, asked)
    mapped, trend = (slides_of(deck, asked, kind)[0] for kind in ("map", "trend"))

    assert "toàn tỉnh, đến 31/10/2020" in text_of(mapped)
    assert "số năm 2020 tính đến 31/10/2020" in text_of(trend)
    mixed = agenda_with(view, "table", "ty_le_ho_ngheo", "so_ho_ngheo", more="year = 2020\n")
    said = text_of(opened(view, mixed).slides[0])
    assert "Số liệu không phải của cả năm hoặc cuối năm: " in said and "Số hộ nghèo: 31/10/2020" in said


def test_a_table_without_districts_is_told_by_the_provinces_cards(real):
    view = view_of(published())
    told = {2023: ("54.148", "31/8/2023", "8 tháng đầu năm 2023"), 2020: ("chưa có số liệu",)}
    for year, said in told.items():
        asked = agenda_of(view).model_copy(update={"year": year})
        slide = slides_of(opened(view, asked), asked, "table")[0]
        assert not any(shape.has_table for shape in shapes(slide) if hasattr(shape, "has_table"))
        assert all(text in text_of(slide) for text in said), year


def test_a_heading_takes_one_line_where_all_can(real):
    view = view_of(real)
    asked = agenda_of(view)
    frame = next(s for s in slides_of(opened(view, asked), asked, "table")[0].shapes if s.has_table)
    labels = [view.label(i) for slide in asked.slides if slide.kind == "table" for i in slide.indicators]

    for label, column in zip(labels, list(frame.table.columns)[1:], strict=True):
        assert width_of(label, CELL, bold=True) < column.width.inches, label


def test_a_plan_whose_year_goes_on_says_until_when(real, monkeypatch):
    view = view_of(real)
    state = plan_part(view, "giai_quyet_viec_lam", YEAR, 1, 1)
    days = [pd.Timestamp(YEAR, 9, 30)] * (len(state.rows) - 1) + [pd.Timestamp(YEAR, 6, 30)]
    going_on = replace(state, rows=state.rows.assign(as_of=days))
    monkeypatch.setattr("pages.content.slide_state.plan_part", lambda *_: going_on)
    slide = opened(view, agenda_with(view, "plan", "giai_quyet_viec_lam", more=f"year = {YEAR}\n")).slides[0]

    assert "số liệu đến 30/9/2017" in text_of(slide)
    beside = labels_of(chart_of(slide).series[0])
    assert [", 30/6/2017)" in text for text in beside] == [False] * (len(beside) - 1) + [True]


def test_a_ranking_of_another_day_than_the_years_last_says_so(real):
    view = view_of(published())
    asked = agenda_with(view, "ranking", "so_ho_ngheo", more="year = 2020\n")

    assert "hộ, 31/10/2020" in text_of(opened(view, asked).slides[0])


def test_a_plan_without_districts_is_no_empty_chart(real):
    view = view_of(published())
    slide = opened(view, agenda_with(view, "plan", "giai_quyet_viec_lam", more=f"year = {YEAR}\n")).slides[0]

    assert not any(shape.has_chart for shape in slide.shapes)
    assert "Chưa có kế hoạch theo huyện, thị xã, thành phố." in text_of(slide)
    assert "109,3%" in text_of(slide)
