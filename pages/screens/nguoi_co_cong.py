"""Người có công: monthly allowances, houses, the gratitude fund."""

from pages.content.view import View
from pages.widgets.field_screen import show_fields


def show(view: View) -> None:
    """Draws the screen."""
    show_fields(view, "nguoi_co_cong")
