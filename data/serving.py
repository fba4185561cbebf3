"""Editions made ready to answer: each is read once from the lake into sorted tables in memory, one set an
audience.

Questions then take about a millisecond and never touch the lake's files; a new publication is a
new set of tables, so no cache has to be emptied. What the public is not shown is taken out here,
before anything is computed: pages, files and the open interface cannot differ.
"""

import itertools
import json
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

import duckdb
import pandas as pd

from data import audience, settings
from data.areas import Area, Areas
from data.catalogue import Catalogue
from data.declared_tables import fill, rules_sql
from data.editions import Edition, editions, whole
from data.errors import Damaged, UnknownEdition
from data.kept import Kept
from data.lake import cursor, sql
from data.protection.cells import KEY, Figures, figures
from data.protection.conflicts import gives_away
from data.protection.rules import rules
from data.protection.withheld import Withheld
from data.shipped import superseded
from data.table_files import CONFLICTS

HOME = "memory"  # the attached database that holds the tables
KEPT = 12  # sets of tables in memory at once; the least recently asked leaves first
UNREADABLE = {
    "reason_vi": "Không đọc được dòng này (giá trị, ngày, chỉ tiêu hoặc đơn vị); không dùng.",
    "reason_en": "This row cannot be read (value, date, indicator or area); not used.",
}
LIFTED = ["indicator", "area", "year", "author", "reason", "time"]


@dataclass(frozen=True)
class Ready:
    """What an edition says beside its tables, for one audience; schema: where in memory the tables are."""

    schema: str
    catalogue: Catalogue
    areas: Areas
    about: dict
    conflicts: pd.DataFrame
    lifted: pd.DataFrame
    protected: pd.DataFrame


_loads = itertools.count()


def offered() -> list[Edition]:
    """Editions that the audience may open, newest first. The public gets no rehearsal that is out of date:
    from two of them, figures that are made up anew around real ones, a real small count could be computed."""
    known = whole()
    return [
        e for e in known if e is known[0] or e.kind != "rehearsal" or audience.current() != audience.PUBLIC
    ]


def catalogue(edition: int) -> Catalogue:
    """The catalogue as it was in that edition."""
    return _load(edition).catalogue


def areas(edition: int) -> Areas:
    """The areas as they were in that edition."""
    return _load(edition).areas


def about(edition: int) -> dict:
    """province.toml and the method of the rehearsal, as they were in that edition."""
    return _load(edition).about


def conflicts(edition: int) -> pd.DataFrame:
    """Figures kept out as contradicted, superseded, unreadable, or replaced by an office's own.

    indicator | area | period_start | period_end | kind | value | source | reason_vi | reason_en (str).
    """
    return _load(edition).conflicts


def lifted(edition: int) -> pd.DataFrame:
    """Small counts that the office has released to the public.

    indicator | area | year | author | reason | time (UTC, ISO).
    """
    return _load(edition).lifted


def protected(edition: int) -> pd.DataFrame:
    """Figures that the audience is not shown.

    The key of `observation` | primary (small itself, not covering another); empty for the office.
    """
    return _load(edition).protected


def ask(edition: int, question: str, **values) -> pd.DataFrame:
    """The answer of `sql/ask/<question>.sql` in that edition, for the audience that asks.

    Args:
        values: the query's parameters, bound by name; one too many or too few is an error.

    Raises:
        UnknownEdition: no edition has this id.
        SettingError: DASHBOARD_AUDIENCE is wrong.
    """
    return tables(edition).execute(sql(f"ask/{question}"), values).df()


def tables(edition: int) -> duckdb.DuckDBPyConnection:
    """A cursor that sees the edition's tables observation, yearly, headline, month_share, indicator, area,
    source.
    """
    ready = _load(edition)
    answering = cursor()
    answering.execute(f"use {HOME}.{ready.schema}")
    return answering


def _load(edition: int) -> Ready:
    key = edition, audience.current()
    if (key not in _ready or key[1] == audience.PUBLIC) and edition not in (
        known := [e.id for e in offered()]
    ):
        raise UnknownEdition(edition, known)
    try:
        return _ready.get(key)
    except duckdb.Error as error:
        raise Damaged(edition, error) from error


def _leave(ready: Ready) -> None:
    cursor().execute(f"drop schema if exists {HOME}.{ready.schema} cascade")


