"""A slide as plain data that a light page draws: live, in the hand-out, on public screens.

Every slide renders the state that the dashboard's pages show, in the look of a hall.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

import plotly.graph_objects as go

from data.headlines import headlines
from pages.content import emulation
from pages.content.about import About, foot
from pages.content.agenda import Slide
from pages.content.bands import bands_state
from pages.content.cards import cards_state
from pages.content.heat import heat_state
from pages.content.maps import level_map
from pages.content.plan import plan_part
from pages.content.question import Question
from pages.content.ranking import ranking_state
from pages.content.slides import written, year_of
from pages.content.trend import trend_state
from pages.content.view import View
from pages.content.year_to_date import year_to_date_state
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
    now = year_of(view, slide, year)
    shown = _MAKERS[slide.kind](view, slide, now)
    return replace(shown, title=written(view, slide.title, now))


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
    shown = _MAKERS[slide.kind](view, slide, question.year)
    return replace(shown, title=shown.title or f"{indicator.name(view.language)}, {question.year}")


def _title(view: View, slide: Slide, year: int) -> Content:
    return Content("", body=render("cover.html", agency=view.agency, province=view.province.full))


def _review(view: View, slide: Slide, year: int) -> Content:
    state = cards_state(view, headlines().overview.cards, year)
    return Content(
        "",
        body=render("paragraph.html", kind="review", text=state.review),
        mark=state.review_mark.badge,
        foot=foot(view, state.about),
        finding=state.review,
    )


def _cards(view: View, slide: Slide, year: int) -> Content:
    state = cards_state(view, slide.indicators, year)
    return Content(
        "",
        body=cards_html(state, look_of(view)),
        mark=_mark(view, state.about),
        foot=foot(view, state.about),
        finding=state.about.finding,
    )


def _map(view: View, slide: Slide, year: int) -> Content:
    state = level_map(view, slide.indicators[0], year)
    return _drawn(view, figure(view, state), state.about, legend_html(state, look_of(view)))


def _trend(view: View, slide: Slide, year: int) -> Content:
    state = trend_state(view, slide.indicators[0], (view.areas.province,))
    if state is None:
        return _nothing(view, slide, year)
    return _drawn(view, figure(view, state, look_of(view).height), state.about)


def plan_slide(view: View, slide: Slide, year: int, part: tuple[int, int] = (1, 1)) -> Content:
    """Plan and actual by district; part: (n, of), the n-th of so many pictures, as its subtitle says."""
    state = plan_part(view, slide.indicators[0], year, *part)
    if state is None:
        return _nothing(view, slide, year)
    slide_content = _drawn(view, figure(view, state), state.about)
    if part[1] == 1:
        return slide_content
    return replace(slide_content, subtitle=f"{slide_content.subtitle} · {part[0]}/{part[1]}")


def _progress(view: View, slide: Slide, year: int) -> Content:
    state = year_to_date_state(view, slide.indicators[0], view.areas.province, year)
    return _drawn(view, figure(view, state), state.about) if state else _nothing(view, slide, year)


def _ranking(view: View, slide: Slide, year: int) -> Content:
    state = ranking_state(view, slide.indicators[0], year, (), (), False)
    return _drawn(view, figure(view, state), state.about)


def _table(view: View, slide: Slide, year: int) -> Content:
    heat = heat_state(view, slide.indicators, year, (), ())
    heading = heat.about
    return Content(
        "",
        heading.subtitle,
        table=table_json(heat.table),
        finding=heading.finding,
        foot=foot(view, heading),
        mark=_mark(view, heading),
    )


def _emulation(view: View, slide: Slide, year: int) -> Content:
    data = emulation.scored(view, slide.indicators, year, ())
    if data.values.empty:
        return _nothing(view, slide, year)
    weights = dict.fromkeys(data.values.columns, 1.0)
    result = emulation.table_of(view, data, weights, "z")
    heading = emulation.about_table(view, slide.indicators, year, data, result, weights, "z")
    return Content(
        "",
        heading.subtitle,
        table=table_json(emulation.columns_of(view, result, data, [])),
        finding=heading.finding,
        foot=foot(view, heading),
        mark=_mark(view, heading),
    )


def _text(view: View, slide: Slide, year: int) -> Content:
    points = [written(view, point, year) for point in slide.points]
    return Content(
        "",
        body=render("points.html", points=points),
        finding=" ".join(points),
    )


def _drawn(view: View, drawn: go.Figure, heading: About, legend: str = "") -> Content:
    return Content(
        heading.title,
        heading.subtitle,
        figure=drawn.to_json(),
        legend=legend,
        finding=heading.finding,
        foot=foot(view, heading),
        mark=_mark(view, heading),
    )


def _nothing(view: View, slide: Slide, year: int) -> Content:
    name = view.catalogue.indicators[slide.indicators[0]].name(view.language)
    text = view.say("so_sanh")("no_value", name=name, year=year)
    return Content("", body=render("paragraph.html", kind="review", text=text), finding=text)


def bands_content(view: View, indicator_id: str, year: int) -> Content:
    """Districts in three groups, for public screens."""
    state = bands_state(view, indicator_id, year)
    return Content(
        state.about.title,
        state.about.subtitle,
        body=bands_html(state),
        finding=state.about.finding,
        foot=foot(view, state.about),
        mark=_mark(view, state.about),
    )


def _mark(view: View, heading: About) -> str:
    return view.say("screens")["mark"] if heading.illustrative else ""


_MAKERS = {
    "title": _title,
    "review": _review,
    "cards": _cards,
    "map": _map,
    "trend": _trend,
    "plan": plan_slide,
    "progress": _progress,
    "ranking": _ranking,
    "table": _table,
    "emulation": _emulation,
    "text": _text,
}
