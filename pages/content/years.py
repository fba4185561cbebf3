"""Which years there are to choose from, and where a page opens."""

from functools import lru_cache

from data.queries import years
from pages.content.view import View


@lru_cache(maxsize=400)
def years_of(edition: int, indicators: tuple[str, ...]) -> list[int]:
    """Years in which any of the indicators has a figure, rising."""
    return sorted({int(y) for i in indicators for y in years(edition, i)["year"]})


def default_year(view: View, options: list[int]) -> int:
    """The year of the review where it has figures, else the latest that has."""
    wanted = view.about.get("review_year")
    return wanted if wanted in options else options[-1]
