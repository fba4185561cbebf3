"""Distances from the plan: nothing is cut, the furthest behind first, a ceiling is kept, never a share."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from pages.content.plan import PlanBars
from pages.content.plan_dots import dots_of
from pages.figures.plan_dots import plan_dots
from tests.figures.samples import CAPTION, CATALOGUE, CODES, JOBS, PLACES, SAID
from tests.figures.test_plan import progress, texts

CEILING = JOBS.model_copy(update={"plan": "not_exceed"})


def state(rows: pd.DataFrame, indicator=JOBS) -> PlanBars:
    return PlanBars(SAID, rows, CATALOGUE, "vi", indicator, rows, PLACES, "00")


def ceiling(*used: float) -> pd.DataFrame:
    """The province and as many districts as there are shares of a ceiling of 100 units."""
    rows = progress().iloc[: len(used)].assign(plan=100.0, plan_share=np.nan, limit_used=list(used))
    missing = [max(u - 100, 0) for u in used]
    return rows.assign(actual=list(used), missing=missing, plan_met=[u <= 100 for u in used], state="value")


def test_the_province_leads_and_the_furthest_behind_follows():
    figure = plan_dots(dots_of(state(progress())), caption=CAPTION)
    dots = next(trace for trace in figure.data if trace.mode == "markers")

    assert [row[0] for row in dots.customdata] == ["00", CODES[1], CODES[0], CODES[2]]
    assert list(dots.x) == [90, 10, 75, 180]


def test_nothing_is_cut_and_values_stand_on_the_far_side_of_the_line():
    figure = plan_dots(dots_of(state(progress())), caption=CAPTION)
    low, high = figure.layout.xaxis.range
    values = next(trace for trace in figure.data if trace.mode == "text")

    assert low < 10 and high > 180
    assert [text.strip("\u2002 ") for text in values.text] == ["<b>90%</b>", "10%", "75%", "180%"]
    assert list(values.textposition) == ["middle left"] * 3 + ["middle right"]


def test_a_part_holds_its_rows_on_the_scale_of_all():
    whole = dots_of(state(progress()))
    halves = [plan_dots(replace(whole, part=(n, 2))) for n in (1, 2)]
    drawn = [next(trace for trace in half.data if trace.mode == "markers") for half in halves]

    assert [[row[0] for row in dots.customdata] for dots in drawn] == [["00", CODES[1]], [CODES[0], CODES[2]]]
    assert {half.layout.xaxis.range for half in halves} == {plan_dots(whole).layout.xaxis.range}


def test_a_plan_met_exactly_lacks_nothing():
    rows = progress().iloc[:1].assign(actual=10000, plan_share=100.0, missing=0, plan_met=True)
    figure = plan_dots(dots_of(state(rows)), caption=CAPTION)
    dots = next(trace for trace in figure.data if trace.mode == "markers")

    assert list(dots.x) == [100] and "Còn thiếu" not in dots.customdata[0][1]


def test_who_cannot_be_judged_is_named_once_with_the_reason():
    said = texts(plan_dots(dots_of(state(progress())), caption=CAPTION))

    assert said.count("chưa có báo cáo") == 1 and PLACES[CODES[3]].name in said.replace("<br>", " ")


def test_small_distances_are_no_abyss():
    rows = progress().iloc[:2].assign(plan_share=[100.4, 99.9])
    figure = plan_dots(dots_of(state(rows)), caption=CAPTION)

    assert figure.layout.xaxis.range[1] - figure.layout.xaxis.range[0] >= 10


@pytest.mark.parametrize(("used", "words"), [(96.0, "không vượt"), (103.0, "vượt 3\xa0lượt người")])
def test_a_ceiling_is_kept_or_overrun_but_never_a_share(used, words):
    figure = plan_dots(dots_of(state(ceiling(98.0, used), CEILING)), caption=CAPTION)
    values = next(trace for trace in figure.data if trace.mode == "text")

    assert values.text[1].strip("\u2002 ") == words
    assert "%" not in " ".join(values.text)


def test_of_a_ceiling_the_highest_comes_first():
    dots = dots_of(state(ceiling(98.0, 90.0, 110.0), CEILING))

    assert [row["area"] for row in dots.dots] == ["00", CODES[1], CODES[0]]


def test_a_level_without_a_way_to_go_stands_at_the_line():
    rows = progress().iloc[:2].assign(plan_share=np.nan, plan_met=[True, True])
    figure = plan_dots(dots_of(state(rows, JOBS.model_copy(update={"plan": "reduce_points"}))))

    assert list(next(trace for trace in figure.data if trace.mode == "text").x) == [100, 100]


def test_a_selected_district_is_bold():
    chosen = replace(dots_of(state(progress())), selected=(CODES[0],))

    assert f"<b>{PLACES[CODES[0]].name}</b>" in plan_dots(chosen).layout.yaxis.ticktext
