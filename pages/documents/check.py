"""What is wrong with the templates in force, before anyone asks for a document."""

from functools import lru_cache

from data.errors import Fault, FaultsFound
from pages.documents import word
from pages.documents.deck import template as deck
from pages.documents.template import DECK, WORD, template_file


def template_faults() -> list[Fault]:
    """Every fault of the Word and the PowerPoint template; both are read anew when their files change."""
    return list(
        _faults(tuple((str(file), file.stat().st_mtime_ns) for file in map(template_file, (WORD, DECK))))
    )


@lru_cache(maxsize=4)
def _faults(files: tuple) -> tuple[Fault, ...]:
    faults: list[Fault] = []
    for opened in (lambda: word.open_template("vi"), deck.open_template):
        try:
            opened()
        except FaultsFound as error:
            faults += error.faults
    return tuple(faults)
