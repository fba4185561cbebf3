"""Bảng thi đua: a composite with weights that the visitor moves, and how far its ranks depend on them."""

from dataclasses import dataclass
from functools import lru_cache

import pandas as pd
import streamlit as st

from pages.parts import address, choices
from pages.parts.compare.choices import Choice
from pages.parts.compare.frames import LEAST, compared, of_districts
from pages.parts.picture import About, about, downloads, foot, heading
from pages.parts.table import Column, table, table_data
from pages.parts.view import View
from pages.statistics.composite import DECIMALS, METHODS, composite, normalised, rank_range
from pages.statistics.ranks import ranks
from pages.text.numbers import number
from pages.text.words import words

HEAVIEST = 5
STEADY = 2  # ranks


@dataclass(frozen=True)
class Scored:
    """What can be scored: values districts × indicators without gaps; who and what was left out."""

    values: pd.DataFrame
    by_plan: tuple[str, ...]
    counts: tuple[str, ...]
    neutral: tuple[str, ...]
    missing: tuple[str, ...]
    illustrative: bool


@lru_cache(maxsize=300)
def scored(view: View, indicators: tuple[str, ...], year: int, only: tuple[str, ...]) -> Scored:
    """The figures to score: the share of plan where every district with a figure has one, else the figure itself.

    Districts without one of the figures are left out and named; neutral indicators and those of
    fewer than two districts are not scored.
    """
    frame = compared(view, indicators, year)
    columns, by_plan, counts, neutral, illustrative = {}, [], [], [], False
    for key in indicators:
        own, indicator = of_districts(frame, key, only).set_index("area"), view.catalogue.indicators[key]
        if own["value"].notna().sum() < LEAST:
            continue
        if indicator.polarity == "neutral":
            neutral.append(key)
            continue
        planned = indicator.plan == "reach" and own.loc[own["value"].notna(), "plan_share"].notna().all()
        columns[key] = own["plan_share"] if planned else own["value"]
        (by_plan if planned else counts if not indicator.is_rate else []).append(key)
        illustrative |= bool(
            own["status"].eq("illustrative").any()
            or (planned and own["plan_status"].eq("illustrative").any())
        )
    values = pd.DataFrame(columns)
    missing = tuple(values.index[values.isna().any(axis=1)]) if columns else ()
    return Scored(values.dropna(), tuple(by_plan), tuple(counts), tuple(neutral), missing, illustrative)


def show(view: View, choice: Choice) -> None:
    """Weights, method, the table and what it rests on."""
    say, texts = words("so_sanh", view.language), words("screens", view.language)
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
    said = about_table(view, choice.indicators, choice.year, data, result, weights, method)
    heading(said)
    if said.illustrative:
        st.html(f"<span class='d-mark'>{texts['mark']}</span>")
    table(
        columns_of(view, result, data, list(choice.selected)), key="bang_thi_dua", on_pick=choices.pick_area
    )
    notes = [say[f"emulation_method_{method}"], say["emulation_range"]]
    labelled = lambda keys: ", ".join(view.label(k) for k in keys)
    notes += [
        say(key, names=labelled(keys))
        for key, keys in (
            ("emulation_used", data.by_plan),
            ("emulation_counts", data.counts),
            ("emulation_neutral", data.neutral),
        )
        if keys
    ]
    notes += [say("left_out", names=", ".join(view.names()[c] for c in data.missing))] if data.missing else []
    st.markdown("\n".join(f"- {n}" for n in notes))
    with st.container(key="foot_thi_dua", horizontal=True, vertical_alignment="top"):
        st.html(f"<p class='d-foot'>{foot(view, said)}</p>")
        downloads(view, "thi_dua", said, result.reset_index(names="area"))


