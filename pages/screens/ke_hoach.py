"""Kế hoạch – Thực hiện: all plans of the year at a glance, and one of them district by district."""

from typing import Any

import pandas as pd
import streamlit as st

from pages.content.about import About, about, foot
from pages.content.plan import PlanBars
from pages.content.plan_dots import dots_of
from pages.content.plan_matrix import Matrix, plan_matrix
from pages.content.plan_standing import (
    district_bars,
    finding,
    method,
    months,
    of_province,
    planned,
    standings,
    when,
)
from pages.content.plan_table import standing_table
from pages.content.view import View
from pages.content.years import default_year
from pages.statistics.plan_standing import BUCKETS, GROUPS, SIGNS
from pages.web import pieces
from pages.web.tables import key_html
from pages.widgets import address, choices
from pages.widgets.picture import downloads, empty
from pages.widgets.picture import show as show_state
from pages.widgets.plain import plain, points
from pages.widgets.table import table

CODES = {  # in the address → group
    "tat_ca": "",
    "nguy_co": "at_risk",
    "dang_tien": "on_the_way",
    "se_dat": "will_reach",
    "chua_ro": "unknown",
}

FURTHER = ("don_vi", "tinh", "cach")


def show(view: View) -> None:
    """Draws the screen."""
    known = planned(view.edition, view.audience)
    if known.empty:
        st.info(view.say("ke_hoach")["none"])
        return
    with st.container(key="plans", gap="xsmall"):
        year, month, selected = _choices(view, sorted({int(y) for y in known["year"]}))
        whole = of_province(view, year, month)
        group = _groups(view, whole)
        options = _options(view, tuple(known.loc[known["year"] == year, "indicator"]), year, month)
        chosen = str(address.chosen("chi_tieu", options, options[0]))
        in_group = set(whole.loc[whole["group"] == group, "indicator"])
        rows = tuple(i for i in options if not group or i in in_group)
        matrix = plan_matrix(view, rows, year, month, chosen) if rows else None
        provinces = whole[whole["indicator"].isin(rows)]
        if not matrix:
            if rows:
                st.info(plain(view.say("ke_hoach")("no_district_plans", year=year)))
            _province(view, provinces, year, month, chosen)
            _method(view)
            return
        _matrix(matrix, view)
        bars, further = _districts(view, chosen, year, month, selected, group)
        if further == "don_vi" and bars:
            table(
                standing_table(view, bars.frame, selected, by="area", year=year),
                key=f"bang_ke_hoach_{chosen}",
                on_pick=choices.pick_area,
            )
        elif further == "tinh":
            _province(view, provinces, year, month, chosen)
        elif further == "cach":
            _method(view)


def _choices(view: View, years: list[int]) -> tuple[int, int, tuple[str, ...]]:
    """Year, month by whose end figures were reported, districts; beside the page's heading."""
    say = view.say("ke_hoach")
    with st.container(key="plan_choices"):
        first, second, third = st.columns([4, 3, 5], vertical_alignment="center")
    with first:
        default = default_year(view, years)
        year = choices.year_among(view, years, default)
    with second:
        offered = months(view, year)
        month: Any = (
            address.select(
                "thang",
                offered,
                offered[-1],
                label=say["month"],
                label_visibility="collapsed",
                format_func=lambda m: say("month_to", month=m),
            )
            if len(offered) > 1
            else address.chosen("thang", offered, offered[-1])
        )
    with third:
        selected = choices.districts(view, year)
    return year, month, selected


def _options(view: View, indicators: tuple[str, ...], year: int, month: int) -> list[str]:
    """Those whose districts have plans first, most at risk on top."""
    rows = standings(view, indicators, year, month)
    of_districts = set(rows.loc[(rows["level"] == "district") & rows["plan"].notna(), "indicator"])
    ordered = [*rows.loc[rows["level"] == "province", "indicator"], *rows["indicator"]]
    return sorted(dict.fromkeys(ordered), key=lambda i: i not in of_districts)


