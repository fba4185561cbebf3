"""Several indicators as small multiples: one axis of years, each panel its own scale, breaks left open."""

from pages.content.trend import Trend
from pages.content.trend_panels import TrendPanels
from pages.figures.trend_panels import trend_panels
from tests.figures.samples import CAPTION, CATALOGUE, COUNT, JOBS, PLACES, RATE, SAID, series

YEARS = [(y, "", "actual", 30_000.0 + 1000 * (y % 3), "published") for y in range(2012, 2018)]
RATES = [(2015, "old", "actual", 5.0, "published"), (2016, "new", "actual", 9.0, "illustrative")]


def state() -> TrendPanels:
    """Jobs until 2017, a rate with a break, one lonely count."""
    frames = [
        (JOBS, series(*YEARS)),
        (RATE, series(*RATES)),
        (COUNT, series((2024, "", "actual", 7.0, "reported"))),
    ]
    trends = tuple(Trend(SAID, f, CATALOGUE, "vi", i, (PLACES["00"],), "00") for i, f in frames)
    frame = series(*YEARS, *RATES, (2024, "", "actual", 7.0, "reported"))
    return TrendPanels(SAID, frame, CATALOGUE, "vi", trends, PLACES["00"])


def notes(figure) -> list[str]:
    return [note.text for note in figure.layout.annotations]


def test_all_panels_share_the_years_and_none_the_scale():
    layout = trend_panels(state(), caption=CAPTION).layout

    assert layout.xaxis.range == layout.xaxis2.range == layout.xaxis3.range == (2011.4, 2024.6)
    assert len({layout.yaxis.range, layout.yaxis2.range, layout.yaxis3.range}) == 3


def test_the_extremes_and_the_last_figure_are_written():
    figure = trend_panels(state(), caption=CAPTION)

    assert figure.layout.yaxis.ticktext == ("30.000", "32.000")
    assert "2017: <b>31.000</b>" in notes(figure) and "2016: <b>9,00%</b>" not in notes(figure)
    assert any(text.startswith("2016: <b>9") and "%" in text for text in notes(figure))


def test_a_break_is_not_bridged_and_its_line_is_drawn():
    figure = trend_panels(state(), caption=CAPTION)
    joined = [
        t for t in figure.data if t.mode == "lines" and t.xaxis == "x2" and len([x for x in t.x if x]) > 1
    ]

    assert not joined and len(figure.layout.shapes) == 1


def test_a_last_figure_in_mid_axis_is_named_behind_its_point_and_at_the_end_over_it():
    named = {
        n.text.split(":")[0]: n.xanchor for n in trend_panels(state(), caption=CAPTION).layout.annotations
    }

    assert named["2017"] == "left" and named["2024"] == "right"
