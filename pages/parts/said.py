"""What a picture or table says about itself, and the line of source and edition under it."""

from dataclasses import dataclass

from data.editions import edition
from pages.parts.view import View
from pages.text.numbers import date
from pages.text.words import words


@dataclass(frozen=True)
class About:
    """Heading, unit and period, finding in words, titles of sources, mark, credit of the boundaries, ids of the indicators shown."""

    title: str
    subtitle: str
    finding: str
    sources: tuple[str, ...]
    illustrative: bool
    credit: str = ""
    indicators: tuple[str, ...] = ()


def edition_line(view: View) -> str:
    """“Phiên bản 5 (Diễn tập), 23/11/2026”; in a hall with the time, for a conference is pinned to it."""
    say, kinds = words("screens", view.language), words("shell", view.language)
    made = edition(view.edition)
    when = made.time.astimezone()
    day = date(when.date(), view.language)
    return say(
        "edition",
        number=made.id,
        kind=kinds[f"edition_{made.kind}"],
        date=f"{when:%H:%M} {day}" if view.surface == "hall" else day,
    )


def foot(view: View, said: About) -> str:
    """Source and edition in one line; a hall's stage writes the edition itself, where nothing can cut it."""
    say = words("screens", view.language)
    sources = "; ".join(said.sources[:3]) + (
        f"; {say('more_sources', count=len(said.sources) - 3)}" if len(said.sources) > 3 else ""
    )
    return ". ".join(
        part.rstrip(".")
        for part in (
            say("sources", sources=sources) if sources else "",
            "" if view.surface == "hall" else edition_line(view),
            said.credit,
        )
        if part
    )
