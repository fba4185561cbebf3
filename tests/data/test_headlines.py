"""Headline indicators are declared in a data file, and nowhere in code."""

import re
import tomllib
from pathlib import Path

import pytest

from data.headlines import headlines
from pages.text.words import words

ROOT = Path(__file__).parents[2]
INDICATORS = {
    key
    for path in (ROOT / "data/indicators").glob("*.toml")
    for key in tomllib.loads(path.read_text("utf-8"))
}
DOMAINS = set(tomllib.loads((ROOT / "data/domains.toml").read_text("utf-8")))
CODE = sorted(
    path
    for room in ("pages", "data", "geo")
    for ending in ("py", "js", "sql", "html")
    for path in (ROOT / room).rglob(f"*.{ending}")
)


def test_the_lists_are_not_empty():
    assert len(INDICATORS) > 50 and len(CODE) > 100


@pytest.mark.parametrize("path", CODE, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_indicator_id_stands_in_code(path):
    written = set(re.findall(r"[a-z][a-z0-9_]*", path.read_text("utf-8")))
    assert not written & (INDICATORS - DOMAINS)


def test_every_headline_is_declared_in_the_catalogue():
    found = headlines()
    assert {*found.overview.cards, found.overview.map, *found.overview.trends} <= INDICATORS
    assert {*found.review.done, found.review.raised, found.review.against_last_year} <= INDICATORS
    assert set(found.leading) <= DOMAINS and set(found.leading.values()) <= INDICATORS


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_reviews_work_has_its_words(language):
    say = words("sentences", language)
    for key in headlines().review.done:
        assert "12" in say(f"review_{key}", value="12")
