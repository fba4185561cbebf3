"""What a slide shows: decided here once for the conference, the hand-out, the screens and the deck.

The kinds of slides are those of the agenda, and `bands` of the public screens.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from data.headlines import headlines
from pages.content import emulation
from pages.content.about import About, known_statuses
from pages.content.agenda import Slide
from pages.content.area_map import AreaMap
from pages.content.bands import Bands, bands_state
from pages.content.cards import Cards, cards_state
from pages.content.compared import compared
from pages.content.heat import Heat, heat_state
from pages.content.maps import level_map
from pages.content.plan_dots import PlanDots, plan_part
from pages.content.ranking import Ranking, ranking_state
from pages.content.slides import written, year_of
from pages.content.table import Table
from pages.content.trend import Trend, trend_state
from pages.content.view import View
from pages.content.year_to_date import YearToDate, year_to_date_state
from pages.text.review import statuses_of


@dataclass(frozen=True)
class Cover:
    """The agency and the province under the conference's name."""

    agency: str
    province: str


@dataclass(frozen=True)
class Points:
    """An agenda's own texts."""

    texts: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Review:
    """The paragraph that reviews a year by its cards."""

    cards: Cards


@dataclass(frozen=True)
class Nothing:
    """The edition has no figures for it; the finding says so."""


Picture = (
    Cover
    | Points
    | Review
    | Nothing
    | Cards
    | AreaMap
    | Trend
    | PlanDots
    | YearToDate
    | Ranking
    | Heat
    | Table
    | Bands
)


@dataclass(frozen=True, eq=False)
class SlideState:
    """One slide of a conference or scene of a screen.

    title: the picture's finding with name, unit and period as its subtitle in `about`; the agenda's where the
    picture has none. notes: lines for the presenter beside the finding.
    """

    title: str
    year: int
    indicators: tuple[str, ...]
    about: About
    picture: Picture
    notes: tuple[str, ...] = ()


def slide_state(view: View, slide: Slide, year: int | None, part: tuple[int, int] = (1, 1)) -> SlideState:
    """A slide of the agenda.

    Args:
        year: the conference's. part: (n, of), the n-th of so many pictures of a plan.
    """
    now = year_of(view, slide, year)
    if slide.kind == "plan":
        about, picture = _plan(view, slide, now, part)
    else:
        about, picture = _PICTURES[slide.kind](view, slide, now)
    title = about.headline or written(view, slide.title, now)
    about = replace(about, subtitle=about.heading[1])
    return SlideState(title, now, slide.indicators, about, picture, _notes(view, slide))


def bands_slide(view: View, slide: Slide, year: int | None) -> SlideState:
    """Districts in three groups, for public screens."""
    now = year_of(view, slide, year)
    state = bands_state(view, slide.indicators[0], now)
    return SlideState(written(view, slide.title, now), now, slide.indicators, state.about, state)


def _notes(view: View, slide: Slide) -> tuple[str, ...]:
    """The agenda's notes, and who speaks how long."""
    say, minutes = view.say("bo_slide"), f"{slide.minutes:g}"
    if view.language != "en":
        minutes = minutes.replace(".", ",")
    if slide.speaker:
        return slide.notes, say("notes_speaker", speaker=slide.speaker, minutes=minutes)
    return slide.notes, say("notes_minutes", minutes=minutes)


def _title(view: View, slide: Slide, year: int) -> tuple[About, Picture]:
    return _said(""), Cover(view.agency, view.province.full)


def _review(view: View, slide: Slide, year: int) -> tuple[About, Picture]:
    cards = cards_state(view, headlines().overview.cards, year)
    statuses = known_statuses(statuses_of(cards.rows))
    return replace(cards.about, finding=cards.review, statuses=statuses), Review(cards)


def _cards(view: View, slide: Slide, year: int) -> tuple[About, Cards]:
    state = cards_state(view, slide.indicators, year)
    return state.about, state


def _map(view: View, slide: Slide, year: int) -> tuple[About, Picture]:
    state = level_map(view, slide.indicators[0], year)
    return state.about, state


def _trend(view: View, slide: Slide, year: int) -> tuple[About, Picture]:
    state = trend_state(view, slide.indicators[0], (view.areas.province,))
    return (state.about, state) if state else _nothing(no_years(view, slide.indicators[0]))


def _plan(view: View, slide: Slide, year: int, part: tuple[int, int]) -> tuple[About, Picture]:
    state = plan_part(view, slide.indicators[0], year, *part)
    if state is None:
        return _nothing(view.say("screens")("no_plan", year=year))
    if part[1] == 1:
        return state.about, state
    subtitle = state.about.heading[1]
    nth = f"{subtitle} · {part[0]}/{part[1]}"
    return replace(state.about, subtitle=nth, under=nth), state


def _progress(view: View, slide: Slide, year: int) -> tuple[About, Picture]:
    state = year_to_date_state(view, slide.indicators[0], view.areas.province, year)
    if state is None:
        return _nothing(view.say("screens")("no_months", area=view.province.full, year=year))
    return state.about, state


def _ranking(view: View, slide: Slide, year: int) -> tuple[About, Picture]:
    state = ranking_state(view, slide.indicators[0], year, (), (), False)
    return state.about, state


def _table(view: View, slide: Slide, year: int) -> tuple[About, Picture]:
    """Districts × indicators; the province's own cards where no district has a figure."""
    frame = compared(view, slide.indicators, year)
    if frame.loc[frame["level"] == "district", "state"].isin(("value", "protected")).any():
        state = heat_state(view, slide.indicators, year, (), ())
        return state.about, state
    about, cards = _cards(view, slide, year)
    return (about, cards) if any(not card.missing for card in cards.cards) else _nothing(about.finding)


def _emulation(view: View, slide: Slide, year: int) -> tuple[About, Picture]:
    """Composite, rank and how far it depends on the weights; equal weights."""
    data = emulation.scored(view, slide.indicators, year, ())
    if data.values.empty:
        name = view.catalogue.indicators[slide.indicators[0]].name(view.language)
        return _nothing(view.say("so_sanh")("no_value", name=name, year=year))
    weights = dict.fromkeys(data.values.columns, 1.0)
    result = emulation.table_of(view, data, weights, "z")
    about = emulation.about_table(view, slide.indicators, year, data, result, weights, "z")
    return about, emulation.columns_of(view, result, data, [], year)


def _text(view: View, slide: Slide, year: int) -> tuple[About, Picture]:
    texts = tuple(written(view, point, year) for point in slide.points)
    return _said("\n".join(texts)), Points(texts)


def no_years(view: View, indicator: str) -> str:
    """What stands where an indicator has no figure of any year."""
    return view.say("screens")("no_years", name=view.catalogue.indicators[indicator].name(view.language))


def _nothing(text: str) -> tuple[About, Picture]:
    return _said(text), Nothing()


def _said(text: str) -> About:
    """A slide that rests on no figure."""
    return About("", "", text, ())


_PICTURES: dict[str, Callable[[View, Slide, int], tuple[About, Picture]]] = {
    "title": _title,
    "review": _review,
    "cards": _cards,
    "map": _map,
    "trend": _trend,
    "progress": _progress,
    "ranking": _ranking,
    "table": _table,
    "emulation": _emulation,
    "text": _text,
}
