"""Which indicators of the catalogue play the roles of the poverty model."""

from functools import cache
from pathlib import Path

from data.toml_files import read_as

FILE = Path(__file__).with_name("roles.toml")


@cache
def roles() -> dict[str, str]:
    """role → indicator id, as declared in `roles.toml`.

    Raises:
        FaultsFound: no TOML, or a value that is no text; whoever edits the file mends it.
    """
    return read_as(dict[str, str], FILE.read_text(encoding="utf-8"), FILE.name)
