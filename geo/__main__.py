"""`python -m geo`: makes and checks a province's boundaries; exit code 2 means: mend and try again."""

import argparse
import sys
from pathlib import Path

from geo import HERE
from geo.errors import GeoError
from geo.province import province_dir


def main(arguments: list[str] | None = None) -> int:
    """Runs one command and prints what was measured."""
    top = argparse.ArgumentParser(prog="python -m geo", description="Ranh giới của tỉnh.")
    commands = top.add_subparsers(dest="command", required=True, metavar="LỆNH")
    one = commands.add_parser("build", help="làm ranh giới gọn từ một tệp GeoJSON chi tiết có thuộc tính code")
    one.add_argument("reference", type=Path, metavar="TỆP")
    one.add_argument("--province", help="tên thư mục trong geo/provinces/; mặc định theo DASHBOARD_PROVINCE")
    commands.add_parser("check", help="kiểm tra ranh giới đang dùng")
    asked = top.parse_args(arguments)
    from geo.build import build, measure  # geopandas takes a second to load

    try:
        if asked.command == "build":
            facts = build(asked.reference, HERE / "provinces" / asked.province if asked.province else province_dir())
        else:
            facts = measure(province_dir())
    except GeoError as error:
        print(error, file=sys.stderr)
        return 2
    print(facts.T.to_string(header=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
