"""Small pieces of HTML that several pages are made of."""

from collections.abc import Iterable

from markupsafe import Markup

from pages.content.about import About, foot
from pages.content.method_texts import Grid
from pages.content.view import View
from pages.text.mark import mark
from pages.web.html import render


def heading(title: str, subtitle: str = "", level: int = 2, badge: str = "") -> Markup:
    """A title with the badge of illustrative figures, and unit and period under it."""
    return render("heading.html", title=title, subtitle=subtitle, level=level, badge=badge)


def head(view: View, about: About) -> Markup:
    """A picture's heading with its mark, where the mark takes no line of its own."""
    return heading(*about.heading, badge=mark(about.statuses, view.language).short)


def sources(view: View, abouts: Iterable[About]) -> Markup:
    """Sources, edition and boundaries of all that a page shows, in one quiet line."""
    shown = list(abouts)
    titles = tuple(dict.fromkeys(title for about in shown for title in about.sources))
    statuses = frozenset().union(*(about.statuses for about in shown))
    credit = next((about.credit for about in shown if about.credit), "")
    whole = About("", "", "", titles, statuses, credit)
    return paragraph(foot(view, whole, named=1), "d-foot")


def paragraph(text: str, kind: str = "d-review") -> Markup:
    """A paragraph in one of our styles."""
    return render("paragraph.html", text=text, kind=kind)


def grid_html(grid: Grid) -> Markup:
    """A plain table that scrolls sideways where it must."""
    return render("table.html", title=grid.title, heads=grid.heads, rows=grid.rows)
