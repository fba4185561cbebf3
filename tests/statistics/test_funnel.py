"""Control limits against Wilson's published formula, by an independent way: the roots of its equation."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.statistics.funnel import NARROW, WIDE, limits, verdict


@given(st.floats(0.001, 0.999), st.integers(5, 100_000), st.sampled_from([NARROW, WIDE]))
def test_the_limits_solve_wilsons_equation(target, size, z):
    """At a limit p the target lies z standard errors away: (θ − p)² = z² p(1 − p) ÷ n, solved by numpy."""
    roots = sorted(np.roots([1 + z**2 / size, -(2 * target + z**2 / size), target**2]).real)
    low, high = limits(target, size, z)

    assert float(low) == pytest.approx(roots[0], abs=1e-9) and float(high) == pytest.approx(
        roots[1], abs=1e-9
    )


def test_a_case_by_hand():
    # θ = 0.1, n = 100, z = 1.96: centre 2·100·0.1 + 3.8416 = 23.8416,
    # root √(3.8416 + 36) = 6.31202, times 1.96 = 12.37156
    low, high = limits(0.1, 100, 1.96)

    assert float(low) == pytest.approx((23.8416 - 12.37156) / 207.6832, abs=1e-5)
    assert float(high) == pytest.approx((23.8416 + 12.37156) / 207.6832, abs=1e-5)


def test_limits_narrow_with_size_and_hold_the_target():
    low, high = limits(0.05, [50, 500, 5000, 50_000], WIDE)

    assert (low < 0.05).all() and (high > 0.05).all() and (np.diff(high - low) < 0).all()
    assert (low >= 0).all()


def test_verdicts():
    assert [verdict(rate, 0.05, 5000) for rate in (0.05, 0.0435, 0.03, 0.08)] == [
        "inside",
        "near",
        "low",
        "high",
    ]


def test_a_rate_is_a_share():
    with pytest.raises(ValueError, match="between 0 and 1"):
        limits(5.2, 100, NARROW)
