"""One indicator on the map, as a list of districts and over the years: the part that the fields share."""

from collections.abc import Callable

import streamlit as st

from data.catalogue import Indicator
from data.queries import years
from pages.content.about import About
from pages.content.area_map import AreaMap
from pages.content.calendar import too_few
from pages.content.cards import cards_state
from pages.content.district_table import district_table
from pages.content.maps import change_map, layouts, level_map, plan_map
from pages.content.trend import trend_state
from pages.content.view import View
from pages.content.years import default_year, years_of
from pages.web import pieces
from pages.widgets import address, calendar, choices
from pages.widgets.field_parts import finding, pane, quiet_foot
from pages.widgets.picture import empty
from pages.widgets.table import table

STEP = 1.6  # seconds a year stays while playing


def explore(
    view: View, options: tuple[str, ...], default: str, modes: tuple[str, ...], *, offered: tuple[str, ...]
) -> None:
    """A whole page: indicator and districts above, the year's map and list in a fragment, the trend below.

    Args:
        modes: of muc (level), thay_doi (change in points), so_luong (the count behind a rate), ke_hoach (%
            of plan).
        offered: indicators with a button of their own.
    """
    with st.container(key="field"):
        with st.container(key="controls", horizontal=True, vertical_alignment="center"):
            chosen = address.peek("chi_tieu", options, default)
            for key in offered:
                _button(view, key, chosen)
            indicator = choices.indicator(view, options, default)
            selected = choices.districts(view)
        playing = st.session_state.get("playing", False)
        st.fragment(_in_any_year, run_every=STEP if playing else None)(view, indicator, selected, modes)
        trend(view, indicator, selected)


def trend(view: View, indicator: str, selected: tuple[str, ...]) -> None:
    """The years of an indicator under its map."""
    if state := trend_state(view, indicator, (view.areas.province, *selected)):
        with st.container(key="pane_below"):
            pane(view, f"dien_bien_{indicator}", state, "", "")


def manner(view: View, indicator_id: str, modes: tuple[str, ...]) -> tuple[str, str]:
    """Two rows of buttons: what of the indicator is drawn (one of `modes`), and the layout of the map."""
    say, indicator = view.say("screens"), view.catalogue.indicators[indicator_id]
    return _mode(say, _possible(modes, indicator)), choices.layout(view, layouts())


def districts(
    view: View,
    indicator_id: str,
    year: int,
    selected: tuple[str, ...],
    looked: tuple[str, str],
    on_pick: Callable[[str], None],
    *,
    beside: bool = True,
) -> list[About]:
    """The map of a year and, beside or under it, the list of its districts; the calendar of years where
    hardly any has a figure.

    Args:
        looked: a `manner`.
        on_pick: called with the code of a district that was clicked.

    Returns:
        What the map or the calendar says about itself.
    """
    say, indicator = view.say("screens"), view.catalogue.indicators[indicator_id]
    mode, layout = looked
    if too_few(view, indicator_id, year):
        with st.container(key="pane_calendar"):
            return calendar.show(view, indicator_id, year, fills=True)
    state = _state(view, indicator, mode, year, selected, layout)
    where, what = st.columns([6, 5]) if beside else (st.container(), st.container())
    with where.container(key="pane_map"):
        pane(view, f"{mode}_{indicator_id}_{layout}", state, "", "", on_pick=on_pick)
    with what.container(key="pane_list"):
        st.html(pieces.heading(say["district_table"]))
        table(district_table(view, indicator_id, year, selected), key=f"bang_{indicator_id}", on_pick=on_pick)
    return [state.about]


def _state(
    view: View, indicator: Indicator, mode: str, year: int, selected: tuple[str, ...], layout: str
) -> AreaMap:
    if mode == "thay_doi":
        return change_map(view, indicator.id, year, selected, layout)
    if mode == "ke_hoach":
        return plan_map(view, indicator.id, year, selected, layout)
    mapped = indicator.numerator if mode == "so_luong" else indicator.id
    return level_map(view, mapped, year, selected, layout)


def _button(view: View, key: str, chosen: str) -> None:
    st.button(
        view.catalogue.indicators[key].label(view.language),
        key=f"chi_tieu_{key}",
        type="primary" if key == chosen else "secondary",
        on_click=address.put,
        args=("chi_tieu", key),
    )


def _in_any_year(view: View, indicator_id: str, selected: tuple[str, ...], modes: tuple[str, ...]) -> None:
    say = view.say("screens")
    options = years_of(view.edition, (indicator_id,))
    if not options:
        name = view.catalogue.indicators[indicator_id].name(view.language)
        empty(name, say("no_years", name=name))
        return
    _advance(view, indicator_id, options)
    with st.container(key="manner", horizontal=True, vertical_alignment="center"):
        year = choices.year(view, (indicator_id,)) or options[-1]
        _play_button(say, options)
        looked = manner(view, indicator_id, modes)
    figure = cards_state(view, (indicator_id,), year).about
    finding(figure.finding)
    quiet_foot(view, [figure, *districts(view, indicator_id, year, selected, looked, _pick)])


def _possible(modes: tuple[str, ...], indicator: Indicator) -> list[str]:
    allowed = {
        "muc": True,
        "thay_doi": indicator.in_points,
        "so_luong": bool(indicator.numerator),
        "ke_hoach": indicator.plan_type == "reach" and bool(indicator.plan) and not indicator.is_rate,
    }
    return [m for m in modes if allowed[m]]


def _mode(say, modes: list[str]) -> str:
    if len(modes) == 1:
        return modes[0]
    return address.segmented(
        "kieu", modes, modes[0], label=say["mode"], format_func={m: say[f"mode_{m}"] for m in modes}.get
    )


def _pick(code: str) -> None:
    choices.pick_area(code)
    st.session_state["picked_now"] = True


def _play_button(say, options: list[int]) -> None:
    playing = st.session_state.get("playing", False)
    if len(options) > 1 and st.button(f"■ {say['pause']}" if playing else f"▶ {say['play']}", key="play"):
        st.session_state["playing"] = not playing
        st.rerun()


def _advance(view: View, indicator_id: str, options: list[int]) -> None:
    """One step of playing, within one standard: at a break or the last year it stops."""
    if st.session_state.pop("picked_now", False):
        st.rerun()  # a click inside the fragment concerns the whole page
    if not st.session_state.get("playing"):
        return
    now = address.chosen("nam", options, default_year(view, options))
    known = years(view.edition, indicator_id)
    standard = dict(zip(known["year"].astype(int), known["standard"]))
    later = [y for y in options if y > now]
    if later and standard[later[0]] == standard[now]:
        address.put("nam", later[0])
    else:
        st.session_state["playing"] = False
        st.rerun()
