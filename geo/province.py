"""Which province's shapes are served: a setting, never code."""

import os
from pathlib import Path

from geo import HERE
from geo.errors import GeoError

DEFAULT = "kien_giang"


def province_dir() -> Path:
    """The folder with boundaries.geojson, map.toml and tile_grid.csv of the chosen province.

    DASHBOARD_PROVINCE is a name under `geo/provinces/`, or the absolute path of a folder that
    holds `data/` and `geo/`.

    Raises:
        GeoError: the setting names a folder that does not exist.
    """
    chosen = os.environ.get("DASHBOARD_PROVINCE") or DEFAULT
    folder = Path(chosen) / "geo" if os.path.isabs(chosen) else HERE / "provinces" / chosen
    if not folder.is_dir():
        raise GeoError(f"DASHBOARD_PROVINCE = “{chosen}”", f"không có thư mục {folder}", "Đặt tên một thư mục trong geo/provinces/ hoặc đường dẫn đầy đủ.")
    return folder
