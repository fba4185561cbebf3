"""The shared rules of the field (`sql/serve/rules.sql`), each by hand, in a real DuckDB."""

from itertools import product
from math import isclose

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.declared_tables import rules_sql
from data.status import Status, worst


@pytest.fixture(scope="module")
def rules() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute(rules_sql())
    return connection


def value(rules, expression: str):
    return rules.execute(f"select {expression}").fetchone()[0]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("plan_share('reach', 38255, 35000, null)", 109.3),
        ("plan_share('reach', 5, 0, null)", None),
        ("plan_share('reach', null, 35000, null)", None),
        ("plan_share('reduce_points', 6.2, 6.82, 8.32)", 141.33333),  # 2.12 of 1.5 points
        ("plan_share('reduce_points', 6.2, 6.82, null)", None),
        (
            "plan_share('reduce_points', 6.2, 6.82, 6.5)",
            None,
        ),  # there already
        ("plan_share('not_exceed', 2.28, 3.0, 2.5)", None),
        ("limit_used('not_exceed', 2.28, 3.0)", 76.0),
        ("limit_used('reach', 2.28, 3.0)", None),
        ("plan_missing('reach', 90, 100)", 10.0),
        ("plan_missing('reach', 110, 100)", 0.0),
        ("plan_missing('not_exceed', 2.28, 3.0)", 0.0),
        ("plan_missing('not_exceed', 3.3, 3.0)", 0.3),
        ("plan_missing('reduce_points', 7.57, 6.82)", 0.75),
        ("plan_missing('reach', null, 100)", None),
        ("plan_missing('reach', 90, null)", None),
        ("percent_change(30, 20)", 50.0),
        ("point_change(72.44, 47.36, 1)", 25.0),  # 47,4 → 72,4; the exact difference would be told as 25,1
        ("point_change(6.2, 8.32, 2)", -2.12),
        ("point_change(6.2, null, 2)", None),
        ("percent_change(30, 19)", None),  # on a base of 19 a few cases are many per cent
        ("percent_change(null, 20)", None),
        ("pace(2, 0.7, 9)", 70.0),
        ("pace(1, 0.7, 9)", 75.0),  # one earlier year is no history: 9 of 12 months
        ("pace(0, null, 6)", 50.0),
    ],
)
def test_numbers(rules, expression, expected):
    found = value(rules, expression)

    assert found is None if expected is None else isclose(found, expected, rel_tol=1e-4)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("plan_met('reach', 100, 100, false)", True),
        ("plan_met('reach', 99.99, 100, false)", False),
        ("plan_met('reach', 101, 100, true)", True),  # reached before the year is over
        ("plan_met('not_exceed', 3.0, 3.0, false)", True),
        ("plan_met('not_exceed', 3.01, 3.0, false)", False),
        ("plan_met('not_exceed', 2.0, 3.0, true)", None),
        ("plan_met('reduce_points', 6.82, 6.82, false)", True),
        ("plan_met('reach', null, 100, false)", None),
        ("plan_met('reach', 100, null, false)", None),
        ("pace_basis(2)", "history"),
        ("pace_basis(1)", "linear"),
        ("worst_status(['published', 'illustrative'])", "illustrative"),
        ("worst_status(['published', 'reported', null])", "reported"),
        ("worst_status(['published', ''])", "published"),
        ("worst_status([null, null]::varchar[])", ""),
        ("unstable(99, 100)", True),
        ("unstable(100, 100)", False),
        ("unstable(99, null)", False),
    ],
)
def test_judgements(rules, expression, expected):
    assert value(rules, expression) == expected


@pytest.mark.parametrize(
    ("figure", "protected", "asked", "today", "expected"),
    [
        ("1.5", "false", 2017, "2018-03-01", "value"),
        ("null", "true", 2017, "2018-03-01", "protected"),
        ("null", "false", 2017, "2018-01-30", "not_due"),  # expected by 31 January of the next year
        ("null", "false", 2017, "2018-01-31", "no_data"),
        ("null", "false", 2003, "2018-02-01", "not_applicable"),  # the district was founded in 2004
    ],
)
def test_why_there_is_no_figure(rules, figure, protected, asked, today, expected):
    life = "date '2004-01-01', date '2025-06-30'"
    due = "1, 1, 31"

    found = value(rules, f"figure_state({figure}, {protected}, {asked}, {life}, {due}, date '{today}')")

    assert found == expected


@pytest.mark.parametrize("plan", [6037.77, 24442.08, 89713.32, 0.3, 0.0])
@pytest.mark.parametrize("kind", ["reach", "not_exceed", "reduce_points"])
def test_a_plan_met_exactly_is_met(rules, kind, plan):
    """Also where 100 × a ÷ a falls short of 100 in the last binary digit."""
    assert value(rules, f"plan_met('{kind}', {plan}::double, {plan}::double, false)") is True
    assert value(rules, f"plan_missing('{kind}', {plan}::double, {plan}::double)") == 0


@given(st.lists(st.tuples(st.integers(0, 1000), st.integers(1, 1000)), min_size=1, max_size=15))
def test_the_whole_is_sum_over_sum_and_lies_among_the_parts(rules, pairs):
    whole, least, most = rules.execute(
        "select plan_share('reach', sum(a), sum(p), null), min(plan_share('reach', a, p, null)), "
        "max(plan_share('reach', a, p, null)) from (select unnest($1) as a, unnest($2) as p)",
        [[a for a, _ in pairs], [p for _, p in pairs]],
    ).fetchone()

    assert least - 1e-9 <= whole <= most + 1e-9


def test_sql_and_python_weigh_statuses_alike(rules):
    """The weakest counts; a text that is no status, and none, do not."""
    known = [*Status, "", None]
    for statuses in product(known, repeat=3):
        listed = ", ".join("null" if s is None else f"'{s}'" for s in statuses)
        assert value(rules, f"worst_status([{listed}]::varchar[])") == (worst(statuses) or "")
