"""Files that are there whole or not at all, whatever ends the process."""

import os
import secrets
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file under a name of its own and puts it in place; makes the folder.

    Raises:
        OSError: the folder cannot be written; what was there stays.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".half-{secrets.token_hex(8)}")  # backups leave such a file out
    try:
        with open(half, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(half, path)
    finally:
        half.unlink(missing_ok=True)
