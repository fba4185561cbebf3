"""What a picture or table says about itself, and the line of source and edition under it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import pandas as pd

from data.absence import absent
from data.catalogue import Indicator
from data.clock import local
from data.editions import edition
from data.status import Status
from pages.content.view import View
from pages.text.mark import computed_mark, mark
from pages.text.numbers import date

HALL_SOURCES = 160  # characters of the titles named on a slide or screen


@dataclass(frozen=True)
class About:
    """What stands around a picture.

    subtitle: unit and period. finding: in words. sources: titles. statuses: of the figures shown. credit: of
    the boundaries. indicators: ids shown. year: whose names hold for rows without a day of their own.
    headline, under: what the picture shows, and over what; "" where it is only said what it is of.
    """

    title: str
    subtitle: str
    finding: str
    sources: tuple[str, ...]
    statuses: frozenset[Status] = frozenset()
    credit: str = ""
    indicators: tuple[str, ...] = ()
    year: int | None = None
    headline: str = ""
    under: str = ""

    @property
    def heading(self) -> tuple[str, str]:
        """What stands over a picture: the finding over name, unit and period, else title over subtitle."""
        return (self.headline, self.under) if self.headline else (self.title, self.subtitle)

    @property
    def illustrative(self) -> bool:
        """Whether any figure shown is made up."""
        return Status.ILLUSTRATIVE in self.statuses


def known_statuses(statuses: Iterable[object]) -> frozenset[Status]:
    """The statuses of some figures without those that have none."""
    return frozenset(Status(str(s)) for s in statuses if not absent(s) and s != "")


def headed(said: About, headline: str, indicator: Indicator, language: str) -> About:
    """With a finding as its title; the indicator's name goes under it where the finding shortens it."""
    name, label = indicator.name(language), indicator.label(language)
    under = said.subtitle if name.startswith(label) else f"{name}, {said.subtitle}"
    return replace(said, headline=headline, under=under if headline else "")


def about(
    view: View,
    frame: pd.DataFrame,
    *,
    title: str,
    subtitle: str,
    finding: str,
    credit: str = "",
    indicators: tuple[str, ...] = (),
    year: int | None = None,
) -> About:
    """Sources and mark are read off the frame's own rows (columns source_title and status).

    Args:
        indicators: ids shown, where the frame has no column `indicator`: their definitions go into the
            workbook.
        year: of rows that have no day themselves.
    """
    drawn = frame[frame[next(c for c in ("value", "actual") if c in frame)].notna()]
    named = drawn.get("source_title", pd.Series(dtype=str))
    titles = tuple(named[named.fillna("") != ""].value_counts().index)  # most figures first
    statuses = known_statuses(drawn["status"] if len(drawn) else ())
    worn = mark(statuses, view.language)
    marked = " ".join(filter(None, [finding, f"{worn.badge}." if worn.badge else worn.note]))
    return About(title, subtitle, marked, titles, statuses, credit, indicators, year)


def edition_line(view: View) -> str:
    """“Phiên bản 5 (Diễn tập), 23/11/2026”; in a hall with the time, for a conference is pinned to it."""
    say, kinds = view.say("screens"), view.say("shell")
    kept = edition(view.edition)
    when = local(kept.time)
    day = date(when.date(), view.language)
    return say(
        "edition",
        number=kept.id,
        kind=kinds[f"edition_{kept.kind}"],
        date=f"{when:%H:%M} {day}" if view.surface == "hall" else day,
    )


def foot(view: View, about: About, named: int = 3) -> str:
    """Source, edition and the sign of computed figures in one line.

    A hall's stage writes the edition itself, where nothing can cut it, and has three lines for the rest.

    Args:
        named: so many sources by title, the others by number.
    """
    say = view.say("screens")
    while view.surface == "hall" and named > 1 and len("; ".join(about.sources[:named])) > HALL_SOURCES:
        named -= 1
    sources = "; ".join(about.sources[:named]) + (
        f"; {say('more_sources', count=len(about.sources) - named)}" if len(about.sources) > named else ""
    )
    return ". ".join(
        part.rstrip(".")
        for part in (
            say("sources", sources=sources) if sources else "",
            computed_mark(view.language).note if Status.COMPUTED in about.statuses else "",
            "" if view.surface == "hall" else edition_line(view),
            about.credit,
        )
        if part
    )
