"""A slide as plain data that a light page draws: live, in the hand-out, on public screens.

Every slide renders the state that the dashboard's pages show, in the look of a hall.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from pages.content.about import foot
from pages.content.agenda import Slide
from pages.content.area_map import AreaMap
from pages.content.bands import Bands
from pages.content.cards import Cards
from pages.content.heat import Heat
from pages.content.question import Question
from pages.content.slide_state import (
    Cover,
    Nothing,
    Points,
    Review,
    SlideState,
    slide_state,
)
from pages.content.table import Table
from pages.content.trend import Trend
from pages.content.view import View
from pages.figures.caption import look_of
from pages.figures.draw import figure
from pages.web.bands import bands_html
from pages.web.cards import cards_html
from pages.web.html import render
from pages.web.legend import legend_html
from pages.web.tables import table_json

KIND_OF = {
    "ban_do": "map",
    "dien_bien": "trend",
    "ke_hoach": "plan",
    "xep_hang": "ranking",
}  # views of a free question


@dataclass(frozen=True)
class Content:
    """One slide's content; empty parts are left out by the page.

    figure: Plotly JSON. legend, body: HTML of templates, safe. table: as `web.tables.table_json`.
    finding, foot, mark: what is told, its sources, the badge of illustrative figures.
    """

    title: str
    subtitle: str = ""
    figure: str = ""
    legend: str = ""
    body: str = ""
    table: dict | None = None
    finding: str = ""
    foot: str = ""
    mark: str = ""


@lru_cache(maxsize=600)
def content(view: View, slide: Slide, year: int | None) -> Content:
    """A slide of the agenda."""
    return rendered(view, slide_state(view, slide, year))


@lru_cache(maxsize=600)
def answer(view: View, question: Question) -> Content:
    """A free question: any indicator and year."""
    indicator = view.catalogue.indicators[question.indicator]
    slide = Slide(
        kind=KIND_OF[question.view],
        title=indicator.name,
        indicators=(question.indicator,),
        year=question.year,
    )
    state = slide_state(view, slide, question.year)
    title = state.about.headline or state.about.title or f"{indicator.name(view.language)}, {question.year}"
    return rendered(view, replace(state, title=title))


def rendered(view: View, state: SlideState) -> Content:
    """A slide's state as the page draws it."""
    about = state.about
    shown = Content(
        state.title,
        about.subtitle,
        finding=about.finding,
        foot=foot(view, about),
        mark=view.say("screens")["mark"] if about.illustrative else "",
    )
    return replace(shown, **_picture(view, state))


def _picture(view: View, state: SlideState) -> dict[str, Any]:
    """The parts of the content that show the slide's picture."""
    match state.picture:
        case Cover(agency, province):
            return {"body": render("cover.html", agency=agency, province=province)}
        case Points(texts):
            return {"body": render("points.html", points=texts), "finding": " ".join(texts)}
        case Nothing():
            return {"body": render("paragraph.html", kind="review", text=state.about.finding)}
        case Review(cards):
            return {"body": render("paragraph.html", kind="review", text=cards.review)}
        case Cards() as cards:
            return {"body": cards_html(cards, look_of(view))}
        case Bands() as bands:
            return {"body": bands_html(bands)}
        case Heat() as heat:
            return {"table": table_json(heat.table)}
        case Table() as table:
            return {"table": table_json(table)}
        case AreaMap() as area_map:
            legend = legend_html(area_map, look_of(view))
            return {"figure": figure(view, area_map).to_json(), "legend": legend}
        case Trend() as trend:
            return {"figure": figure(view, trend, look_of(view).height).to_json()}
        case drawn:
            return {"figure": figure(view, drawn).to_json()}
