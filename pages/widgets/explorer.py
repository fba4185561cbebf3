"""One indicator on the map, as a list of districts and over the years: the part that the fields share."""

from collections.abc import Callable

import streamlit as st

from data.queries import years
from pages.content.about import About
from pages.content.explored import Asked, Explored, explored, explored_shape, modes_of
from pages.content.maps import layouts
from pages.content.trend import trend_state
from pages.content.view import View
from pages.web import pieces
from pages.web.year_parts import explored_address
from pages.widgets import address, calendar, choices
from pages.widgets.field_parts import finding, pane, quiet_foot
from pages.widgets.here import screen_now
from pages.widgets.picture import empty
from pages.widgets.stepper import Ahead
from pages.widgets.table import table


def explore(
    view: View, options: tuple[str, ...], default: str, modes: tuple[str, ...], *, offered: tuple[str, ...]
) -> None:
    """A whole page: indicator and districts above, the year's map and list, the trend below.

    Args:
        modes: of `content.explored.MODES`.
        offered: indicators with a button of their own.
    """
    with st.container(key="field"):
        with st.container(key="controls", horizontal=True, vertical_alignment="center"):
            chosen = address.peek("chi_tieu", options, default)
            for key in offered:
                _button(view, key, chosen)
            indicator = choices.indicator(view, options, default)
            selected = choices.districts(view)
        _in_a_year(view, indicator, selected, modes)
        trend(view, indicator, selected)


def trend(view: View, indicator: str, selected: tuple[str, ...]) -> None:
    """The years of an indicator under its map."""
    if state := trend_state(view, indicator, (view.areas.province, *selected)):
        with st.container(key="pane_below"):
            pane(view, f"dien_bien_{indicator}", state, "", "")


def manner(view: View, indicator_id: str, modes: tuple[str, ...]) -> tuple[str, str]:
    """Two rows of buttons: what of the indicator is drawn (one of `modes`), and the layout of the map."""
    say, indicator = view.say("screens"), view.catalogue.indicators[indicator_id]
    return _mode(say, modes_of(indicator, modes)), choices.layout(view, layouts())


def districts(
    view: View,
    asked: Asked,
    year: int,
    shown: Explored,
    on_pick: Callable[[str], None],
    *,
    beside: bool = True,
) -> list[About]:
    """The map of a year and, beside or under it, the list of its districts; the calendar of years where
    hardly any has a figure.

    Args:
        on_pick: called with the code of a district that was clicked.

    Returns:
        What the map or the calendar says about itself.
    """
    if shown.map is None:
        with st.container(key="pane_calendar"):
            return calendar.show(view, asked.indicator, year, fills=True)
    where, what = st.columns([6, 5]) if beside else (st.container(), st.container())
    with where.container(key="pane_map"):
        pane(view, asked.map_key, shown.map, "", "", on_pick=on_pick)
    with what.container(key="pane_list"):
        st.html(pieces.heading(view.say("screens")["district_table"]))
        table(shown.table, key=asked.table_key, on_pick=on_pick)
    return [shown.map.about]


def _button(view: View, key: str, chosen: str) -> None:
    st.button(
        view.catalogue.indicators[key].label(view.language),
        key=f"chi_tieu_{key}",
        type="primary" if key == chosen else "secondary",
        on_click=address.put,
        args=("chi_tieu", key),
    )


def _in_a_year(view: View, indicator: str, selected: tuple[str, ...], modes: tuple[str, ...]) -> None:
    year = choices.year_asked(view, (indicator,))
    if year is None:
        name = view.catalogue.indicators[indicator].name(view.language)
        empty(name, view.say("screens")("no_years", name=name))
        return
    with st.container(key="manner", horizontal=True, vertical_alignment="center"):
        steps = st.container(width="content")
        asked = Asked(indicator, *manner(view, indicator, modes), selected)
        ahead = Ahead(
            explored_address(view, screen_now(), asked),
            lambda y: explored_shape(view, asked, y),
            _stops(view, indicator),
        )
        with steps:
            choices.step_ahead(view, (indicator,), ahead)
    shown = explored(view, asked, year)
    finding(shown.about.finding)
    quiet_foot(view, [shown.about, *districts(view, asked, year, shown, choices.pick_area)])


def _mode(say, modes: list[str]) -> str:
    if len(modes) == 1:
        return modes[0]
    return address.segmented(
        "kieu", modes, modes[0], label=say["mode"], format_func={m: say[f"mode_{m}"] for m in modes}.get
    )


def _stops(view: View, indicator: str) -> list[int]:
    """Years at which playing ends: the last of each standard, which the next is not compared with."""
    known = years(view.edition, indicator)
    return [int(y) for y in known.groupby("standard", dropna=False)["year"].max()]
