"""Who has a rank, and what is said where a figure is kept back: expectations by hand."""

from datetime import date

import pandas as pd
import pytest

from data.catalogue_files import read_catalogue
from pages.content.bump import ranks_by_year
from pages.content.compared import by_result, placed
from pages.text import report
from pages.text.sentences import map_finding
from tests.figures.samples import COUNT, RATE

CATALOGUE = read_catalogue()
POOR = CATALOGUE.indicators["ty_le_ho_ngheo"]
NAMES = {"a": "Một", "b": "Hai", "c": "Ba", "d": "Bốn"}


def districts(values, *, protected=(), status="published"):
    """Rows as `queries.comparison` gives them; None: no figure, kept back where named in `protected`."""
    return pd.DataFrame(
        {
            "area": list("abcd")[: len(values)],
            "value": pd.Series(values, dtype=float),
            "status": [status if v is not None else "" for v in values],
            "protected": [area in protected for area in list("abcd")[: len(values)]],
            "denominator": float("nan"),
            "period_start": date(2017, 12, 31),
            "period_end": date(2017, 12, 31),
        }
    )


def test_a_judged_rate_is_ranked_among_those_with_a_figure():
    found = placed(districts([4.0, 2.0, None, 4.0]), RATE)
    assert found["rank"].tolist()[:2] == [2, 1] and found["rank"].isna().tolist() == [
        False,
        False,
        True,
        False,
    ]
    assert found["of"].tolist() == [3, 3, 3, 3]
    assert found["rank_status"].tolist() == ["published", "published", "", "published"]


def test_one_made_up_neighbour_makes_every_rank_made_up():
    rows = districts([4.0, 2.0, 3.0])
    rows.loc[1, "status"] = "illustrative"
    assert placed(rows, RATE)["rank_status"].tolist() == ["illustrative"] * 3


def test_nobody_is_ranked_where_a_figure_is_kept_back():
    found = placed(districts([4.0, 2.0, None, 3.0], protected="c"), RATE)
    assert found[["rank", "best", "worst"]].isna().all().all() and found["of"].tolist() == [0, 0, 0, 0]


def test_a_count_has_no_rank_and_is_sorted_by_size():
    rows = districts([4.0, 9.0, None, 6.0])
    assert placed(rows, COUNT)[["rank", "best", "worst"]].isna().all().all()
    assert by_result(rows, COUNT)["area"].tolist() == ["b", "d", "a", "c"]
    assert by_result(rows, RATE)["area"].tolist() == ["a", "d", "b", "c"]  # lower is better: lowest first


def test_a_year_with_a_figure_kept_back_has_no_ranks():
    frame = pd.concat([districts([3.0, 1.0]), districts([2.0, None], protected="b")])
    frame = frame.assign(year=[2016, 2016, 2017, 2017], standard="", kind="actual")
    ranked = ranks_by_year(frame, RATE)
    assert ranked["year"].tolist() == [2016, 2016] and sorted(ranked["value"]) == [1, 2]


@pytest.mark.parametrize("protected, known", [("", "3/4 đơn vị có số liệu"), ("c", "4/4 đơn vị có số liệu")])
def test_a_map_says_extremes_of_what_is_shown_and_counts_the_kept_back_as_known(protected, known):
    text = map_finding(
        districts([4.0, 2.0, None, 3.0], protected=protected), POOR, CATALOGUE, NAMES, 2017, "vi"
    )
    assert "thấp nhất ở Hai" in text and known in text
    assert ("trong số được nêu; 1 đơn vị được bảo mật" in text) == bool(protected)


def test_the_report_says_extremes_of_what_is_shown_too():
    kept_back = report.spread(districts([4.0, 2.0, None, 3.0], protected="c"), POOR, CATALOGUE, NAMES, "vi")
    missing = report.spread(districts([4.0, 2.0, None, 3.0]), POOR, CATALOGUE, NAMES, "vi")
    assert "trong số được nêu; 1 đơn vị được bảo mật" in kept_back and "/4" not in kept_back
    assert "3/4 đơn vị có số liệu" in missing and "bảo mật" not in missing
