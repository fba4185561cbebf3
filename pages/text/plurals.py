"""A word by the number before it: 1 inspection, 2 inspections. The rule is Babel's (CLDR plural rules)."""

from collections.abc import Callable
from functools import lru_cache

from babel import Locale

NONE = "=0 "


def plural(count: int, forms: str, language: str) -> str:
    """The form of a word for a number.

    Args:
        forms: “of one|of others”, or one for all; before them “=0 of none|” where none is said otherwise.
    """
    none, *rest = forms.split("|")
    if not none.startswith(NONE):
        none, rest = "", [none, *rest]
    if none and count == 0:
        return none.removeprefix(NONE)
    return rest[0] if _rule(language)(count) == "one" else rest[-1]


@lru_cache(maxsize=4)
def _rule(language: str) -> Callable[[int], str]:
    return Locale.parse(language).plural_form
