"""The land of a map as Plotly traces: classes by colour, states by pattern, outlines, halos of islets.

Geometry is fetched by the browser from an address, so that a change of year sends numbers only.
Every trace that can be clicked carries `customdata[0]` = the area's code.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from geo.layout import MapLayout
from pages.content.area_map import AreaMap, Cell
from pages.figures import map_frame
from pages.figures.map_colours import colours_of
from pages.figures.theme import CLEAR, STATES, Look


@dataclass(frozen=True)
class Shapes:
    """Where the shapes are: the layout (see `map_frame`) and the address the browser asks for."""

    layout: MapLayout
    geojson: str


def land_layers(state: AreaMap, shapes: Shapes, look: Look) -> list[dict]:
    """The main picture, every inset, and a ring around each islet that would not be seen."""
    # islets too small for an outline of their own are outlined by their halo
    halos = shapes.layout.halos
    selected = {code: f"{code}:halo" if code in halos else code for code in state.selected}
    traces = _land(state.cells, states_of(state), "geo", shapes.geojson, look, selected)
    for index, inset in enumerate(shapes.layout.insets, start=1):
        inside = [cell for cell in state.cells if cell.place.code in inset.areas]
        traces += _land(inside, states_of(state), map_frame.subplot(index), shapes.geojson, look, selected)
    return traces + _halos(state.cells, halos, shapes.geojson, look)


def states_of(state: AreaMap) -> list[str]:
    """The states without a value that occur, in the order of their colours on the axes."""
    return list(dict.fromkeys(cell.state for cell in state.cells if not cell.known))


def colour_axes(state: AreaMap, look: Look) -> dict:
    """Plotly's colour axes: classes, clear, the states' papers and inks."""
    fills = [STATES[name] for name in states_of(state)]
    wanted = {"coloraxis": colours_of(state, look), "coloraxis2": (CLEAR,)}
    if fills:
        wanted |= {"coloraxis3": [fill.fill for fill in fills], "coloraxis4": [fill.ink for fill in fills]}
    return {name: _axis(shades) for name, shades in wanted.items()}


def speaking(cells: Sequence[Cell], *, valued: bool = True) -> dict:
    """Names, codes and hover of cells; the words that all share stand once, in `layout.meta`.

    A cell without a value has neither unit nor source to tell.
    """
    with_lines = any(cell.lines for cell in cells)
    data = [
        [cell.place.code, cell.text, "".join(f"<br>{line}" for line in cell.lines)][: 3 if with_lines else 2]
        for cell in cells
    ]
    lines = "%{customdata[2]}" if with_lines else ""
    after = f"%{{layout.meta.b}}{lines}%{{layout.meta.c}}" if valued else ""
    return {
        "text": [cell.place.full for cell in cells],
        "customdata": data,
        "hovertemplate": f"<b>%{{text}}%{{layout.meta.a}}%{{customdata[1]}}{after}<extra></extra>",
    }


def _axis(shades: Sequence[str]) -> dict:
    last = len(shades) - 1
    scale = [[round(i / last, 4), shade] for i, shade in enumerate(shades)] if last else []
    return {
        "colorscale": scale or [[0, shades[0]], [1, shades[0]]],
        "cmin": 0,
        "cmax": max(last, 1),
        "showscale": False,
    }


def _land(
    cells: Sequence[Cell],
    states: Sequence[str],
    geo: str,
    geojson: str,
    look: Look,
    selected: Mapping[str, str],
) -> list[dict]:
    valued, missing = ([cell for cell in cells if cell.known is known] for known in (True, False))
    traces = _valued(valued, geo, geojson, look) if valued else []
    traces += _missing(missing, states, geo, geojson, look) if missing else []
    chosen = [selected[cell.place.code] for cell in cells if cell.place.code in selected]
    return traces + (_rings(chosen, geo, geojson, look) if chosen else [])


def _valued(cells: Sequence[Cell], geo: str, geojson: str, look: Look) -> list[dict]:
    """Land in the colour of its class."""
    codes, z = [cell.place.code for cell in cells], [cell.klass or 0 for cell in cells]
    return [_layer(codes, z, "coloraxis", geo, geojson, _border(look)) | speaking(cells)]


def _missing(cells: Sequence[Cell], states: Sequence[str], geo: str, geojson: str, look: Look) -> list[dict]:
    """Land without a value: the paper of its state, and its pattern over it."""
    z, codes = [states.index(cell.state) for cell in cells], [cell.place.code for cell in cells]
    ids = [f"{cell.place.code}:{STATES[cell.state].layer}" for cell in cells]
    return [
        _layer(codes, z, "coloraxis3", geo, geojson, _border(look)) | speaking(cells, valued=False),
        _layer(ids, z, "coloraxis4", geo, geojson, {"width": 0}) | {"hoverinfo": "skip"},
    ]


def _rings(ids: list[str], geo: str, geojson: str, look: Look) -> list[dict]:
    """Around what is selected: an accent in a casing."""
    edges = (
        {"color": colour, "width": round(width, 1)}
        for colour, width in ((look.casing, look.line * 2.6), (look.accent, look.line * 1.3))
    )
    return [
        _layer(ids, [0] * len(ids), "coloraxis2", geo, geojson, edge) | {"hoverinfo": "skip"}
        for edge in edges
    ]


def _border(look: Look) -> dict:
    return {"color": look.border, "width": 0.8}


def _halos(cells: Sequence[Cell], halos: Collection[str], geojson: str, look: Look) -> list[dict]:
    traces = []
    for valued in (True, False):
        tiny = [cell for cell in cells if cell.place.code in halos and cell.known is valued]
        if tiny:
            ids = [f"{cell.place.code}:halo" for cell in tiny]
            edge = {"color": look.muted, "width": 0.7}
            layer = _layer(ids, [0] * len(ids), "coloraxis2", "geo", geojson, edge)
            traces.append(layer | speaking(tiny, valued=valued))
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
