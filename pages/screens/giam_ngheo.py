"""Giảm nghèo: how many poor households, where, since when, under which standard."""

from data.headlines import headlines
from pages.content.view import View
from pages.widgets.explorer import explore


def show(view: View) -> None:
    """Draws the screen."""
    options = tuple(i.id for i in view.catalogue.of_domain("giam_ngheo"))
    declared = headlines()
    explore(
        view,
        options,
        declared.leading["giam_ngheo"],
        ("muc", "thay_doi", "so_luong"),
        offered=declared.offered["giam_ngheo"],
    )
