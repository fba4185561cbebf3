"""What words in an office's own table mean, from `sheet_words.toml` and `units.toml`."""

import re
from decimal import Decimal
from functools import cache
from pathlib import Path

from data.intake.area_names import folded
from data.toml_files import Strict, read_as

HERE = Path(__file__).parent
BRACKETED = re.compile(r"[(\[]([^()\[\]]{1,30})[)\]]")


class SheetWords(Strict):
    """All of `sheet_words.toml`; patterns are of folded text."""

    total: str
    order: str
    area_heading: str
    note: str
    unit: str
    roman: str
    document: str
    part: str
    derived: str
    last_year: str
    kinds: dict[str, str]
    short: dict[str, str]
    idle: tuple[str, ...]
    names: dict[str, tuple[str, ...]]


class Units(Strict):
    """All of `units.toml`."""

    powers: dict[str, Decimal]
    units: dict[str, dict[str, Decimal]]
    words: dict[str, str]


@cache
def sheet_words() -> SheetWords:
    """The declared words.

    Raises:
        FaultsFound: an unknown or missing key; whoever edits the file mends it.
    """
    path = HERE / "sheet_words.toml"
    return read_as(SheetWords, path.read_text(encoding="utf-8"), path.name)


@cache
def units() -> Units:
    """The declared units.

    Raises:
        FaultsFound: as `sheet_words`.
    """
    path = HERE / "units.toml"
    return read_as(Units, path.read_text(encoding="utf-8"), path.name)


def is_word(text: str, kind: str) -> bool:
    """Whether a whole cell is a word of a kind: total, order, note or unit."""
    bare = folded(text)
    if bare and all(len(part) == 1 for part in bare.split()) and len(bare) > 3:
        bare = bare.replace(" ", "")  # “C Ộ N G”
    return bool(re.fullmatch(getattr(sheet_words(), kind), bare))


def unit_factors(text: str) -> dict[str, Decimal]:
    """Catalogue unit → by what a figure in the written unit is multiplied; empty for an unknown unit."""
    known = units()
    bare = _bare(text)
    for power, factor in [("", Decimal(1)), *known.powers.items()]:
        rest = bare.removeprefix(f"{power} ") if power else bare
        if power and rest == bare:
            continue
        if (key := known.words.get(rest, rest)) in known.units:
            return {unit: factor * by for unit, by in known.units[key].items()}
    return {}


def unit_in(heading: str) -> str:
    """The unit that a heading names: in brackets, after its last comma, or as the whole; else empty."""
    inside = [part for part in BRACKETED.findall(heading) if unit_factors(part)]
    if inside:
        return inside[-1].strip()
    last = re.split(r"[,;:>]", BRACKETED.sub("", heading))[-1].strip()
    if unit_factors(last) and last != heading.strip():
        return last
    return "%" if heading.rstrip().endswith("%") else ""


def unit_of_line(text: str) -> str:
    """What follows “Đơn vị tính:”; empty where the line is another, or names several units."""
    bare = re.sub(r"^[(\s]+|[)\s.]+$", "", text)
    found = re.match(r"(?:đơn\s*vị(?:\s*tính)?|đvt|đv\s*tính|unit)\s*[:：]?\s*(.+)", bare, re.IGNORECASE)
    return found[1].strip() if found and unit_factors(found[1]) else ""


def _bare(text: str) -> str:
    percent = text.replace("%", " phan tram ")
    return re.sub(r"\bphan tram\b", "%", folded(percent)).replace("diem %", "diem phan tram")
