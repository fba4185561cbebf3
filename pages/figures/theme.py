"""Every colour and every size of type: the only place with hex codes.

Colours were chosen by measure: neighbours differ by ΔE ≥ 10, also under simulated colour
blindness, lightness falls evenly so that greyscale reads, text has contrast ≥ 4.5 (tested).
"""

from dataclasses import dataclass, replace

from pages.content.classes import Classes
from pages.statistics.plan_standing import SIGNS

FONT = "Source Sans, Noto Sans, Arial, sans-serif"  # the first is served by Streamlit
CLEAR = "rgba(0,0,0,0)"
DARK_TEXT, LIGHT_TEXT = "#14202b", "#ffffff"

SEQUENTIAL = ("#eaf3fb", "#c6dbf0", "#9dc5e6", "#74aedb", "#468ec7", "#1b62a3", "#053a79")
_STEPS = {1: (3,), 2: (1, 5), 3: (1, 3, 5), 4: (0, 2, 4, 6), 5: (0, 2, 3, 5, 6), 6: (0, 2, 3, 4, 5, 6)}
WORSE = ("#f0ae78", "#d8722b", "#a33f00")  # from the middle outwards
BETTER = ("#a5c6de", "#5b97c4", "#14609a")
MIDDLE, MIDDLE_DARK = "#f6efe4", "#39424d"
PLANS = ("#f6c9ad", "#fbe3ae", "#bfe5d6")  # behind, near, reached: paper of a cell, as JUDGEMENTS
UNJUDGED = ("#f2f5f8", "#e0e7ed", "#c8d2dc", "#abb9c6", "#8799a9")  # grey-blue, from less to more

LAND = "#e9ebe4"  # the base map under circles
CIRCLE, CIRCLE_LINE = "rgba(63,134,191,0.55)", "#053a79"
LINES = ("#0b6fb8", "#b8500a", "#00795a", "#8a3f96", "#7a6400", "#4a5563")  # districts on a chart
LINES_DARK = ("#6cb8f0", "#f2a05c", "#4fc9a4", "#d49be0", "#d9c04a", "#b4bdc8")
PARTS = ("#053a79", "#468ec7", "#9dc5e6", "#c9ced4", "#8c949d")  # parts of a whole


@dataclass(frozen=True)
class StateFill:
    """How a cell without a value is filled: a colour, a pattern (suffix of the layer) and its ink."""

    fill: str
    layer: str
    ink: str
    css: str  # the same pattern for an HTML legend


STATES = {
    "no_data": StateFill(
        "#dcdcdc", "hatch", "#9d9d9d", "repeating-linear-gradient(45deg,{ink} 0 1.5px,{fill} 1.5px 5px)"
    ),
    "not_due": StateFill(
        "#ffffff", "dots", "#5f6a75", "radial-gradient({ink} 1.2px,{fill} 1.6px) 0 0/5px 5px"
    ),
    "protected": StateFill(
        "#e3d7f1", "protect", "#9a78c6", "repeating-linear-gradient(90deg,{ink} 0 1.5px,{fill} 1.5px 6px)"
    ),
    "not_applicable": StateFill(
        "#f4f4f0", "cross", "#a9a9a2", "repeating-linear-gradient(0deg,{ink} 0 1.5px,{fill} 1.5px 6px)"
    ),
}


@dataclass(frozen=True)
class Judgement:
    """A judgement never speaks by colour alone: symbol and text colour go with it."""

    fill: str
    symbol: str
    text: str  # for words on light paper
    text_dark: str


JUDGEMENTS = {
    "behind": Judgement("#d55e00", SIGNS["behind"], "#a84300", "#ff9a52"),
    "near": Judgement("#e69f00", SIGNS["near"], "#7d5500", "#f2b632"),
    "reached": Judgement("#009e73", SIGNS["reached"], "#00694c", "#35c79b"),
    "unknown": Judgement("#8c949d", SIGNS["unknown"], "#55606b", "#b4bdc8"),
}


@dataclass(frozen=True)
class Look:
    """Sizes (px) and papers of a surface: a desk, or a hall and the slides for it."""

    name: str
    dark: bool
    text: int
    small: int
    title: int
    map_label: int
    line: float
    marker: float
    height: int
    row: int  # px for one row of a chart with a row a district
    wrap: int  # characters to a line of footer
    ink: str = DARK_TEXT
    muted: str = "#55606b"
    paper: str = "#ffffff"
    grid: str = "#dfe3e7"
    border: str = "#6d7883"  # between districts
    accent: str = DARK_TEXT  # outline of what is selected
    casing: str = "#ffffff"  # light edge around the accent
    province: str = "#14202b"
    plan: str = "#a33f00"
    pace: str = "#8c949d"
    bar: str = "#2f74ad"
    band: str = "#eceff2"
    land: str = LAND
    circle: str = CIRCLE
    circle_line: str = CIRCLE_LINE
    mark_paper: str = "#ffe9b3"
    mark_ink: str = "#5a3d00"

    @property
    def lines(self) -> tuple[str, ...]:
        """Colours for districts drawn as lines on this paper."""
        return LINES_DARK if self.dark else LINES


