"""Similar districts against a hand-computed case."""

import pandas as pd
import pytest

from pages.statistics.similar import distances

# a: mean 2, deviation √2; b: mean 20, deviation 10·√(0.5)… only A–B differ on b
FRAME = pd.DataFrame({"a": [1.0, 1.0, 2.0, 4.0], "b": [10.0, 30.0, 10.0, 30.0]}, index=list("ABCD"))


def test_distances_by_hand():
    found = distances(FRAME, "A")  # population deviations: a √1.5 = 1.2247, b 10

    assert found.index.tolist() == ["C", "B", "D"]
    assert found["C"] == pytest.approx(1 / 1.5**0.5) and found["B"] == pytest.approx(2.0)
    assert found["D"] == pytest.approx(((3 / 1.5**0.5) ** 2 + 4) ** 0.5)


def test_a_gap_leaves_a_district_out_and_never_makes_it_near():
    found = distances(FRAME.assign(b=[10.0, float("nan"), 10.0, 30.0]), "A")

    assert "B" not in found.index
    with pytest.raises(KeyError):
        distances(FRAME.assign(b=[float("nan"), 30.0, 10.0, 30.0]), "A")


def test_equal_distances_keep_the_order_and_a_constant_measure_says_nothing():
    frame = pd.DataFrame({"a": [0.0, 1.0, -1.0], "b": [5.0, 5.0, 5.0]}, index=list("XYZ"))

    assert distances(frame, "X").index.tolist() == ["Y", "Z"] and distances(frame, "X").nunique() == 1
