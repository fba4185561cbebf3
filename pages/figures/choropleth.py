"""The level of a rate by district, in registered classes. Counts never fill a map (see `circles`)."""

from collections.abc import Iterable, Mapping

import pandas as pd
import plotly.graph_objects as go

from data.absence import absent
from data.catalogue import Catalogue, Indicator
from pages.content.place import Place
from pages.figures.classes import Classes, for_indicator
from pages.figures.hover import provenance
from pages.figures.legend import legend_items
from pages.figures.map_core import Cell, Labels, common_lines, draw_map
from pages.figures.template import NO_CAPTION, Caption
from pages.figures.theme import DESK, Look
from pages.text.numbers import attach, number
from pages.text.words import words


def choropleth(
    frame: pd.DataFrame,
    indicator: Indicator,
    catalogue: Catalogue,
    *,
    places: Mapping[str, Place],
    layout: object,
    geojson: str,
    language: str = "vi",
    look: Look = DESK,
    caption: Caption = NO_CAPTION,
    classes: Classes | None = None,
    selected: Iterable[str] = (),
    draw_legend: bool = False,
    labels: Labels = "values",
    height: int | None = None,
) -> go.Figure:
    """Districts coloured by class, missing ones by pattern. A tile grid is only another layout.

    Args:
        frame: as `district_values` returns it.
        layout, geojson: places on the screen, and the address of their shapes.
        classes: `classes_of(frame, indicator)` where None; hand in your own to share them.
        selected: codes to outline.
        labels: values under the names, names alone, or none where a map is small.
        draw_legend: for files and slides; pages write `legend_html`.

    Raises:
        ValueError: the indicator is no rate; whoever calls draws `circles` instead.
    """
    if not indicator.is_rate:
        raise ValueError(f"{indicator.id} is no rate: draw circles()")
    classes = classes or classes_of(frame, indicator)
    facts, cells = cells_of(frame, indicator, places, language, classes)
    return draw_map(
        cells,
        classes.colours,
        layout=layout,
        geojson=geojson,
        heading=indicator.label(language),
        facts=facts,
        unit=attach("", catalogue.unit(indicator, language), language),
        caption=caption,
        look=look,
        language=language,
        selected=selected,
        labels=labels,
        height=height,
        legend=legend_items(classes, frame["state"], language) if draw_legend else (),
        legend_title=catalogue.unit(indicator, language),
    )


def classes_of(frame: pd.DataFrame, indicator: Indicator) -> Classes:
    """The classes of a frame's standard: registered ones, else free ones."""
    standards = [s for s in frame.get("standard", pd.Series(dtype=str)).dropna().unique() if s]
    return for_indicator(frame["value"], indicator, standards[0] if len(standards) == 1 else "")


def cells_of(
    frame: pd.DataFrame,
    indicator: Indicator,
    places: Mapping[str, Place],
    language: str,
    classes: Classes | None,
) -> tuple[str, list[Cell]]:
    """Hover lines shared by all districts, and the cells; class 0 for all values where `classes` is None."""
    say = words("figures", language)
    rows = frame.to_dict("records")
    valued = [row["state"] == "value" and not absent(row["value"]) for row in rows]
    facts, lines = common_lines([provenance(row, language) for row, has in zip(rows, valued) if has])
    own = iter(lines)
    cells = []
    for row, has in zip(rows, valued):
        if has:
            klass = classes.class_of(row["value"]) if classes else 0
            text = number(row["value"], indicator.decimals, language)
            cells.append(Cell(places[row["area"]], text, klass, details=next(own)))
        else:
            state = row["state"] if row["state"] != "value" else "no_data"
            cells.append(Cell(places[row["area"]], say[state], state=state))
    return facts, cells
