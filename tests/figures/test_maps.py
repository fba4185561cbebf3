"""Maps: rates fill, counts are circles, a gap is not a zero, and a change of year is light."""

import json
import re
import zlib
from dataclasses import replace

import pandas as pd
import pytest

from pages.content.area_map import AreaMap
from pages.content.map_kinds import change_of, level_of, plan_of
from pages.figures.area_map import draw_map
from pages.figures.circles import round_sizes
from pages.figures.legend import legend_line, swatches
from pages.figures.map_colours import fill_of
from pages.figures.map_layers import Shapes
from pages.figures.theme import BETTER, DESK, HALL, MIDDLE, SEQUENTIAL, STATES, WORSE
from pages.web.legend import legend_html
from tests.figures.samples import (
    CAPTION,
    CATALOGUE,
    CODES,
    COUNT,
    JOBS,
    PLACES,
    RATE,
    SAID,
    district_values,
    layout,
)
from tests.figures.test_plan import progress

NAN = float("nan")
VALUES = [0.0, 0.5, 1.0, 1.234, 2.2, 3.1, 4.4, 5.5, 6.6, 7.7, 8.8, 9.9, 10.1, 3.3, 2.8]


def level(frame: pd.DataFrame, indicator=RATE) -> AreaMap:
    """The state of a level or of circles."""
    return level_of(SAID, frame, indicator, CATALOGUE, PLACES, "vi")


def changes(points: list[float], polarity: str, reasons: dict[int, str] | None = None) -> AreaMap:
    """The state of a change in points of a rate whose wanted direction is told."""
    frame = district_values(VALUES).assign(before=VALUES, points=points, percent=NAN, reason="")
    for row, reason in (reasons or {}).items():
        frame.loc[row, ["points", "reason"]] = [NAN, reason]
    return change_of(SAID, frame, RATE.model_copy(update={"polarity": polarity}), CATALOGUE, PLACES, "vi")


def shares(frame: pd.DataFrame, plan: str = "reach") -> AreaMap:
    """The state of a share of plan by district."""
    districts = frame[frame["area"] != "00"].reset_index(drop=True)
    return plan_of(SAID, districts, JOBS.model_copy(update={"plan": plan}), CATALOGUE, PLACES, "vi")


def drawn(state: AreaMap, kind: str = "map", **options):
    """The figure on the invented province's shapes."""
    return draw_map(state, Shapes(layout(kind), f"/geo/{kind}-1.json"), caption=CAPTION, **options)


def traces(figure, **wanted):
    """The figure's traces that have these properties."""
    found = figure.to_plotly_json()["data"]
    return [t for t in found if all(t.get(k) == v for k, v in wanted.items())]


def painted(figure) -> dict[str, str]:
    """The colour that each district with a value is drawn in: its number on the colour axis, looked up."""
    scale = dict(figure.layout.coloraxis.colorscale)
    shades = list(scale.values())
    return {
        code: shades[number]
        for trace in traces(figure, coloraxis="coloraxis")
        for code, number in zip(trace["locations"], trace["z"])
    }


def test_counts_never_fill_a_map():
    state = level(district_values(VALUES), COUNT)
    figure = drawn(state)

    assert state.classes is None and all(cell.klass is None for cell in state.cells)
    assert len(set(painted(figure).values())) == 1 and traces(figure, mode="markers")


def test_a_change_in_points_is_asked_of_a_rate_only():
    frame = district_values(VALUES).assign(before=VALUES, points=1.0, reason="")
    with pytest.raises(ValueError, match="no change in points"):
        change_of(SAID, frame, COUNT, CATALOGUE, PLACES, "vi")


