"""What the visitor compares: indicators, year, districts; all of it in the address."""

from collections import Counter
from dataclasses import dataclass

import streamlit as st

from pages.content.compared import comparable, district_years
from pages.content.view import View
from pages.content.years import fullest_year
from pages.widgets import address, choices

MOST = 12  # indicators side by side
SHOWN_FIRST, OF_A_DOMAIN = 8, 2


@dataclass(frozen=True)
class Choice:
    """What is compared. only: the districts to draw, empty for all; selected: those to highlight."""

    indicators: tuple[str, ...]
    year: int
    selected: tuple[str, ...]
    only: tuple[str, ...]


def default_indicators(view: View) -> list[str]:
    """Headlines with district figures in the review's year, a few of each field; else any that compare."""
    known = comparable(view)
    year = fullest_year(view, sorted({y for i in known for y in district_years(view.edition, i)}))
    now = [i for i in known if year in district_years(view.edition, i)]
    headlines = [i for i in now if view.catalogue.indicators[i].headline]
    of_domain = Counter()
    first = [
        i
        for i in sorted(headlines, key=lambda i: not view.catalogue.indicators[i].is_rate)
        if _next(of_domain, view.catalogue.indicators[i].domain) <= OF_A_DOMAIN
    ]
    return sorted(first, key=now.index)[:SHOWN_FIRST] or now[:SHOWN_FIRST]


def _next(counted: Counter, key: str) -> int:
    counted[key] += 1
    return counted[key]


def choose(view: View, *, one_year: bool = True) -> Choice | None:
    """The row of choices; None (and a message) where nothing can be compared or nothing is chosen.

    Args:
        one_year: False for views over all years, which have no use for one year.
    """
    say = view.say("so_sanh")
    options = comparable(view)
    if not options:
        st.info(say["no_districts"])
        return None
    with st.container(key="compare_choices"):  # their labels are heard, not seen
        what, who, when = st.columns([6, 4, 3], vertical_alignment="center")
    with what:
        indicators = address.many(
            "chi_tieu",
            options,
            default=default_indicators(view),
            most=MOST,
            label=say["indicators"],
            format_func=lambda i: view.catalogue.indicators[i].label(view.language),
            placeholder=say["indicators_placeholder"],
        )
    with who:
        selected = choices.districts(view)
        only = address.flag("chi", label=say["only"]) if len(selected) > 1 else False
    if not indicators:
        st.info(say["none_chosen"])
        return None
    with when:
        known = sorted({y for i in indicators for y in district_years(view.edition, i)})
        first = fullest_year(view, known)
        year = (
            choices.year_among(view, known, first, tuple(indicators))
            if one_year and len(known) > 1
            else address.chosen("nam", known, first)
        )
    return Choice(tuple(indicators), year, selected, selected if only else ())


def single(view: View, choice: Choice, options: list[str] | None = None) -> str:
    """The indicator that a view of a single one shows, among those chosen."""
    say = view.say("so_sanh")
    options = options or list(choice.indicators)
    if len(options) == 1:
        return address.chosen("mot", options, options[0])
    chosen = address.select(
        "mot",
        options,
        options[0],
        label=say["one"],
        label_visibility="collapsed",
        format_func=lambda i: view.catalogue.indicators[i].name(view.language),
    )
    return str(chosen)
