"""So sánh: districts side by side, in ten views of the same choice."""

from pages.content.view import View
from pages.widgets import address
from pages.widgets.compare_choices import choose
from pages.widgets.compare_views import OVER_YEARS, VIEWS, offered


def show(view: View) -> None:
    """Draws the screen."""
    say = view.say("so_sanh")
    names = offered(view)
    current = address.segmented(
        "xem", names, names[0], label=say["view"], format_func=lambda v: say[f"view_{v}"]
    )
    if choice := choose(view, one_year=current not in OVER_YEARS):
        VIEWS[current](view, choice)
