"""Cards and the paragraph of the review as HTML, for pages, slides and screens."""

from markupsafe import Markup

from pages.content.cards import Cards
from pages.figures.theme import Look
from pages.web.html import render
from pages.web.spark import spark_html


def cards_html(state: Cards, look: Look) -> Markup:
    """One card a figure, with its trend the size of a word."""
    sparks = [
        "" if card.series is None else spark_html(card.series, look=look, label=card.trend)
        for card in state.cards
    ]
    return render("cards.html", cards=list(zip(state.cards, sparks, strict=True)))


def review_html(state: Cards) -> Markup:
    """The year's paragraph with its mark behind it, for a page; slides wear theirs at the title."""
    return render("review.html", text=state.review, mark=state.review_mark)
