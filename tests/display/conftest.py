"""A playlist of a few scenes, rendered from the shipped edition."""

import re
from datetime import date

import pytest

from data.audience import PUBLIC, seen_by
from data.editions import edition
from data.serving import catalogue
from pages.display.bundle import bundle
from pages.display.playlist import parse
from pages.live import database

TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def engines():
    yield
    database._engine.cache_clear()


@pytest.fixture
def rendered(real):
    """Renders TOML scenes (or a whole playlist) as the bundle of the newest edition."""

    def render(text: str, of: int = 0, on: date = TODAY):
        whole = (
            text
            if re.search(r"^title", text.split("[[")[0], re.MULTILINE)
            else 'title = { vi = "Thử", en = "Trial" }\n' + text
        )
        with seen_by(PUBLIC):
            known = catalogue(of or real)
        return bundle("thu", parse(whole, known, "thu.toml"), edition(of or real), on)

    return render


def scene(kind: str, *indicators: str, **more: object) -> str:
    """One scene in TOML."""
    keys = "".join(f"{key} = {value}\n" for key, value in more.items())
    listed = ", ".join(f'"{i}"' for i in indicators)
    title = f'title = {{ vi = "Cảnh {kind}", en = "Scene {kind}" }}'
    return f'[[scenes]]\nkind = "{kind}"\n{title}\nindicators = [{listed}]\n{keys}'