def test_each_class_has_its_own_blue_and_a_limit_belongs_to_the_class_below():
    # limits 1, 2, 4, 8
    values = [0.0, 1.0, 1.01, 2.0, 2.01, 4.0, 4.01, 8.0, 8.01, *[0.5] * 6]
    colours = painted(drawn(level(district_values(values))))

    five = [SEQUENTIAL[i] for i in (0, 2, 3, 5, 6)]  # light for few, dark for many
    wanted = [five[i] for i in (0, 0, 1, 1, 2, 2, 3, 3, 4)]
    assert [colours[code] for code in CODES[:9]] == wanted


def test_zero_has_a_class_and_missing_has_a_pattern():
    figure = drawn(level(district_values([NAN, *VALUES[:14]])))
    filled = traces(figure, coloraxis="coloraxis")[0]

    assert CODES[0] not in filled["locations"] and filled["z"][filled["locations"].index(CODES[1])] == 0
    assert traces(figure, coloraxis="coloraxis4")[0]["locations"] == [f"{CODES[0]}:hatch"]


@pytest.mark.parametrize("state", STATES)
def test_every_state_has_its_own_layer_and_its_word_in_the_hover(state):
    figure = drawn(level(district_values([NAN, *VALUES[1:]], [state] + ["value"] * 14)))
    assert traces(figure, coloraxis="coloraxis4")[0]["locations"] == [f"{CODES[0]}:{STATES[state].layer}"]
    hover = traces(figure, coloraxis="coloraxis3")[0]["hovertemplate"]
    assert "layout.meta.b" not in hover and "layout.meta.c" not in hover


@pytest.mark.parametrize("name", STATES)
def test_a_district_without_a_value_never_has_a_colour_of_a_scale(name):
    state = level(district_values([NAN, *VALUES[1:]], [name] + ["value"] * 14))
    figure = drawn(state)
    scale = {*SEQUENTIAL, *BETTER, *WORSE, MIDDLE}

    assert fill_of(state, state.cells[0]) not in scale and CODES[0] not in painted(figure)
    for axis in (figure.layout.coloraxis3, figure.layout.coloraxis4):
        assert not {colour for _, colour in axis.colorscale} & scale
    assert [s.colour for s in swatches(state) if s.pattern] == [STATES[name].fill]


def test_hover_is_vietnamese_and_complete():
    figure = drawn(level(district_values(VALUES)))
    trace, meta = traces(figure, coloraxis="coloraxis")[0], figure.layout.meta

    assert trace["text"][3] == "Huyện Số 4" and trace["customdata"][3] == [CODES[3], "1,23"]
    words = meta["a"] + meta["b"] + meta["c"]
    wanted = ("Tỷ lệ hộ nghèo", "%", "31/12/2017", "số liệu minh họa", "Nguồn: Bộ số liệu")
    assert all(word in words for word in wanted)


def test_what_differs_between_districts_stays_with_each():
    frame = district_values(VALUES)
    frame.loc[0, "status"] = "reported"
    figure = drawn(level(frame))

    assert traces(figure, coloraxis="coloraxis")[0]["customdata"][0][2] == "<br>số liệu báo cáo"


def test_a_district_without_a_figure_does_not_unsettle_what_the_others_share():
    frame = district_values([NAN, *VALUES[1:]])
    frame.loc[0, ["status", "source_title"]] = None
    figure = drawn(level(frame))

    assert "Nguồn" in figure.layout.meta["c"]
    assert len(traces(figure, coloraxis="coloraxis")[0]["customdata"][0]) == 2


def test_everything_that_can_be_clicked_carries_its_code():
    figure = drawn(replace(level(district_values(VALUES)), selected=(CODES[2],)))
    for trace in figure.to_plotly_json()["data"]:
        if trace.get("hoverinfo") != "skip":
            assert [d[0] for d in trace["customdata"]] == [
                place.split(":")[0] for place in trace["locations"]
            ]


