"""`python -m data`: the office's own way in.

Messages are Vietnamese; exit code 2 means: mend and try again.
"""

import argparse
import sys
from pathlib import Path

from data.errors import Damaged, DataError

COLUMNS = "indicator, area, period_start, period_end, kind, standard, value, status, source, published, note"


def parser() -> argparse.ArgumentParser:
    """The commands and what they take."""
    top = argparse.ArgumentParser(
        prog="python -m data", description="Kho số liệu hợp nhất của bảng điều hành."
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="LỆNH")

    commands.add_parser("build", help="dựng kho từ các bảng văn bản trong data/ (không làm gì nếu không đổi)")
    table = f"Bảng dài CSV (UTF-8) hoặc XLSX gồm các cột: {COLUMNS}."
    command = commands.add_parser(
        "check", help="kiểm tra một tệp, nêu mọi lỗi, không ghi gì", description=table
    )
    command.add_argument("file", type=Path, metavar="TỆP")
    marked = "ghi tệp .xlsx mới: chính tệp đó, ô cần sửa tô màu và có ghi chú"
    command.add_argument("--marked", type=Path, metavar="TỆP_MỚI", help=marked)
    _add_period(command)
    command = commands.add_parser(
        "publish",
        help="công bố một tệp thành phiên bản mới; chỉ thay đúng các khóa có trong tệp",
        description=table,
    )
    command.add_argument("file", type=Path, metavar="TỆP")
    command.add_argument("--author", required=True, help="người công bố")
    command.add_argument("--message", required=True, help="nội dung công bố")
    _add_period(command)
    command = commands.add_parser(
        "read", help="đọc bảng của đơn vị (xlsx, xls, ods, csv), nêu đã hiểu mỗi cột, dòng là gì và mọi lỗi"
    )
    command.add_argument("file", type=Path, metavar="TỆP")
    _add_period(command)
    command.add_argument("--confirm", action="store_true", help="xác nhận cách hiểu này và nhớ cho lần sau")
    command.add_argument("--out", type=Path, metavar="TỆP.csv", help="ghi các số đọc được thành bảng dài")
    command = commands.add_parser(
        "template", help="lập biểu mẫu XLSX để đơn vị điền số; check và publish đọc thẳng tệp đã điền"
    )
    command.add_argument("file", type=Path, metavar="TỆP", help="tệp .xlsx chưa có")
    command.add_argument("--domain", metavar="LĨNH_VỰC", help="mọi chỉ tiêu của một lĩnh vực")
    command.add_argument(
        "--indicator", metavar="MÃ", nargs="+", action="extend", default=[], help="một hoặc nhiều chỉ tiêu"
    )
    command.add_argument("--year", required=True, type=int, metavar="NĂM")
    command.add_argument("--month", type=int, metavar="THÁNG", help="lũy kế đến hết tháng này; bỏ: cả năm")
    command.add_argument("--area", metavar="MÃ", help="một đơn vị; bỏ: mọi đơn vị cấp huyện và tỉnh")
    commands.add_parser("editions", help="liệt kê các phiên bản, mới nhất trước")
    command = commands.add_parser("diff", help="so hai phiên bản")
    command.add_argument("a", type=int)
    command.add_argument("b", type=int)
    command = commands.add_parser("rollback", help="công bố lại một phiên bản cũ thành phiên bản mới")
    command.add_argument("id", type=int)
    command.add_argument("--author", default="python -m data rollback")
    command.add_argument("--message", default="")
    command = commands.add_parser(
        "lift", help="bỏ bảo mật một số nhỏ với công chúng; phiên bản mới ghi lại ai, khi nào, vì sao"
    )
    command.add_argument("--indicator", required=True, metavar="MÃ")
    command.add_argument("--area", required=True, metavar="MÃ")
    command.add_argument("--year", required=True, type=int, metavar="NĂM")
    command.add_argument("--author", required=True, help="người quyết định")
    command.add_argument("--reason", required=True, help="lý do")
    commands.add_parser("lifted", help="liệt kê những số đã bỏ bảo mật")
    command = commands.add_parser("export", help="xuất một phiên bản thành bảng dài")
    command.add_argument(
        "file", type=Path, metavar="TỆP", help="đuôi .csv, .xlsx hoặc .parquet quyết định dạng"
    )
    command.add_argument("--edition", type=int, help="mặc định: mới nhất")
    command = commands.add_parser("backup", help="sao lưu cả kho vào một tệp ZIP, máy chủ vẫn chạy")
    command.add_argument("file", type=Path, metavar="TỆP")
    command = commands.add_parser("restore", help="khôi phục một bản sao lưu vào thư mục kho còn trống")
    command.add_argument("file", type=Path, metavar="TỆP")
    return top


def _add_period(command: argparse.ArgumentParser) -> None:
    """What a table of an office's own form may not say itself."""
    command.add_argument("--period", metavar="NGÀY", help="ngày cuối kỳ của bảng theo mẫu riêng: 2025-12-31")
    command.add_argument("--year", type=int, metavar="NĂM", help="thay cho --period")
    command.add_argument("--month", type=int, metavar="THÁNG", help="cùng --year: lũy kế đến hết tháng này")
    command.add_argument("--domain", default="", metavar="LĨNH_VỰC", help="lĩnh vực của biểu")
    command.add_argument("--area", default="", metavar="MÃ", help="đơn vị của biểu chỉ có một đơn vị")


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; returns the exit code: 0 done, 2 something to mend (said on stderr)."""
    asked = parser().parse_args(arguments)
    import duckdb  # after the arguments: DuckDB and pandas take a second to load

    from data import commands

    try:
        return getattr(commands, asked.command)(asked) or 0
    except (DataError, duckdb.Error) as error:
        print(error if isinstance(error, DataError) else Damaged(0, error), file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
