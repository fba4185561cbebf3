"""Giáo dục nghề nghiệp: people enrolled and trained against plan, levels, three rates kept apart."""

from pages.content.view import View
from pages.widgets.plan_screen import show_plan_field


def show(view: View) -> None:
    """Draws the screen."""
    show_plan_field(view, "dao_tao_nghe")
