"""The choices that several screens offer: year, indicator, districts; what the default is."""

from collections.abc import Callable

import streamlit as st

from pages.content.view import View
from pages.content.years import default_year, year_label, years_of, years_of_districts
from pages.widgets import address
from pages.widgets.stepper import SHAPE, Ahead, stepper


def year(view: View, indicators: tuple[str, ...]) -> int | None:
    """A year with figures of the indicators; None where there is none."""
    options = years_of(view.edition, indicators)
    return year_among(view, options, default_year(view, options), indicators) if options else None


def year_among(
    view: View,
    options: list[int],
    default: int,
    indicators: tuple[str, ...] = (),
    ahead: Ahead | None = None,
) -> int:
    """One of the years `options`, hollow where no district has a figure of `indicators` (none: of any)."""
    return stepper(
        "nam",
        options,
        default,
        view.say("screens"),
        filled=years_of_districts(view.edition, indicators),
        format_func=lambda year: year_label(view, indicators, year),
        ahead=ahead,
    )


def year_asked(view: View, indicators: tuple[str, ...]) -> int | None:
    """The year of figures of the indicators that the address asks for; None where there is none."""
    options = years_of(view.edition, indicators)
    return address.peek("nam", options, default_year(view, options)) if options else None


def step_ahead(
    view: View, indicators: tuple[str, ...], ahead: Ahead, beside: Callable[[int], None] = lambda year: None
) -> None:
    """A stepper over the years of the indicators for a page that shows `year_asked`: the browser answers a
    step, and only what stands in this fragment is run for it.

    Args:
        beside: draws what belongs to the stepper.
    """
    options = years_of(view.edition, indicators)
    default = default_year(view, options)
    st.session_state[SHAPE] = ahead.shape(address.peek("nam", options, default))

    @st.fragment
    def steps() -> None:
        with st.container(horizontal=True, vertical_alignment="center", width="content"):
            year = year_among(view, options, default, indicators, ahead)
            if st.session_state.get(SHAPE) != ahead.shape(year):
                st.rerun()
            beside(year)

    steps()


def indicator(view: View, options: tuple[str, ...], default: str) -> str:
    """A list of indicators by name."""
    say = view.say("screens")
    chosen = address.select(
        "chi_tieu",
        options,
        default,
        label=say["indicator"],
        format_func=lambda i: view.catalogue.indicators[i].name(view.language),
    )
    return str(chosen)


def districts(view: View, year: int | str | None = None) -> tuple[str, ...]:
    """The districts selected, in official order of choice, under the names of the page's year or of today."""
    say = view.say("screens")
    names = view.names(int(year or view.today.year), full=True)
    return tuple(
        address.many(
            "huyen",
            view.areas.districts,
            label=say["districts"],
            format_func=names.get,
            placeholder=say["districts_placeholder"],
        )
    )


def district(view: View, year: int, *, whole: bool = True) -> str:
    """One district, the first of the selected: a button each in a popover, nothing to type.

    Args:
        whole: the province can be chosen, and is without a choice (""); else the first district.
    """
    say, names = view.say("screens"), view.names(year, full=True)
    known = ("", *view.areas.districts) if whole else view.areas.districts
    chosen = (address.chosen_many("huyen", view.areas.districts) or known)[0]
    shown = names.get(chosen, say["province"])
    with st.popover(shown, key="district", on_change="rerun") as menu, st.container(key="district_list"):
        for code in known if menu.open else ():
            st.button(
                names.get(code, say["province"]),
                key=f"district_{code or 'all'}",
                type="primary" if code == chosen else "secondary",
                on_click=address.put,
                args=("huyen", [code] if code else []),
                width="stretch",
            )
    return chosen


def pick_area(code: str) -> None:
    """What a click on a shape or row does: the district is selected everywhere, or no longer."""
    address.toggle_area("huyen", code)


def layout(view: View, offered: list[str]) -> str:
    """Map or tiles, where the province has a tile grid."""
    say = view.say("screens")
    codes = {"map": "ban_do", "tiles": "o_luoi"}
    if len(offered) == 1:
        return offered[0]
    chosen = address.segmented(
        "hinh",
        [codes[o] for o in offered],
        codes[offered[0]],
        label=say["layout"],
        format_func={codes[o]: say[f"layout_{o}"] for o in offered}.get,
    )
    return next(k for k, v in codes.items() if v == chosen)
