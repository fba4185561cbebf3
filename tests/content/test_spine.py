"""A district among all: places by hand, the better side to the right."""

import pandas as pd
import pytest

from data.catalogue_files import read_catalogue
from pages.content.spine import spine_of
from pages.statistics.middle import position

POVERTY = "ty_le_ho_ngheo"


@pytest.fixture
def catalogue():
    return read_catalogue()


def districts(**values: float) -> pd.DataFrame:
    rows = pd.DataFrame({"area": list(values), "value": list(values.values()), "status": "published"})
    return rows.assign(position=position(rows["value"]))


def test_few_poor_stand_at_the_right(catalogue):
    """2, 4, 6, 8, 12%: median 6, deviations 4, 2, 0, 2, 6: MAD 2; the band is 4 … 8."""
    rows = districts(A=2, B=4, C=6, D=8, E=12)
    spine = spine_of(rows, "E", 7.0, catalogue.indicators[POVERTY], catalogue, "vi")

    assert spine.own == 0 and spine.others == (1, 0.8, 0.6, 0.4)
    assert spine.band == (0.4, 0.8) and spine.province == 0.5
    assert spine.tone == "much_worse"
    assert "2%" in spine.label and "12%" in spine.label


def test_where_more_is_better_the_highest_stands_at_the_right(catalogue):
    indicator = catalogue.indicators[POVERTY].model_copy(update={"polarity": "higher_is_better"})
    spine = spine_of(districts(A=2, B=12), "B", 20.0, indicator, catalogue, "vi")

    assert spine.own == 1 and spine.others == (0,)
    assert spine.province is None  # beyond the districts' scale


def test_one_figure_or_one_value_makes_no_line(catalogue):
    indicator = catalogue.indicators[POVERTY]

    assert spine_of(districts(A=2), "A", None, indicator, catalogue, "vi") is None
    assert spine_of(districts(A=2, B=2), "A", None, indicator, catalogue, "vi") is None


def test_a_protected_district_has_no_dot(catalogue):
    rows = districts(A=float("nan"), B=4, C=6)
    spine = spine_of(rows, "A", None, catalogue.indicators[POVERTY], catalogue, "vi")

    assert spine.own is None and spine.tone == "" and len(spine.others) == 2


def test_a_made_up_end_of_the_line_wears_its_mark(catalogue):
    rows = districts(A=2, B=4, C=12)
    rows.loc[2, "status"] = "illustrative"
    label = spine_of(rows, "A", None, catalogue.indicators[POVERTY], catalogue, "vi").label

    assert "2%" in label and "12%\u00a0◇" in label and "2%\u00a0◇" not in label.replace("12%", "")
