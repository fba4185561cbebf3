"""`python -m data`: the office's own way in.

Messages are Vietnamese; exit code 2 means: mend and try again.
"""

import argparse
import sys
from pathlib import Path

from data.errors import DataError

COLUMNS = "indicator, area, period_start, period_end, kind, standard, value, status, source, published, note"


def parser() -> argparse.ArgumentParser:
    """The commands and what they take."""
    top = argparse.ArgumentParser(
        prog="python -m data", description="Kho số liệu hợp nhất của bảng điều hành."
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="LỆNH")

    commands.add_parser("build", help="dựng kho từ các bảng văn bản trong data/ (không làm gì nếu không đổi)")
    table = f"Bảng dài CSV (UTF-8) hoặc XLSX gồm các cột: {COLUMNS}."
    one = commands.add_parser("check", help="kiểm tra một tệp, nêu mọi lỗi, không ghi gì", description=table)
    one.add_argument("file", type=Path, metavar="TỆP")
    one = commands.add_parser(
        "publish",
        help="công bố một tệp thành phiên bản mới; chỉ thay đúng các khóa có trong tệp",
        description=table,
    )
    one.add_argument("file", type=Path, metavar="TỆP")
    one.add_argument("--author", required=True, help="người công bố")
    one.add_argument("--message", required=True, help="nội dung công bố")
    commands.add_parser("editions", help="liệt kê các phiên bản, mới nhất trước")
    one = commands.add_parser("diff", help="so hai phiên bản")
    one.add_argument("a", type=int)
    one.add_argument("b", type=int)
    one = commands.add_parser("rollback", help="công bố lại một phiên bản cũ thành phiên bản mới")
    one.add_argument("id", type=int)
    one.add_argument("--author", default="python -m data rollback")
    one.add_argument("--message", default="")
    one = commands.add_parser(
        "lift", help="bỏ bảo mật một số nhỏ với công chúng; phiên bản mới ghi lại ai, khi nào, vì sao"
    )
    one.add_argument("--indicator", required=True, metavar="MÃ")
    one.add_argument("--area", required=True, metavar="MÃ")
    one.add_argument("--year", required=True, type=int, metavar="NĂM")
    one.add_argument("--author", required=True, help="người quyết định")
    one.add_argument("--reason", required=True, help="lý do")
    commands.add_parser("lifted", help="liệt kê những số đã bỏ bảo mật")
    one = commands.add_parser("export", help="xuất một phiên bản thành bảng dài")
    one.add_argument("file", type=Path, metavar="TỆP", help="đuôi .csv, .xlsx hoặc .parquet quyết định dạng")
    one.add_argument("--edition", type=int, help="mặc định: mới nhất")
    return top


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; returns the exit code: 0 done, 2 something to mend (said on stderr)."""
    asked = parser().parse_args(arguments)
    from data import commands  # after the arguments: DuckDB and pandas take a second to load

    try:
        return getattr(commands, asked.command)(asked) or 0
    except DataError as error:
        print(error, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
