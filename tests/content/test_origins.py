"""A table says of a figure which cell it came from and what it replaced: to the office alone."""

from datetime import date

import pytest

from data.audience import PUBLIC, seen_by
from data.publish import publish
from data.queries import district_values, yearly_series
from pages.content.origins import with_origins
from pages.content.view import View
from tests.made_up import HEADER, stock


@pytest.fixture
def corrected(edition, tmp_path) -> int:
    """The newest edition, in which an office has corrected one figure of 2018 and given another."""
    for name, rows, why in (
        (
            "mot.csv",
            (stock("so_ho_ngheo", "Z1", 2018, 1050), stock("so_ho_ngheo", "Z2", 2018, 20)),
            "Rà soát",
        ),
        ("hai.csv", (stock("so_ho_ngheo", "Z1", 2018, 1051),), "Sót một hộ"),
    ):
        (tmp_path / name).write_text(HEADER + "".join(rows), encoding="utf-8")
        made = publish(tmp_path / name, "Lan", why)
    return made.id


def view(edition: int) -> View:
    return View(edition, "vi", False, date(2026, 11, 23))


def test_a_figure_names_its_file_and_what_it_replaced(corrected):
    frame = district_values(corrected, "so_ho_ngheo", 2018)
    told = with_origins(view(corrected), frame, ("so_ho_ngheo",), 2018).set_index("area")["origin"]

    assert "hai.csv, 2 (SHA-256" in told["Z1"] and "Lan công bố lúc" in told["Z1"]
    assert told["Z1"].endswith("Đã điều chỉnh: 1.050 → 1.051 (Sót một hộ).")
    assert "mot.csv, 3" in told["Z2"] and "điều chỉnh" not in told["Z2"]
    assert told["Z3"] == ""


def test_of_shipped_figures_there_is_nothing_to_tell(corrected):
    frame = yearly_series(corrected, "so_ho_ngheo", ["Z1"])
    told = with_origins(view(corrected), frame, ("so_ho_ngheo",), None)

    assert [bool(text) for text in told["origin"]] == [year == 2018 for year in told["year"]]
    earlier = frame[frame["year"] < 2018]
    assert "origin" not in with_origins(view(corrected), earlier, ("so_ho_ngheo",), None)


def test_the_public_is_not_told_an_earlier_value(corrected):
    with seen_by(PUBLIC):
        frame = district_values(corrected, "so_ho_ngheo", 2018)
        assert "origin" not in with_origins(view(corrected), frame, ("so_ho_ngheo",), 2018)
