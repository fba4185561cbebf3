"""Writes frames as files that offices open: CSV with BOM, XLSX, Parquet.

Every CSV and XLSX passes `harmless`: a text that a spreadsheet would compute never leaves as a formula.
`intake.grid.plain` takes the apostrophe away when such a file is read again.
"""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from data.intake.grid import FORMULA_SIGNS


def csv_bytes(frame: pd.DataFrame, notes: Sequence[str] = ()) -> bytes:
    """CSV in UTF-8 with BOM, so that Excel reads Vietnamese; `notes` follow the table as lines of their own.

    Numbers keep the dot as decimal mark: a file is for machines, a screen for people.
    """
    lines = "".join(f'"{_harmless(note.replace(chr(34), chr(39)))}"\n' for note in notes)
    return ("\ufeff" + csv_text(frame) + ("\n" + lines if lines else "")).encode("utf-8")


def csv_text(frame: pd.DataFrame) -> str:
    """CSV as text, for a terminal."""
    return harmless(frame).to_csv(index=False)


def harmless(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with an apostrophe before texts that a spreadsheet would compute (=, +, -, @)."""
    return frame.map(_harmless)


def _harmless(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_SIGNS) else value


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
        ".xlsx": lambda: harmless(frame).to_excel(path, index=False, freeze_panes=(1, 0)),
    }
    if path.suffix.lower() not in writers:
        raise ValueError(f"không biết dạng tệp “{path.suffix}”")
    writers[path.suffix.lower()]()
