"""Interface words: `say = words("figures", language)`, then `say["no_data"]` or `say("cut", year=2015)`.

A placeholder `{count:district|districts}` is the word that fits the number, not the number itself.
"""

import string
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from pages.text import HERE
from pages.text.plurals import plural

LANGUAGES = ("vi", "en")


class Words(Mapping[str, str]):
    """One table of words in one language; a missing key is named with its table."""

    def __init__(self, table: str, entries: Mapping[str, str], language: str):
        self.table = table
        self._entries = dict(entries)
        self._plurals = _Plurals(language)

    def __getitem__(self, key: str) -> str:
        try:
            return self._entries[key]
        except KeyError:
            raise KeyError(f"pages/text: bảng “{self.table}” không có “{key}”") from None

    def __call__(self, key: str, **values: object) -> str:
        """The text of `key` with its {placeholders} filled; raises KeyError when one is not given."""
        text = self[key]
        return self._plurals.format(text, **values) if "|" in text else text.format(**values)

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)


class _Plurals(string.Formatter):
    """Formatting in which “{n:one|others}” chooses a word by the number n."""

    def __init__(self, language: str):
        self.language = language

    def format_field(self, value, format_spec: str) -> str:
        if "|" in format_spec:
            return plural(value, format_spec, self.language)
        return super().format_field(value, format_spec)


def words(table: str, language: str) -> Words:
    """The words of a table, read anew when its file has changed.

    Args:
        table: name of a file in `vi/` and `en/`, without ending.
        language: "vi" or "en"; anything else is read as "vi".

    Raises:
        KeyError: there is no such table; whoever added the screen adds the file.
    """
    path = HERE / (language if language in LANGUAGES else "vi") / f"{table}.toml"
    try:
        changed = path.stat().st_mtime_ns
    except FileNotFoundError:
        raise KeyError(f"pages/text: không có bảng “{table}” ({path.parent.name}/{path.name})") from None
    return _read(path, changed)


def tables() -> list[str]:
    """Names of all tables that either language has, in alphabetical order."""
    return sorted({path.stem for language in LANGUAGES for path in (HERE / language).glob("*.toml")})


@lru_cache(maxsize=256)
def _read(path: Path, changed: int) -> Words:
    return Words(path.stem, tomllib.loads(path.read_text(encoding="utf-8")), path.parent.name)
