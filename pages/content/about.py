"""What a picture or table says about itself, and the line of source and edition under it."""

from dataclasses import dataclass

import pandas as pd

from data.editions import edition
from pages.content.view import View
from pages.text.mark import mark
from pages.text.numbers import date


@dataclass(frozen=True)
class About:
    """Heading, unit and period, finding in words, titles of sources, mark, credit of the boundaries, ids of
    the indicators shown, and the year whose names hold for rows without a day of their own.
    """

    title: str
    subtitle: str
    finding: str
    sources: tuple[str, ...]
    illustrative: bool
    credit: str = ""
    indicators: tuple[str, ...] = ()
    year: int | None = None


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
    worn = mark(drawn["status"] if len(drawn) else (), view.language)
    marked = f"{finding} {worn.badge}." if worn else finding
    return About(title, subtitle, marked, titles, bool(worn), credit, indicators, year)


def edition_line(view: View) -> str:
    """“Phiên bản 5 (Diễn tập), 23/11/2026”; in a hall with the time, for a conference is pinned to it."""
    say, kinds = view.say("screens"), view.say("shell")
    kept = edition(view.edition)
    when = kept.time.astimezone()
    day = date(when.date(), view.language)
    return say(
        "edition",
        number=kept.id,
        kind=kinds[f"edition_{kept.kind}"],
        date=f"{when:%H:%M} {day}" if view.surface == "hall" else day,
    )


def foot(view: View, about: About) -> str:
    """Source and edition in one line; a hall's stage writes the edition itself, where nothing can cut it."""
    say = view.say("screens")
    sources = "; ".join(about.sources[:3]) + (
        f"; {say('more_sources', count=len(about.sources) - 3)}" if len(about.sources) > 3 else ""
    )
    return ". ".join(
        part.rstrip(".")
        for part in (
            say("sources", sources=sources) if sources else "",
            "" if view.surface == "hall" else edition_line(view),
            about.credit,
        )
        if part
    )
