"""The bytes that were handed in, in the lake's folder: one file for each SHA-256, written once."""

import hashlib
from pathlib import Path

from data.intake.kinds import HANDED_IN
from data.settings import lake_folder
from data.whole_files import write_whole
from pages.intake.flow import Refused

MOST = HANDED_IN // 2**20  # MB


def keep(content: bytes) -> str:
    """Keeps a file, whole or not at all; its SHA-256.

    Raises:
        Refused: refused_file (empty, or larger than `MOST`).
        OSError: the folder cannot be written.
    """
    if not 0 < len(content) <= MOST * 2**20:
        raise Refused("refused_file", most=MOST)
    sha256 = hashlib.sha256(content).hexdigest()
    path = _path(sha256)
    if not path.is_file():
        write_whole(path, content)
    return sha256


def content(sha256: str) -> bytes:
    """A file as it was handed in.

    Raises:
        Refused: refused_damaged (not there, or not the bytes that were kept).
    """
    try:
        kept = _path(sha256).read_bytes()
    except OSError:
        raise Refused("refused_damaged") from None
    if hashlib.sha256(kept).hexdigest() != sha256:
        raise Refused("refused_damaged")
    return kept


def _path(sha256: str) -> Path:
    return lake_folder() / "intake" / sha256
