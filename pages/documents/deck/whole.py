"""The province's figure beside those of its districts."""

from dataclasses import replace

import pandas as pd

from data.absence import absent
from data.catalogue import Indicator
from data.queries import province_value
from pages.content.about import About
from pages.content.view import View
from pages.documents.deck.paper import Page
from pages.text.numbers import as_published, attach
from pages.text.words import words


def whole_value(view: View, indicator: str, year: int) -> pd.Series:
    """The province's figure of a year, with the columns of `queries.district_values`; value NaN where there is none."""
    return province_value(view.edition, indicator, year, today=view.today)


def headline_of(page: Page, indicator: Indicator, whole: pd.Series) -> tuple[str, str]:
    """The province's figure as a slide's one number, and the words under it: the unit, which % alone leaves for the number."""
    unit, language = page.view.catalogue.unit(indicator, page.view.language), page.view.language
    if absent(whole["value"]):
        return words("figures", language)["no_data"], page.say["whole"]
    number = as_published(whole["value"], indicator.decimals, language)
    return (
        (attach(number, unit, language), page.say["whole"])
        if unit == "%"
        else (number, f"{unit}, {page.say['whole']}")
    )


def with_whole(said: About, whole: pd.Series) -> About:
    """What a picture of districts says about itself, the province's figure included: its source, its mark."""
    if absent(whole["value"]):
        return said
    titles = (
        said.sources
        if whole["source_title"] in (None, "", *said.sources)
        else (*said.sources, whole["source_title"])
    )
    return replace(said, sources=titles, illustrative=said.illustrative or whole["status"] == "illustrative")
