"""Settings of the server, from environment variables; README's table is held to this class by a test."""

import os
import re
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from data import HERE
from data.errors import SettingError

PREFIX = "DASHBOARD_"
AUDIENCES = ("internal", "public")
SHORTEST_KEY = 10  # characters of a chosen key
FRAMES = re.compile(r"[A-Za-z0-9:/.* -]*")


class Settings(BaseSettings):
    """One variable each, `DASHBOARD_` before the name; an empty one counts as not set."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, extra="ignore", frozen=True)

    province: str = Field("kien_giang", description="name of a province's folders, or an absolute path")
    lake: Path | None = Field(None, description="folder of the lake")
    lake_catalogue: str = Field("", description="DuckLake catalogue elsewhere")
    lake_files: str = Field("", description="where the Parquet files lie")
    presenter_key: str = Field("", description="what opens the presenter's page")
    admin_key: str = Field("", description="what makes an administrator of whoever sits at this machine")
    roles: Path | None = Field(None, description="file of who has which role")
    audience: Literal["internal", "public"] = Field("internal", description="for whom the server answers")
    frame_ancestors: str = Field("", description="other sites that may show the pages in a frame")
    display_illustrative: Literal["show", "refuse"] = Field("show", description="on public screens")


def settings() -> Settings:
    """The settings in force; read anew when the environment has changed.

    Raises:
        SettingError: a value that is none of those allowed, or a variable that is all but one of ours.
    """
    return _read(tuple(sorted((k, v) for k, v in os.environ.items() if k.startswith(PREFIX))))


@lru_cache(maxsize=8)
def _read(environment: tuple[tuple[str, str], ...]) -> Settings:
    known = [PREFIX + name.upper() for name in Settings.model_fields]
    for name, _ in environment:
        near = get_close_matches(name, known, 1, cutoff=0.9)
        if name not in known and near:
            raise SettingError(f"{name}: không có biến này.\n  → Có phải {near[0]}? Sửa tên hoặc bỏ biến.")
    try:
        return _usable(Settings())  # type: ignore[call-arg] – pydantic fills it from the environment
    except ValidationError as error:
        fault = error.errors()[0]
        allowed = fault.get("ctx", {}).get("expected", "").replace("'", "").replace(" or ", " hoặc ")
        raise SettingError(
            f"{PREFIX}{str(fault['loc'][0]).upper()} = “{fault['input']}”: không có lựa chọn này.\n"
            f"  → Đặt {allowed}, hoặc bỏ trống."
        ) from error


def _usable(chosen: Settings) -> Settings:
    """The same settings; a value that every letter allows but that cannot be meant is refused.

    Raises:
        SettingError: never says a key.
    """
    for name in ("presenter_key", "admin_key"):
        key = getattr(chosen, name)
        if key and (len(key) < SHORTEST_KEY or len(set(key)) < SHORTEST_KEY // 2 or not key.isascii()):
            raise SettingError(
                f"{PREFIX}{name.upper()}: khóa quá ngắn, quá dễ đoán hoặc có dấu.\n"
                f"  → Đặt ít nhất {SHORTEST_KEY} chữ không dấu và số, hoặc bỏ trống: máy chủ tự tạo khóa."
            )
    if chosen.admin_key and chosen.admin_key == chosen.presenter_key:
        raise SettingError(
            f"{PREFIX}ADMIN_KEY: trùng với khóa trình chiếu.\n  → Đặt khóa khác, hoặc bỏ trống."
        )
    if not FRAMES.fullmatch(chosen.frame_ancestors):
        raise SettingError(
            f"{PREFIX}FRAME_ANCESTORS = “{chosen.frame_ancestors}”: không phải danh sách địa chỉ.\n"
            "  → Đặt các địa chỉ cách nhau bằng dấu cách, ví dụ https://cong.example.vn, hoặc bỏ trống."
        )
    return chosen


def province_name() -> str:
    """The province's short name: the folder's name, used in file names and addresses."""
    return Path(settings().province).name


def province_folder() -> Path:
    """The folder with the province's tables.

    Raises:
        SettingError: DASHBOARD_PROVINCE names a folder that does not exist.
    """
    chosen = settings().province
    folder = Path(chosen) / "data" if os.path.isabs(chosen) else HERE / "provinces" / chosen
    if not folder.is_dir():
        raise SettingError(
            f"DASHBOARD_PROVINCE = “{chosen}”: không có thư mục {folder}.\n"
            "  → Đặt tên một thư mục trong data/provinces/ hoặc đường dẫn đầy đủ tới thư mục của tỉnh."
        )
    return folder


def lake_folder() -> Path:
    """The folder of the lake: its catalogue file, and its Parquet files unless they lie elsewhere."""
    return settings().lake or HERE / "lake" / province_name()


def lake_catalogue() -> str:
    """What DuckLake attaches: a local SQLite file, or what DASHBOARD_LAKE_CATALOGUE says.

    SQLite, not a DuckDB file: the dashboard and `python -m data publish` are two processes,
    and a DuckDB file admits one at a time.
    """
    return settings().lake_catalogue or f"sqlite:{lake_folder() / 'catalogue.sqlite'}"


def lake_files() -> str:
    """Where the Parquet files lie: a folder or an S3 address."""
    return settings().lake_files or str(lake_folder() / "files")
