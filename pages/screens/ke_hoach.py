"""Kế hoạch – Thực hiện: where every plan stands, who lags, what would close the gap."""

from pages.parts.view import View


def show(view: View) -> None:
    """Draws the screen."""
