"""One district on a public screen: few figures, large, with rank, change and plan; and where it lies."""

from collections.abc import Mapping

from data.absence import absent
from geo.neighbours import neighbours_of
from geo.province import province_dir
from pages.content.about import about, foot
from pages.content.agenda import Slide
from pages.content.compared import comparable, compared, of_districts
from pages.content.locator import locator_state
from pages.content.slides import strip, written
from pages.content.spine import spine_in
from pages.content.view import View
from pages.display.playlist import Scene
from pages.figures.caption import look_of
from pages.text.mark import mark, the_mark, worded
from pages.text.numbers import number, unit_after
from pages.web.html import render
from pages.web.locator import locator_html
from pages.web.slides import Content
from pages.web.spine import spine_html


def district_content(view: View, scene: Scene, year: int, code: str) -> Content:
    """The scene of one district; figures as the conference's strip of the same indicators."""
    shown = tuple(i for i in scene.indicators if i in comparable(view))
    lines = [
        strip(view, Slide(kind="map", title=scene.title, indicators=(i,), year=year), year).get(code)
        for i in shown
    ]
    whole = compared(view, shown, year)
    frame = whole[whole["area"] == code]
    rows = {row["indicator"]: row for row in frame.to_dict("records")}
    place = view.places_of(year)[code]
    finding = " ".join(
        f"{line['name']}: "
        + ", ".join(line[part] for part in ("value", "rank", "change", "plan") if line[part])
        + "."
        for line in lines
        if line
    )
    heading = about(view, frame, title=place.full, subtitle=written(view, scene.title, year), finding=finding)
    where = locator_html(locator_state(view, code, neighbours_of(province_dir(), code), year))
    cards = [
        (line, *_large(view, rows[i]), spine_html(spine_in(view, whole, i, code), look_of(view)))
        for i, line in zip(shown, lines, strict=True)
        if line
    ]
    body = render("district.html", cards=cards, where=where)
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


def _large(view: View, row: Mapping) -> tuple[str, str]:
    """The number, shown large, and its unit and mark, which stand beside it; "" where there is no figure."""
    if absent(row["value"]):
        return "", ""
    indicator = view.catalogue.indicators[row["indicator"]]
    figure = number(row["value"], indicator.decimals, view.language)
    unit = unit_after(figure, view.catalogue.unit(indicator, view.language))
    return worded(figure, row, "value", view.language), unit + mark([row["status"]], view.language).behind
