"""The lake: DuckLake tables of which every publication is one immutable snapshot.

One connection a process, one cursor a question (a connection is not thread-safe). The catalogue
is SQLite or PostgreSQL, so that the dashboard and the command line can hold the lake together.
"""

import threading
import time
from functools import lru_cache
from pathlib import Path

import duckdb

from data import HERE, settings
from data.errors import Damaged, NotStored, SettingError

EXTENSIONS = ("ducklake", "sqlite_scanner")
TRIES = 5
_opening = threading.Lock()


@lru_cache
def sql(name: str) -> str:
    """The text of `sql/<name>.sql`."""
    return (HERE / "sql" / f"{name}.sql").read_text(encoding="utf-8")


def cursor() -> duckdb.DuckDBPyConnection:
    """A cursor of its own on this process's database, with the lake attached as `lake`.

    Raises:
        SettingError: the lake cannot be opened where the settings say.
    """
    with _opening:
        return _database(settings.lake_catalogue(), settings.lake_files()).cursor()


@lru_cache
def _database(catalogue: str, files: str) -> duckdb.DuckDBPyConnection:
    database = duckdb.connect(":memory:", config={"allow_unsigned_extensions": False})
    wanted = [
        *EXTENSIONS,
        *(["postgres_scanner"] if catalogue.startswith("postgres:") else []),
        *(["httpfs"] if "://" in files else []),
    ]
    for extension in wanted:
        _load(database, extension)
    if catalogue.startswith("sqlite:"):
        Path(catalogue.removeprefix("sqlite:")).parent.mkdir(parents=True, exist_ok=True)
    if "://" not in files:
        Path(files).mkdir(parents=True, exist_ok=True)
    quoted = f"ducklake:{catalogue}".replace("'", "''"), files.replace("'", "''")
    home = Path(catalogue.removeprefix("sqlite:")).parent
    moved = (
        ", override_data_path true" if Path(files).parent == home else ""
    )  # catalogue and files move together
    attach = f"attach if not exists '{quoted[0]}' as lake (data_path '{quoted[1]}'{moved})"
    _attach(database, attach, catalogue)
    return database


def _attach(database: duckdb.DuckDBPyConnection, attach: str, catalogue: str) -> None:
    """Attaches the lake and makes what is missing of its tables; where several open a new one at once, the
    later ones try again.

    Raises:
        SettingError: the lake cannot be opened or written. Damaged: what it holds cannot be read.
    """
    for attempt in range(1, TRIES + 1):
        try:
            database.execute(attach)
            database.execute(sql("lake/create"))
            return
        except duckdb.Error as error:
            if "version" in str(error):
                raise Damaged(0, error) from error
            failed = NotStored(str(error))
            if not failed.disturbed or attempt == TRIES:
                raise SettingError(
                    f"Không mở được kho số liệu ({catalogue}): {error}\n"
                    "  → Kiểm tra DASHBOARD_LAKE, DASHBOARD_LAKE_CATALOGUE, DASHBOARD_LAKE_FILES "
                    "và quyền ghi thư mục."
                ) from error
            time.sleep(0.2 * attempt)


def _load(database: duckdb.DuckDBPyConnection, extension: str) -> None:
    """Loads a signed extension from its package; where the package is absent, DuckDB fetches it."""
    try:
        import duckdb_extensions

        duckdb_extensions.import_extension(extension)
    except (ImportError, ModuleNotFoundError):
        database.execute(f"install {extension}")
    database.execute(f"load {extension}")
