"""The legend of a map in the theme's colours: every medium writes these same lines."""

from dataclasses import dataclass

from pages.content.area_map import AreaMap
from pages.figures.map_colours import colours_of
from pages.figures.theme import DESK, STATES, Look


@dataclass(frozen=True)
class Swatch:
    """One line: its colour, its pattern (a key of `theme.STATES`, or “”), its words, its districts."""

    colour: str
    pattern: str
    label: str
    count: int

    @property
    def css(self) -> str:
        """The colour or pattern as the background of an HTML element."""
        if not self.pattern:
            return self.colour
        fill = STATES[self.pattern]
        return fill.css.format(ink=fill.ink, fill=fill.fill)


def swatches(state: AreaMap, look: Look = DESK) -> list[Swatch]:
    """The state's legend with the colours and patterns that the map is drawn in."""
    colours = colours_of(state, look)
    return [
        Swatch(STATES[entry.state].fill, entry.state, entry.label, entry.count)
        if entry.klass is None
        else Swatch(colours[entry.klass], "", entry.label, entry.count)
        for entry in state.legend
    ]


def legend_line(state: AreaMap, look: Look = DESK) -> str:
    """The legend in one line of Plotly's markup, for the imprint of a saved image."""
    signs = []
    for swatch in swatches(state, look):
        ink = STATES[swatch.pattern].ink if swatch.pattern else swatch.colour
        sign = "▨" if swatch.pattern else "■"
        signs.append(f'<span style="color:{ink}">{sign}</span> {swatch.label}')
    line = "   ".join(signs)
    return f"{state.legend_title}: {line}" if state.legend_title else line
