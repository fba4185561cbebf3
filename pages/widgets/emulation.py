"""Bảng thi đua on a page: weights that the visitor moves, and the table they make."""

import streamlit as st

from pages.content.about import foot
from pages.content.emulation import about_table, columns_of, scored, table_of
from pages.content.view import View
from pages.statistics.composite import METHODS
from pages.web.html import render
from pages.widgets import address, choices
from pages.widgets.compare_choices import Choice
from pages.widgets.picture import downloads, heading
from pages.widgets.plain import points
from pages.widgets.table import table

HEAVIEST = 5


def show(view: View, choice: Choice) -> None:
    """Weights, method, the table and what it rests on."""
    say = view.say("so_sanh")
    data = scored(view, choice.indicators, choice.year, choice.only)
    if data.values.empty:
        st.info(say["emulation_none"])
        return
    method = address.segmented(
        "cach",
        METHODS,
        METHODS[0],
        label=say["method"],
        format_func=lambda m: say[f"method_{m}"],
        label_visibility="visible",
    )
    weights = _weights(view, list(data.values.columns))
    if not any(weights.values()):
        st.warning(say["emulation_zero"])
        return
    result = table_of(view, data, weights, method)
    about = about_table(view, choice.indicators, choice.year, data, result, weights, method)
    heading(about)
    if about.illustrative:
        st.html(render("mark.html", text=view.say("screens")["mark"]))
    table(
        columns_of(view, result, data, list(choice.selected), choice.year),
        key="bang_thi_dua",
        on_pick=choices.pick_area,
    )
    notes = [say[f"emulation_method_{method}"], say["emulation_range"]]
    notes += [
        say(key, names=", ".join(map(view.label, keys)))
        for key, keys in (
            ("emulation_used", data.by_plan),
            ("emulation_neutral", data.neutral),
        )
        if keys
    ]
    notes += (
        [say("left_out", names=", ".join(view.names(choice.year)[c] for c in data.missing))]
        if data.missing
        else []
    )
    st.markdown(points(notes))
    with st.container(key="foot_thi_dua", horizontal=True, vertical_alignment="top"):
        st.html(render("foot.html", text=foot(view, about)))
        downloads(view, "thi_dua", about, result.reset_index(names="area"))


def _weights(view: View, indicators: list[str]) -> dict[str, float]:
    """One slider an indicator, 0–5; in the address as `trong_so=1,2,1` in the order of the indicators."""
    say = view.say("so_sanh")
    asked = st.query_params.get("trong_so")
    parts = asked.split(",") if asked else []
    readable = len(parts) == len(indicators) and all(p.isdecimal() and int(p) <= HEAVIEST for p in parts)
    now = [int(p) for p in parts] if readable else [1] * len(indicators)
    if asked and not readable:
        st.info(say["wrong_weights"])
        st.query_params.pop("trong_so", None)
    columns = st.columns(min(4, len(indicators)))
    for n, key in enumerate(indicators):
        widget = f"w_trong_so_{key}"
        st.session_state[widget] = now[n]
        with columns[n % len(columns)]:
            st.select_slider(
                view.label(key), range(HEAVIEST + 1), key=widget, on_change=_moved, args=(indicators,)
            )
    return dict(zip(indicators, map(float, now), strict=True))


def _moved(indicators: list[str]) -> None:
    values = [st.session_state[f"w_trong_so_{key}"] for key in indicators]
    if set(values) == {1}:
        st.query_params.pop("trong_so", None)
    else:
        address.put("trong_so", [str(v) for v in values])
