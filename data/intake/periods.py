"""The period that a title or a heading names: a day, months since January, or a year."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from data.intake.area_names import folded
from data.intake.dates import FIRST_YEAR, LAST_YEAR
from data.intake.sheet_words import sheet_words

YEAR = r"((?:19|20)[0-9]{2})"
DAY = re.compile(rf"\b([0-9]{{1,2}})(?:[/.\-]| thang )([0-9]{{1,2}})(?:[/.\-]| nam ){YEAR}\b")
SINCE_JANUARY = re.compile(rf"\b([0-9]{{1,2}}) thang(?: dau)?(?: (?:nam )?{YEAR})?\b")
MONTH = re.compile(rf"\bthang ([0-9]{{1,2}})(?:(?:/| nam | ){YEAR})?\b")
YEARS = re.compile(rf"\b{YEAR}\b")
SPAN = re.compile(rf"\b{YEAR} ?[-–] ?(?:19|20)?[0-9]{{2}}\b")


@dataclass(frozen=True)
class Named:
    """What a text says of a period; None where it does not."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def end(self) -> date | None:
        """The last day; of a bare year 31 December."""
        if self.year is None:
            return None
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


def period_in(text: str) -> Named:
    """The period of a heading; a span of years (2021–2025) or several years name none."""
    bare = SPAN.sub(" ", _words(text))
    if (found := DAY.search(bare)) and _is_day(found):
        return Named(int(found[3]), int(found[2]), int(found[1]))
    for pattern in (SINCE_JANUARY, MONTH):
        if (found := pattern.search(bare)) and 1 <= int(found[1]) <= 12:
            years = {found[2]} - {None} or set(YEARS.findall(bare))
            year = int(years.pop()) if len(years) == 1 else None
            return Named(year if year and FIRST_YEAR <= year <= LAST_YEAR else None, int(found[1]))
    years = set(YEARS.findall(bare))
    return Named(int(years.pop())) if len(years) == 1 else Named()


def period_of(titles: tuple[str, ...]) -> Named:
    """The period of a table by its titles; numbers and days of documents are no periods."""
    named = [period_in(t) for t in titles if not re.search(sheet_words().document, folded(t))]
    return next((n for n in named if n.year), next((n for n in named if n.month), Named()))


def without_period(text: str) -> str:
    """A folded heading without the words of its period."""
    bare = SPAN.sub(" ", _words(text))
    for pattern in (DAY, SINCE_JANUARY, MONTH):
        bare = pattern.sub(" ", bare)
    bare = re.sub(rf"\b(?:(?:trong|den|cuoi|dau|den het|tinh den) )*(?:ngay )?(?:nam )?{YEAR}\b", " ", bare)
    return re.sub(
        r"\b(?:(?:tinh )?den(?: ngay| cuoi| het)*|trong nam|nam|ngay|cuoi nam|dau nam)\b", " ", bare
    )


def _words(text: str) -> str:
    """Folded, with the marks between the parts of a day."""
    kept = re.sub(r"([0-9])\s*([/.\-–])\s*(?=[0-9])", r"\1\\\2\\", text)
    parts = [part if part in "/.-–" else folded(f"x {part}")[2:] for part in kept.split("\\")]
    return "".join(parts)


def _is_day(found: re.Match[str]) -> bool:
    try:
        day = date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return False
    return FIRST_YEAR <= day.year <= LAST_YEAR
