"""A district's profile as HTML, for screen and paper alike, and the page that prints it."""

from functools import lru_cache

from markupsafe import Markup

from pages.content.profile import Profile, Trend, profile_state
from pages.content.view import View
from pages.figures.caption import look_of
from pages.web import HERE
from pages.web.html import render
from pages.web.locator import locator_html
from pages.web.paper import print_css
from pages.web.spark import spark_html


@lru_cache(maxsize=200)
def profile_html(view: View, code: str, year: int) -> Markup:
    """Head, map, findings, a table for each field, notes and sources."""
    return _profile(view, profile_state(view, code, year))


def profile_page(view: View, code: str, year: int) -> Markup:
    """The same as a page of its own that prints on one or two sheets."""
    profile, shell = profile_state(view, code, year), view.say("shell")
    css = (HERE / "paper.css").read_text(encoding="utf-8") + print_css()
    return render(
        "profile_page.html",
        view=view,
        title=profile.title,
        css=Markup(css),
        warning=(shell["rehearsal"], shell["rehearsal_text"]) if view.rehearsal else None,
        profile=_profile(view, profile),
    )


def _profile(view: View, profile: Profile) -> Markup:
    def spark(trend: Trend | None) -> Markup:
        if trend is None:
            return Markup("")
        return spark_html(trend.frame, look=look_of(view), beside=trend.beside, label=trend.label)

    locator = locator_html(profile.locator) if profile.locator else ""
    return render("profile.html", profile=profile, locator=locator, spark=spark)
