"""What each command of `python -m data` does; one function a command, named like it."""

import argparse
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from data import backup as copies
from data import editions as lake
from data import lifting, publication, reading, settings
from data import publish as office
from data.clock import local
from data.errors import Fault, FaultsFound
from data.export import csv_text, write
from data.intake.mappings import remember
from data.intake.marked import marked
from data.intake.numbers import written
from data.serving import lifted as known_lifted
from data.table_files import LONG
from data.templates import write_template

LISTED = 20  # figures of each kind named by `check`; the rest is counted


def build(_: argparse.Namespace) -> None:
    """Builds and says each step."""
    edition = office.build(lambda name, share: print(f"{share:4.0%}  {name}", flush=True))
    print(f"Phiên bản mới nhất: {_line(edition)}")


def check(asked: argparse.Namespace) -> None:
    """Checks a file and says what publishing it would do."""
    office.build()
    try:
        judged = office.check(asked.file, reading.known(asked))
    except FaultsFound as wrong:
        _marked(asked, wrong.faults)
        raise
    _marked(asked, [], judged.remarks)
    say_account(judged)


def _marked(asked: argparse.Namespace, faults: list[Fault], remarks: Sequence[Fault] = ()) -> None:
    """Writes the file with its findings at their cells, where that is asked for."""
    if not asked.marked or not asked.file.is_file():
        return
    content = marked(asked.file.read_bytes(), asked.file.name, faults, remarks)
    try:
        with asked.marked.open("xb") as out:
            out.write(content)
    except OSError as error:
        what = f"không ghi được ({error.strerror})"
        fault = Fault(str(asked.marked), None, "", what, "Chọn tên chưa có, trong thư mục ghi được.")
        raise FaultsFound([*faults, fault]) from error
    print(f"{asked.marked}: tệp có đánh dấu.")


def publish(asked: argparse.Namespace) -> None:
    """Publishes a file."""
    office.build()
    before = lake.newest().id
    edition = office.publish(asked.file, asked.author, asked.message, say_account, reading.known(asked))
    print(
        "Không có gì thay đổi: không tạo phiên bản mới."
        if edition.id == before
        else f"Đã công bố: {_line(edition)}"
    )


def read(asked: argparse.Namespace) -> None:
    """Reads a table and says what was understood; stores a mapping or a long table when asked."""
    office.build()
    found = reading.read_file(asked.file, reading.known(asked))
    print("\n".join(reading.told(found)))
    if asked.confirm:
        for _, mapping in found.pairs:
            print(f"Đã nhớ cách hiểu: {remember(mapping).name}")
    if asked.out:
        write_long(found.rows[list(LONG)], asked.out)
        print(f"{asked.out}: {len(found.rows)} dòng.")
    if found.faults:
        raise FaultsFound(found.faults)


def template(asked: argparse.Namespace) -> None:
    """Writes a template to be filled in."""
    office.build()
    cells = write_template(
        asked.file,
        domain=asked.domain,
        indicators=asked.indicator,
        year=asked.year,
        month=asked.month,
        area=asked.area,
    )
    print(f"{asked.file}: biểu mẫu có {cells} ô nhập số.")


def editions(_: argparse.Namespace) -> None:
    """Lists the editions."""
    for known in lake.editions():
        print(_line(known))


def diff(asked: argparse.Namespace) -> None:
    """Prints the differences as CSV, so that they can be opened in a spreadsheet."""
    frame = lake.diff(asked.a, asked.b)
    print(csv_text(frame), end="")


def rollback(asked: argparse.Namespace) -> None:
    """Publishes an earlier edition anew."""
    print(f"Đã quay lại: {_line(publication.rollback(asked.id, asked.author, asked.message))}")


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
            f"{local(pd.Timestamp(row['time'])):%d/%m/%Y %H:%M}  {row['author']}: {row['reason']}"
        )


def export(asked: argparse.Namespace) -> None:
    """Writes an edition's stored figures as a long table that `publish` takes again."""
    office.build()
    chosen = lake.edition(asked.edition) if asked.edition is not None else lake.newest()
    rows = lake.stored_rows(chosen.id)[list(LONG)]
    if asked.file.suffix.lower() == ".csv":
        rows["value"] = rows["value"].map(written)  # never a dot before just three digits
    write_long(rows, asked.file)
    print(f"{asked.file}: {len(rows)} dòng của phiên bản {chosen.id}.")


def write_long(rows: pd.DataFrame, file: Path) -> None:
    """Writes a long table.

    Raises:
        FaultsFound: another ending, or the file cannot be written.
    """
    try:
        write(rows, file)
    except (ValueError, OSError) as error:
        raise FaultsFound(
            [
                Fault(
                    str(file),
                    None,
                    "",
                    str(error),
                    "Chọn đuôi .csv, .xlsx hoặc .parquet và thư mục ghi được.",
                )
            ]
        ) from error


def backup(asked: argparse.Namespace) -> None:
    """Writes all that the server keeps to one file."""
    print(f"{asked.file}: {copies.backup(asked.file)} tệp.")


def restore(asked: argparse.Namespace) -> None:
    """Puts a backup back and says which editions it holds."""
    print(f"{settings.lake_folder()}: {copies.restore(asked.file)} tệp.")
    editions(asked)


def _line(edition: lake.Edition) -> str:
    time = f"{local(edition.time):%d/%m/%Y %H:%M}"
    size = f"[{edition.kind}]  {edition.rows} dòng"
    return f"{edition.id}  {time}  {size}  {edition.author}: {edition.message}"


def say_account(judged: office.Judged) -> None:
    """Prints `account`."""
    print("\n".join(account(judged)))


def account(judged: office.Judged) -> list[str]:
    """What a file holds and would change, in lines: rows, remarks, new and changed figures (old → new)."""
    sheet, done = f", trang “{judged.sheet}”" if judged.sheet else "", judged.changes
    lines = [
        f"{judged.file}{sheet}: {judged.rows} dòng, không có lỗi; so với phiên bản {judged.on}: "
        f"{len(done.new)} mới, {len(done.changed)} thay đổi, {done.unchanged} không đổi."
    ]
    lines += [f"Lưu ý: {remark}" for remark in judged.remarks]
    for called, rows in (("Mới", done.new), ("Thay đổi", done.changed)):
        for row in rows.head(LISTED).to_dict("records"):
            period = " – ".join(dict.fromkeys((row["period_start"], row["period_end"])))
            key = ", ".join(
                filter(None, (row["indicator"], row["area"], period, row["kind"], row["standard"]))
            )
            value = f"{row['value']:.15g}"
            if called == "Thay đổi":
                value = f"{row['value_before']:.15g} → {value}" + (f" ({row['said']})" if row["said"] else "")
            lines.append(f"  {called}: {key}: {value}")
        if len(rows) > LISTED:
            lines.append(f"  {called}: và {len(rows) - LISTED} số nữa")
    if done.leaving:
        lines.append(f"  Bỏ: {done.leaving} số minh họa, vì tệp có số liệu thật")
    return lines