def _groups(view: View, whole: pd.DataFrame) -> str:
    """How many of the province's plans are in each group that has some, as a filter; “” for all."""
    say = view.say("ke_hoach")
    counts = {g: int((whole["group"] == g).sum()) for g in GROUPS}
    labels = {"": say("group_count", group=say["group_all"], count=len(whole))} | {
        g: f"{SIGNS[BUCKETS[g]]} {say('group_count', group=say[f'group_{g}'], count=counts[g])}"
        for g in GROUPS
    }
    chosen = address.chosen("nhom", list(CODES), "tat_ca")
    offered = [code for code, g in CODES.items() if not g or counts[g] or code == chosen]
    if len(offered) > 1:
        address.segmented(
            "nhom", offered, "tat_ca", label=say["group"], format_func=lambda c: labels[CODES[c]]
        )
    return CODES[chosen]


def _matrix(matrix: Matrix, view: View) -> None:
    badge = view.say("screens")["mark"] if matrix.about.illustrative else ""
    with st.container(key="head_ma_tran", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(pieces.heading(matrix.about.title, matrix.about.subtitle, 2, badge) + key_html(matrix.key))
        downloads(view, "ma_tran", matrix.about, matrix.frame)
    table(matrix.table, key="bang_ma_tran", on_pick=lambda code: address.put("chi_tieu", code))


def _districts(
    view: View, indicator: str, year: int, month: int, selected: tuple[str, ...], group: str
) -> tuple[PlanBars | None, str]:
    """One plan: what is to be said of it, its districts as dots; and what is asked for below."""
    bars = district_bars(view, indicator, year, month, selected, group)
    if bars is None:
        name = view.catalogue.indicators[indicator].name(view.language)
        empty(name, view.say("screens")("no_plan", year=year))
        return None, _further(view)
    words, picture = st.columns([4, 8])
    with words:
        st.html(pieces.paragraph(bars.about.finding))
        with st.container(key="cach_danh_gia"):
            st.markdown(points(method(view, indicator, year, month)))
        further = _further(view)
    with picture:
        show_state(view, f"ke_hoach_{indicator}", dots_of(bars), on_pick=choices.pick_area, height=380)
    return bars, further


def _further(view: View) -> str:
    """What is shown below when asked for, none at first."""
    say, key = view.say("ke_hoach"), "w_bang"
    shown = address.chosen("bang", ("khong", *FURTHER), "khong")
    st.session_state[key] = None if shown == "khong" else shown
    st.pills(
        say["further"],
        FURTHER,
        format_func=lambda f: say[f"further_{f}"],
        key=key,
        on_change=lambda: address.put("bang", st.session_state[key] or "khong"),
        label_visibility="collapsed",
        wrap=True,
    )
    return str(shown)


def _province(view: View, rows: pd.DataFrame, year: int, month: int, shown: str) -> None:
    """All plans of the province as a table."""
    say = view.say("ke_hoach")
    title = say("province_title", year=year, when=when(view, rows, year, month) if len(rows) else year)
    if rows.empty:
        empty(title, say["none_in_group"])
        return
    spoken = " ".join(finding(view, i, year, month) for i in rows["indicator"])
    heading: About = about(view, rows, title=title, subtitle=say["province_subtitle"], finding=spoken)
    st.html(pieces.heading(heading.title, heading.subtitle))
    table(
        standing_table(view, rows, (shown,), by="indicator", year=year),
        key="bang_ke_hoach_tinh",
        on_pick=lambda code: address.put("chi_tieu", code),
    )
    with st.container(key="foot_ke_hoach_tinh", horizontal=True, vertical_alignment="top"):
        st.html(pieces.paragraph(foot(view, heading), "d-foot"))
        downloads(view, "ke_hoach_tinh", heading, rows)


def _method(view: View) -> None:
    say = view.say("ke_hoach")
    parts = ("method_groups", "method_pace", "method_projection", "method_missing")
    st.markdown(points(say[part] for part in parts))
