"""Reads the parameters of the open data interface; a wrong one is named."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from starlette.datastructures import QueryParams

from data.areas import Areas
from data.catalogue import Catalogue
from data.checks import KINDS
from data.editions import newest
from data.serving import offered

FORMATS = ("json", "csv", "parquet")
CAP = 10_000
PAGE = 1_000
DIGITS = re.compile(r"[0-9]{1,13}")  # Python refuses to read a number of thousands
KNOWN = {"indicator", "area", "from", "to", "kind", "edition", "format", "limit", "offset"}


class WrongParameter(ValueError):
    """A parameter that cannot be followed; `parameter` is its name."""

    def __init__(self, parameter: str, problem: str):
        self.parameter = parameter
        super().__init__(problem)


@dataclass(frozen=True)
class Selection:
    """What to give: lists are empty where all are meant; dates compare with the period's last day."""

    edition: int
    indicators: list[str]
    areas: list[str]
    kinds: list[str]
    first: date
    last: date
    format: str
    limit: int
    offset: int


def refuse_unknown(query: QueryParams, known: set[str]) -> None:
    """Raises WrongParameter for the first name that is not known: a typo must not mean “all”."""
    for name in query:
        if name not in known:
            raise WrongParameter(name, f"unknown parameter; known: {', '.join(sorted(known))}")


def edition_of(query: QueryParams) -> int:
    """The edition asked for, the newest without one."""
    text = query.get("edition")
    if text is None:
        return newest().id
    known = [e.id for e in offered()]
    if not DIGITS.fullmatch(text) or int(text) not in known:
        raise WrongParameter("edition", f"no edition “{text}”; known: {', '.join(map(str, known))}")
    return int(text)


def edition_shown(query: QueryParams) -> int:
    """The edition that a page's address names (`phien_ban`), the newest without one."""
    return edition_of(QueryParams({"edition": query["phien_ban"]} if "phien_ban" in query else {}))


def one_of(query: QueryParams, name: str, known: Sequence[str]) -> str:
    """One of the known; the first where it is left out."""
    text = query.get(name, known[0])
    if text not in known:
        raise WrongParameter(name, f"“{text}”: {', '.join(known)}")
    return text


def selection(query: QueryParams, catalogue: Catalogue, areas: Areas, edition: int) -> Selection:
    """The whole selection of /observations.

    Raises:
        WrongParameter: names the first parameter that is unknown or wrong.
    """
    refuse_unknown(query, KNOWN)
    first, last = _day(query, "from", date(1900, 1, 1)), _day(query, "to", date(2999, 12, 31), end=True)
    if last < first:
        raise WrongParameter("to", f"“to” ({last}) lies before “from” ({first})")
    return Selection(
        edition=edition,
        indicators=_listed(query, "indicator", catalogue.indicators),
        areas=_listed(query, "area", areas.codes),
        kinds=_listed(query, "kind", KINDS),
        first=first,
        last=last,
        format=_listed(query, "format", FORMATS, single=True)[0] if "format" in query else "json",
        limit=_number(query, "limit", PAGE, 1, CAP),
        offset=_number(query, "offset", 0, 0, 10**12),
    )


def _listed(query: QueryParams, name: str, known, *, single: bool = False) -> list[str]:
    """Values given by repeating the parameter or by commas."""
    values = [v.strip() for text in query.getlist(name) for v in text.split(",")]
    for value in values:
        if value not in known:
            raise WrongParameter(
                name,
                f"“{value}” is not known"
                + (f"; known: {', '.join(known)}" if len(known) < 20 else "; see /api/v1/indicators"),
            )
    if single and len(values) != 1:
        raise WrongParameter(name, "give one value")
    return values


def _day(query: QueryParams, name: str, otherwise: date, *, end: bool = False) -> date:
    """A date, or a year: its first day, its last day for an end."""
    text = query.get(name)
    if text is None:
        return otherwise
    try:
        if len(text) == 4 and text.isdecimal():
            return date(int(text), 12 if end else 1, 31 if end else 1)
        return date.fromisoformat(text)
    except ValueError as error:
        raise WrongParameter(name, f"“{text}” is neither a date (2017-12-31) nor a year (2017)") from error


def _number(query: QueryParams, name: str, otherwise: int, least: int, most: int) -> int:
    text = query.get(name)
    if text is None:
        return otherwise
    if not DIGITS.fullmatch(text) or not least <= int(text) <= most:
        raise WrongParameter(name, f"“{text}” is not a whole number from {least} to {most}")
    return int(text)
