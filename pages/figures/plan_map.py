"""The share of the year's plan by district, diverging at 100 %."""

from collections.abc import Iterable, Mapping

import pandas as pd
import plotly.graph_objects as go

from data.absence import absent
from data.catalogue import Catalogue, Indicator
from pages.content.place import Place
from pages.figures.classes import Classes, diverging
from pages.figures.hover import provenance
from pages.figures.legend import legend_items
from pages.figures.map_core import Cell, Labels, common_lines, draw_map
from pages.figures.template import NO_CAPTION, Caption
from pages.figures.theme import DESK, Look
from pages.text.numbers import attach, date, number, with_unit
from pages.text.words import words


def plan_classes(frame: pd.DataFrame, indicator: Indicator, catalogue: Catalogue) -> Classes:
    """The catalogue's classes of % of plan; exactly 100 % is reached."""
    return diverging(
        frame["plan_share"], catalogue.plan_share_limits, centre=100, high_is_better=True, closed_right=False
    )


def plan_map(
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
    """Districts by share of plan. A share is a ratio, so counts may be shown this way.

    Args:
        frame: as `plan_progress` returns it; areas that `layout` does not know (the province) are left out.
    """
    frame = frame[frame["area"].isin(list(layout.labels))]
    classes = classes or plan_classes(frame, indicator, catalogue)
    say = words("figures", language)
    unit = catalogue.unit(indicator, language)
    rows = frame.to_dict("records")
    facts, lines = common_lines(
        [
            [_as_of(row, say, language), *provenance(row, language)[1:]]
            for row in rows
            if not absent(row["plan_share"])
        ]
    )
    own = iter(lines)
    cells = []
    for row in rows:
        place = places[row["area"]]
        if absent(row["plan_share"]):
            cells.append(Cell(place, say[row.get("reason") or "cannot_judge"], state=_state(row)))
            continue
        pair = f"{number(row['actual'], indicator.decimals, language)} / {with_unit(row['plan'], unit, indicator.decimals, language)}"
        cells.append(
            Cell(
                place,
                number(row["plan_share"], 1, language),
                classes.class_of(row["plan_share"]),
                details=f"{attach('', '%', language)}<br>{pair}{next(own)}",
            )
        )
    return draw_map(
        cells,
        classes.colours,
        layout=layout,
        geojson=geojson,
        facts=facts,
        caption=caption,
        look=look,
        heading=f"{indicator.label(language)} – % {say['plan']}",
        language=language,
        selected=selected,
        labels=labels,
        height=height,
        unit="",
        legend=legend_items(classes, [cell.state for cell in cells], language) if draw_legend else (),
        legend_title=f"% {say['plan']}",
    )


def _as_of(row: Mapping[str, object], say: Mapping, language: str) -> str:
    day = row.get("as_of")
    return "" if absent(day) else say("as_of", date=date(day, language))


def _state(row: Mapping[str, object]) -> str:
    return {"no_plan": "not_applicable", "protected": "protected"}.get(row.get("reason"), "no_data")
