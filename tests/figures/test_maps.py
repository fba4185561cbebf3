"""Maps: rates fill, counts are circles, a gap is not a zero, and a change of year is light."""

import json
import zlib

import pytest

from pages.figures.change import change_map
from pages.figures.choropleth import choropleth, classes_of
from pages.figures.circles import circles, round_sizes
from pages.figures.legend import legend_html, legend_items
from pages.figures.plan_map import plan_map
from pages.figures.theme import DESK, HALL, STATES
from tests.figures.samples import (
    CAPTION,
    CATALOGUE,
    CODES,
    COUNT,
    JOBS,
    PLACES,
    RATE,
    district_values,
    layout,
)
from tests.figures.test_plan import progress

NAN = float("nan")
VALUES = [0.0, 0.5, 1.0, 1.234, 2.2, 3.1, 4.4, 5.5, 6.6, 7.7, 8.8, 9.9, 10.1, 3.3, 2.8]
WHERE = {"places": PLACES, "layout": layout(), "geojson": "/geo/map-1.json", "caption": CAPTION}


def traces(figure, **wanted):
    found = figure.to_plotly_json()["data"]
    return [t for t in found if all(t.get(k) == v for k, v in wanted.items())]


def test_counts_never_fill_a_map():
    with pytest.raises(ValueError, match="circles"):
        choropleth(district_values(VALUES), COUNT, CATALOGUE, **WHERE)


def test_zero_has_a_class_and_missing_has_a_pattern():
    figure = choropleth(district_values([NAN, *VALUES[:14]]), RATE, CATALOGUE, **WHERE)
    filled = traces(figure, coloraxis="coloraxis")[0]

    assert CODES[0] not in filled["locations"] and filled["z"][filled["locations"].index(CODES[1])] == 0
    assert traces(figure, coloraxis="coloraxis4")[0]["locations"] == [f"{CODES[0]}:hatch"]


@pytest.mark.parametrize("state", STATES)
def test_every_state_has_its_own_layer_and_its_word_in_the_hover(state):
    figure = choropleth(
        district_values([NAN, *VALUES[1:]], [state] + ["value"] * 14), RATE, CATALOGUE, **WHERE
    )
    assert traces(figure, coloraxis="coloraxis4")[0]["locations"] == [f"{CODES[0]}:{STATES[state].layer}"]
    hover = traces(figure, coloraxis="coloraxis3")[0]["hovertemplate"]
    assert "layout.meta.b" not in hover and "layout.meta.c" not in hover


def test_hover_is_vietnamese_and_complete():
    figure = choropleth(district_values(VALUES), RATE, CATALOGUE, **WHERE)
    trace, meta = traces(figure, coloraxis="coloraxis")[0], figure.layout.meta

    assert trace["text"][3] == "Huyện Số 4" and trace["customdata"][3] == [CODES[3], "1,23"]
    said = meta["a"] + meta["b"] + meta["c"]
    assert all(
        word in said
        for word in ("Tỷ lệ hộ nghèo", "\u00a0%", "31/12/2017", "số liệu minh họa", "Nguồn: Bộ số liệu")
    )


def test_what_differs_between_districts_stays_with_each():
    frame = district_values(VALUES)
    frame.loc[0, "status"] = "reported"
    figure = choropleth(frame, RATE, CATALOGUE, **WHERE)

    assert traces(figure, coloraxis="coloraxis")[0]["customdata"][0][2] == "<br>số liệu báo cáo"


def test_a_district_without_a_figure_does_not_unsettle_what_the_others_share():
    frame = district_values([NAN, *VALUES[1:]])
    frame.loc[0, ["status", "source_title"]] = None
    figure = choropleth(frame, RATE, CATALOGUE, **WHERE)

    assert (
        "Nguồn" in figure.layout.meta["c"]
        and len(traces(figure, coloraxis="coloraxis")[0]["customdata"][0]) == 2
    )


