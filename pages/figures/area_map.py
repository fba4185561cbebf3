"""A map of the districts as a Plotly figure: level, circles, change and share of plan are drawn alike."""

from dataclasses import replace

import plotly.graph_objects as go

from geo.layout import MapLayout, map_layout
from geo.province import province_dir
from pages.content.area_map import AreaMap
from pages.figures import map_frame
from pages.figures.circles import circles, size_legend, sizes_of
from pages.figures.geometry import address
from pages.figures.legend import legend_line
from pages.figures.map_colours import fill_of
from pages.figures.map_layers import Shapes, colour_axes, land_layers
from pages.figures.template import NO_CAPTION, Caption, base_layout, build, wrapped
from pages.figures.theme import DESK, Look, text_on


def area_map(
    state: AreaMap, *, look: Look = DESK, caption: Caption = NO_CAPTION, height: int | None = None
) -> go.Figure:
    """The map on the province's own shapes, in the state's layout."""
    shapes = Shapes(map_layout(province_dir(), state.layout), address(state.layout))
    return draw_map(state, shapes, look=look, caption=caption, height=height)


def draw_map(
    state: AreaMap,
    shapes: Shapes,
    *,
    look: Look = DESK,
    caption: Caption = NO_CAPTION,
    height: int | None = None,
) -> go.Figure:
    """The map on given shapes; the legend goes into the saved image, pages write `web.legend` beside it.

    Args:
        height: px of the figure with its margins; the look's where None.
    """
    layout = shapes.layout
    traces = land_layers(state, shapes, look)
    if state.kind == "circles":
        traces += circles(state, layout, look)
    traces += [*map_frame.scale_bars(layout, look), *_labels(state, layout, look)]
    caption = replace(caption, key=legend_line(state, look))
    base = base_layout(caption, look, state.language, height, left=0, right=0)
    base |= {"uirevision": "map", **map_frame.frames(layout, look), **colour_axes(state, look)}
    facts = "".join(f"<br>{line}" for line in state.facts)
    base["meta"] = {"a": f"</b><br>{state.heading}: ", "b": state.unit, "c": facts}
    del base["plot_bgcolor"]
    base["annotations"] += map_frame.inset_titles(layout, look, state.language)
    if state.kind == "circles":
        drawn = size_legend(state, look)
        base["shapes"] = drawn["shapes"]
        base["annotations"] += drawn["annotations"]
    return build(traces, base)


def _labels(state: AreaMap, layout: MapLayout, look: Look) -> list[dict]:
    fills = {cell.place.code: fill_of(state, cell, look) for cell in state.cells}
    inks = map_frame.label_inks(fills, layout, look, text_on)
    texts = {}
    letters = 10 if layout.layout == "tiles" else 9 if look.name == "hall" else 12  # of a name's line
    for cell in state.cells:
        name = wrapped(cell.place.name, letters)
        text = f"{name}<br>{state.label(cell)}" if cell.known else name
        if look.name == "desk" and cell.place.code in state.extremes:  # style.css shows these on a telephone
            text = f"<span style='color:{inks[cell.place.code]}'>{text}</span>"
        texts[cell.place.code] = text
    sizes = sizes_of(state, look) if state.kind == "circles" and layout.layout == "map" else None
    return map_frame.labels(texts, inks, layout, look, sizes)
