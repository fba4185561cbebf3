"""Kế hoạch – Thực hiện: where every plan stands, who lags, what would close the gap."""

from typing import Any

import streamlit as st

from pages.content.about import About, about, foot
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
from pages.statistics.plan_standing import GROUPS
from pages.web.pieces import heading as heading_html
from pages.web.pieces import paragraph
from pages.widgets import address, choices
from pages.widgets.picture import downloads, empty, heading
from pages.widgets.picture import show as show_state
from pages.widgets.plain import points
from pages.widgets.table import table


def show(view: View) -> None:
    """Draws the screen."""
    say, texts = view.say("ke_hoach"), view.say("screens")
    known = planned(view.edition, view.audience)
    if known.empty:
        st.info(say["none"])
        return
    first, second, third = st.columns([4, 3, 4], vertical_alignment="bottom")
    with first:
        years = sorted({int(y) for y in known["year"]})
        default = default_year(view, years)
        year: Any = (
            address.slider("nam", years, default, label=texts["year"])
            if len(years) > 1
            else address.chosen("nam", years, default)
        )
    of_year = known[known["year"] == year]
    with second:
        offered = months(view, year)
        month: Any = (
            address.select(
                "thang",
                offered,
                offered[-1],
                label=say["month"],
                format_func=lambda m: say("month_n", month=m),
            )
            if len(offered) > 1
            else address.chosen("thang", offered, offered[-1])
        )
    with third:
        selected = choices.districts(view, year)
    indicators = tuple(of_year["indicator"])
    whole = of_province(view, year, month)
    group = _groups(view, whole, year, month)
    options = _options(view, indicators, year, month)
    chosen = address.select(
        "chi_tieu",
        options,
        options[0],
        label=texts["indicator"],
        format_func=lambda i: view.catalogue.indicators[i].name(view.language),
    )
    _districts(view, chosen, year, month, selected, group)
    _province(view, whole[whole["group"] == group] if group else whole, year, month)


def _options(view: View, indicators: tuple[str, ...], year: int, month: int) -> list[str]:
    """Those whose districts have plans first, most at risk on top."""
    rows = standings(view, indicators, year, month)
    of_districts = set(rows.loc[(rows["level"] == "district") & rows["plan"].notna(), "indicator"])
    ordered = [*rows.loc[rows["level"] == "province", "indicator"], *rows["indicator"]]
    return sorted(dict.fromkeys(ordered), key=lambda i: i not in of_districts)


def _groups(view: View, whole, year: int, month: int) -> str:
    """The four groups with how many of the province's plans are in each, as a filter; “” for all."""
    say = view.say("ke_hoach")
    title = say("summary_title", year=year, when=when(view, whole, year, month))
    st.html(heading_html(title, say["summary_text"], level=2))
    counts = whole["group"].value_counts()
    labels = {"": f"{say['group_all']}: {len(whole)}"} | {
        g: f"{say['group_' + g]}: {counts.get(g, 0)}" for g in GROUPS
    }
    codes = {
        "tat_ca": "",
        "nguy_co": "at_risk",
        "dang_tien": "on_the_way",
        "se_dat": "will_reach",
        "chua_ro": "unknown",
    }
    return codes[
        address.segmented(
            "nhom", list(codes), "tat_ca", label=say["group"], format_func=lambda c: labels[codes[c]]
        )
    ]


def _districts(
    view: View, indicator: str, year: int, month: int, selected: tuple[str, ...], group: str
) -> None:
    state = district_bars(view, indicator, year, month, selected, group)
    say = view.say("ke_hoach")
    if state is None:
        empty(
            view.catalogue.indicators[indicator].name(view.language),
            view.say("screens")("no_plan", year=year),
        )
        return
    st.html(paragraph(state.about.finding))
    show_state(view, f"ke_hoach_{indicator}", state, on_pick=choices.pick_area)
    table(
        standing_table(view, state.frame, selected, by="area", year=year),
        key=f"bang_ke_hoach_{indicator}",
        on_pick=choices.pick_area,
    )
    with st.container(border=True, key="cach_danh_gia"):
        st.markdown(points(method(view, indicator, year, month)))
    with st.expander(say["method"], expanded=False):
        parts = ("method_groups", "method_pace", "method_projection", "method_missing")
        st.markdown(points(say[part] for part in parts))


def _province(view: View, rows, year: int, month: int) -> None:
    say = view.say("ke_hoach")
    heading_of: About = (
        about(
            view,
            rows,
            title=say("province_title", year=year, when=when(view, rows, year, month)),
            subtitle=say["province_subtitle"],
            finding=" ".join(finding(view, i, year, month) for i in rows["indicator"]),
        )
        if len(rows)
        else About(say("province_title", year=year, when=str(year)), "", "", ())
    )
    heading(heading_of)
    if rows.empty:
        st.info(say["none_in_group"])
        return
    table(
        standing_table(view, rows, (), by="indicator", year=year),
        key="bang_ke_hoach_tinh",
        on_pick=lambda code: address.put("chi_tieu", code),
    )
    with st.container(key="foot_ke_hoach_tinh", horizontal=True, vertical_alignment="top"):
        st.html(paragraph(foot(view, heading_of), "d-foot"))
        downloads(view, "ke_hoach_tinh", heading_of, rows)
