"""Names beside dots: tried right, left, above, below; one that fits nowhere is left to the hover."""

from dataclasses import dataclass

from pages.figures.template import note, plot_height
from pages.figures.theme import Look
from pages.text.width import width_of

WIDTH = 760  # px that names are laid out for; wider screens only give them more room


@dataclass(frozen=True)
class Dot:
    """A dot to name: its place on the axes, half its width (px), its name; strong ones are always named."""

    x: float
    y: float
    half: float
    name: str
    strong: bool = False


def dot_names(dots: list[Dot], base: dict, look: Look) -> list[dict]:
    """The names as annotations, strong ones placed first.

    Args:
        base: the layout with both axes' ranges, height and margins.
    """
    wide, high = WIDTH - base["margin"]["l"] - base["margin"]["r"], plot_height(base)
    (x0, x1), (y0, y1) = base["xaxis"]["range"], base["yaxis"]["range"]
    spots = [((d.x - x0) / (x1 - x0) * wide, (d.y - y0) / (y1 - y0) * high, d.half) for d in dots]
    taken = {n: (px - h, py - h, px + h, py + h) for n, (px, py, h) in enumerate(spots)}
    written = []
    for n in sorted(range(len(dots)), key=lambda n: not dots[n].strong):
        px, py, half = spots[n]
        width, height = width_of(dots[n].name, look.small, bold=dots[n].strong), look.small * 1.25
        aside, above = half + 4, half + height / 2 + 2
        options = [
            (aside, 0, "left", px + aside),
            (-aside, 0, "right", px - aside - width),
            (0, above, "center", px - width / 2),
            (0, -above, "center", px - width / 2),
        ]
        fitting = [
            option
            for option in options
            if option[3] >= 0
            and option[3] + width <= wide
            and not any(_meet(_box(option, py, width, height), other) for m, other in taken.items() if m != n)
        ]
        if not fitting and not dots[n].strong:
            continue
        chosen = (fitting or options)[0]
        taken[len(dots) + n] = _box(chosen, py, width, height)
        text = f"<b>{dots[n].name}</b>" if dots[n].strong else dots[n].name
        written.append(
            note(
                text,
                dots[n].x,
                dots[n].y,
                xref="x",
                yref="y",
                xanchor=chosen[2],
                yanchor="middle",
                xshift=chosen[0],
                yshift=chosen[1],
                font={"size": look.small},
            )
        )
    return written


def _box(option: tuple, py: float, width: float, height: float) -> tuple[float, float, float, float]:
    middle = py + option[1]
    return option[3], middle - height / 2, option[3] + width, middle + height / 2


def _meet(a: tuple, b: tuple) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
