"""The views of the comparison, each with its own address (`xem=…`)."""

import streamlit as st

from pages.content.about import foot
from pages.content.bump import bump_state
from pages.content.compared import comparable, compared, district_years, of_districts
from pages.content.funnel import funnel_state
from pages.content.heat import heat_state
from pages.content.level_change import level_change_state
from pages.content.panels import map_grid, panels_state
from pages.content.rank_table import rank_table
from pages.content.ranking import ranking_state
from pages.content.scatter import scatter_state
from pages.content.slope import slope_state
from pages.content.strip import strip_state
from pages.content.view import View
from pages.web import pieces
from pages.web.html import render
from pages.web.tables import key_html
from pages.widgets import address, choices, emulation
from pages.widgets.compare_choices import Choice, single
from pages.widgets.picture import downloads, empty, show
from pages.widgets.table import table


def heat(view: View, choice: Choice) -> None:
    """Districts × indicators."""
    state = heat_state(view, choice.indicators, choice.year, choice.selected, choice.only)
    badge = view.say("screens")["mark"] if state.about.illustrative else ""
    st.html(pieces.heading(state.about.title, state.about.subtitle, badge=badge) + key_html(state.key))
    table(state.table, key="bang_nhiet", on_pick=choices.pick_area)
    with st.container(key="foot_nhiet", horizontal=True, vertical_alignment="top"):
        st.html(render("foot.html", text=foot(view, state.about)))
        downloads(view, "bang_nhiet", state.about, compared(view, choice.indicators, choice.year))


def ranks(view: View, choice: Choice) -> None:
    """Dots and table of one indicator, ranks in bands."""
    say = view.say("so_sanh")
    left, right = st.columns(2, vertical_alignment="bottom")
    with left:
        indicator = single(view, choice)
    with right:
        order = address.segmented(
            "sap",
            ["chinh_thuc", "ket_qua"],
            "chinh_thuc",
            label=say["sort"],
            format_func=lambda o: say[f"sort_{o}"],
        )
    if _nothing(view, indicator, choice):
        return
    left, right = st.columns([6, 5])
    with left:
        show(
            view,
            f"hang_{indicator}",
            ranking_state(view, indicator, choice.year, choice.selected, choice.only, order == "ket_qua"),
            on_pick=choices.pick_area,
            height=540,
        )
    with right:
        table(
            rank_table(view, indicator, choice.year, choice.selected, choice.only, order == "ket_qua"),
            key=f"bang_hang_{indicator}",
            on_pick=choices.pick_area,
        )


def ranks_over_years(view: View, choice: Choice) -> None:
    """How ranks of one indicator moved; counts have none."""
    say = view.say("so_sanh")
    ranked = [i for i in choice.indicators if view.catalogue.indicators[i].judged != "neutral"]
    indicator = single(view, choice, ranked or None)
    if state := bump_state(view, indicator, choice.selected, choice.only):
        show(view, f"hang_qua_nam_{indicator}", state, on_pick=choices.pick_area)
    else:
        name = view.catalogue.indicators[indicator].name(view.language)
        empty(name, say["rank_years_none"])


def panels(view: View, choice: Choice) -> None:
    """Small multiples in official order."""
    _panels(view, choice, like_map=False)


def geofacet(view: View, choice: Choice) -> None:
    """Small multiples laid out like the map."""
    _panels(view, choice, like_map=True)


def slope(view: View, choice: Choice) -> None:
    """Two years of one indicator."""
    say = view.say("so_sanh")
    left, right = st.columns(2, vertical_alignment="bottom")
    with left:
        indicator = single(view, choice)
    name = view.catalogue.indicators[indicator].name(view.language)
    if _nothing(view, indicator, choice):
        return
    earlier = [y for y in district_years(view.edition, indicator) if y < choice.year]
    if not earlier:
        empty(say("slope_title", name=name, first="…", last=choice.year), say["slope_one"])
        return
    with right:
        same = [
            y for y in earlier if slope_state(view, indicator, (y, choice.year), choice.selected, choice.only)
        ]
        first = address.select("nam_truoc", earlier, (same or earlier)[0], label=say["earlier"])
    if state := slope_state(view, indicator, (first, choice.year), choice.selected, choice.only):
        show(view, f"hai_ky_{indicator}", state, on_pick=choices.pick_area)
    else:
        years = {"first": first, "last": choice.year}
        empty(say("slope_title", name=name, **years), say("slope_break", **years))


