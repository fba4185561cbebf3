"""The legend of a map: items once, written as HTML beside a page's map or drawn into a file's."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

from pages.figures.classes import Classes
from pages.figures.template import note
from pages.figures.theme import STATES, Look
from pages.text.words import words


@dataclass(frozen=True)
class LegendItem:
    """One line: its colour, its pattern (a key of `theme.STATES`, or “”), its words, its areas."""

    colour: str
    pattern: str
    label: str
    count: int


def legend_items(classes: Classes | None, states: Iterable[str], language: str) -> list[LegendItem]:
    """Classes from high to low, then the states without a value that occur.

    Args:
        classes: None for a map of circles.
        states: the state of every area on the map, “value” included.
    """
    say = words("figures", language)
    items = []
    if classes is not None:
        rows = zip(classes.colours, classes.labels(language), classes.counts)
        items = [LegendItem(colour, "", label, count) for colour, label, count in rows][::-1]
    present = list(states)
    for state, fill in STATES.items():
        if state in present:
            items.append(LegendItem(fill.fill, state, say[state], present.count(state)))
    return items


def legend_html(
    items: Iterable[LegendItem], look: Look, language: str, *, title: str = "", note: str = ""
) -> str:
    """The legend as a list that a screen reader reads too; wraps on narrow screens.

    Args:
        title: the unit, e.g. “% số hộ”. note: e.g. that classes are not comparable between years.
    """
    say = words("figures", language)
    rows = "".join(
        f'<li style="display:flex;align-items:center;gap:.5em;margin:0">'
        f'<span aria-hidden="true" style="flex:none;width:1.9em;height:1.15em;border:1px solid {look.border};'
        f'background:{_css(item)}"></span><span>{escape(item.label)}</span>'
        f'<span style="color:{look.muted}">{escape(say("districts", count=item.count))}</span></li>'
        for item in items
    )
    head = f'<div style="font-weight:600">{escape(title)}</div>' if title else ""
    tail = f'<div style="color:{look.muted}">{escape(note)}</div>' if note else ""
    return (
        f'<div class="map-legend" role="group" aria-label="{escape(say["legend"])}" '
        f'style="font-size:{look.text}px;color:{look.ink}">{head}'
        f'<ul style="list-style:none;display:flex;flex-wrap:wrap;gap:.3em 1.2em;margin:.2em 0;padding:0">{rows}</ul>'
        f"{tail}</div>"
    )


def legend_line(items: Iterable[LegendItem], *, title: str = "") -> str:
    """The legend in one line of Plotly's markup, for the imprint of a saved image."""
    signs = "   ".join(
        f'<span style="color:{STATES[i.pattern].ink if i.pattern else i.colour}">{"▨" if i.pattern else "■"}</span> {i.label}'
        for i in items
    )
    return f"{title}: {signs}" if title else signs


def legend_drawn(
    items: list[LegendItem], look: Look, language: str, *, x: float, height: float, title: str = ""
) -> Mapping:
    """The legend as shapes and annotations right of x (share of the plot's width), for files and slides.

    Args:
        height: of the plot between its margins, px.
    """
    say = words("figures", language)
    step = look.text * 1.85 / height
    top = 0.5 + step * len(items) / 2
    shapes, notes = [], []
    if title:
        notes.append(
            note(f"<b>{title}</b>", x, top + step * 0.4, xanchor="left", yanchor="bottom", align="left")
        )
    for index, item in enumerate(items):
        y = top - (index + 0.5) * step
        shapes.append(
            {
                "type": "rect",
                "xref": "paper",
                "yref": "paper",
                "x0": x,
                "x1": x + 0.032,
                "y0": y - step * 0.34,
                "y1": y + step * 0.34,
                "fillcolor": item.colour,
                "line": {"color": look.border, "width": 1},
            }
        )
        if item.pattern:
            glyphs = {"hatch": "╱╱", "dots": "⠿", "protect": "┃┃", "cross": "☰"}
            fill = STATES[item.pattern]
            notes.append(
                note(
                    glyphs[fill.layer],
                    x + 0.016,
                    y,
                    xanchor="center",
                    yanchor="middle",
                    font={"color": fill.ink, "size": look.small},
                )
            )
        text = f'{item.label}  <span style="color:{look.muted}">{say("districts", count=item.count)}</span>'
        notes.append(note(text, x + 0.04, y, xanchor="left", yanchor="middle"))
    return {"shapes": shapes, "annotations": notes}


def _css(item: LegendItem) -> str:
    if not item.pattern:
        return item.colour
    fill = STATES[item.pattern]
    return fill.css.format(ink=fill.ink, fill=fill.fill)
