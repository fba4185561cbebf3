"""What the headings of an office's own table mean: suggested, decided by a person, remembered."""

import streamlit as st

from data.intake.grid import letter
from data.intake.layout import Layout
from data.intake.mapping import Mapping, Meaning, decided
from pages.content.view import View
from pages.intake.records import Form
from pages.web.pieces import heading
from pages.widgets.plain import plain

Pair = tuple[Layout, Mapping]


def confirmed(view: View, form: Form, pairs: list[Pair]) -> list[Mapping]:
    """A list for each heading, with what is suggested; the mappings as they stand chosen."""
    say = view.say("so_lieu")
    st.html(heading(say["mapping_title"], say["mapping_subtitle"]))
    return [_table(view, form, layout, mapping) for layout, mapping in pairs]


def _table(view: View, form: Form, layout: Layout, mapping: Mapping) -> Mapping:
    say, catalogue = view.say("so_lieu"), view.catalogue
    names = {i.id: i.name(view.language) for i in catalogue.indicators.values()} | {"": say["mapping_none"]}
    own = [i.id for i in catalogue.of_domain(form.domain)]
    meanings = []
    for m in mapping.meanings:
        if not _names_indicator(layout, m):
            meanings.append(m)
            continue
        offered = ["", *dict.fromkeys([*([m.indicator] if m.indicator else []), *own])]
        where = (
            say("mapping_column", column=letter(m.at)) if m.axis == "column" else str(layout.grid.lines[m.at])
        )
        chosen = st.selectbox(
            plain(f"{where}: {m.name}"),
            offered,
            index=offered.index(m.indicator),
            format_func=lambda code: names[code],
            key=f"nghia_{mapping.signature}_{m.axis}_{m.at}",
        )
        meanings.append(decided(m, chosen or "", layout, catalogue))
    return mapping.model_copy(update={"meanings": tuple(meanings)})


def _names_indicator(layout: Layout, m: Meaning) -> bool:
    """Whether a heading stands on the axis that names indicators, and may be read at all."""
    axis = "column" if layout.form == "areas_down" else "row"
    return m.axis == axis and m.left_out not in ("derived", "other_year")
