"""A free question of a conference: any indicator and year, seen as map, trend, plan or ranking."""

from dataclasses import dataclass

VIEWS = ("ban_do", "dien_bien", "ke_hoach", "xep_hang")  # how a free question is shown


@dataclass(frozen=True)
class Question:
    """A free question: any indicator and year, shown as one of `VIEWS`."""

    indicator: str
    year: int
    view: str = VIEWS[0]