DESK = Look(
    "desk", False, text=14, small=12, title=18, map_label=13, line=2.5, marker=8, height=640, row=38, wrap=62
)
HALL = Look(
    "hall",
    False,
    text=28,
    small=24,
    title=44,
    map_label=24,
    line=5,
    marker=16,
    height=1000,
    row=49,
    wrap=110,
    paper="#f7f7f5",
)
_DARK = {
    "dark": True,
    "ink": "#fafafa",
    "muted": "#b4bdc8",
    "paper": "#0e1117",
    "grid": "#2b323c",
    "border": "#39424d",
    "accent": "#ffd24a",
    "casing": "#0e1117",
    "province": "#fafafa",
    "plan": "#f2a05c",
    "pace": "#8c949d",
    "bar": "#5b9bd0",
    "band": "#1b212a",
    "land": "#2b323c",
    "circle": "rgba(108,184,240,0.55)",
    "circle_line": "#cfe6f7",
    "mark_paper": "#5a3d00",
    "mark_ink": "#ffe9b3",
}
DESK_DARK = replace(DESK, **_DARK)
HALL_DARK = replace(HALL, **_DARK)


def look(name: str = "desk", *, dark: bool = False) -> Look:
    """The look of a surface by its name; anything but “hall” is the desk."""
    if name == "hall":
        return HALL_DARK if dark else HALL
    return DESK_DARK if dark else DESK


def sequential(count: int, *, dark: bool = False) -> tuple[str, ...]:
    """`count` colours of one hue, from less to more: more stands out from its paper.

    Args:
        dark: of the paper; more is lighter there.

    Raises:
        ValueError: beyond 7.
    """
    if count != len(SEQUENTIAL) and count not in _STEPS:
        raise ValueError(f"no sequential palette of {count} classes")
    colours = tuple(SEQUENTIAL[i] for i in _STEPS.get(count, range(count)))
    return colours[::-1] if dark else colours


def diverging(
    below: int, above: int, *, middle: bool, high_is_better: bool = True, dark: bool = False
) -> tuple[str, ...]:
    """Colours for `below` classes under and `above` classes over the middle, from low to high."""
    low, high = (WORSE, BETTER) if high_is_better else (BETTER, WORSE)
    centre = MIDDLE
    if dark:
        low, high, centre = low[::-1], high[::-1], MIDDLE_DARK
    return (*_side(low, below, centre)[::-1], *([centre] if middle else []), *_side(high, above, centre))


def class_colours(classes: Classes, *, dark: bool = False) -> tuple[str, ...]:
    """A colour for each class of a map, lowest first: one hue for levels, two around a real middle."""
    if classes.centre is None:
        return sequential(len(classes.limits) + 1, dark=dark)
    middle = classes.centre not in classes.limits
    below = sum(limit < classes.centre for limit in classes.limits) + (0 if middle else 1)
    above = sum(limit > classes.centre for limit in classes.limits) + (0 if middle else 1)
    return diverging(below, above, middle=middle, high_is_better=classes.high_is_better, dark=dark)


def _side(colours: tuple[str, ...], count: int, centre: str) -> tuple[str, ...]:
    picks = {0: (), 1: (1,), 2: (0, 2), 3: (0, 1, 2)}
    if count in picks:
        return tuple(colours[i] for i in picks[count])
    return (*_between(centre, colours[0], count - 3), *colours)


def _between(start: str, end: str, count: int) -> tuple[str, ...]:
    a, b = ([int(c[i : i + 2], 16) for i in (1, 3, 5)] for c in (start, end))
    shares = [(i + 1) / (count + 1) for i in range(count)]
    return tuple("#" + "".join(f"{round(x + (y - x) * s):02x}" for x, y in zip(a, b)) for s in shares)


def contrast(first: str, second: str) -> float:
    """Contrast of two colours as WCAG 2.2 computes it, 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def text_on(fill: str) -> str:
    """Dark or light text, whichever reads better on this fill."""
    return max((DARK_TEXT, LIGHT_TEXT), key=lambda colour: contrast(colour, fill))


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