def test_everything_that_can_be_clicked_carries_its_code():
    figure = choropleth(district_values(VALUES), RATE, CATALOGUE, selected=[CODES[2]], **WHERE)
    for trace in figure.to_plotly_json()["data"]:
        if trace.get("hoverinfo") != "skip":
            assert [d[0] for d in trace["customdata"]] == [
                place.split(":")[0] for place in trace["locations"]
            ]


def test_looks_change_sizes_but_never_content():
    desk, hall = (
        choropleth(district_values(VALUES), RATE, CATALOGUE, look=look, **WHERE) for look in (DESK, HALL)
    )
    strip = [
        [{k: t.get(k) for k in ("locations", "z", "text", "customdata")} for t in f.to_plotly_json()["data"]]
        for f in (desk, hall)
    ]
    assert strip[0] == strip[1]


def test_a_tile_grid_is_the_same_picture_in_other_places():
    tiles = choropleth(
        district_values(VALUES),
        RATE,
        CATALOGUE,
        **WHERE | {"layout": layout("tiles"), "geojson": "/geo/tiles-1.json"},
    )
    assert (
        traces(tiles, coloraxis="coloraxis")[0]["z"]
        == traces(choropleth(district_values(VALUES), RATE, CATALOGUE, **WHERE), coloraxis="coloraxis")[0][
            "z"
        ]
    )


def test_the_rehearsal_mark_is_drawn():
    figure = choropleth(district_values(VALUES), RATE, CATALOGUE, **WHERE)
    assert CAPTION.mark in [note.text for note in figure.layout.annotations]


def test_a_change_of_year_sends_little():
    figure = choropleth(district_values(VALUES), RATE, CATALOGUE, selected=[CODES[2]], **WHERE)
    sent = figure.to_json()

    assert len(sent) <= 6500 and len(zlib.compress(sent.encode())) <= 2300
    assert "template" not in json.loads(sent)["layout"]


def test_a_break_is_no_change():
    frame = district_values(VALUES).assign(before=VALUES, points=-0.5, percent=NAN, reason="")
    frame.loc[0, ["points", "reason"]] = [NAN, "break"]
    figure = change_map(frame, RATE, CATALOGUE, **WHERE)

    assert traces(figure, coloraxis="coloraxis4")[0]["locations"] == [f"{CODES[0]}:cross"]
    assert traces(figure, coloraxis="coloraxis")[0]["customdata"][0][1] == "−0,50"


def test_a_share_of_plan_may_be_mapped_for_counts():
    figure = plan_map(progress(), JOBS, CATALOGUE, **WHERE)
    assert "00" not in traces(figure, coloraxis="coloraxis")[0]["locations"]


def test_circles_have_area_by_value_zero_a_ring_missing_none():
    figure = circles(district_values([0, 100, 400, NAN, *[50] * 11]), COUNT, CATALOGUE, **WHERE)
    dots = traces(figure, mode="markers")[0]
    sizes = dict(zip([d[0] for d in dots["customdata"]], dots["marker"]["size"]))

    assert sizes[CODES[2]] == pytest.approx(2 * sizes[CODES[1]], rel=0.02)
    assert CODES[3] not in sizes and dots["marker"]["color"][0] == "rgba(0,0,0,0)"
    assert traces(figure, coloraxis="coloraxis4")[0]["locations"] == [f"{CODES[3]}:hatch"]


@pytest.mark.parametrize(("largest", "sizes"), [(3381, [2000, 1000, 400]), (7, [5, 2.5, 1]), (1, [1])])
def test_circle_legends_use_round_numbers(largest, sizes):
    assert round_sizes(largest) == sizes


def test_the_legend_counts_districts_and_names_states():
    frame = district_values([NAN, *VALUES[:14]])
    items = legend_items(classes_of(frame, RATE), frame["state"], "vi")

    assert sum(item.count for item in items) == 15 and items[-1].label == "chưa có số liệu"
    assert "&gt; 8" in legend_html(items, DESK, "vi", title="%")
