"""What a view gives to its figures: the caption, from what a picture says about itself, and the look."""

from pages.content.about import About, foot
from pages.content.view import View
from pages.figures.template import Caption
from pages.figures.theme import Look, look


def look_of(view: View) -> Look:
    """Sizes and papers of the view's surface."""
    return look(view.surface, dark=view.dark)


def caption(view: View, about: About) -> Caption:
    """The caption that a figure carries; a hall's stage writes all of it itself."""
    if view.surface == "hall":
        return Caption(imprint=False)
    say = view.say("screens")
    title, subtitle = about.heading
    return Caption(
        title=title,
        subtitle=subtitle,
        footer=foot(view, about),
        mark=say["mark"] if about.illustrative else "",
    )
