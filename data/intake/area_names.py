"""Names of areas as offices write them: any case and spelling, with or without diacritics and rank."""

import re
import unicodedata

from data.areas import Areas

RANKS = re.compile(r"^(?:(?:huyen|thi xa|thanh pho|tinh)\s+|(?:h|tx|tp|t)(?:\.\s*|\s+))")


def folded(text: str) -> str:
    """A name without rank, diacritics, marks and case: “H. Tên Mới” as “ten moi”."""
    split = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    bare = "".join(c for c in split if not unicodedata.combining(c)).strip()
    return re.sub(r"[\W_]+", " ", RANKS.sub("", bare)).strip()


def codes_named(text: str, areas: Areas) -> tuple[str, ...]:
    """The codes of all areas that a text can name, in official order; none where it names none."""
    name = folded(text)
    return tuple(dict.fromkeys(a.code for a in areas.rows if name and folded(a.name) == name))
