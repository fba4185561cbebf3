"""`python -m geo`: makes and checks boundaries.

Messages are Vietnamese; exit code 2 means: mend and try again.
"""

import argparse
import sys
from pathlib import Path

from data.settings import settings
from geo.errors import GeoError
from geo.province import chosen_dir, province_dir


def parser() -> argparse.ArgumentParser:
    """The commands and what they take."""
    top = argparse.ArgumentParser(prog="python -m geo", description="Ranh giới và bản đồ của tỉnh.")
    commands = top.add_subparsers(dest="command", required=True, metavar="LỆNH")
    place = (
        "tên trong geo/provinces/ hoặc đường dẫn đầy đủ tới thư mục có data/ và geo/; "
        "mặc định: DASHBOARD_PROVINCE"
    )

    command = commands.add_parser(
        "build", help="dựng boundaries.geojson gọn nhẹ từ một tệp ranh giới chi tiết"
    )
    command.add_argument(
        "reference", type=Path, metavar="TỆP", help="GeoJSON, EPSG:4326, mỗi đơn vị có thuộc tính code"
    )
    command.add_argument("--province", metavar="TÊN", help=place)
    command.add_argument("--tolerance", type=float, metavar="ĐỘ", help="độ giản lược, tính bằng độ")
    command.add_argument("--grid", type=float, metavar="ĐỘ", help="lưới làm tròn đỉnh, tính bằng độ")
    command.add_argument("--islet-km2", type=float, metavar="KM2", help="bỏ các đảo nhỏ hơn")
    command = commands.add_parser("check", help="kiểm tra các tệp bản đồ của tỉnh, không ghi gì")
    command.add_argument("--province", metavar="TÊN", help=place)
    return top


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; returns the exit code: 0 done, 2 something to mend (said on stderr)."""
    asked = parser().parse_args(arguments)
    from geo import build  # after the arguments: GeoPandas takes a second to load

    try:
        if asked.command == "check":
            lines = build.check(province_dir(asked.province))
        else:
            folder = chosen_dir(asked.province or settings().province)
            options = {
                name: value
                for name in ("tolerance", "grid", "islet_km2")
                if (value := getattr(asked, name)) is not None
            }
            lines = build.build(asked.reference, folder, **options)
    except (GeoError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    print("\n".join(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