def test_looks_change_sizes_but_never_content():
    desk, hall = (drawn(level(district_values(VALUES)), look=look) for look in (DESK, HALL))

    def content(trace: dict) -> dict:
        # a hall's lines are shorter, a desk's extremes stand in a span
        words = [re.sub(r"</?span[^>]*>", "", t).replace("<br>", " ") for t in trace.get("text") or ()]
        return {k: trace.get(k) for k in ("locations", "z", "customdata")} | {"words": words}

    strip = [[content(trace) for trace in f.to_plotly_json()["data"]] for f in (desk, hall)]
    assert strip[0] == strip[1]


def test_a_tile_grid_is_the_same_picture_in_other_places():
    state = level(district_values(VALUES))
    assert painted(drawn(state, "tiles")) == painted(drawn(state)) and len(painted(drawn(state))) == 15


def test_the_rehearsal_mark_is_drawn():
    figure = drawn(level(district_values(VALUES)))
    assert CAPTION.mark in [note.text for note in figure.layout.annotations]


def test_a_change_of_year_sends_little():
    figure = drawn(replace(level(district_values(VALUES)), selected=(CODES[2],)))
    sent = figure.to_json()

    assert len(sent) <= 6700 and len(zlib.compress(sent.encode())) <= 2300
    assert "template" not in json.loads(sent)["layout"]


def test_a_desk_marks_the_three_highest_and_the_two_lowest():
    values = dict(zip(CODES, [5, 1, 9, 2, 8, 3, 7, *[4] * 8], strict=True))
    state = level(district_values([values[code] for code in CODES]))

    assert state.extremes == {CODES[n] for n in (2, 4, 6, 1, 3)}
    spans = [t for trace in drawn(state).data for t in trace.text or () if t.startswith("<span")]
    assert len(spans) == 5 and all(t.endswith("</span>") for t in spans)


def test_a_break_is_no_change():
    state = changes([-0.5] * 15, "lower_is_better", {0: "break"})
    figure = drawn(state)

    assert traces(figure, coloraxis="coloraxis4")[0]["locations"] == [f"{CODES[0]}:cross"]
    assert traces(figure, coloraxis="coloraxis")[0]["customdata"][0][1] == "−0,5"
    assert state.legend[-1].state == "not_applicable" and state.legend[-1].count == 1


@pytest.mark.parametrize(
    ("polarity", "fell", "rose"),
    [("lower_is_better", BETTER, WORSE), ("higher_is_better", WORSE, BETTER)],
)
def test_a_change_for_the_better_is_blue_and_for_the_worse_orange(polarity, fell, rose):
    # limits −2, −1, −0,25, 0,25, 1, 2; the strongest colours stand outside
    figure = drawn(changes([-3, -1.5, -0.5, 0, 0.5, 1.5, 3, *[0] * 8], polarity))
    wanted = [fell[2], fell[1], fell[0], MIDDLE, rose[0], rose[1], rose[2]]

    assert [painted(figure)[code] for code in CODES[:7]] == wanted


def blue(colour: str) -> bool:
    """Whether a colour has more blue than red: the side of the better; the other side is orange."""
    return int(colour[5:7], 16) > int(colour[1:3], 16)


def plan_frame(**shares_by_code: float) -> pd.DataFrame:
    """Shares of plan by district code, the rest as in `progress`."""
    row = progress().iloc[1].to_dict()
    return pd.DataFrame([row | {"area": c, "plan_share": s} for c, s in shares_by_code.items()])


def test_a_plan_reached_is_blue_from_exactly_100_per_cent_on():
    good = {"49.9": False, "50": False, "99.9": False, "100": True, "100.1": True, "150": True}
    state = shares(plan_frame(**dict(zip(CODES, map(float, good)))))
    colours = painted(drawn(state))

    assert [blue(colours[code]) for code in CODES[:6]] == list(good.values())
    assert MIDDLE not in colours.values()
    # limits 50, 75, 90, 100, 120, each in the class above it
    assert [(e.label, e.count) for e in state.legend] == [
        ("≥ 120", 1),
        ("100–120", 2),
        ("90–100", 1),
        ("75–90", 0),
        ("50–75", 1),
        ("< 50", 1),
    ]