def scatter(view: View, choice: Choice) -> None:
    """Two indicators and a third as size."""
    say = view.say("so_sanh")
    options = [
        i
        for i in dict.fromkeys([*choice.indicators, *comparable(view)])
        if choice.year in district_years(view.edition, i)
    ]
    if len(options) < 2:
        empty(say["view_tan_xa"], say["no_pair"])
        return

    def name(indicator: str) -> str:
        return view.catalogue.indicators[indicator].name(view.language) if indicator else say["size_none"]

    for column, parameter, offered, default in zip(
        st.columns(3),
        ("ngang", "doc", "co"),
        (options, options, ["", *options]),
        (options[0], options[1], ""),
        strict=True,
    ):
        with column:
            address.select(
                parameter,
                offered,
                default,
                label=say[{"ngang": "axis_x", "doc": "axis_y", "co": "axis_size"}[parameter]],
                format_func=name,
            )
    x, y, size = (
        address.peek(p, o, d)
        for p, o, d in (
            ("ngang", options, options[0]),
            ("doc", options, options[1]),
            ("co", ["", *options], ""),
        )
    )
    state = scatter_state(view, x, y, size, choice.year, choice.selected, choice.only) if x != y else None
    if state:
        show(view, "tuong_quan", state, on_pick=choices.pick_area)
    else:
        empty(say["view_tan_xa"], say["no_pair"])


def strip(view: View, choice: Choice) -> None:
    """The distribution of every chosen indicator."""
    say = view.say("so_sanh")
    if state := strip_state(view, choice.indicators, choice.year, choice.selected, choice.only):
        show(view, "phan_bo", state, on_pick=choices.pick_area)
    else:
        empty(
            say("strip_title", count=len(choice.indicators), year=choice.year),
            view.say("screens")["no_figures"],
        )


def level_change(view: View, choice: Choice) -> None:
    """Where districts stand and how they move."""
    say = view.say("so_sanh")
    indicator = single(view, choice)
    if _nothing(view, indicator, choice):
        return
    if state := level_change_state(view, indicator, choice.year, choice.selected, choice.only):
        show(view, f"muc_doi_{indicator}", state, on_pick=choices.pick_area)
    else:
        empty(
            say(
                "level_change_title",
                name=view.catalogue.indicators[indicator].name(view.language),
                year=choice.year,
            ),
            say("no_change", year=choice.year),
        )


def funnel(view: View, choice: Choice) -> None:
    """Which rates differ from the province's by more than chance."""
    say = view.say("so_sanh")
    rates = [
        i
        for i in dict.fromkeys([*choice.indicators, *comparable(view)])
        if view.catalogue.indicators[i].numerator and view.catalogue.indicators[i].is_rate
    ]
    states = {i: funnel_state(view, i, choice.year, choice.selected, choice.only) for i in rates}
    able = {i: state for i, state in states.items() if state}
    if not able:
        empty(say["view_pheu"], say["funnel_none"])
        return
    indicator = single(view, choice, list(able))
    show(view, f"pheu_{indicator}", able[indicator], on_pick=choices.pick_area)
    st.caption(say["funnel_method"])


VIEWS = {
    "nhiet": heat,
    "hang": ranks,
    "hang_nam": ranks_over_years,
    "duong": panels,
    "vi_tri": geofacet,
    "hai_ky": slope,
    "tan_xa": scatter,
    "dai": strip,
    "muc_doi": level_change,
    "pheu": funnel,
    "thi_dua": emulation.show,
}
OVER_YEARS = ("hang_nam", "duong", "vi_tri")


def offered(view: View) -> list[str]:
    """The views that this province can show: without a tile grid there is none laid out like the map."""
    return [name for name in VIEWS if name != "vi_tri" or map_grid(view)]


def _panels(view: View, choice: Choice, *, like_map: bool) -> None:
    say = view.say("so_sanh")
    left, right = st.columns(2, vertical_alignment="bottom")
    with left:
        indicator = single(view, choice)
    with right:
        axis = address.segmented(
            "truc", ["chung", "rieng"], "chung", label=say["axis"], format_func=lambda a: say[f"axis_{a}"]
        )
    state = panels_state(view, indicator, choice.selected, choice.only, axis == "chung", like_map)
    key, height = f"o_{indicator}_{'vi_tri' if like_map else 'thu_tu'}", 760 if like_map else None
    show(view, key, state, on_pick=choices.pick_area, height=height)


def _nothing(view: View, indicator: str, choice: Choice) -> bool:
    """Says so where no district has a figure that year."""
    rows = of_districts(compared(view, (indicator,), choice.year), indicator)
    if rows["value"].notna().any():
        return False
    name = view.catalogue.indicators[indicator].name(view.language)
    empty(name, view.say("so_sanh")("no_value", name=name, year=choice.year))
    return True
