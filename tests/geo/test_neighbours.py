"""Neighbours from the drawn boundaries are those of the reference table."""

import csv
from pathlib import Path

from geo.neighbours import neighbours_of
from geo.province import chosen_dir

FOLDER = chosen_dir("kien_giang")


def test_the_shipped_provinces_neighbours_are_the_reference():
    with (Path(__file__).parent / "adjacency.csv").open(encoding="utf-8") as lines:
        pairs = {frozenset(row.values()) for row in csv.DictReader(lines)}
    codes = sorted({code for pair in pairs for code in pair})

    found = {frozenset((code, other)) for code in codes for other in neighbours_of(FOLDER, code)}
    assert found == pairs


def test_islands_have_none():
    assert neighbours_of(FOLDER, "912") == () == neighbours_of(FOLDER, "no such code")
