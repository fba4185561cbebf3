"""Writes frames as files that offices open: CSV with BOM, XLSX, Parquet."""

import io
from collections.abc import Sequence
from pathlib import Path

import pandas as pd


def csv_bytes(frame: pd.DataFrame, notes: Sequence[str] = ()) -> bytes:
    """CSV in UTF-8 with BOM, so that Excel reads Vietnamese; `notes` follow the table as lines of their own.

    Numbers keep the dot as decimal mark: a file is for machines, a screen for people.
    """
    table = frame.to_csv(index=False)
    lines = "".join(f'"{note.replace(chr(34), chr(39))}"\n' for note in notes)
    return ("\ufeff" + table + ("\n" + lines if lines else "")).encode("utf-8")


def harmless(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with an apostrophe before texts that a spreadsheet would compute (=, +, -, @)."""
    return frame.map(
        lambda value: (
            f"'{value}"
            if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r"))
            else value
        )
    )


def parquet_bytes(frame: pd.DataFrame) -> bytes:
    """Parquet with the frame's types."""
    buffer = io.BytesIO()
    frame.to_parquet(buffer, index=False)
    return buffer.getvalue()


def write(frame: pd.DataFrame, path: Path) -> None:
    """Writes by the file's ending.

    Raises:
        ValueError: an ending other than .csv, .xlsx, .parquet.
        OSError: the folder cannot be written.
    """
    writers = {
        ".csv": lambda: path.write_bytes(csv_bytes(frame)),
        ".parquet": lambda: path.write_bytes(parquet_bytes(frame)),
        ".xlsx": lambda: frame.to_excel(path, index=False, freeze_panes=(1, 0)),
    }
    if path.suffix.lower() not in writers:
        raise ValueError(f"không biết dạng tệp “{path.suffix}”")
    writers[path.suffix.lower()]()
