"""Người có công: monthly allowances, houses, the gratitude fund."""

from pages.parts.field_screen import show_fields
from pages.parts.view import View


def show(view: View) -> None:
    """Draws the screen."""
    show_fields(view, "nguoi_co_cong")
