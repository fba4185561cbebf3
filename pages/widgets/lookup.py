"""What a visitor looks up: indicator, areas, years, kind and length of period, all in the address."""

import streamlit as st

from data.queries import coverage
from pages.content.lookup import ALL, KINDS, SPANS, Asked
from pages.content.view import View
from pages.text.search import found, nearest_names
from pages.widgets import address, choices
from pages.widgets.plain import plain


def ask_visitor(view: View) -> Asked:
    """Draws the choices; a search without a hit keeps the indicator and suggests others."""
    say, texts = view.say("kham_pha"), view.say("screens")
    with st.container(key="lookup_search"):
        wanted = _search(view, say)
    hits = found(view.catalogue, wanted)
    _outcome(view, wanted, hits, say)
    held = coverage(view.edition).set_index("indicator")
    with st.container(key="lookup_choices"):
        which, where, how = st.columns([6, 5, 4], vertical_alignment="bottom", gap="xsmall")
    with which:
        indicator = _indicator(view, hits, held["rows"], say)
    with where:
        selected = choices.districts(view)
    years = _years(held)
    since, until = (address.peek(n, years, years[at]) for n, at in (("tu", 0), ("den", -1)))
    narrowed = [n for n in ("loai", "ky") if n in st.query_params]
    label = say("narrow_years", first=since, last=until) + (f" · {say['narrow_more']}" if narrowed else "")
    with how, st.popover(label, key="narrow", width="stretch"):
        first = address.select("tu", years, years[0], label=say["from"])
        last = address.select("den", years, years[-1], label=say["to"])
        kind = address.select(
            "loai",
            KINDS,
            ALL,
            label=say["kind"],
            format_func=lambda k: say["all"] if k == ALL else texts[f"kind_{k}"],
        )
        span = address.select(
            "ky",
            SPANS,
            ALL,
            label=say["span"],
            format_func=lambda s: say["all"] if s == ALL else say[f"span_{s}"],
        )
    return Asked(indicator, selected, min(first, last), max(first, last), kind, span)


def _search(view: View, say) -> str:
    wanted = st.query_params.get("tim", "")
    st.session_state["w_tim"] = wanted
    st.text_input(
        say["search"],
        key="w_tim",
        placeholder=say["search_hint"],
        on_change=_searched,
        args=(view,),
        label_visibility="collapsed",
    )
    return wanted


def _searched(view: View) -> None:
    """The best hit is shown at once; without one the indicator stays."""
    wanted, shown = st.session_state["w_tim"].strip(), st.session_state.get("w_chi_tieu")
    hits = found(view.catalogue, wanted) if wanted else []
    _go(wanted, hits[0] if hits else shown)


def _go(wanted: str, indicator: str | None) -> None:
    if wanted:
        address.put("tim", wanted)
    else:
        st.query_params.pop("tim", None)
    if indicator:
        address.put("chi_tieu", indicator)


def _indicator(view: View, hits: list[str], rows, say) -> str:
    """A list of the hits, of all indicators without one; what a link names stays in it."""
    options = hits or list(view.catalogue.indicators)
    linked = st.query_params.get("chi_tieu")
    if linked in view.catalogue.indicators and linked not in options:
        options = [*options, linked]

    def label(key: str) -> str:
        name = view.catalogue.indicators[key].name(view.language)
        return name if rows[key] else say("without", name=name)

    chosen = address.select(
        "chi_tieu",
        options,
        options[0],
        label=view.say("screens")["indicator"],
        format_func=label,
        label_visibility="collapsed",
    )
    return str(chosen)


def _outcome(view: View, wanted: str, hits: list[str], say) -> None:
    if hits and wanted:
        st.caption(plain(say("hits", count=len(hits), wanted=wanted)))
    if not hits:
        st.warning(plain(say("no_hit", wanted=wanted)))
        with st.container(horizontal=True, key="nearest"):
            for key in nearest_names(view.catalogue, wanted):
                st.button(
                    plain(view.catalogue.indicators[key].name(view.language)),
                    key=f"nearest_{key}",
                    on_click=_go,
                    args=("", key),
                )


def _years(held) -> list[int]:
    """All years of the edition, so that another indicator does not change the choice."""
    known = held[held["rows"] > 0]
    return list(range(int(known["first_year"].min()), int(known["last_year"].max()) + 1))
