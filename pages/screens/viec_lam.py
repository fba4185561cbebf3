"""Việc làm: jobs by month against plan, by district, by kind, over the years."""

from pages.content.view import View
from pages.widgets.plan_screen import show_plan_field


def show(view: View) -> None:
    """Draws the screen."""
    show_plan_field(view, "viec_lam")
