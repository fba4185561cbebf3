"""Fields without a monthly plan: cards, then any of their indicators on map, in table and over the years."""

import streamlit as st

from pages.content.view import View
from pages.content.years import years_of
from pages.web import pieces
from pages.widgets import choices
from pages.widgets.cards import cards
from pages.widgets.explorer import explore
from pages.widgets.gaps import gaps
from pages.widgets.picture import empty

MODES = ("muc", "thay_doi", "so_luong", "ke_hoach")


def show_fields(view: View, *domains: str) -> None:
    """The year, one block of cards per field, then the explorer over all their indicators with yearly
    figures.
    """
    say = view.say("screens")
    declared = view.catalogue.of_domain(*domains)
    with_figures = tuple(i.id for i in declared if years_of(view.edition, (i.id,)))
    if not with_figures:
        empty(", ".join(view.catalogue.domains[d].name(view.language) for d in domains), say["no_figures"])
        gaps(view, *domains)
        return
    year = choices.year(view, with_figures)
    for domain in domains:
        headlines = [i.id for i in view.catalogue.of_domain(domain) if i.headline]
        if headlines:
            if len(domains) > 1:
                st.html(pieces.heading(view.catalogue.domains[domain].name(view.language), level=2))
            cards(view, headlines, year)
    explore(view, with_figures, with_figures[0], MODES, year=year)
    gaps(view, *domains)
