"""The province's figure beside those of its districts, as a slide's one large number."""

from data.catalogue import Indicator
from pages.content.whole import Whole
from pages.documents.deck.paper import Page
from pages.text.mark import worded
from pages.text.numbers import attach, number, unit_after
from pages.text.words import words


def headline_of(page: Page, indicator: Indicator, whole: Whole) -> tuple[str, str]:
    """The number and the words under it: the unit, which % alone leaves for the number, and its time."""
    unit, language = page.view.catalogue.unit(indicator, page.view.language), page.view.language
    if whole.value is None:
        return words("figures", language)["no_data"], page.say["whole"]
    figure = number(whole.value, indicator.decimals, language)
    below = page.say["whole"] if unit == "%" else f"{unit_after(figure, unit)}, {page.say['whole']}"
    written = worded(attach(figure, unit) if unit == "%" else figure, vars(whole), "value", language)
    return written, f"{below}, {whole.time}" if whole.time else below