def table_of(view: View, data: Scored, weights: dict[str, float], method: str) -> pd.DataFrame:
    """score | rank | best | worst | status | one column per indicator with its score; indexed by district in official order."""
    scales = normalised(data.values, {k: view.catalogue.indicators[k].polarity for k in data.values}, method)
    score = composite(scales, weights)
    return (
        pd.DataFrame(
            {
                "score": score,
                "rank": ranks(score, "higher_is_better", DECIMALS),
                "status": "illustrative" if data.illustrative else "published",
            }
        )
        .join(rank_range(scales, weights))
        .join(scales)
    )


def _weights(view: View, indicators: list[str]) -> dict[str, float]:
    """One slider an indicator, 0–5; in the address as `trong_so=1,2,1` in the order of the indicators."""
    say = words("so_sanh", view.language)
    told = st.query_params.get("trong_so")
    parts = told.split(",") if told else []
    readable = len(parts) == len(indicators) and all(p.isdecimal() and int(p) <= HEAVIEST for p in parts)
    now = [int(p) for p in parts] if readable else [1] * len(indicators)
    if told and not readable:
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
    return dict(zip(indicators, map(float, now)))


def _moved(indicators: list[str]) -> None:
    values = [st.session_state[f"w_trong_so_{key}"] for key in indicators]
    if set(values) == {1}:
        st.query_params.pop("trong_so", None)
    else:
        address.put("trong_so", [str(v) for v in values])


def about_table(
    view: View,
    indicators: tuple[str, ...],
    year: int,
    data: Scored,
    result: pd.DataFrame,
    weights: dict[str, float],
    method: str,
) -> About:
    """What the table of `table_of` says about itself."""
    say = words("so_sanh", view.language)
    frame = compared(view, indicators, year)
    frame = frame[frame["indicator"].isin(data.values.columns) & frame["area"].isin(data.values.index)]
    names, best = view.names(), result["score"].idxmax()
    finding = say(
        "emulation_finding",
        year=year,
        best=names[best],
        best_low=result.loc[best, "best"],
        best_high=result.loc[best, "worst"],
        steady=int((result["worst"] - result["best"] <= STEADY).sum()),
    )
    told = "; ".join(f"{view.label(k)} {number(w, 0, view.language)}" for k, w in weights.items())
    frame = frame.assign(status="illustrative") if data.illustrative else frame
    return about(
        view,
        frame,
        title=say("emulation_title", count=len(data.values.columns), year=year),
        subtitle=say("emulation_subtitle", method=say[f"method_{method}"], weights=told),
        finding=finding,
    )


def columns_of(view: View, result: pd.DataFrame, data: Scored, selected: list[str]) -> dict:
    """The sortable table's data, official order."""
    say, texts, names = words("so_sanh", view.language), words("screens", view.language), view.names()
    shown = {key: data.values[key] for key in data.values}

    def cell(key: str):
        indicator = view.catalogue.indicators[key]
        decimals = 1 if key in data.by_plan else indicator.decimals
        return lambda r: number(shown[key][r["area"]], decimals, view.language)

    columns = [
        Column(texts["column_area"], lambda r: names[r["area"]], lambda r: names[r["area"]], numeric=False),
        Column(
            say["column_score"], lambda r: number(r["score"], DECIMALS, view.language), lambda r: r["score"]
        ),
        Column(say["column_band"], lambda r: number(r["rank"], 0, view.language), lambda r: -r["rank"]),
        Column(
            say["column_range"],
            lambda r: (
                say("band", best=r["best"], worst=r["worst"]) if r["best"] != r["worst"] else str(r["best"])
            ),
            lambda r: -(r["worst"] - r["best"]),
        ),
    ]
    columns += [
        Column(
            view.label(key),
            cell(key),
            lambda r, k=key: shown[k][r["area"]],
            unit=say["emulation_plan"]
            if key in data.by_plan
            else view.catalogue.unit(view.catalogue.indicators[key], view.language),
        )
        for key in data.values
    ]
    return table_data(
        result.reset_index(names="area"),
        columns,
        caption="",
        sort=texts["district_table"],
        language=view.language,
        selected=selected,
    )
