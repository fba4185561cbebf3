"""Giáo dục nghề nghiệp: people enrolled and trained against plan, levels, three rates kept apart."""

from pages.content.view import View
from pages.widgets.plan_screen import show_plan_field

TOTAL = "tuyen_sinh_dao_tao"


def show(view: View) -> None:
    """Draws the screen."""
    show_plan_field(view, TOTAL, "dao_tao_nghe")
