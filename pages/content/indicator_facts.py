"""What an indicator means, beside its figures; and the catalogue, field by field."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from data.catalogue import Indicator
from data.queries import coverage, indicator_sources
from pages.content.view import View
from pages.text.laws import ALWAYS, Days, legal_basis
from pages.text.numbers import number
from pages.text.search import found

Facts = tuple[tuple[str, tuple[str, ...]], ...]  # heading and lines; without a line it is left out


@dataclass(frozen=True)
class Entry:
    """An indicator in the catalogue. line: unit and what is held, beside its name."""

    id: str
    name: str
    line: str
    facts: Facts


@dataclass(frozen=True)
class Field:
    """A field of the catalogue and its indicators' ids, in the catalogue's order."""

    id: str
    name: str
    indicators: tuple[str, ...]


def fields(view: View, wanted: str = "") -> list[Field]:
    """The fields that have an indicator which fits, as `pages.text.search.found` searches."""
    hits = set(found(view.catalogue, wanted))
    listed = [
        Field(
            domain.id,
            domain.name(view.language),
            tuple(i.id for i in view.catalogue.of_domain(domain.id) if i.id in hits),
        )
        for domain in view.catalogue.domains.values()
    ]
    return [field for field in listed if field.indicators]


def entries(view: View, field: Field) -> list[Entry]:
    """A field's indicators with all that the catalogue says of them, and their sources in this edition."""
    say, named = view.say("nguon"), _sources(view)
    listed = []
    for key in field.indicators:
        indicator = view.catalogue.indicators[key]
        line = f"{view.catalogue.unit(indicator, view.language)} · {held(view, key)}"
        further = ((say["limits"], _limits(view, indicator)), (say["sources_of"], named.get(key, ())))
        listed.append(Entry(key, indicator.name(view.language), line, (*facts(view, key), *further)))
    return listed


def facts(view: View, indicator_id: str, days: Days = ALWAYS) -> Facts:
    """All that is declared of it, with the documents that held on these days, and what figures are held."""
    say, indicator, language = view.say("nguon"), view.catalogue.indicators[indicator_id], view.language
    document = view.catalogue.legal_basis
    family = view.catalogue.standards.get(indicator.standards or "", ())
    kind = f"{say[f'measure_{indicator.measure}']}; {say[f'polarity_{indicator.judged}']}"
    return (
        (say["code"], (indicator.id,)),
        (say["domain"], (view.catalogue.domains[indicator.domain].name(language),)),
        (say["unit"], (view.catalogue.unit(indicator, language),)),
        (say["definition"], (indicator.definition(language),)),
        (say["formula"], _formula(view, indicator)),
        (say["kind"], (kind,)),
        (say["legal"], (legal_basis(indicator, view.catalogue, language, days),)),
        (say["breaks"], tuple(f"{m.name(language)} ({document(m.document).name(language)})" for m in family)),
        (say["caveats"], tuple(view.catalogue.caveats[caveat](language) for caveat in indicator.caveats)),
        (say["coverage"], (held(view, indicator_id),)),
    )


def held(view: View, indicator_id: str) -> str:
    """“16 số, 2008–2024, 6 huyện …”, or that there is no figure."""
    say, row = view.say("nguon"), _coverage(view.edition)[indicator_id]
    if not row["rows"]:
        return say["coverage_none"]
    return say(
        "coverage_text",
        rows=int(row["rows"]),
        count=number(float(row["rows"]), 0, view.language),
        first=int(row["first_year"]),
        last=int(row["last_year"]),
        districts=int(row["districts"]),
    )


@lru_cache(maxsize=8)
def _coverage(edition: int) -> dict[str, dict[Any, Any]]:
    """Indicator → its row of `queries.coverage`."""
    return {str(row["indicator"]): dict(row) for row in coverage(edition).to_dict("records")}


def _sources(view: View) -> dict[str, tuple[str, ...]]:
    """Indicator → titles of its sources, that of most figures first."""
    rows = indicator_sources(view.edition)
    return {str(key): tuple(some["title"]) for key, some in rows.groupby("indicator", sort=False)}


def _formula(view: View, i: Indicator) -> tuple[str, ...]:
    if not (i.numerator and i.denominator):
        return ()
    names = {"above": i.numerator, "below": i.denominator}
    words = {side: view.catalogue.indicators[key].name(view.language) for side, key in names.items()}
    return (view.say("nguon")("formula_text", factor=number(i.factor, 0, view.language), **words),)


def _limits(view: View, i: Indicator) -> tuple[str, ...]:
    """The registered limits of map classes, a line a standard."""
    by_standard = i.thresholds if isinstance(i.thresholds, dict) else {"": i.thresholds or ()}
    lines = []
    for key, values in by_standard.items():
        standard = view.catalogue.standard(key) if key else None
        before = f"{standard.name(view.language)}: " if standard else ""
        if values:
            lines.append(before + " – ".join(number(v, 2, view.language) for v in values))
    return tuple(lines)
