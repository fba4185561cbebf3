"""Latency of every page query at 20 thousand, 2 million and 50 million rows, side by side in one run.

The rows are copies of the shipped edition under other indicator ids, in tables sorted as the
dashboard sorts its own; the queries are the pages' own files through `data.queries`.
Usage: python -m tests.bench.queries [ROWS …]
"""

import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from data import queries, serving
from data.declared_tables import rules_sql
from data.editions import newest
from data.lake import cursor
from data.publish import build

SIZES = (20_000, 2_000_000, 50_000_000)
RUNS = 30


def questions(indicator: str, rate: str, areas) -> dict:
    """Each page query as a call that takes an edition; the indicator lies in the middle of the table."""
    return {
        "district_values": lambda e: queries.district_values(e, rate, 2017),
        "district_change": lambda e: queries.district_change(e, rate, 2017),
        "yearly_series": lambda e: queries.yearly_series(e, rate, [areas.province, *areas.districts[:3]]),
        "years": lambda e: queries.years(e, rate),
        "plan_progress": lambda e: queries.plan_progress(e, indicator, 2017),
        "year_to_date": lambda e: queries.year_to_date(e, indicator, areas.province, 2018),
        "parts": lambda e: queries.parts(e, indicator, areas.province),
        "figures (4)": lambda e: queries.figures(
            e, [indicator, rate, "giai_quyet_viec_lam", "ty_le_ho_ngheo"], areas.province, 2017
        ),
        "observations": lambda e: queries.observations(e, indicators=[indicator], limit=100),
    }


def copy_edition(real: int, made: int, copies: int) -> int:
    """Makes edition `made` of `copies` × the rows of the real one; returns its number of rows."""
    source = f"memory.{serving._load(real).schema}"
    con = cursor()
    con.execute(f"create schema bench.{schema_of(made)}; use bench.{schema_of(made)}")
    con.execute(rules_sql())
    rename = (
        "case when c.n = {0} then indicator else 'c' || lpad(c.n::varchar, 5, '0') || '_' || indicator end"
    )
    middle = copies // 2
    for name in ("observation", "yearly", "headline", "month_share"):
        con.execute(
            f"create table {name} as select * replace ({rename.format(middle)} as indicator) "
            f"from range({copies}) as c(n), {source}.{name} order by indicator, year, area"
        )
    for name in ("indicator", "area", "source"):
        con.execute(f"create table {name} as from {source}.{name}")
    return con.execute("select count(*) from observation").fetchone()[0]


def median_ms(question, edition: int) -> float:
    """Median of RUNS calls after one that is not counted, in milliseconds."""
    question(edition)
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        question(edition)
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


def schema_of(edition: int) -> str:
    """Where the copy of an edition lies in the benchmark's database."""
    return f"e{edition}"


def main(sizes: tuple[int, ...] = SIZES) -> None:
    """Prints one line a query: medians in ms and their ratio to the smallest table's."""
    build()
    real = newest().id
    rows = serving.tables(real).execute("select count(*) from observation").fetchone()[0]
    areas, ready = serving.areas(real), serving._load(real)
    results: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        cursor().execute(f"attach '{Path(folder) / 'bench.duckdb'}' as bench")
        made = []
        for n, size in enumerate(sizes):
            edition = 9_000_000 + n
            count = copy_edition(real, edition, max(1, round(size / rows)))
            serving._ready.put((edition, "internal"), replace(ready, schema=schema_of(edition)))
            made.append((edition, count))
            print(f"edition of {count:,} rows made", flush=True)
        serving.HOME = "bench"
        for name, question in questions("giai_quyet_viec_lam", "ty_le_ho_ngheo", areas).items():
            results[name] = [median_ms(question, edition) for edition, _ in made]
    print("median ms".ljust(18) + "".join(f"{count:>16,}" for _, count in made) + "   ratio to the first")
    for name, values in results.items():
        print(
            name.ljust(18)
            + "".join(f"{v:16.2f}" for v in values)
            + "   "
            + " / ".join(f"{v / values[0]:.1f}" for v in values)
        )


if __name__ == "__main__":
    main(tuple(int(a) for a in sys.argv[1:]) or SIZES)