def test_a_ceiling_has_no_share_and_no_map_of_shares():
    with pytest.raises(ValueError, match="ceiling"):
        shares(progress(), "not_exceed")


def test_a_share_of_plan_may_be_mapped_for_counts():
    state = shares(progress())
    figure = drawn(state)

    assert set(painted(figure)) == set(CODES[:3])
    assert state.cells[3].state == "no_data" and state.cells[3].text == "chưa có báo cáo"
    assert state.cells[0].lines[0] == "3.000 / 4.000\u00a0lượt người"


def test_a_district_without_a_plan_is_named_alike_on_map_and_legend():
    frame = progress()
    frame.loc[frame["area"] == CODES[3], "reason"] = "no_plan"
    state = shares(frame)

    assert state.cells[3].state == "not_applicable" == state.legend[-1].state
    assert [s.colour for s in swatches(state) if s.pattern] == [fill_of(state, state.cells[3])]


def test_circles_have_area_by_value_zero_a_ring_missing_none():
    figure = drawn(level(district_values([0, 100, 400, NAN, *[50] * 11]), COUNT))
    dots = traces(figure, mode="markers")[0]
    sizes = dict(zip([d[0] for d in dots["customdata"]], dots["marker"]["size"]))

    assert sizes[CODES[2]] == pytest.approx(2 * sizes[CODES[1]], rel=0.02)
    assert CODES[3] not in sizes and dots["marker"]["color"][0] == "rgba(0,0,0,0)"
    assert traces(figure, coloraxis="coloraxis4")[0]["locations"] == [f"{CODES[3]}:hatch"]


@pytest.mark.parametrize(("largest", "sizes"), [(3381, [2000, 1000, 400]), (7, [5, 2.5, 1]), (1, [1])])
def test_circle_legends_use_round_numbers(largest, sizes):
    assert round_sizes(largest) == sizes


def test_the_legend_counts_districts_and_names_states():
    state = level(district_values([NAN, *VALUES[:14]]))

    # of the 14 values three are at most 1, one up to 2, three up to 4, four up to 8, three above
    assert [(e.label, e.count) for e in state.legend] == [
        ("> 8", 3),
        ("4–8", 4),
        ("2–4", 3),
        ("1–2", 1),
        ("0–1", 3),
        ("chưa có số liệu", 1),
    ]
    assert "&gt; 8" in legend_html(state, DESK) and "class=" in legend_html(state, DESK)


def test_the_legend_wears_the_colours_of_the_map():
    state = level(district_values([NAN, *VALUES[:14]]))
    top, html = SEQUENTIAL[6], legend_html(state, DESK)

    assert swatches(state)[0].colour == top and painted(drawn(state))[CODES[11]] == top  # 8.8
    assert html.index(f"background:{top}") < html.index("&gt; 8") < html.index(SEQUENTIAL[5])
    assert legend_line(state).startswith(f'%: <span style="color:{top}">■</span> > 8')


def test_free_classes_say_so_and_nothing_known_has_no_class():
    state = level(district_values(VALUES, standard="unknown"))
    assert state.note and state.note in legend_html(state, DESK)

    empty = level(district_values([NAN] * 15, standard="unknown"))
    assert [e.label for e in empty.legend] == ["chưa có số liệu"] and empty.note == ""


def test_names_stand_under_circles_at_their_distance_and_in_the_middle_of_tiles():
    state = level(district_values([0, 100, 400, NAN, *[50] * 11]), COUNT)
    names = traces(drawn(state), mode="markers+text")
    dots = traces(drawn(state), mode="markers")[0]
    sizes = dict(zip([d[0] for d in dots["customdata"]], dots["marker"]["size"]))

    assert {trace["textposition"] for trace in names} == {"bottom center"}
    for trace in names:
        assert trace["marker"]["size"] == [sizes.get(code, 0) for code in trace["customdata"]]
    assert not traces(drawn(state, "tiles"), mode="markers+text")
