"""Mappings that a person has confirmed, kept in the lake's folder: one JSON file for each form of a table."""

import logging
import os
import secrets
from pathlib import Path

from pydantic import ValidationError

from data.intake.mapping import Mapping
from data.settings import lake_folder

log = logging.getLogger("dashboard")


def remember(mapping: Mapping, folder: Path | None = None) -> Path:
    """Keeps a confirmed mapping, one JSON file a form, whole or not at all; the path.

    Raises:
        OSError: the folder cannot be written.
    """
    path = _path(mapping.signature, folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".half-{secrets.token_hex(8)}")
    try:
        with open(half, "w", encoding="utf-8") as file:
            file.write(mapping.model_dump_json(indent=1))
            file.flush()
            os.fsync(file.fileno())
        os.replace(half, path)
    finally:
        half.unlink(missing_ok=True)
    return path


def remembered(signature: str, folder: Path | None = None) -> Mapping | None:
    """The mapping of a form; None where there is none, or its file is damaged (which the log says)."""
    path = _path(signature, folder)
    try:
        return Mapping.model_validate_json(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (ValidationError, UnicodeDecodeError, OSError) as error:
        log.warning("mapping %s cannot be read: %s", path.name, error)
        return None


def _path(signature: str, folder: Path | None) -> Path:
    return (folder or lake_folder() / "intake" / "mappings") / f"{signature}.json"
