"""Figures of the comparison: what is drawn, what is left out, nothing across a break."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pandas as pd
import pytest

from pages.content.bump import Bump, ranks_by_year
from pages.content.funnel import Funnel
from pages.content.panels import Panels, in_order, together
from pages.content.scatter import Axis, Scatter
from pages.content.slope import Slope
from pages.content.strip import Strip
from pages.figures.bump import bump
from pages.figures.dot_names import Dot, dot_names
from pages.figures.funnel import funnel
from pages.figures.panels import panels
from pages.figures.scatter import scatter
from pages.figures.slope import slope
from pages.figures.strip import strip
from pages.figures.theme import BETTER, DESK, WORSE
from tests.figures.samples import CAPTION, CATALOGUE, CODES, PLACES, RATE, SAID

THREE = CODES[:3]
PLACED = [PLACES[c] for c in THREE]


def yearly(figures: dict[int, list[float]], standards: dict[int, str] | None = None) -> pd.DataFrame:
    """Three districts over years, as `yearly_series` returns them; NaN is left out."""
    return pd.DataFrame(
        [
            {
                "area": c,
                "year": y,
                "period_end": date(y, 12, 31),
                "standard": (standards or {}).get(y, "new"),
                "kind": "actual",
                "value": v,
                "status": "published",
                "source_title": "QĐ",
                "derived": False,
                "protected": False,
            }
            for y, values in figures.items()
            for c, v in zip(THREE, values, strict=True)
            if v == v
        ]
    )


def bump_of(ranked: pd.DataFrame, selected: tuple[str, ...] = (), language: str = "vi") -> Bump:
    return Bump(SAID, ranked, CATALOGUE, language, RATE, ranked, PLACED, selected)


def panels_of(frame: pd.DataFrame, grid=None, *, shared: bool = True, language: str = "vi") -> Panels:
    grid = grid or in_order(PLACED)
    return Panels(SAID, frame, CATALOGUE, language, RATE, PLACED, grid, shared=shared)


def slope_of(before: list[float], after: list[float], language: str = "vi") -> Slope:
    frame = pd.DataFrame({"area": THREE, "before": before, "value": after, "status": "published"})
    frame["moved"] = frame["value"] - frame["before"]
    return Slope(SAID, frame, CATALOGUE, language, RATE, PLACES, (2016, 2017))


def scatter_of(x: Axis, y: Axis, language: str = "vi", *, size: str = "", corners=("",) * 4, **columns):
    fixed = {"area": THREE, "x": [1.0, 2.0, 3.0], "y": [3.0, 2.0, 1.0], "status": "published"}
    dots = pd.DataFrame(fixed | columns)
    return Scatter(SAID, dots, CATALOGUE, language, dots, {}, x, y, PLACES, size, corners)


def of_type(figure, mode: str) -> list:
    return [t for t in figure.data if t.mode == mode]


def test_ranks_by_year_share_ties_and_start_anew_with_a_standard():
    ranked = ranks_by_year(
        yearly({2014: [3, 1, 2], 2016: [1.001, 1.002, 5], 2017: [2, 1, 3]}, {2014: "old"}), RATE
    )

    assert ranked["value"].tolist() == [3, 1, 2, 1, 1, 3, 2, 1, 3]
    assert set(ranked.columns) >= {"figure", "value", "standard"}


def test_a_year_of_a_single_district_is_not_ranked():
    ranked = ranks_by_year(
        yearly({2016: [3, 1, 2], 2017: [3, 1, 2], 2018: [float("nan"), float("nan"), 2]}), RATE
    )

    assert set(ranked["year"]) == {2016, 2017}


def test_no_line_of_ranks_crosses_a_break_or_a_gap():
    frame = ranks_by_year(
        yearly({2014: [3, 1, 2], 2015: [1, 2, 3], 2017: [2, 1, 3], 2018: [2, 1, 3]}, {2014: "old"}), RATE
    )
    figure = bump(bump_of(frame), caption=CAPTION)

    for trace in of_type(figure, "lines"):
        links = {(a, b) for a, b in pairwise(trace.x) if a is not None and b is not None}
        assert links == {(2017, 2018)}
    assert len(figure.layout.shapes) == 1  # the break between 2014 and 2015


def test_tied_districts_are_all_named():
    frame = ranks_by_year(yearly({2016: [1, 1, 2], 2017: [1, 1, 2]}), RATE)
    figure = bump(bump_of(frame, (THREE[1],)), caption=CAPTION)
    names = [a.text.replace("<b>", "").replace("</b>", "") for a in figure.layout.annotations]

    assert all(p.name in names for p in PLACED)
    assert len({a.y for a in figure.layout.annotations if a.yref == "y"}) == 3


def test_panels_have_one_scale_unless_told_otherwise():
    frame = yearly({2016: [10, 1, 2], 2017: [8, 1, 2]})
    ranges = []
    for shared in (True, False):
        figure = panels(panels_of(frame, shared=shared), caption=CAPTION)
        ranges.append({tuple(figure.layout[f"yaxis{n}"].range) for n in ("", "2", "3")})

    assert len(ranges[0]) == 1 and len(ranges[1]) == 3


def test_panels_lie_where_the_grid_says():
    grid = {THREE[0]: (2, 0), THREE[1]: (0, 1), THREE[2]: (1, 3)}
    figure = panels(panels_of(yearly({2016: [10, 1, 2], 2017: [8, 1, 2]}), grid), caption=CAPTION)
    left = [figure.layout[f"xaxis{n}"].domain[0] for n in ("", "2", "3")]
    top = [figure.layout[f"yaxis{n}"].domain[1] for n in ("", "2", "3")]

    assert left[1] < left[2] < left[0] and top[0] > top[1] > top[2]


def test_panels_leave_stray_years_out_and_do_not_join_over_a_break():
    frame = yearly(
        {2008: [1, float("nan"), float("nan")], 2014: [3, 1, 2], 2015: [1, 2, 3]}, {2008: "old", 2014: "old"}
    )
    kept = together(frame, set(THREE))
    figure = panels(panels_of(kept), caption=CAPTION)

    assert set(kept["year"]) == {2014, 2015}
    assert of_type(figure, "lines") == []  # each year is a standard of its own: no stroke of two points
    assert len(figure.layout.shapes) == 3


def test_a_slope_is_blue_where_it_got_better():
    figure = slope(slope_of([5, 5, 5], [3, 5, 8]), caption=CAPTION)  # lower is better
    colours = {t.customdata[0][0]: t.line.color for t in of_type(figure, "lines+markers")}

    assert colours == {THREE[0]: BETTER[1], THREE[1]: DESK.pace, THREE[2]: WORSE[1]}


def test_a_district_without_one_of_both_years_has_no_slope():
    figure = slope(slope_of([5, float("nan"), 5], [3, 5, float("nan")]), caption=CAPTION)

    assert [t.customdata[0][0] for t in of_type(figure, "lines+markers")] == [THREE[0]]


def test_the_area_of_a_dot_is_in_proportion():
    state = scatter_of(Axis("x"), Axis("y"), size="Số hộ")
    dots = state.dots.assign(size=[100.0, 25.0, float("nan")])
    large, small, none = scatter(replace(state, dots=dots), caption=CAPTION).data[0].marker.size

    assert large / small == pytest.approx(2, rel=0.01) and none < small


def test_corner_words_stand_only_in_fields_with_room():
    corners = ("lên trái", "lên phải", "xuống trái", "xuống phải")
    state = scatter_of(Axis("x", line=2.0), Axis("y", line=0.0), corners=corners)
    state = replace(state, dots=state.dots.assign(y=[-3.0, -2.0, -1.0]))
    written = " ".join(a.text for a in scatter(state, caption=CAPTION).layout.annotations)

    assert "xuống trái" in written and "lên trái" not in written


def test_a_dot_tells_each_figure_behind_it_and_the_change():
    behind = {"indicator": "ty_le", "value": 5.0, "status": "published", "source_title": "QĐ"}
    state = scatter_of(Axis("x"), Axis("y"), change="thay đổi: +1,00")
    figure = scatter(replace(state, rows={THREE[0]: [behind]}), caption=CAPTION)

    assert figure.data[0].customdata[0][1] == "Tỷ lệ hộ nghèo: 5%, đã công bố<br>thay đổi: +1,00"


def test_names_never_overlap_and_selected_ones_are_always_written():
    base = {
        "xaxis": {"range": [0, 10]},
        "yaxis": {"range": [0, 10]},
        "height": 400,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
    }
    dots = [Dot(5 + n * 0.01, 5, 6, f"Huyện {n}", strong=n == 7) for n in range(8)]
    written = [a["text"] for a in dot_names(dots, base, DESK)]

    assert "<b>Huyện 7</b>" in written and len(written) < 8


def comparison(indicator: str, values, level="district", **more) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "indicator": indicator,
                "area": c,
                "level": level,
                "value": v,
                "status": "published",
                "source_title": "QĐ",
            }
            | more
            for c, v in zip(["00"] if level == "province" else THREE, values, strict=True)
        ]
    )


def test_a_strip_ticks_the_province_for_rates_only():
    frame = pd.concat(
        [
            comparison("ty_le", [5.0], "province"),
            comparison("ty_le", [1.0, 9.0, 4.0]),
            comparison("so_ho", [600.0], "province"),
            comparison("so_ho", [100.0, 200.0, 300.0]),
        ]
    )
    figure = strip(Strip(SAID, frame, CATALOGUE, "vi", frame, PLACES), caption=CAPTION)
    ticks, dots = figure.data[0], figure.data[1]

    assert [x for x in ticks.x if x is not None] == [0.5, 0.5]  # one tick: the province's 5 between 1 and 9
    assert sorted(dots.x) == [0, 0, 0.375, 0.5, 1, 1]


def test_the_funnel_marks_who_is_beyond_the_limits():
    frame = pd.DataFrame(
        {
            "area": THREE,
            "value": [5.0, 9.0, 1.0],
            "denominator": [5000.0, 5000.0, 5000.0],
            "status": "published",
            "source_title": "QĐ",
        }
    )
    figure = funnel(
        Funnel(
            SAID,
            frame,
            CATALOGUE,
            "vi",
            RATE,
            PLACES,
            5.0,
            dict(zip(THREE, ("inside", "high", "low"), strict=True)),
        ),
        caption=CAPTION,
    )
    symbols = figure.data[-1].marker.symbol
    names = " ".join(a.text for a in figure.layout.annotations)

    assert list(symbols) == ["circle", "triangle-up", "triangle-down"]
    assert (
        PLACES[THREE[1]].name in names
        and PLACES[THREE[2]].name in names
        and PLACES[THREE[0]].name not in names
    )
    assert len(of_type(figure, "lines")) == 4


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_figure_of_the_comparison_carries_the_mark(language):
    frame = yearly({2016: [1, 2, 3], 2017: [2, 1, 3]})
    figures = [
        bump(bump_of(ranks_by_year(frame, RATE), language=language), caption=CAPTION),
        panels(panels_of(frame, language=language), caption=CAPTION),
        slope(slope_of([5, 5, 5], [3, 5, 8], language), caption=CAPTION),
        scatter(scatter_of(Axis("x"), Axis("y"), language), caption=CAPTION),
    ]
    for figure in figures:
        assert any(CAPTION.mark in a.text for a in figure.layout.annotations)
