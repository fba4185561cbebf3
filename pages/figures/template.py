"""The one template of all figures: what they are told (places, captions) and the frame around them.

Plotly does not wrap text, so every caption is broken into short lines here: a figure must read at
360 px and at 1920 px, and an image saved from it must still say title, source and mark.
"""

import textwrap
from dataclasses import dataclass

import plotly.graph_objects as go

from pages.figures.theme import CLEAR, FONT, Look
from pages.text.numbers import separators

IMPRINT = 172  # px at the foot of a figure that a page hides and a saved image shows
# width of a sign in the mark's badge to its size: a saved image may use another, wider font than the page
MARK_SIGN = 0.5


@dataclass(frozen=True)
class Caption:
    """What a figure says about itself.

    title: the finding's subject. subtitle: unit and period. footer: source and edition. mark: the
    rehearsal mark, drawn as a badge whenever it is not empty. drawn: title above and source below in
    the look's sizes (slides, files); otherwise the page writes them and the figure carries them
    only as a small imprint at its foot, for the saved image. key: a line of markup that opens the imprint
    (a map's classes) imprint: False leaves even that away.
    """

    title: str = ""
    subtitle: str = ""
    footer: str = ""
    mark: str = ""
    drawn: bool = False
    imprint: bool = True
    key: str = ""


NO_CAPTION = Caption()


def wrapped(text: str, width: int) -> str:
    """A text broken into lines of at most `width` characters with `<br>`."""
    return (
        "<br>".join(textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False))
        if text
        else ""
    )


def build(traces: list, layout: dict) -> go.Figure:
    """A figure without Plotly's template, which would weigh more than the figure itself."""
    figure = go.Figure(traces, layout={"template": {}, **layout})
    figure.layout.template = None
    return figure


def base_layout(
    caption: Caption,
    look: Look,
    language: str,
    height: int | None = None,
    *,
    left: int = 8,
    right: int = 8,
    axis: int = 0,
    legend: int = 0,
) -> dict:
    """The layout that all figures share: type, paper, number signs, captions, mark.

    Args:
        height: px; the look's where None.
        left, right: margins in px.
        axis: px kept free under the plot for tick labels.
        legend: px kept free above the plot for what the figure writes there.

    Returns:
        A layout as a dict; `annotations` holds the captions and may be extended.
    """
    height = (height or look.height) + (IMPRINT if imprinted(caption) else 0)
    edge = look.text if caption.drawn else 8
    if caption.drawn:
        left, right = max(left, edge), max(right, edge)
    top, notes = _head(caption, look)
    foot_height, foot = _foot(caption, look)
    margin = {"l": left, "r": right, "t": top + legend, "b": axis + foot_height}
    for entry in notes:
        entry |= {"yshift": legend + entry.pop("lift"), "xshift": right - edge if entry["x"] else edge - left}
    for entry in foot:
        entry |= {"yshift": -axis - 8, "xshift": edge - left}
    return {
        "font": {"family": FONT, "size": look.text, "color": look.ink},
        "paper_bgcolor": look.paper,
        "plot_bgcolor": CLEAR,
        "separators": separators(language),
        "height": height,
        "margin": margin,
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": "zoom",  # Streamlit turns False into pan, which would let maps be dragged away
        "hoverlabel": {"align": "left", "font": {"size": max(14, look.small)}},
        "annotations": [*notes, *foot],
        "meta": {"axis": axis, "shift": edge - left},
    }


def imprinted(caption: Caption) -> bool:
    """Whether the figure carries an imprint at its foot, `IMPRINT` px high, which a page hides."""
    return not caption.drawn and caption.imprint and bool(caption.title or caption.footer)


def note(text: str, x: float, y: float, **options: object) -> dict:
    """A text without arrow, in the figure's paper unless told otherwise."""
    return {"text": text, "x": x, "y": y, "xref": "paper", "yref": "paper", "showarrow": False, **options}


def plot_height(layout: dict) -> float:
    """Height in px of the plot between its margins."""
    return layout["height"] - layout["margin"]["t"] - layout["margin"]["b"]


def add_key(base: dict, entries: list[str], look: Look, *sentences: str) -> None:
    """Writes what the signs mean under the axis, sentences below it, and moves the footer down to make
    room.
    """
    if not entries and not sentences:
        return
    size = max(11, look.small - 1)
    signs = "   ".join(entry.replace(" ", "\u00a0") for entry in entries)
    text = "<br>".join(wrapped(line, look.wrap) for line in (signs, *sentences) if line)
    room = int((text.count("<br>") + 1) * size * 1.35) + 6
    start = base["meta"]["axis"]
    for entry in base["annotations"]:
        if entry.get("name") == "footer":
            entry["yshift"] -= room
    base["margin"]["b"] += room
    base["annotations"].append(
        note(
            text,
            0,
            0,
            xanchor="left",
            yanchor="top",
            align="left",
            yshift=-start,
            xshift=base["meta"]["shift"],
            font={"size": size, "color": look.muted},
        )
    )


def _head(caption: Caption, look: Look) -> tuple[int, list[dict]]:
    notes, top = [], 8
    mark_row = int(look.small * 1.35) + 16 if caption.mark else 0
    if caption.drawn:
        width = int(look.wrap * 0.62)
        title, subtitle = wrapped(caption.title, width), wrapped(caption.subtitle, look.wrap)
        lines = title.count("<br>") + 1
        below = int((subtitle.count("<br>") + 1) * look.text * 1.35) + 10 if subtitle else 6
        if subtitle:
            notes.append(
                note(
                    subtitle,
                    0,
                    1,
                    xanchor="left",
                    yanchor="bottom",
                    align="left",
                    lift=8,
                    font={"color": look.muted},
                )
            )
        notes.append(
            note(
                f"<b>{title}</b>",
                0,
                1,
                xanchor="left",
                yanchor="bottom",
                align="left",
                lift=below,
                font={"size": look.title},
            )
        )
        top += below + int(lines * look.title * 1.3)
    if caption.mark:
        notes.append(
            note(
                caption.mark,
                1,
                1,
                xanchor="right",
                yanchor="bottom",
                lift=top - 2,
                width=round(MARK_SIGN * look.small * len(caption.mark)),
                font={"size": look.small, "color": look.mark_ink},
                bgcolor=look.mark_paper,
                bordercolor=look.mark_ink,
                borderpad=3,
            )
        )
        top += mark_row
    return top, notes


def _foot(caption: Caption, look: Look) -> tuple[int, list[dict]]:
    if not caption.drawn and not imprinted(caption):
        return 6, []
    size = look.small if caption.drawn else max(11, look.small - 2)
    whole = (
        [caption.footer]
        if caption.drawn
        else [". ".join(filter(None, (caption.title, caption.subtitle))), caption.footer]
    )
    text = "<br>".join(wrapped(part, look.wrap) for part in whole if part)
    if not text:
        return 6, []
    if not caption.drawn:
        lines = [caption.key] if caption.key else []
        text = "<br>".join([*lines, *text.split("<br>")][: int(IMPRINT / (size * 1.35))])
    foot = note(
        text,
        0,
        0,
        name="footer",
        xanchor="left",
        yanchor="top",
        align="left",
        font={"size": size, "color": look.muted},
    )
    return (int((text.count("<br>") + 1) * size * 1.35) + 16 if caption.drawn else IMPRINT + 8), [foot]
