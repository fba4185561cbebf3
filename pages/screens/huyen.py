"""Hồ sơ huyện: one district on one page."""

from pages.parts.view import View


def show(view: View) -> None:
    """Draws the screen."""
