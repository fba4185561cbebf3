"""Small pieces of HTML that several pages are made of."""

from markupsafe import Markup

from pages.content.method_texts import Grid
from pages.web.html import render


def heading(title: str, subtitle: str = "", level: int = 3, badge: str = "") -> Markup:
    """A title with the badge of illustrative figures, and unit and period under it."""
    return render("heading.html", title=title, subtitle=subtitle, level=level, badge=badge)


def paragraph(text: str, kind: str = "d-review") -> Markup:
    """A paragraph in one of our styles."""
    return render("paragraph.html", text=text, kind=kind)


def grid_html(grid: Grid) -> Markup:
    """A plain table that scrolls sideways where it must."""
    return render("table.html", title=grid.title, heads=grid.heads, rows=grid.rows)
