"""A stepper over years: arrows, the year, and a dot a year in its place in time.

Streamlit's own slider sets its options side by side, whatever lies between them, and cannot show which of
them are filled; so this is a small component of ours: a radio group by keys, pointer and reader.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

import streamlit as st

from pages.text.words import Words
from pages.widgets import address
from pages.widgets.component import component
from pages.widgets.who import own

SHAPE = "shape"  # in the session: of the page as the last whole run drew it
_component = component("stepper")


@dataclass(frozen=True)
class Ahead:
    """How the browser steps before the server does.

    address: of a year's parts (`web.year_parts`), `{year}` for the year. shape: of the page in a year; two
    years of unlike shape are stepped between by a run of the whole page. stops: years at which playing ends,
    None where the years are not played.
    """

    address: str
    shape: Callable[[int], str]
    stops: Collection[int] | None = None


def stepper(
    name: str,
    years: Sequence[int],
    default: int,
    say: Words,
    *,
    filled: Collection[int],
    format_func: Callable[[int], str] = str,
    ahead: Ahead | None = None,
) -> int:
    """One of `years` (rising, at least one), kept in the address.

    Args:
        name: the parameter. say: words of `screens`.
        filled: years in which districts have figures; the others are drawn hollow.
        format_func: how a year is called, “2023 (9 tháng)”.
        ahead: where a step changes nothing but what the browser fetches itself: such a stepper stands alone
            in a fragment.
    """
    year, key = address.chosen(name, years, default), f"step_{name}"
    dots = [
        {
            "year": at,
            "shown": format_func(at),
            "label": format_func(at) if at in filled else say("year_hollow", year=format_func(at)),
            "filled": at in filled,
        }
        for at in years
    ]

    def stepped(trigger: str = "year") -> None:
        if (chosen := st.session_state[key].get(trigger)) in years:
            address.put(name, chosen)

    def whole() -> None:
        """The browser could not fetch the year's parts: the page is run for it."""
        stepped("whole")
        st.session_state.pop(SHAPE, None)

    words = {word: say[f"year_{word}"] for word in ("group", "before", "after")}
    data = {"dots": dots, "year": year, "words": words}
    if ahead:
        data |= {"ahead": own(ahead.address), "shape": ahead.shape(year)}
        if ahead.stops is not None and len(years) > 1:
            data["play"] = {"stops": list(ahead.stops), "start": say["play"], "stop": say["pause"]}
    _component(data=data, key=key, on_year_change=stepped, on_whole_change=whole, width="content")
    return year
