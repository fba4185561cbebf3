"""Lines stop where comparison stops."""

import re
from base64 import b64decode
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.content.trend import Trend
from pages.figures.break_marks import BREAK, LINE_HEIGHT
from pages.figures.spread import spread
from pages.figures.theme import DESK, HALL
from pages.figures.trend import trend
from pages.statistics.segments import line, strokes
from pages.web.spark import spark_html
from tests.figures.samples import CATALOGUE, PLACES, RATE, SAID, series

LINE = r'x1="([\d.]+)" y1="([\d.]+)" x2="([\d.]+)" y2="([\d.]+)"'
SERIES = series(
    (2013, "old", "actual", 5.8, "published"),
    (2014, "old", "actual", 4.1, "published"),
    (2015, "old", "actual", 2.7, "published"),
    (2015, "new", "actual", 9.78, "published"),
    (2016, "new", "actual", 8.32, "published"),
    (2018, "new", "actual", 4.1, "published"),
    (2018, "new", "estimate", 4.5, "published"),
    (2019, "new", "estimate", 3.0, "published"),
    (2016, "new", "plan", 8.5, "published"),
)


def links(figure):
    found = []
    for trace in figure.to_plotly_json()["data"]:
        if trace["mode"] == "lines":
            points = list(zip(trace["x"], trace["y"], strict=True))
            found += [
                (a[0], b[0], trace["line"]["dash"]) for a, b in pairwise(points) if None not in (*a, *b)
            ]
    return sorted(found)


def draw(**more):
    return trend(state_of(SERIES), **more)


def state_of(frame):
    return Trend(SAID, frame, CATALOGUE, "vi", RATE, (PLACES["00"],), "00")


def test_neither_a_break_nor_a_missing_year_is_bridged():
    assert links(draw()) == [
        (2013, 2014, "solid"),
        (2014, 2015, "solid"),
        (2015, 2016, "solid"),
        (2018, 2019, "dot"),
    ]
    joined = {(a.standard, b.standard) for run in strokes(SERIES) for a, b in pairwise(run)}
    assert joined == {("old", "old"), ("new", "new")}


def test_both_figures_of_an_overlap_year_are_marked():
    marks = next(
        t
        for t in draw().to_plotly_json()["data"]
        if t["mode"] == "markers" and t["marker"]["symbol"] != "line-ew-open"
    )
    assert list(marks["x"]).count(2015) == 2


def test_an_actual_figure_replaces_the_estimate_and_estimates_are_hollow():
    points = {(p.standard, p.year): p for run in strokes(SERIES) for p in run}
    assert points["new", 2018].value == 4.1 and points["new", 2018].firm and not points["new", 2019].firm


def test_the_break_is_drawn_and_named_with_its_document():
    figure = draw()
    assert [shape.x0 for shape in figure.layout.shapes] == [2015]
    assert any("59/2015" in note.text.replace("<br>", " ") for note in figure.layout.annotations)


@pytest.mark.parametrize("look", [DESK, HALL])
def test_labels_of_breaks_stand_in_rows_of_their_own_and_none_is_cut(look):
    figure = draw(look=look)
    labels = [note for note in figure.layout.annotations if note.name == BREAK]
    heights = sorted(note.yshift + note.font.size * LINE_HEIGHT for note in labels)

    assert len(labels) == 2 and not any("<br>" in note.text for note in labels)
    assert all(above - below >= labels[0].font.size * LINE_HEIGHT for below, above in pairwise(heights))
    assert figure.layout.margin.t >= heights[-1]


def test_a_break_is_drawn_at_its_legal_date_within_its_figures():
    frame = series(
        (2012, "old", "actual", 9.0, "published"),
        (2017, "new", "actual", 6.0, "published"),
    )
    assert [shape.x0 for shape in trend(state_of(frame)).layout.shapes] == [2015]
    counted = trend(state_of(frame.assign(year=[2014, 2015]))).layout.shapes
    assert 2014 < counted[0].x0 < 2015, "the count of the day itself is made under the new standard"


def test_an_end_says_its_year():
    frame = series((2016, "new", "actual", 5.5, "published"), (2018, "new", "actual", 5.0, "published"))
    assert any("2018: 5" in note.text for note in trend(state_of(frame)).layout.annotations)


def test_the_axis_starts_at_zero():
    assert draw().layout.yaxis.range[0] == 0


def test_illustrative_figures_are_hollow_and_dotted():
    frame = series(*[(y, "new", "actual", 5.0 - y % 7, "illustrative") for y in (2016, 2017)])
    figure = trend(state_of(frame))
    assert links(figure) == [(2016, 2017, "dot")]
    assert set(figure.data[-1].marker.symbol) == {"circle-open"}


def test_a_lonely_year_is_a_visible_point():
    frame = series((2017, "new", "actual", 5.0, "published"))
    assert len(trend(state_of(frame)).data[0].x) == 1
    assert line(strokes(frame), firm=True) == ([], [])


def test_looks_agree_on_content():
    desk, hall = draw(look=DESK).to_plotly_json()["data"], draw(look=HALL).to_plotly_json()["data"]
    assert [(t["x"], t["y"]) for t in desk] == [(t["x"], t["y"]) for t in hall]


def test_hover_is_vietnamese():
    marks = draw().to_plotly_json()["data"]
    assert any("8,32%" in row[1] and "31/12/2016" in row[1] for t in marks for row in t.get("customdata", []))


@pytest.mark.parametrize("empty", [SERIES.iloc[:0], SERIES.assign(value=float("nan"))])
def test_nothing_to_draw_is_no_error(empty):
    assert not links(trend(state_of(empty)))
    assert spark_html(empty, look=DESK, label="") == ""


def drawing(image: str) -> str:
    """The SVG within an image's address."""
    return b64decode(image.split("base64,")[1].split('"')[0]).decode()


def test_a_spark_rises_where_its_figures_rise():
    rising = series((2016, "new", "actual", 0.0, "published"), (2017, "new", "actual", 8.0, "published"))
    svg = drawing(spark_html(rising, look=DESK, label=""))

    x1, y1, x2, y2 = (float(v) for v in re.search(LINE, svg).groups())
    height = float(re.search(r'viewBox="0 0 \d+ (\d+)"', svg)[1])
    assert x1 < x2
    assert 0 < y2 < y1 < height, "an SVG counts from its upper edge: more lies nearer to 0"
    assert height - y1 == pytest.approx(y2), (
        "zero lies as far from the lower edge as the highest from the upper"
    )


def test_a_spark_keeps_its_breaks():
    image = spark_html(SERIES[SERIES["kind"] != "plan"], look=DESK, label="giảm < tăng")

    svg = drawing(image)
    assert svg.count("<line") == 4 and 'alt="giảm &lt; tăng"' in image


@given(st.lists(st.floats(0, 100), min_size=1, max_size=12))
def test_labels_are_spread_in_order_and_inside(wanted):
    placed = spread(wanted, 6, 0, 100)
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])

    assert all(-1e-6 <= y <= 100 + 1e-6 for y in placed)
    assert all(placed[b] - placed[a] >= 6 - 1e-6 for a, b in pairwise(order))


def test_labels_with_room_stay_where_they_are():
    assert spread([10, 50, 90], 6, 0, 100) == [10, 50, 90]
