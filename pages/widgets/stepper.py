"""A stepper over years: arrows, the year, and a dot a year in its place in time.

Streamlit's own slider sets its options side by side, whatever lies between them, and cannot show which of
them are filled; so this is a small component of ours: a radio group by keys, pointer and reader.
"""

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

import streamlit as st
from streamlit.components.v2 import component

from pages.text.words import Words
from pages.widgets import address

_HERE = Path(__file__)
_component = component(
    "stepper",
    html="<div class='root'></div>",
    css=_HERE.with_suffix(".css").read_text(encoding="utf-8"),
    js=_HERE.with_suffix(".js").read_text(encoding="utf-8"),
)


def stepper(
    name: str,
    years: Sequence[int],
    default: int,
    say: Words,
    *,
    filled: Collection[int],
    format_func: Callable[[int], str] = str,
) -> int:
    """One of `years` (rising, at least one), kept in the address.

    Args:
        name: the parameter. say: words of `screens`.
        filled: years in which districts have figures; the others are drawn hollow.
        format_func: how a year is called, “2023 (9 tháng)”.
    """
    year, key = address.chosen(name, years, default), f"step_{name}"
    dots = [
        {
            "year": at,
            "label": format_func(at) if at in filled else say("year_hollow", year=format_func(at)),
            "filled": at in filled,
        }
        for at in years
    ]

    def stepped() -> None:
        if (chosen := st.session_state[key].get("year")) in years:
            address.put(name, chosen)

    words = {word: say[f"year_{word}"] for word in ("group", "before", "after")}
    data = {"dots": dots, "year": year, "shown": format_func(year), "words": words}
    _component(data=data, key=key, on_year_change=stepped, width="content")
    return year
