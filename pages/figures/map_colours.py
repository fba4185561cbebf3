"""The colours of a map's state, for every medium; no Plotly here."""

from pages.content.area_map import AreaMap, Cell
from pages.figures.theme import LAND, STATES, class_colours


def colours_of(state: AreaMap, land: str = LAND) -> tuple[str, ...]:
    """The colours of the classes, lowest first; the bare land's where circles tell the values."""
    return class_colours(state.classes) if state.classes else (land,)


def fill_of(state: AreaMap, cell: Cell, land: str = LAND) -> str:
    """The colour under a cell; a state without a value never has one of the scale."""
    return colours_of(state, land)[cell.klass or 0] if cell.known else STATES[cell.state].fill
