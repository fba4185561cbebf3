"""Which districts a district is like, by what, and who could not be compared."""

from dataclasses import dataclass
from functools import lru_cache

from data.similarity import measured, measures
from pages.content.view import View
from pages.statistics.similar import distances

LIKES = 3  # similar districts named


@dataclass(frozen=True)
class Likes:
    """Similar districts, nearest first; by what and of which years; who could not be compared."""

    codes: tuple[str, ...]
    by: str
    missing: tuple[str, ...]


@lru_cache(maxsize=400)
def likes(view: View, code: str, year: int) -> Likes:
    """The nearest districts on the declared measures; none where the district has a gap there."""
    frame, used = measured(view.edition, year)
    by = ", ".join(m.name(view.language) for n, m in enumerate(measures()) if n in frame.columns)
    if used:
        by += f" ({used[0]}–{used[1]})" if used[0] < used[1] else f" ({used[0]})"
    whole = frame.dropna().index
    missing = tuple(c for c in view.areas.districts if c not in whole)
    if frame.empty or code in missing:
        return Likes((), by, missing)
    return Likes(tuple(distances(frame, code).index[:LIKES]), by, missing)
