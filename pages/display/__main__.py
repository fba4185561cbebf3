"""`python -m pages.display build [name] [--to FOLDER]`.

Renders the public screens, for a USB stick, a web host or a check.
"""

import argparse
import shutil
import sys
from pathlib import Path

from data.errors import DataError
from data.publish import build as build_lake
from pages.display import shelf


def main(arguments: list[str]) -> int:
    """0; 1 with a sentence where a screen could not be made."""
    parser = argparse.ArgumentParser(prog="python -m pages.display", description="Màn hình công cộng")
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("build", help="dựng bộ tệp của màn hình")
    command.add_argument("name", nargs="?", help="tên màn hình; tất cả nếu bỏ trống")
    command.add_argument("--to", type=Path, help="thư mục để chép bộ tệp vào, ví dụ USB")
    asked = parser.parse_args(arguments)
    try:
        build_lake()
        for name in [asked.name] if asked.name else [s.name for s in shelf.screens()]:
            bundle = shelf.build(name)
            if asked.to:
                bundle = Path(shutil.copytree(bundle, asked.to / name, dirs_exist_ok=True))
            print(f"{name}: {bundle}")
            for scene in shelf.in_force(name)["left_out"]:
                print(f"  bỏ cảnh {scene['scene']} “{scene['title']}”: {scene['reason']}")
    except (DataError, LookupError, ValueError, OSError) as error:
        print(f"Không dựng được: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
