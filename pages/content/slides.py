"""What a slide shows: the project's own figures for the hall, as plain data that a light page draws.

Every figure comes from the functions that the dashboard's pages use, in the look of a hall.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from html import escape

from data.absence import absent
from data.catalogue import Words
from data.headlines import headlines
from pages.content import emulation
from pages.content.about import About, foot
from pages.content.agenda import Slide
from pages.content.cards import cards_state
from pages.content.charts import plan_bullets
from pages.content.compared import comparable, compared, district_years, of_districts
from pages.content.heat import heat_state
from pages.content.maps import level_map
from pages.content.question import Question
from pages.content.ranking import ranking_state
from pages.content.trend import trend_state
from pages.content.view import View
from pages.content.year_to_date import year_to_date_state
from pages.content.years import default_year
from pages.figures.caption import look_of
from pages.figures.draw import figure
from pages.text import plans, sentences
from pages.text.numbers import signed
from pages.web.cards import cards_html, review_html
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

    figure: Plotly JSON. legend, body: HTML made here, safe. table: as `web.tables.table_json`. said: finding, sources.
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


def year_of(view: View, slide: Slide, year: int | None) -> int:
    """The slide's year, else the conference's, else the year of the review."""
    return slide.year or year or default_year(view, [view.about.get("review_year") or view.today.year - 1])


def written(view: View, text: Words, year: int) -> str:
    """A text of the agenda with {year}, {next_year} and {province} filled in."""
    filled = {"{year}": str(year), "{next_year}": str(year + 1), "{province}": view.province_name}
    told = text(view.language)
    for placeholder, value in filled.items():
        told = told.replace(placeholder, value)
    return told


@lru_cache(maxsize=600)
def content(view: View, slide: Slide, year: int | None) -> Content:
    """A slide of the agenda."""
    now = year_of(view, slide, year)
    made = _MAKERS[slide.kind](view, slide, now)
    return replace(made, title=written(view, slide.title, now))


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
    made = _MAKERS[slide.kind](view, slide, question.year)
    return replace(made, title=made.title or f"{indicator.name(view.language)}, {question.year}")


@lru_cache(maxsize=600)
def strip(view: View, slide: Slide, year: int | None) -> dict[str, dict[str, str]]:
    """Each district's own line for a slide's first indicator: name, value, rank, change, plan; {} where the slide has none."""
    say = view.say("hoi_nghi")
    key = next((i for i in slide.indicators if i in comparable(view)), None)
    now = year_of(view, slide, year)
    if key is None:
        return {}
    indicator, frame = view.catalogue.indicators[key], of_districts(compared(view, (key,), now), key)
    ranked = int(frame["rank"].notna().sum())
    told = {}
    for row in frame.to_dict("records"):
        mark = " ◇" if row["status"] == "illustrative" else ""
        known = not absent(row["value"])
        value = (
            sentences.amount(row["value"], indicator, view.catalogue, view.language) + mark
            if known
            else view.say("figures")[row["state"]]
        )
        moved = row["points"] if indicator.is_rate else row["percent"]
        unit = say["points"] if indicator.is_rate else "%"
        told[row["area"]] = {
            "name": indicator.label(view.language),
            "value": value,
            "rank": say("rank", rank=int(row["rank"]), of=ranked) if not absent(row["rank"]) else "",
            "change": say(
                "change",
                value=signed(moved, indicator.decimals if indicator.is_rate else 1, view.language),
                unit=unit,
            )
            if not absent(moved)
            else "",
            "plan": plans.plan_result(row, indicator, view.catalogue, view.language),
        }
    return told


def limits_of(view: View) -> dict[str, tuple[int, ...]]:
    """Indicators that a free question can show, with their years."""
    return {i: district_years(view.edition, i) for i in comparable(view)}


def _title(view: View, slide: Slide, year: int) -> Content:
    return Content(
        "",
        body=f"<p class='agency'>{escape(view.agency)}</p><p class='province'>{escape(view.province_name)}</p>",
    )


def _review(view: View, slide: Slide, year: int) -> Content:
    state = cards_state(view, headlines().overview.cards, year)
    return Content("", body=review_html(state, "review"), finding=state.review, foot=foot(view, state.about))


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
    """Plan and actual by district, the n-th of so many pictures; its subtitle says which, where there are several."""
    made = plan_bullets(view, slide.indicators[0], year, (), part)
    if not made:
        return _nothing(view, slide, year)
    told = _drawn(view, made[0], made[1])
    return replace(told, subtitle=f"{told.subtitle} · {part[0]}/{part[1]}") if part[1] > 1 else told


def _progress(view: View, slide: Slide, year: int) -> Content:
    state = year_to_date_state(view, slide.indicators[0], view.areas.province, year)
    return _drawn(view, figure(view, state), state.about) if state else _nothing(view, slide, year)


def _ranking(view: View, slide: Slide, year: int) -> Content:
    state = ranking_state(view, slide.indicators[0], year, (), (), False)
    return _drawn(view, figure(view, state), state.about)


def _table(view: View, slide: Slide, year: int) -> Content:
    heat = heat_state(view, slide.indicators, year, (), ())
    said = heat.about
    return Content(
        "",
        said.subtitle,
        table=table_json(heat.table),
        finding=said.finding,
        foot=foot(view, said),
        mark=_mark(view, said),
    )


def _emulation(view: View, slide: Slide, year: int) -> Content:
    data = emulation.scored(view, slide.indicators, year, ())
    if data.values.empty:
        return _nothing(view, slide, year)
    weights = dict.fromkeys(data.values.columns, 1.0)
    result = emulation.table_of(view, data, weights, "z")
    said = emulation.about_table(view, slide.indicators, year, data, result, weights, "z")
    return Content(
        "",
        said.subtitle,
        table=table_json(emulation.columns_of(view, result, data, [])),
        finding=said.finding,
        foot=foot(view, said),
        mark=_mark(view, said),
    )


def _text(view: View, slide: Slide, year: int) -> Content:
    points = [written(view, point, year) for point in slide.points]
    return Content(
        "",
        body="<ul>" + "".join(f"<li>{escape(point)}</li>" for point in points) + "</ul>",
        finding=" ".join(points),
    )


def _drawn(view: View, figure, said: About, legend: str = "") -> Content:
    return Content(
        said.title,
        said.subtitle,
        figure=figure.to_json(),
        legend=legend,
        finding=said.finding,
        foot=foot(view, said),
        mark=_mark(view, said),
    )


def _nothing(view: View, slide: Slide, year: int) -> Content:
    name = view.catalogue.indicators[slide.indicators[0]].name(view.language)
    told = view.say("so_sanh")("no_value", name=name, year=year)
    return Content("", body=f"<p class='review'>{escape(told)}</p>", finding=told)


def _mark(view: View, said: About) -> str:
    return view.say("screens")["mark"] if said.illustrative else ""


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
