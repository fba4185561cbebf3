"""Storing a publication: one transaction on the lake, signed, beside other publishers."""

import json
import logging
import time
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import duckdb
import pandas as pd

from data.editions import Edition, edition, editions, forget, newest
from data.errors import NotStored, Outdated, Unsigned
from data.lake import cursor, sql
from data.origins import origins
from data.shipped import shipped_layer
from data.status import Status

log = logging.getLogger("dashboard")
TRIES = 5
P = ParamSpec("P")
R = TypeVar("R")
Store = Callable[[duckdb.DuckDBPyConnection], None]


def again_when_outdated(publish: Callable[P, R]) -> Callable[P, R]:
    """Publishes from what the lake holds now, when somebody else was faster; `TRIES` times in all."""

    @wraps(publish)
    def run(*args: P.args, **named: P.kwargs) -> R:
        for attempt in range(1, TRIES):
            try:
                return publish(*args, **named)
            except Outdated as other:
                log.warning("%s So lại với phiên bản đó.", str(other).splitlines()[0])
                forget()
                time.sleep(0.1 * attempt)
        return publish(*args, **named)

    return run


def base() -> int:
    """The newest edition's id, 0 in an empty lake: what a publication is judged against."""
    known = editions()
    return known[0].id if known else 0


def commit(
    rows: pd.DataFrame,
    author: str,
    message: str,
    *,
    on: int,
    text: str = "",
    documents: dict[str, str] | None = None,
    tables: dict[str, pd.DataFrame] | None = None,
    drop: str | None = None,
) -> Edition:
    """One publication, in one transaction: all of it or nothing.

    Args:
        rows: the long table, typed (`checks.check_rows`); replaces exactly the keys it holds.
        on: the edition (`base`) that the rows were judged against.
        documents: name → JSON text that replaces the lake's.
        tables: source (columns of `lake.source`) and shipped (as the long table), replaced whole; origin (as
            `origins.origins_of`), signed here and added.
        drop: SQL condition of rows that leave the lake first (fixed texts of this package only).

    Returns:
        The new edition. Whatever fails leaves the lake as it was.

    Raises:
        Unsigned: author or message is empty.
        Outdated: another edition came between; judge anew (`again_when_outdated`).
        NotStored: the lake could not be written; says why.
    """

    def store(lake: duckdb.DuckDBPyConnection) -> None:
        found = lake.execute(sql("lake/snapshots") + " limit 1").fetchone()
        if found and found[0] != on:
            raise Outdated(found[0])
        if drop:
            lake.execute(f"delete from lake.observation where {drop}")
        lake.register("incoming", rows)
        lake.execute(sql("lake/replace_keys"))
        lake.execute(sql("lake/add_rows"))
        for name, frame in (tables or {}).items():
            if name == "origin":
                lake.register("incoming_origins", frame.assign(author=author.strip(), reason=message.strip()))
                lake.execute(sql("lake/add_origins"))
            else:
                _replace(lake, name, frame)
        for name, body in (documents or {}).items():
            lake.execute("delete from lake.document where name = ?", [name])
            lake.execute("insert into lake.document values (?, ?)", [name, body])

    return _publish(store, author, message, text)


def rollback(edition_id: int, author: str, message: str = "") -> Edition:
    """Publishes an earlier state anew; nothing is erased.

    Raises:
        UnknownEdition: no edition has this id. Unsigned, NotStored: as `commit`.
    """
    earlier = edition(edition_id)
    shipped, known = shipped_layer(earlier.id), origins(earlier.id)

    def store(lake: duckdb.DuckDBPyConnection) -> None:
        for table in ("observation", "source", "document"):
            # set aside first: a delete in this transaction would also hide the rows of the earlier state
            lake.execute(
                f"create or replace temp table earlier as from lake.{table} at (version => {earlier.id})"
            )
            lake.execute(f"delete from lake.{table}")
            lake.execute(f"insert into lake.{table} by name from earlier")
        _replace(lake, "shipped", shipped)
        _replace(lake, "origin", known)

    return _publish(store, author, message.strip() or f"Quay lại phiên bản {earlier.id}", earlier.text)


def _replace(lake: duckdb.DuckDBPyConnection, table: str, frame: pd.DataFrame) -> None:
    lake.register("incoming_table", frame)
    lake.execute(f"delete from lake.{table}; insert into lake.{table} by name select * from incoming_table")


def _publish(
    store: Callable[[duckdb.DuckDBPyConnection], None], author: str, message: str, text: str
) -> Edition:
    """A transaction on the lake: all of it or nothing; what another publisher disturbed is tried again."""
    author, message = author.strip(), message.strip()
    if not author or not message:
        raise Unsigned()
    for attempt in range(1, TRIES + 1):
        lake = cursor()
        try:
            lake.execute("begin")
            store(lake)
            _sign(lake, author, message, text)
            lake.execute(sql("lake/turn"))
            lake.execute("commit")
            break
        except duckdb.Error as error:
            _roll_back(lake)
            failed = NotStored(str(error))
            if not failed.disturbed or attempt == TRIES:
                raise failed from error
            time.sleep(0.1 * attempt)
        except BaseException:
            _roll_back(lake)
            raise
    forget()
    return newest()


def _roll_back(lake: duckdb.DuckDBPyConnection) -> None:
    """Ends the transaction, if a failed commit has not ended it already."""
    try:
        lake.execute("rollback")
    except duckdb.Error as error:
        log.debug("no transaction to roll back: %s", error)


def _sign(lake: duckdb.DuckDBPyConnection, author: str, message: str, text: str) -> None:
    """Kind and row count are counted from what is about to be committed, never claimed."""
    statuses = dict(lake.execute("select status, count(*) from lake.observation group by status").fetchall())
    kind = (
        "rehearsal"
        if statuses.get(Status.ILLUSTRATIVE)
        else "reported"
        if statuses.get(Status.REPORTED)
        else "published"
    )
    extra = json.dumps({"kind": kind, "rows": sum(statuses.values()), "text": text})
    lake.execute("call ducklake_set_commit_message('lake', ?, ?, extra_info => ?)", [author, message, extra])
