"""What the SQL of an edition needs of Python: its catalogue and areas as tables, the order of statuses."""

import duckdb
import pandas as pd

from data.areas import Areas
from data.catalogue import Catalogue
from data.lake import sql
from data.status import Status


def rules_sql() -> str:
    """The macros of `serve/rules.sql`, statuses in the order of `Status`."""
    return sql("serve/rules").format(statuses=[status.value for status in Status])


def fill(connection: duckdb.DuckDBPyConnection, declared: Catalogue, places: Areas) -> None:
    """Makes the tables `indicator` and `area` in the connection's current schema."""
    indicators = pd.DataFrame(
        [
            {
                "position": n,
                "indicator": i.id,
                "domain": i.domain,
                "measure": i.measure,
                "aggregate": i.aggregate,
                "numerator": i.numerator,
                "denominator": i.denominator,
                "factor": i.factor,
                "decimals": i.decimals,
                "in_points": i.in_points,
                "small_number": i.small_number,
                "plan_type": i.plan_type,
                "part_of": i.part_of,
                "due_day": i.expected.day if i.expected else None,
                "due_month": i.expected.month if i.expected else None,
                "due_years": i.expected.years_later if i.expected else None,
            }
            for n, i in enumerate(declared.indicators.values())
        ]
    )
    units = pd.DataFrame(
        [
            {
                "area": c,
                "kind": "province" if c == places.province else "district",
                "position": n,
                "valid_from": min(a.valid_from for a in places.rows if a.code == c),
                "valid_to": max(a.valid_to for a in places.rows if a.code == c),
            }
            for n, c in enumerate(places.codes)
        ]
    )
    for name, frame in (("indicator", indicators), ("area", units)):
        connection.register("incoming_rows", frame)
        connection.execute(f"create or replace table {name} as select * from incoming_rows")
        connection.unregister("incoming_rows")
