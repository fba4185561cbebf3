"""One district on a public screen: few figures, large, with rank, change and plan; and where it lies."""

import re

from geo.neighbours import neighbours_of
from geo.province import province_dir
from pages.content.about import about, foot
from pages.content.agenda import Slide
from pages.content.compared import comparable, compared, of_districts
from pages.content.locator import locator_state
from pages.content.slides import strip, written
from pages.content.view import View
from pages.display.playlist import Scene
from pages.text.mark import the_mark
from pages.web.html import render
from pages.web.locator import locator_html
from pages.web.slides import Content


def district_content(view: View, scene: Scene, year: int, code: str) -> Content:
    """The scene of one district; figures as the conference's strip of the same indicators."""
    shown = tuple(i for i in scene.indicators if i in comparable(view))
    lines = [
        strip(view, Slide(kind="map", title=scene.title, indicators=(i,), year=year), year).get(code)
        for i in shown
    ]
    frame = compared(view, shown, year)
    frame = frame[frame["area"] == code]
    place = view.places_of(year)[code]
    finding = " ".join(
        f"{line['name']}: "
        + ", ".join(line[part] for part in ("value", "rank", "change", "plan") if line[part])
        + "."
        for line in lines
        if line
    )
    heading = about(view, frame, title=place.full, subtitle=written(view, scene.title, year), finding=finding)
    where = locator_html(locator_state(view, code, neighbours_of(province_dir(), code), place.inside))
    body = render(
        "district.html", cards=[(line, *_parts(line["value"])) for line in lines if line], where=where
    )
    badge = the_mark(view.language).badge if heading.illustrative else ""
    return Content(
        place.full, heading.subtitle, body=body, finding=finding, foot=foot(view, heading), mark=badge
    )


def has_figures(view: View, scene: Scene, year: int) -> bool:
    """Whether any district has a figure of any of the scene's indicators."""
    shown = tuple(i for i in scene.indicators if i in comparable(view))
    return bool(shown) and any(
        of_districts(compared(view, shown, year), i)["value"].notna().any() for i in shown
    )


def _parts(value: str) -> tuple[str, str]:
    """The number, shown large, and what stands beside it; a reason for its absence is no number."""
    number = re.match(r"[−-]?[\d.,]*\d", value)
    return (number[0], value[number.end() :].strip()) if number else ("", value)
