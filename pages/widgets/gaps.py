"""What a field's pictures cannot show: figures of longer periods, and indicators without any figure."""

import streamlit as st

from data.absence import absent
from data.queries import coverage, other_periods
from pages.content.method_texts import Grid
from pages.content.plain_table import why_empty
from pages.content.view import View
from pages.text.mark import shown
from pages.text.numbers import period
from pages.text.sentences import amount
from pages.web.pieces import grid_html
from pages.widgets.plain import plain


def gaps(view: View, *domains: str) -> None:
    """A table of figures over longer periods, and the names of indicators without a figure."""
    say = view.say("screens")
    declared = [i.id for i in view.catalogue.of_domain(*domains)]
    rows = other_periods(view.edition, declared)
    if len(rows):
        with st.expander(say("longer_periods", count=len(rows))):
            st.html(grid_html(_table(view, rows, say)))
    held = coverage(view.edition).set_index("indicator")["rows"]
    without = [
        view.catalogue.indicators[i].name(view.language)
        for i in declared
        if not held[i] and not view.catalogue.indicators[i].numerator
    ]
    if without:
        st.caption(plain(say("no_figures_of", names="; ".join(without))))


def _table(view: View, rows, say) -> Grid:
    heads = (
        say["indicator"],
        say["column_area"],
        say["column_period"],
        say["column_kind"],
        say["column_value"],
        say["column_source"],
    )
    body = []
    for r in rows.itertuples():
        indicator = view.catalogue.indicators[r.indicator]
        value = (
            why_empty(view, r._asdict())
            if absent(r.value)
            else shown(
                amount(r.value, indicator, view.catalogue, view.language), r._asdict(), "value", view.language
            )
        )
        cells = (
            indicator.name(view.language),
            view.places(r.period_end.date())[r.area].full,
            period(r.period_start, r.period_end, view.language),
            say[f"kind_{r.kind}"],
            value,
            r.source_title + (f" ({r.note})" if r.note else ""),
        )
        body.append(cells)
    return Grid(heads, tuple(body))
