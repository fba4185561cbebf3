"""The state of a map: what every district's cell says, the classes, the legend. No colours, no shapes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from data.catalogue import Indicator
from pages.content.classes import Classes
from pages.content.place import Place
from pages.content.state import State
from pages.content.whole import Whole
from pages.text.words import words

Kind = Literal["level", "circles", "change", "plan_share"]
STATES = (
    "no_data",
    "not_due",
    "protected",
    "not_applicable",
)  # why a cell has no value, as legends list them


@dataclass(frozen=True)
class Cell:
    """One district on a map: its value and class, or the state that explains why it has none.

    text: the value as written, without unit, or the state in words. klass: number of the class, lowest 0;
    None on a map of circles. lines: those of the hover that are this district's own. sign: of the mark, with
    the space before it, "" where the value wears none.
    """

    place: Place
    text: str
    value: float | None = None
    klass: int | None = None
    state: str = "value"
    lines: tuple[str, ...] = ()
    sign: str = ""

    @property
    def known(self) -> bool:
        """Whether the district has a value."""
        return self.state == "value"


@dataclass(frozen=True)
class LegendEntry:
    """One line of a legend: a class or (klass None) a state without a value, and its districts."""

    klass: int | None
    state: str
    label: str
    count: int


@dataclass(frozen=True, eq=False)
class AreaMap(State):
    """A map of the districts: a level in classes, counts as circles, a change, or a share of plan.

    cells: the districts in the frame's order. classes: None for circles. legend: from high to low, then the
    states. heading, unit: the hover's words before and after a value; facts: its last lines, which all share.
    legend_title: the unit, "" where the map writes it itself. note: e.g. that classes are this picture's own.
    whole: the province's figure, where it is told beside the map. selected: codes to outline. layout: “map”
    or “tiles”.
    """

    indicator: Indicator
    kind: Kind
    cells: tuple[Cell, ...]
    classes: Classes | None
    legend: tuple[LegendEntry, ...]
    heading: str
    unit: str
    facts: tuple[str, ...]
    legend_title: str = ""
    note: str = ""
    whole: Whole | None = None
    selected: tuple[str, ...] = ()
    layout: str = "map"

    def label(self, cell: Cell) -> str:
        """What a label on the map says of a cell: its mark too, unless a badge says it of all."""
        alike = len({other.sign for other in self.cells if other.known}) == 1
        return cell.text + ("" if alike and self.about.illustrative else cell.sign)

    @property
    def extremes(self) -> frozenset[str]:
        """Codes of the three highest and the two lowest: the names that a narrow map has room for."""
        known = sorted(
            (cell for cell in self.cells if cell.value is not None), key=lambda cell: cell.value or 0
        )
        return frozenset(cell.place.code for cell in (*known[:2], *known[-3:]))

    def alternative(self, cell: Cell) -> str:
        """A cell in words, for who does not see it: name, value with unit and mark, or why there is none."""
        return f"{cell.place.full}: {cell.text}" + (self.unit + cell.sign if cell.known else "")


def legend_entries(classes: Classes | None, cells: Iterable[Cell], language: str) -> tuple[LegendEntry, ...]:
    """Classes from high to low, then the states without a value that occur.

    Args:
        classes: None for circles, and where no class of the picture's own can be made.
    """
    say, states = words("figures", language), [cell.state for cell in cells]
    entries = []
    if classes is not None:
        rows = enumerate(zip(classes.labels(language), classes.counts))
        entries = [LegendEntry(klass, "value", label, count) for klass, (label, count) in rows][::-1]
    entries += [LegendEntry(None, s, say[s], states.count(s)) for s in STATES if s in states]
    return tuple(entries)


def shared_lines(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Lines of the hover that all districts share, and each district's own; empty lines are left out.

    Args:
        rows: the lines of each district, equally many.
    """
    same = [len({row[i] for row in rows}) == 1 for i in range(len(rows[0]))] if rows else []
    shared = tuple(text for text, fixed in zip(rows[0], same) if fixed and text) if rows else ()
    return shared, [tuple(text for text, fixed in zip(row, same) if text and not fixed) for row in rows]


def stated(row: Mapping, places: Mapping[str, Place], state: str, text: str) -> Cell:
    """The cell of a district without a value."""
    return Cell(places[str(row["area"])], text, state=state)
