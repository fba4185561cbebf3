"""What is computed from figures is worth no more than the weakest of them."""

import pytest

from data.status import Status, illustrative, worst


@pytest.mark.parametrize(
    "statuses, expected",
    [
        (["published", "reported"], Status.REPORTED),
        (["published", "illustrative", "reported"], Status.ILLUSTRATIVE),
        (["published", "published"], Status.PUBLISHED),
        (["published", "", None, float("nan")], Status.PUBLISHED),
        ([], None),
        (["", None], None),
    ],
)
def test_the_weakest_counts_and_no_figure_does_not(statuses, expected):
    assert worst(statuses) is expected


def test_one_illustrative_figure_makes_the_whole_illustrative():
    assert illustrative(["published", "illustrative"])
    assert not illustrative(["published", "reported"]) and not illustrative([])


def test_an_unknown_status_is_an_error():
    with pytest.raises(ValueError, match="made_up"):
        worst(["published", "made_up"])
