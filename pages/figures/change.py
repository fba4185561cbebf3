"""The change of a rate on the year before, in percentage points, diverging at zero."""

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
from pages.text.numbers import attach, signed, with_unit
from pages.text.words import words

STATE_OF = {
    "break": "not_applicable",
    "protected": "protected",
}  # why there is no change → how the area is filled


def change_classes(frame: pd.DataFrame, indicator: Indicator, catalogue: Catalogue) -> Classes:
    """The catalogue's classes of change; blue is the wanted direction, never simply “down”."""
    better_up = indicator.polarity != "lower_is_better"
    return diverging(frame["points"], catalogue.change_limits, centre=0, high_is_better=better_up)


def change_map(
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
    when: str = "",
    selected: Iterable[str] = (),
    draw_legend: bool = False,
    labels: Labels = "values",
    height: int | None = None,
) -> go.Figure:
    """Districts by change in points; across a break there is no change, and the hover says so.

    Args:
        frame: as `district_change` returns it; the other options as in `choropleth`.
        when: the period in words for the hover, which the frame does not know.

    Raises:
        ValueError: the indicator is no rate (a count's change is in per cent: draw a dot plot).
    """
    if not indicator.is_rate:
        raise ValueError(f"{indicator.id} is no rate: its change is not in points")
    classes = classes or change_classes(frame, indicator, catalogue)
    say = words("figures", language)
    unit = catalogue.unit(indicator, language)
    rows = frame.to_dict("records")
    facts, lines = common_lines(
        [[when, *provenance(row, language)[1:]] for row in rows if not absent(row["points"])]
    )
    own = iter(lines)
    cells = []
    for row in rows:
        place = places[row["area"]]
        if absent(row["points"]):
            reason = say[row.get("reason") or "no_value"]
            cells.append(Cell(place, reason, state=STATE_OF.get(row.get("reason"), "no_data")))
            continue
        levels = [with_unit(row[k], unit, indicator.decimals, language) for k in ("before", "value")]
        text = signed(row["points"], indicator.decimals, language)
        details = f"{attach('', say['points'], language)}<br>{say('before_after', before=levels[0], after=levels[1])}{next(own)}"
        cells.append(Cell(place, text, classes.class_of(row["points"]), details=details))
    return draw_map(
        cells,
        classes.colours,
        layout=layout,
        geojson=geojson,
        facts=facts,
        caption=caption,
        look=look,
        heading=f"{indicator.label(language)} – {say['change']}",
        language=language,
        selected=selected,
        labels=labels,
        height=height,
        unit="",
        legend=legend_items(classes, [cell.state for cell in cells], language) if draw_legend else (),
        legend_title=say["points"],
    )
