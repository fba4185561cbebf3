"""Colours of cells by how they are judged: blue is better, orange worse; grey blue where nothing is."""

from pages.figures import theme
from pages.figures.theme import diverging, text_on

JUDGED = ("much_worse", "worse", "similar", "better", "much_better")
PLANS = ("plan_behind", "plan_near", "plan_reached")
UNJUDGED = ("much_lower", "lower", "near", "higher", "much_higher")
FILLS: dict[str, str] = dict(
    zip(
        JUDGED + UNJUDGED + PLANS,
        diverging(2, 2, middle=True) + theme.UNJUDGED + theme.PLANS,
        strict=True,
    )
)


def fill_and_ink(tone: str) -> tuple[str, str]:
    """Paper and letters of a cell; KeyError for a tone that `statistics.middle.standing` does not know."""
    return FILLS[tone], text_on(FILLS[tone])
