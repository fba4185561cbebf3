"""What each command of `python -m data` does; one function a command, named like it."""

import argparse

import pandas as pd

from data import editions as lake
from data import lifting
from data import publish as office
from data.errors import Fault, FaultsFound
from data.export import write
from data.serving import lifted as known_lifted
from data.table_files import LONG


def build(_: argparse.Namespace) -> None:
    """Builds and says each step."""
    edition = office.build(lambda name, share: print(f"{share:4.0%}  {name}", flush=True))
    print(f"Phiên bản mới nhất: {_line(edition)}")


def check(asked: argparse.Namespace) -> None:
    """Checks a file and says what publishing it would do."""
    office.build()
    found = office.check(asked.file)
    rows = found.frame
    for remark in found.remarks:
        print(f"Lưu ý: {remark}")
    print(
        f"{asked.file.name}: {len(rows)} dòng, không có lỗi; "
        f"{rows['indicator'].nunique()} chỉ tiêu, {rows['area'].nunique()} đơn vị."
    )


def publish(asked: argparse.Namespace) -> None:
    """Publishes a file."""
    office.build()
    print(f"Đã công bố: {_line(office.publish(asked.file, asked.author, asked.message))}")


def editions(_: argparse.Namespace) -> None:
    """Lists the editions."""
    for known in lake.editions():
        print(_line(known))


def diff(asked: argparse.Namespace) -> None:
    """Prints the differences as CSV, so that they can be opened in a spreadsheet."""
    frame = lake.diff(asked.a, asked.b)
    print(frame.to_csv(index=False), end="")


def rollback(asked: argparse.Namespace) -> None:
    """Publishes an earlier edition anew."""
    print(f"Đã quay lại: {_line(lake.rollback(asked.id, asked.author, asked.message))}")


def lift(asked: argparse.Namespace) -> None:
    """Shows a small count to the public."""
    office.build()
    print(
        "Đã bỏ bảo mật: "
        + _line(lifting.lift(asked.indicator, asked.area, asked.year, asked.author, asked.reason))
    )


def lifted(_: argparse.Namespace) -> None:
    """Lists what has been lifted."""
    office.build()
    for row in known_lifted(lake.newest().id).to_dict("records"):
        print(
            f"{row['indicator']}  {row['area']}  {row['year']}  "
            f"{pd.Timestamp(row['time']):%d/%m/%Y %H:%M} UTC  {row['author']}: {row['reason']}"
        )


def export(asked: argparse.Namespace) -> None:
    """Writes an edition's stored figures as a long table that `publish` takes again."""
    office.build()
    chosen = lake.edition(asked.edition) if asked.edition is not None else lake.newest()
    rows = lake.stored_rows(chosen.id)[list(LONG)]
    try:
        write(rows, asked.file)
    except (ValueError, OSError) as error:
        raise FaultsFound(
            [
                Fault(
                    str(asked.file),
                    None,
                    "",
                    str(error),
                    "Chọn đuôi .csv, .xlsx hoặc .parquet và thư mục ghi được.",
                )
            ]
        ) from error
    print(f"{asked.file}: {len(rows)} dòng của phiên bản {chosen.id}.")


def _line(edition: lake.Edition) -> str:
    time = f"{pd.Timestamp(edition.time):%d/%m/%Y %H:%M} UTC"
    size = f"[{edition.kind}]  {edition.rows} dòng"
    return f"{edition.id}  {time}  {size}  {edition.author}: {edition.message}"
