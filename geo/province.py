"""Finds the folder of the province that this server shows."""

import os
from pathlib import Path

from data.settings import settings
from geo import HERE
from geo.errors import GeoError

VARIABLE = "DASHBOARD_PROVINCE"


def chosen_dir(chosen: str) -> Path:
    """Where a province's map files lie, whether or not the folder exists.

    Args:
        chosen: a name under `geo/provinces/`, or the absolute path of a folder that holds `data/` and `geo/`.

    Raises:
        GeoError: neither a plain name nor an absolute path.
    """
    if os.path.isabs(chosen):
        return Path(chosen) / "geo"
    if chosen in (".", "..") or Path(chosen).name != chosen:
        raise GeoError(
            VARIABLE,
            f"“{chosen}” không phải tên thư mục, cũng không phải đường dẫn đầy đủ.",
            "Đặt tên một thư mục trong geo/provinces/ hoặc đường dẫn đầy đủ tới thư mục của tỉnh.",
        )
    return HERE / "provinces" / chosen


def province_dir(chosen: str | None = None) -> Path:
    """The folder with the province's map files.

    Args:
        chosen: as in `chosen_dir`; the setting DASHBOARD_PROVINCE when not given.

    Raises:
        GeoError: there is no such folder.
    """
    chosen = chosen or settings().province
    folder = chosen_dir(chosen)
    if not folder.is_dir():
        known = ", ".join(sorted(p.name for p in (HERE / "provinces").glob("*") if p.is_dir()))
        raise GeoError(
            f"{VARIABLE} = “{chosen}”",
            f"không có thư mục {folder}.",
            f"Chọn một trong: {known}; hoặc đường dẫn đầy đủ tới thư mục có data/ và geo/.",
        )
    return folder
