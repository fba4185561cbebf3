"""Settings of the server, read from the environment; nothing about a province stands in code.

| variable | meaning | default |
| --- | --- | --- |
| DASHBOARD_PROVINCE | a name under `data/provinces/` and `geo/provinces/`, or the absolute path of a folder that holds `data/` and `geo/` laid out the same way | kien_giang |
| DASHBOARD_LAKE | folder of the lake (catalogue file and Parquet files) | data/lake/<province> |
| DASHBOARD_LAKE_CATALOGUE | DuckLake catalogue in another place, e.g. `postgres:dbname=… host=…` | SQLite file in the lake folder |
| DASHBOARD_LAKE_FILES | where the Parquet files lie, e.g. `s3://bucket/folder/` | `files/` in the lake folder |
| DASHBOARD_AUDIENCE | `internal`: everything is shown; `public`: small counts are protected (data/protection.py) | internal |
| DASHBOARD_DISPLAY_ILLUSTRATIVE | `show`: public screens show illustrative figures under their mark; `refuse`: never | show |
"""

import os
from pathlib import Path

from data import HERE
from data.errors import SettingError

DEFAULT_PROVINCE = "kien_giang"
AUDIENCES = ("internal", "public")
ON_DISPLAY = ("show", "refuse")


def province_name() -> str:
    """The province's short name: the folder's name, used in file names and addresses."""
    return Path(os.environ.get("DASHBOARD_PROVINCE") or DEFAULT_PROVINCE).name


def province_folder() -> Path:
    """The folder with the province's tables.

    Raises:
        SettingError: DASHBOARD_PROVINCE names a folder that does not exist.
    """
    chosen = os.environ.get("DASHBOARD_PROVINCE") or DEFAULT_PROVINCE
    folder = Path(chosen) / "data" if os.path.isabs(chosen) else HERE / "provinces" / chosen
    if not folder.is_dir():
        raise SettingError(
            f"DASHBOARD_PROVINCE = “{chosen}”: không có thư mục {folder}.\n"
            "  → Đặt tên một thư mục trong data/provinces/ hoặc đường dẫn đầy đủ tới thư mục của tỉnh."
        )
    return folder


def lake_folder() -> Path:
    """The folder of the lake: its catalogue file, and its Parquet files unless they lie elsewhere."""
    chosen = os.environ.get("DASHBOARD_LAKE")
    return Path(chosen) if chosen else HERE / "lake" / province_name()


def lake_catalogue() -> str:
    """What DuckLake attaches: a local SQLite file, or what DASHBOARD_LAKE_CATALOGUE says.

    SQLite, not a DuckDB file: the dashboard and `python -m data publish` are two processes,
    and a DuckDB file admits one at a time.
    """
    return os.environ.get("DASHBOARD_LAKE_CATALOGUE") or f"sqlite:{lake_folder() / 'catalogue.sqlite'}"


def lake_files() -> str:
    """Where the Parquet files lie: a folder or an S3 address."""
    return os.environ.get("DASHBOARD_LAKE_FILES") or str(lake_folder() / "files")


def audience() -> str:
    """For whom the server answers where no sign-in says otherwise.

    Raises:
        SettingError: DASHBOARD_AUDIENCE is none of `AUDIENCES`; nothing is shown rather than too much.
    """
    chosen = os.environ.get("DASHBOARD_AUDIENCE") or AUDIENCES[0]
    if chosen not in AUDIENCES:
        raise SettingError(
            f"DASHBOARD_AUDIENCE = “{chosen}”: không có đối tượng này.\n  → Đặt {' hoặc '.join(AUDIENCES)}, hoặc bỏ trống (internal)."
        )
    return chosen


def display_refuses_illustrative() -> bool:
    """Whether public screens show no illustrative figure, not even a marked one.

    Raises:
        SettingError: DASHBOARD_DISPLAY_ILLUSTRATIVE is none of `ON_DISPLAY`.
    """
    chosen = os.environ.get("DASHBOARD_DISPLAY_ILLUSTRATIVE") or ON_DISPLAY[0]
    if chosen not in ON_DISPLAY:
        raise SettingError(
            f"DASHBOARD_DISPLAY_ILLUSTRATIVE = “{chosen}”: không có lựa chọn này.\n  → Đặt {' hoặc '.join(ON_DISPLAY)}, hoặc bỏ trống (show)."
        )
    return chosen == "refuse"
