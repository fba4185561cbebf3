"""Shared by all tests: the made-up province, and the real one built once."""

import sys
from pathlib import Path

import pytest
from hypothesis import settings

from data import editions
from data.publish import build
from tests.made_up import write

ROOT = Path(__file__).parent.parent
pytest_plugins = ["tests.postgres"]
settings.register_profile("steady", derandomize=True, deadline=None)  # finds what the last run found
settings.load_profile("steady")


@pytest.fixture
def made_up(tmp_path, monkeypatch):
    """The made-up province, chosen by the setting, with a lake of its own; not yet built."""
    monkeypatch.setenv("DASHBOARD_PROVINCE", str(write(tmp_path / "thu")))
    monkeypatch.setenv("DASHBOARD_LAKE", str(tmp_path / "lake"))
    _fresh()
    yield tmp_path / "thu"
    _fresh()


@pytest.fixture
def edition(made_up) -> int:
    """The made-up province built: its newest edition."""
    return build().id


@pytest.fixture(scope="session")
def real_lake(tmp_path_factory) -> Path:
    """A lake of the shipped province, built once for the whole run."""
    folder = tmp_path_factory.mktemp("real_lake")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DASHBOARD_LAKE", str(folder))
        patch.delenv("DASHBOARD_PROVINCE", raising=False)
        _fresh()
        build()
    return folder


@pytest.fixture
def real(real_lake, monkeypatch) -> int:
    """The newest edition of the shipped province."""
    monkeypatch.setenv("DASHBOARD_LAKE", str(real_lake))
    monkeypatch.delenv("DASHBOARD_PROVINCE", raising=False)
    _fresh()
    yield editions.newest().id
    _fresh()


def _fresh() -> None:
    """Another lake: what was read of the last one is forgotten."""
    from data import lake, serving

    editions.forget()
    editions.set_aside(())
    lake._database.cache_clear()
    serving._ready.clear()
    for name, module in list(
        sys.modules.items()
    ):  # kept by edition id, and another lake counts its editions anew
        if name.startswith("pages."):
            for kept in vars(module).values():
                if hasattr(kept, "cache_clear"):
                    kept.cache_clear()
