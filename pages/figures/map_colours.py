"""The colours of a map's state, for every medium; no Plotly here."""

from pages.content.area_map import AreaMap, Cell
from pages.figures.theme import DESK, STATES, Look, class_colours


def colours_of(state: AreaMap, look: Look = DESK) -> tuple[str, ...]:
    """The colours of the classes, lowest first; the bare land's where circles tell the values."""
    return class_colours(state.classes, dark=look.dark) if state.classes else (look.land,)


def fill_of(state: AreaMap, cell: Cell, look: Look = DESK) -> str:
    """The colour under a cell; a state without a value never has one of the scale."""
    return colours_of(state, look)[cell.klass or 0] if cell.known else STATES[cell.state].fill
