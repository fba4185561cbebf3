"""The province's figure beside those of its districts, as a slide's one large number."""

from data.catalogue import Indicator
from pages.content.whole import Whole
from pages.documents.deck.paper import Page
from pages.text.numbers import as_published, attach, unit_after
from pages.text.words import words


def headline_of(page: Page, indicator: Indicator, whole: Whole) -> tuple[str, str]:
    """The number and the words under it: the unit, which % alone leaves for the number, and its time."""
    unit, language = page.view.catalogue.unit(indicator, page.view.language), page.view.language
    if whole.value is None:
        return words("figures", language)["no_data"], page.say["whole"]
    number = as_published(whole.value, indicator.decimals, language)
    below = page.say["whole"] if unit == "%" else f"{unit_after(number, unit)}, {page.say['whole']}"
    written = attach(number, unit) if unit == "%" else number
    return written, f"{below}, {whole.time}" if whole.time else below
