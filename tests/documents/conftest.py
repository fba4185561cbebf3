"""Editions that tests of documents are made from."""

import pytest

from data.editions import editions


@pytest.fixture
def published(real) -> int:
    """The published edition of the shipped province."""
    return next(e.id for e in editions() if e.kind == "published")
