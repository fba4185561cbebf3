"""Giảm nghèo: how many poor households, where, since when, under which standard."""

from pages.content.view import View
from pages.widgets.explorer import explore

DEFAULT = "ty_le_ho_ngheo"


def show(view: View) -> None:
    """Draws the screen."""
    options = tuple(i.id for i in view.catalogue.of_domain("giam_ngheo"))
    explore(view, options, DEFAULT, ("muc", "thay_doi", "so_luong"))
