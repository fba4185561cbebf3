"""A playlist rendered: each scene as plain data that the player draws, by the functions that the dashboard's
pages use.
"""

import logging
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from math import ceil

from data.headlines import headlines
from data.queries import comparison, figures, yearly_series, years
from pages.content.closed import closing_note, has_ended
from pages.content.compared import district_years
from pages.content.plan_dots import plan_dots
from pages.content.slide_state import bands_slide, slide_state
from pages.content.slides import written, year_of
from pages.content.view import View
from pages.display.district import district_content, has_figures
from pages.display.playlist import Playlist, Scene
from pages.text.numbers import date as day
from pages.web.slides import Content, content, rendered

log = logging.getLogger("dashboard")
BY_DISTRICT = (
    "map",
    "plan",
    "ranking",
    "bands",
    "table",
    "emulation",
    "district",
)  # kinds that show districts
RECENT = timedelta(days=90)  # that a figure is called late; after them it is missing
PLAN_ROWS = 8  # at most in one picture, to be read from four metres
DRAWN = ("map", "trend", "plan", "progress", "ranking")  # kinds that are a figure


@dataclass(frozen=True)
class LeftOut:
    """A scene that is not shown: its number from 1, its title, why (key of the words `man_hinh`)."""

    scene: int
    title: str
    reason: str


def scenes_of(
    view: View, playlist: Playlist, *, refuse_illustrative: bool
) -> tuple[list[dict], list[LeftOut]]:
    """One loop in the view's language, in order; a scene that cannot be made never stops the others."""
    shown, left_out = [], []
    for number, scene in enumerate(playlist.scenes, start=1):
        try:
            contents = _contents(view, scene, playlist.year)
        except Exception:  # its own failure: named on the page of the screens, the rest is shown
            log.exception("scene %s of a playlist could not be made", number)
            contents = None
        drawn = [
            (part, picture) for part, picture in contents or [] if not (refuse_illustrative and picture.mark)
        ]
        if not drawn:
            reason = "left_failed" if contents is None else "left_illustrative" if contents else "left_empty"
            left_out.append(
                LeftOut(number, written(view, scene.title, year_of(view, scene.slide, playlist.year)), reason)
            )
        shown += [_scene(view, scene, f"{number}{part}", picture, playlist.year) for part, picture in drawn]
    return shown, left_out


def pictures(view: View, scene: Scene) -> int:
    """How many pictures a scene shows one after another where every district has figures."""
    districts = len(view.areas.districts)
    return {"district": districts, "plan": ceil((districts + 1) / PLAN_ROWS)}.get(scene.kind, 1)


def _contents(view: View, scene: Scene, year: int | None) -> list[tuple[str, Content]]:
    """(what tells it from the scene's other pictures, content) of each picture of the scene.

    None where there is nothing to show.
    """
    now = year_of(view, scene.slide, year)
    if scene.kind in BY_DISTRICT and not has_figures(view, scene, now):
        return []
    if scene.kind == "district":
        found = [(f"-{code}", district_content(view, scene, now, code)) for code in view.areas.districts]
        return [(part, picture) for part, picture in found if picture.finding]
    if scene.kind == "plan":
        dots = plan_dots(view, scene.indicators[0], now, ())
        parts = ceil(len(dots.placed) / PLAN_ROWS) if dots else 0
        return [
            (f"-{n}" if parts > 1 else "", rendered(view, slide_state(view, scene.slide, year, (n, parts))))
            for n in range(1, parts + 1)
        ]
    if scene.kind == "bands":
        return [("", rendered(view, bands_slide(view, scene.slide, year)))]
    if (
        scene.kind == "cards"
        and figures(view.edition, list(scene.indicators), view.areas.province, now)["value"].isna().all()
    ):
        return []
    picture = content(view, scene.slide, year)
    return [] if scene.kind in DRAWN and not picture.figure else [("", picture)]


def _scene(view: View, scene: Scene, key: str, picture: Content, year: int | None) -> dict:
    foot = ". ".join(part.rstrip(".") for part in (picture.foot, closing_note(view)) if part)
    entry = {
        "key": f"{key}-{view.language}",
        "kind": scene.kind,
        "language": view.language,
        "content": asdict(replace(picture, foot=foot)),
        "seconds": scene.seconds,
        "days": list(scene.days),
    }
    entry |= {"hours": [f"{t:%H:%M}" for t in scene.hours]} if scene.hours else {}
    entry |= {name: day.isoformat() for name in ("first_day", "last_day") if (day := getattr(scene, name))}
    entry |= {"until": until} if (until := _until(view, scene, year)) else {}
    return entry | ({"due": due} if (due := _due(view, scene)) else {})


def _until(view: View, scene: Scene, year: int | None) -> str:
    """The last day that the scene's figures tell of, as the screen writes it.

    The province's where districts are shown. Empty without figures.
    """
    asked = list(scene.indicators or (headlines().overview.cards if scene.kind == "review" else ()))
    if not asked:
        return ""
    now = year_of(view, scene.slide, year)
    if scene.kind == "trend":
        known = yearly_series(view.edition, asked[0], [view.areas.province])
        ends = known.loc[known["value"].notna() & (known["kind"] != "plan"), "period_end"]
    else:
        known = comparison(view.edition, asked, now, today=view.today)
        ends = known.loc[known["value"].notna(), "period_end"]
    return day(ends.max(), view.language) if len(ends) else ""


def _due(view: View, scene: Scene) -> dict | None:
    """{year, date, last}: what should have come after the newest figures of the scene's first indicator.

    date: until when. last: until when a screen says so; an alarm that is always on is none. None once the
    districts are no more: nobody is to hand in anything.
    """
    if has_ended(view):
        return None
    indicator = view.catalogue.indicators[scene.indicators[0]] if scene.indicators else None
    if indicator is None or indicator.expected is None:
        return None
    known = (
        district_years(view.edition, indicator.id)
        if scene.kind in BY_DISTRICT
        else tuple(years(view.edition, indicator.id)["year"])
    )
    if not known:
        return None
    following, rule = int(max(known)) + 1, indicator.expected
    expected = date(following + rule.years_later, rule.month, rule.day)
    return {"year": following, "date": expected.isoformat(), "last": (expected + RECENT).isoformat()}
