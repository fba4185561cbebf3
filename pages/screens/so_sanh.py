"""So sánh: districts side by side."""

from pages.parts.view import View


def show(view: View) -> None:
    """Draws the screen."""
