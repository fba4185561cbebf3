"""An sinh và các lĩnh vực khác: every other field of the review, also those without figures."""

from pages.content.view import View
from pages.widgets.field_screen import show_fields


def show(view: View) -> None:
    """Draws the screen: all fields that the catalogue assigns to it, in its order."""
    show_fields(view, *(d.id for d in view.catalogue.domains.values() if d.screen == "an-sinh"))
