"""One indicator on the map, in a table and over the years: the part that the field screens share."""

from dataclasses import replace

import streamlit as st

from data.catalogue import Indicator
from data.queries import years
from pages.content.area_map import AreaMap
from pages.content.district_table import district_table
from pages.content.maps import change_map, layouts, level_map, plan_map
from pages.content.trend import trend_state
from pages.content.view import View
from pages.content.years import default_year, years_of
from pages.widgets import address, choices
from pages.widgets.picture import empty, heading, show
from pages.widgets.plain import plain
from pages.widgets.table import table

STEP = 1.6  # seconds a year stays while playing


def explore(
    view: View, options: tuple[str, ...], default: str, modes: tuple[str, ...], *, year: int | None = None
) -> None:
    """Indicator and districts above; map with year and table in a fragment; the trend below.

    Args:
        year: the page's own; where None the explorer has a slider and can play the years.
        modes: of muc (level), thay_doi (change in points), so_luong (the count behind a rate), ke_hoach (%
            of plan).
    """
    left, right = st.columns(2)
    with left:
        indicator = choices.indicator(view, options, default)
    with right:
        selected = choices.districts(view, year)
    playing = st.session_state.get("playing", False)
    st.fragment(_in_year, run_every=STEP if playing else None)(view, indicator, selected, modes, year)
    if state := trend_state(view, indicator, (view.areas.province, *selected)):
        show(view, f"dien_bien_{indicator}", state)


def _in_year(
    view: View, indicator_id: str, selected: tuple[str, ...], modes: tuple[str, ...], year: int | None
) -> None:
    say = view.say("screens")
    indicator = view.catalogue.indicators[indicator_id]
    options = years_of(view.edition, (indicator_id,))
    if not options:
        empty(indicator.name(view.language), say("no_years", name=indicator.name(view.language)))
        return
    _advance(view, indicator_id, options)
    if year is None:
        when, play, how, shape = st.columns([5, 2, 4, 3], vertical_alignment="bottom")
        with when:
            year = choices.year(view, (indicator_id,))
        with play:
            _play_button(say, options)
    else:
        how, shape = st.columns(2)
    with how:
        mode = _mode(say, _possible(modes, indicator))
    with shape:
        layout = choices.layout(view, layouts())
    where, what = st.columns([6, 5])
    with where:
        state = _state(view, indicator, mode, year, selected, layout)
        show(view, f"{mode}_{indicator_id}_{layout}", state, on_pick=_pick)
        if not any(cell.known for cell in state.cells):
            st.info(plain(state.about.finding))
    with what:
        heading(replace(state.about, title=say["district_table"], subtitle=state.about.title))
        table(district_table(view, indicator_id, year, selected), key=f"bang_{indicator_id}", on_pick=_pick)


def _state(
    view: View, indicator: Indicator, mode: str, year: int, selected: tuple[str, ...], layout: str
) -> AreaMap:
    if mode == "thay_doi":
        return change_map(view, indicator.id, year, selected, layout)
    if mode == "ke_hoach":
        return plan_map(view, indicator.id, year, selected, layout)
    mapped = indicator.numerator if mode == "so_luong" else indicator.id
    return level_map(view, mapped, year, selected, layout)


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
