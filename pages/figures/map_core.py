"""The core of every map: cells in, traces out. Level, change, plan and circle maps are thin over it.

Geometry is fetched by the browser from an address, so that a change of year sends numbers only.
Every trace that can be clicked carries `customdata[0]` = the area's code.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import plotly.graph_objects as go

from pages.content.place import Place
from pages.figures import map_frame
from pages.figures.legend import LegendItem, legend_drawn
from pages.figures.template import Caption, base_layout, build, plot_height, wrapped
from pages.figures.theme import CLEAR, LAND, STATES, Look, text_on

Labels = Literal["values", "names", "none"]
LEGEND_SHARE = 0.76  # width of the map beside a drawn legend


@dataclass(frozen=True)
class Cell:
    """One area on a map: its class, or the state that explains why it has none."""

    place: Place
    text: str  # the value as written, without unit, or the state in words
    klass: int | None = None
    state: str = "value"
    details: str = ""  # lines of the hover that are this area's own


def draw_map(
    cells: Sequence[Cell],
    colours: Sequence[str],
    *,
    layout: object,
    geojson: str,
    heading: str,
    unit: str,
    facts: str,
    caption: Caption,
    look: Look,
    language: str,
    selected: Iterable[str] = (),
    extra: Sequence[dict] = (),
    labels: Labels = "values",
    legend: Sequence[LegendItem] = (),
    legend_title: str = "",
    height: int | None = None,
) -> go.Figure:
    """A map of cells.

    Args:
        colours: of the classes, lowest first; empty for a base map without values.
        layout: frame, insets, labels, halos (see `map_frame`).
        geojson: address of the layers, as the browser asks for it.
        heading: the hover's words before the value, unit: those after it, facts: its last lines.
        selected: codes to outline.
        extra: traces drawn over the land and under the labels.
        labels: “values” under the names, “names” alone, or “none” where a map is small.
        legend: drawn into the figure when given.
    """
    share = LEGEND_SHARE if legend else 1.0
    colours = list(colours) or [LAND]
    states = list(dict.fromkeys(cell.state for cell in cells if cell.klass is None))
    # islets too small for an outline of their own are outlined by their halo
    selected = {code: f"{code}:halo" if code in layout.halos else code for code in selected}
    traces = _land(cells, states, None, "geo", geojson, look, selected)
    for index, inset in enumerate(layout.insets, start=1):
        geo = map_frame.subplot(index)
        traces += _land(cells, states, set(inset.areas), geo, geojson, look, selected)
    traces += _halos(cells, layout, geojson, look)
    traces += [*extra, *map_frame.scale_bars(layout, look), *_labels(cells, colours, layout, look, labels)]
    base = base_layout(caption, look, language, height, left=0, right=0)
    base |= {"uirevision": "map", **map_frame.frames(layout, look, width=share), **_axes(colours, states)}
    base["meta"] = {"a": f"</b><br>{heading}: ", "b": unit, "c": f"<br>{facts}" if facts else ""}
    del base["plot_bgcolor"]
    base["annotations"] += map_frame.inset_titles(layout, look, language, width=share)
    if legend:
        drawn = legend_drawn(
            list(legend), look, language, x=share + 0.01, height=plot_height(base), title=legend_title
        )
        base["shapes"] = drawn["shapes"]
        base["annotations"] += drawn["annotations"]
    return build(traces, base)


def common_lines(rows: Sequence[Sequence[str]]) -> tuple[str, list[str]]:
    """Lines that all areas share (for the template), and each area's own, empty where shared.

    Args:
        rows: the hover's lines of each area, equally many.
    """
    if not rows or len({tuple(row) for row in rows}) == 1:
        return "<br>".join(filter(None, rows[0])) if rows else "", [""] * len(rows)
    same = [len({row[i] for row in rows}) == 1 for i in range(len(rows[0]))]
    shared = "<br>".join(text for text, fixed in zip(rows[0], same) if fixed and text)
    own = ["".join(f"<br>{text}" for text, fixed in zip(row, same) if text and not fixed) for row in rows]
    return shared, own


def _axes(colours: Sequence[str], states: Sequence[str]) -> dict:
    fills = [STATES[state] for state in states]
    wanted = {"coloraxis": colours, "coloraxis2": [CLEAR]}
    if fills:
        wanted |= {"coloraxis3": [fill.fill for fill in fills], "coloraxis4": [fill.ink for fill in fills]}
    return {
        name: {
            "colorscale": [[round(i / max(len(shades) - 1, 1), 4), shade] for i, shade in enumerate(shades)]
            if len(shades) > 1
            else [[0, shades[0]], [1, shades[0]]],
            "cmin": 0,
            "cmax": max(len(shades) - 1, 1),
            "showscale": False,
        }
        for name, shades in wanted.items()
    }


def _land(
    cells: Sequence[Cell],
    states: Sequence[str],
    only: Collection[str] | None,
    geo: str,
    geojson: str,
    look: Look,
    selected: Mapping[str, str],
) -> list[dict]:
    here = [cell for cell in cells if only is None or cell.place.code in only]
    border = {"color": look.border, "width": 0.8}
    traces = []
    valued = [cell for cell in here if cell.klass is not None]
    if valued:
        codes, z = [cell.place.code for cell in valued], [cell.klass for cell in valued]
        traces.append(_layer(codes, z, "coloraxis", geo, geojson, border) | speaking(valued))
    stated = [cell for cell in here if cell.klass is None]
    if stated:
        z = [states.index(cell.state) for cell in stated]
        codes = [cell.place.code for cell in stated]
        ids = [f"{code}:{STATES[cell.state].layer}" for code, cell in zip(codes, stated)]
        traces.append(_layer(codes, z, "coloraxis3", geo, geojson, border) | speaking(stated, valued=False))
        traces.append(_layer(ids, z, "coloraxis4", geo, geojson, {"width": 0}) | {"hoverinfo": "skip"})
    chosen = [selected[cell.place.code] for cell in here if cell.place.code in selected]
    for colour, width in ((look.casing, look.line * 2.6), (look.accent, look.line * 1.3)) if chosen else ():
        edge = {"color": colour, "width": round(width, 1)}
        traces.append(
            _layer(chosen, [0] * len(chosen), "coloraxis2", geo, geojson, edge) | {"hoverinfo": "skip"}
        )
    return traces


def _layer(ids: list[str], z: list[int], axis: str, geo: str, geojson: str, edge: dict) -> dict:
    trace = {
        "type": "choropleth",
        "geojson": geojson,
        "locations": ids,
        "z": z,
        "coloraxis": axis,
        "marker": {"line": edge},
    }
    return trace if geo == "geo" else trace | {"geo": geo}


def speaking(cells: Sequence[Cell], *, valued: bool = True) -> dict:
    """Names, codes and hover of cells; the words that all share stand once, in `layout.meta`.

    A cell without a value has neither unit nor source to tell.
    """
    own = any(cell.details for cell in cells)
    data = [
        [cell.place.code, cell.text, cell.details] if own else [cell.place.code, cell.text] for cell in cells
    ]
    after = f"%{{layout.meta.b}}{'%{customdata[2]}' if own else ''}%{{layout.meta.c}}" if valued else ""
    return {
        "text": [cell.place.full for cell in cells],
        "customdata": data,
        "hovertemplate": f"<b>%{{text}}%{{layout.meta.a}}%{{customdata[1]}}{after}<extra></extra>",
        "unselected": {"marker": {"opacity": 1}},
    }


def _halos(cells: Sequence[Cell], layout: object, geojson: str, look: Look) -> list[dict]:
    codes = set(layout.halos)
    traces = []
    for valued in (True, False):
        tiny = [cell for cell in cells if cell.place.code in codes and (cell.klass is not None) is valued]
        if tiny:
            ids = [f"{cell.place.code}:halo" for cell in tiny]
            edge = {"color": look.muted, "width": 0.7}
            traces.append(
                _layer(ids, [0] * len(ids), "coloraxis2", "geo", geojson, edge)
                | speaking(tiny, valued=valued)
            )
    return traces


def _labels(
    cells: Sequence[Cell], colours: Sequence[str], layout: object, look: Look, what: Labels
) -> list[dict]:
    if what == "none":
        return []
    fills = {c.place.code: STATES[c.state].fill if c.klass is None else colours[c.klass] for c in cells}
    inks: Mapping[str, str] = map_frame.label_inks(fills, layout, look, text_on)
    texts = {}
    for cell in cells:
        name = wrapped(cell.place.name, 10 if layout.layout == "tiles" else 12)
        texts[cell.place.code] = (
            f"{name}<br>{cell.text}" if what == "values" and cell.klass is not None else name
        )
    return map_frame.labels(texts, inks, layout, look)
