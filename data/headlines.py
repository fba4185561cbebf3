"""The headline indicators: which figures open the overview, the review's paragraph and a field's page."""

from functools import cache

from data import HERE
from data.toml_files import Strict, read_as

FILE = "headlines.toml"


class Overview(Strict):
    """Indicators of the front page: cards in order, the map, the trends beside it."""

    cards: tuple[str, ...]
    map: str
    trends: tuple[str, ...]


class Review(Strict):
    """Indicators of the paragraph that reviews a year, by what is said of them.

    done: work against its plan, each in words of its own (`review_<id>`). raised: the rate that it raised.
    against_last_year: the rate that is told with the year before.
    """

    done: tuple[str, ...]
    raised: str
    against_last_year: str


class Headlines(Strict):
    """All of `headlines.toml`.

    leading: domain → the indicator that its page opens with. offered: domain → those that are one click away
    there.
    """

    overview: Overview
    review: Review
    leading: dict[str, str]
    offered: dict[str, tuple[str, ...]]


@cache
def headlines() -> Headlines:
    """The declared headlines.

    Raises:
        FaultsFound: an unknown or missing key; whoever edits the file mends it.
    """
    return read_as(Headlines, (HERE / FILE).read_text(encoding="utf-8"), FILE)
