"""Mappings that a person has confirmed, kept in the lake's folder: one JSON file for each form of a table."""

import logging
from pathlib import Path

from pydantic import ValidationError

from data.intake.mapping import Mapping
from data.settings import lake_folder
from data.whole_files import write_whole

log = logging.getLogger("dashboard")


def remember(mapping: Mapping, folder: Path | None = None) -> Path:
    """Keeps a confirmed mapping, one JSON file a form, whole or not at all; the path.

    Raises:
        OSError: the folder cannot be written.
    """
    path = _path(mapping.signature, folder)
    write_whole(path, mapping.model_dump_json(indent=1).encode())
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
