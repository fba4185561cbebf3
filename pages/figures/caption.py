"""The caption of a picture, from what it says about itself."""

from pages.content.about import About, foot
from pages.content.view import View
from pages.figures.template import Caption


def caption(view: View, said: About, key: str = "") -> Caption:
    """The caption that a figure carries; `key` is a map's legend in one line. A hall's stage writes all of it itself."""
    if view.surface == "hall":
        return Caption(imprint=False)
    say = view.say("screens")
    return Caption(
        title=said.title,
        subtitle=said.subtitle,
        footer=foot(view, said),
        mark=say["mark"] if said.illustrative else "",
        key=key,
    )