def _read(key: tuple[int, str]) -> Ready:
    edition, seen_by = key
    lake, public = cursor(), seen_by == audience.PUBLIC
    schema = f"e{int(edition)}_{seen_by}_{next(_loads)}"  # never that of a set that is just leaving
    withheld = _keep_back(edition) if public else pd.DataFrame(columns=[*KEY, "year", "primary"])
    declared, places, documents = _observe(lake, edition, schema)
    conflicts = _kept_out(lake, edition, documents)
    if public:
        conflicts = conflicts[
            ~gives_away(conflicts, lake.execute("from observation").df(), withheld, rules(declared))
        ]
        lake.register("hidden", withheld[KEY])
        lake.execute(sql("serve/protect"))
        lake.unregister("hidden")
    for table in ("yearly", "headline", "month_share"):
        lake.execute(sql(f"serve/{table}"))
    return Ready(
        schema,
        declared,
        places,
        documents["about"],
        conflicts,
        pd.DataFrame(documents.get("lifted", []), columns=LIFTED),
        withheld[[*KEY, "primary"]],
    )


def _kept_out(lake: duckdb.DuckDBPyConnection, edition: int, documents: dict) -> pd.DataFrame:
    """What `conflicts` says, for the office."""
    declared = pd.DataFrame(documents["conflicts"], columns=list(CONFLICTS))
    unreadable = lake.execute(sql("serve/unreadable").format(id=edition)).df().assign(**UNREADABLE)
    return pd.concat([declared, superseded(edition).astype(object), unreadable], ignore_index=True)


def _documents(lake: duckdb.DuckDBPyConnection, edition: int) -> tuple[Catalogue, Areas, dict]:
    documents = {
        name: json.loads(body)
        for name, body in lake.execute(
            f"select name, body from lake.document at (version => {edition})"
        ).fetchall()
    }
    return (
        Catalogue.model_validate(documents["catalogue"], extra="ignore"),  # of an earlier version: more keys
        Areas([_area(stored) for stored in documents["areas"]]),
        documents,
    )


def _area(stored: dict) -> Area:
    """An area as it was written into an edition, perhaps by an earlier version with more fields."""
    known = {field.name for field in fields(Area)}
    kept: dict[str, Any] = {key: value for key, value in stored.items() if key in known}
    kept |= {key: date.fromisoformat(stored[key]) for key in ("valid_from", "valid_to")}
    return Area(**kept)


def _observe(lake: duckdb.DuckDBPyConnection, edition: int, schema: str) -> tuple[Catalogue, Areas, dict]:
    """The edition's tables indicator, area, source and observation in a schema of their own, with true
    values; its documents.
    """
    declared, places, documents = _documents(lake, edition)
    lake.execute(f"create schema if not exists {HOME}.{schema}; use {HOME}.{schema}")
    fill(lake, declared, places)
    lake.execute(rules_sql())
    lake.execute(sql("serve/source").format(id=edition))
    lake.execute(sql("serve/observation").format(id=edition))
    return declared, places, documents


def _keep_back(edition: int) -> pd.DataFrame:
    """The figures of an edition that the public is not shown: their key, year and primary."""
    lasting = [e.id for e in editions() if e.kind != "rehearsal"]
    return _withheld.get(settings.lake_catalogue()).of(edition, lasting)


def _content(edition: int) -> tuple:
    """What protection rests on: the figures, the rules, catalogue and areas, what has been lifted."""
    lake = cursor()
    declared, _, documents = _documents(lake, edition)
    return (
        *lake.execute(sql("lake/content").format(id=edition)).fetchall()[0],
        repr(rules(declared)),
        sql("serve/observation"),  # what is derived from the figures, and by which rules
        rules_sql(),
        json.dumps([documents["catalogue"], documents["areas"], documents.get("lifted")]),
    )


def _true_figures(edition: int) -> Figures:
    lake, schema = cursor(), f"e{edition}_true_{next(_loads)}"
    declared, places, documents = _observe(lake, edition, schema)
    rows = lake.execute("from observation").df()
    lake.execute(f"use {HOME}.main; drop schema {HOME}.{schema} cascade")
    released = {
        (lifting["indicator"], lifting["area"], lifting["year"]) for lifting in documents.get("lifted", [])
    }
    return figures(rows, rules(declared), places.province, len(places.districts), released)


_ready: Kept[tuple[int, str], Ready] = Kept(_read, _leave, KEPT)
_withheld: Kept[str, Withheld] = Kept(  # by the lake's catalogue
    lambda _: Withheld(settings.lake_folder() / "protected", _content, _true_figures), lambda _: None, 1
)
