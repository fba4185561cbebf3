"""A PostgreSQL server of a test's own, where the machine has one."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def _postgres() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found and shutil.which("runuser") else None


@pytest.fixture
def postgres(tmp_path, monkeypatch):
    """A PostgreSQL server of this test's own, on a socket in its folder."""
    programs = _postgres()
    if programs is None or os.geteuid() != 0:
        pytest.skip("no PostgreSQL server programs on this machine")
    folder = Path("/tmp") / f"pg-{os.getpid()}"
    folder.mkdir()
    shutil.chown(folder, "postgres")
    as_postgres = ["runuser", "-u", "postgres", "--"]
    subprocess.run(
        [*as_postgres, programs / "initdb", "-D", folder / "data", "-A", "trust"],
        check=True,
        capture_output=True,
    )
    server = [
        *as_postgres,
        programs / "pg_ctl",
        "-D",
        folder / "data",
        "-o",
        f"-k {folder} -c listen_addresses=''",
        "-l",
        folder / "log",
        "-w",
    ]
    subprocess.run([*server, "start"], check=True, capture_output=True)
    monkeypatch.setenv("DASHBOARD_LAKE_CATALOGUE", f"postgres:host={folder} user=postgres dbname=postgres")
    yield
    from pages.live import database

    database._engine.cache_clear()
    subprocess.run([*server, "-m", "immediate", "stop"], capture_output=True)
    shutil.rmtree(folder, ignore_errors=True)
