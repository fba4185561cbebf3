"""Search that forgives missing diacritics, case and small slips: “ho ngheo” finds “Hộ nghèo”."""

import re
import unicodedata
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache

from data.catalogue import Catalogue, Indicator

SLIP = 0.8  # how alike two words must be (difflib's ratio) to pass for a slip of the fingers
SUGGESTED = 3


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Words in lower case without diacritics, “đ” as “d”, one space between.

    What is no letter or digit parts words.
    """
    bare = _bare(_bare(text))  # a compatibility sign may unfold into capitals
    return " ".join(re.findall(r"[^\W_]+", bare.replace("đ", "d")))


def found(catalogue: Catalogue, wanted: str) -> list[str]:
    """Ids of the indicators that fit, best first; all in the catalogue's order where nothing is wanted.

    The words in one row in a name or id come first, then all words in names, then in definitions;
    names in which every word is nearly there only where nothing else fits.
    """
    words = folded(wanted).split()
    if not words:
        return [] if wanted.strip() else list(catalogue.indicators)
    places = {i.id: _place(i, words) for i in catalogue.indicators.values()}
    exact = sorted((i for i, place in places.items() if place is not None), key=lambda i: places[i])
    return exact or [
        i
        for i in _by_likeness(catalogue, words)
        if all(_nearly(word, _names(catalogue.indicators[i])) for word in words)
    ]


def nearest_names(catalogue: Catalogue, wanted: str) -> list[str]:
    """Ids of the indicators whose names look most like what was wanted, for a search without a hit."""
    some = _by_likeness(catalogue, folded(wanted).split())
    return (some or [i.id for i in catalogue.indicators.values() if i.headline])[:SUGGESTED]


def _place(indicator: Indicator, words: list[str]) -> int | None:
    """0 is the best fit, None is none; the last word may be only begun."""
    names, texts = f" {_names(indicator)} ", f" {_texts(indicator)} "
    if f" {' '.join(words)}" in names:
        return 0
    sought = [*(f" {word} " for word in words[:-1]), f" {words[-1]}"]
    if all(word in names for word in sought):
        return 1
    return 2 if all(word in names + texts for word in sought) else None


def _nearly(word: str, names: str) -> bool:
    return f" {word}" in f" {names}" or (
        len(word) > 2 and bool(get_close_matches(word, names.split(), 1, SLIP))
    )


def _by_likeness(catalogue: Catalogue, words: list[str]) -> list[str]:
    """Ids whose names have anything like the words, the most alike first."""
    alike = {
        i.id: sum(_likeness(word, _names(i).split()) for word in words) for i in catalogue.indicators.values()
    }
    return [i for i in sorted(alike, key=lambda i: -alike[i]) if alike[i]]


def _likeness(word: str, among: list[str]) -> float:
    """0 to 1; unlike words count as nothing."""
    best = get_close_matches(word, among, 1, 0.6)
    return SequenceMatcher(None, word, best[0]).ratio() if best else 0


def _names(i: Indicator) -> str:
    names = [i.name.vi, i.name.en, *((i.short.vi, i.short.en) if i.short else ()), i.id]
    return " | ".join(folded(name) for name in names)


def _texts(i: Indicator) -> str:
    return f"{folded(i.definition.vi)} | {folded(i.definition.en)}"


def _bare(text: str) -> str:
    parted = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in parted if not unicodedata.combining(c)).casefold()
