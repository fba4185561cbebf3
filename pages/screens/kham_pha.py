"""Tra cứu: any indicator, area and period."""

from pages.parts.view import View


def show(view: View) -> None:
    """Draws the screen."""
