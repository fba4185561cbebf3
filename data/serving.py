"""Editions made ready to answer: each is read once from the lake into sorted tables in memory.

Questions then take about a millisecond and never touch the lake's files; a new publication is a
new set of tables, so no cache has to be emptied.
"""

import json
import threading
from collections import OrderedDict
from datetime import date

import duckdb
import pandas as pd

from data.areas import Area, Areas
from data.catalogue import Catalogue
from data.editions import edition as known_edition
from data.lake import cursor, sql

HOME = "memory"  # the attached database that holds the tables
KEPT = 12  # editions in memory at once; the least recently asked leaves first
_ready: OrderedDict[int, tuple[Catalogue, Areas, dict, pd.DataFrame]] = OrderedDict()
_loading = threading.RLock()


def catalogue(edition: int) -> Catalogue:
    """The catalogue as it was in that edition."""
    return _load(edition)[0]


def areas(edition: int) -> Areas:
    """The areas as they were in that edition."""
    return _load(edition)[1]


def about(edition: int) -> dict:
    """province.toml and the method of the rehearsal, as they were in that edition."""
    return _load(edition)[2]


def conflicts(edition: int) -> pd.DataFrame:
    """Figures kept out as contradicted or superseded: indicator | area | period_start | period_end | kind | value | source | reason_vi | reason_en (str)."""
    return _load(edition)[3]


def ask(edition: int, question: str, **values) -> pd.DataFrame:
    """The answer of `sql/ask/<question>.sql` in that edition.

    Args:
        values: the query's parameters, bound by name; one too many or too few is an error.

    Raises:
        UnknownEdition: no edition has this id.
    """
    return tables(edition).execute(sql(f"ask/{question}"), values).df()


def tables(edition: int) -> duckdb.DuckDBPyConnection:
    """A cursor that sees the edition's tables observation, yearly, headline, month_share, indicator, area, source."""
    _load(edition)
    answering = cursor()
    answering.execute(f"use {HOME}.e{int(edition)}")
    return answering


def _load(edition: int) -> tuple[Catalogue, Areas, dict, pd.DataFrame]:
    if (ready := _ready.get(edition)) is not None:
        _ready.move_to_end(edition)
        return ready
    with _loading:
        if edition in _ready:
            return _ready[edition]
        known_edition(edition)
        _ready[edition] = _read(int(edition))
        while len(_ready) > KEPT:
            oldest, _ = _ready.popitem(last=False)
            cursor().execute(f"drop schema if exists {HOME}.e{oldest} cascade")
        return _ready[edition]


def _read(edition: int) -> tuple[Catalogue, Areas, dict, pd.DataFrame]:
    lake = cursor()
    documents = dict(lake.execute(f"select name, body from lake.document at (version => {edition})").fetchall())
    declared = Catalogue.model_validate_json(documents["catalogue"])
    rows = [
        Area(**{**a, "valid_from": date.fromisoformat(a["valid_from"]), "valid_to": date.fromisoformat(a["valid_to"])})
        for a in json.loads(documents["areas"])
    ]
    places = Areas(rows)
    lake.execute(f"create schema if not exists {HOME}.e{edition}; use {HOME}.e{edition}")
    fill(lake, declared, places)
    lake.execute(f"create or replace table source as from lake.source at (version => {edition})")
    lake.execute(sql("serve/observation").format(id=edition))
    lake.execute(sql("serve/yearly"))
    lake.execute(sql("serve/headline"))
    lake.execute(sql("serve/month_share"))
    return declared, places, json.loads(documents["about"]), pd.DataFrame(json.loads(documents["conflicts"]))


def fill(connection: duckdb.DuckDBPyConnection, declared: Catalogue, places: Areas) -> None:
    """Makes the tables `indicator` and `area` in the connection's current schema."""
    indicators = pd.DataFrame([
        {"position": n, "indicator": i.id, "domain": i.domain, "measure": i.measure, "aggregate": i.aggregate, "numerator": i.numerator,
         "denominator": i.denominator, "factor": i.factor, "decimals": i.decimals, "is_rate": i.is_rate, "small_number": i.small_number,
         "part_of": i.part_of, "due_day": i.expected.day if i.expected else None, "due_month": i.expected.month if i.expected else None,
         "due_years": i.expected.years_later if i.expected else None}
        for n, i in enumerate(declared.indicators.values())
    ])
    units = pd.DataFrame([
        {"area": c, "kind": "province" if c == places.province else "district", "position": n,
         "valid_from": min(a.valid_from for a in places.rows if a.code == c), "valid_to": max(a.valid_to for a in places.rows if a.code == c)}
        for n, c in enumerate(places.codes)
    ])
    for name, frame in (("indicator", indicators), ("area", units)):
        connection.register("incoming_rows", frame)
        connection.execute(f"create or replace table {name} as select * from incoming_rows")
        connection.unregister("incoming_rows")
