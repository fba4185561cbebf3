"""So sánh: districts side by side, in ten views of the same choice."""

from pages.parts import address
from pages.parts.compare.choices import choose
from pages.parts.compare.views import OVER_YEARS, VIEWS, offered
from pages.parts.view import View
from pages.text.words import words


def show(view: View) -> None:
    """Draws the screen."""
    say = words("so_sanh", view.language)
    names = offered(view)
    current = address.segmented(
        "xem", names, names[0], label=say["view"], format_func=lambda v: say[f"view_{v}"]
    )
    if choice := choose(view, one_year=current not in OVER_YEARS):
        VIEWS[current](view, choice)
