"""A district's profile as HTML, for screen and paper alike, and the page that prints it."""

from functools import lru_cache

from markupsafe import Markup

from pages.content.profile import Profile, Section, Trend, profile_state
from pages.content.view import View
from pages.figures.caption import look_of
from pages.web import HERE
from pages.web.html import render
from pages.web.locator import locator_html
from pages.web.paper import print_css
from pages.web.spark import spark_html
from pages.web.spine import spine_html


@lru_cache(maxsize=200)
def profile_html(view: View, code: str, year: int) -> Markup:
    """Head, map, findings, the rates among all districts, a table for each field, notes and sources."""
    return _part("profile.html", view, profile_state(view, code, year))


def head_html(view: View, profile: Profile) -> Markup:
    """Name, place on the map, findings, neighbours and likes."""
    return _part("profile_head.html", view, profile)


def rates_html(view: View, profile: Profile) -> Markup:
    """The rates, each among all districts."""
    return _part("profile_rates.html", view, profile)


def section_html(view: View, profile: Profile, section: Section) -> Markup:
    """The figures of one field."""
    return _part("profile_section.html", view, profile, section)


def notes_html(view: View, profile: Profile) -> Markup:
    """What the signs mean, and the sources."""
    return _part("profile_notes.html", view, profile)


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
        profile=profile_html(view, code, year),
    )


def _part(template: str, view: View, profile: Profile, section: Section | None = None) -> Markup:
    look = look_of(view)

    def spark(trend: Trend | None) -> Markup:
        if trend is None:
            return Markup("")
        return spark_html(trend.frame, look=look, beside=trend.beside, label=trend.label)

    return render(
        template,
        profile=profile,
        section=section,
        say=view.say("huyen"),
        locator=locator_html(profile.locator) if profile.locator else "",
        spark=spark,
        spine=lambda spine: spine_html(spine, look),
    )
