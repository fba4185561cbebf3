"""Letters of before Unicode: fonts TCVN3 (ABC) and VNI in cells, Windows-1258 in text files.

Which one a text is written in is decided by what makes Vietnamese syllables (`sound`), over a whole sheet.
"""

import re
import unicodedata
from functools import cache
from pathlib import Path

from pydantic import Field

from data.errors import Fault
from data.toml_files import Strict, read_as

FILE = Path(__file__).with_name("charsets.toml")
TONES = "\u0300\u0301\u0303\u0309\u0323"
SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?"
    r"(?:uyê|uya|oai|oay|oeo|uây|uôi|ươi|ươu|iêu|yêu|uyu|oao|ia|iê|ya|yê|ua|uô|ưa|ươ|oa|oă|oe|uâ|uê|uy|uơ|ai|ao"
    r"|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y)"
    r"(?:ng|nh|ch|[cmnpt])?"
)
ENOUGH = 2  # words that only make sense when repaired, before a sheet is taken to be of an old font


class Charset(Strict):
    """One entry of charsets.toml: `written` and `meant` letter by letter; marks follow their letter."""

    name: str
    written: str
    meant: str
    marks: dict[str, str] = Field(default_factory=dict)


class Charsets(Strict):
    """All of charsets.toml."""

    tcvn3: Charset
    vni: Charset


@cache
def charsets() -> Charsets:
    """The declared tables.

    Raises:
        FaultsFound: an unknown or missing key; whoever edits the file mends it.
    """
    return read_as(Charsets, FILE.read_text(encoding="utf-8"), FILE.name)


def sound(text: str) -> tuple[int, int]:
    """How many words with marks are Vietnamese syllables, and how many are not; plain ASCII tells nothing."""
    good = bad = 0
    for word in re.split(r"[\s\d.,;:()/%+\-–“”\"'=_|*]+", text):
        if word.isascii():
            continue
        if _syllable(word):
            good += 1
        else:
            bad += 1
    return good, bad


def _syllable(word: str) -> bool:
    split = unicodedata.normalize("NFD", word.lower())
    tones = [c for c in split if c in TONES]
    bare = unicodedata.normalize("NFC", "".join(c for c in split if c not in TONES))
    stopped = bare.endswith(("c", "ch", "p", "t"))  # such a syllable has sắc or nặng
    right = tones in (["\u0301"], ["\u0323"]) if stopped else len(tones) <= 1
    return right and bool(SYLLABLE.fullmatch(bare))


def meant(text: str, charset: Charset) -> str | None:
    """The text that an old font shows; None where it holds a letter that the font does not have."""
    letters = dict(zip(charset.written, charset.meant, strict=True))
    marks = {**charset.marks, **{k.upper(): v for k, v in charset.marks.items()}}
    shown = ""
    for character in text:
        if character in marks and shown and unicodedata.normalize("NFD", shown[-1])[0].lower() in "aeouyơư":
            shown += marks[character]
        elif character in letters:
            shown += letters[character]
        elif character.isascii() or character in "\u00a0–—“”‘’…":
            shown += character
        else:
            return None
    return unicodedata.normalize("NFC", shown)


def repaired(rows: list[list[str]], file: str, sheet: str = "") -> tuple[list[list[str]], list[Fault]]:
    """The cells in Unicode, and a remark where an old font was recognised; else the rows as they are."""
    texts = {cell for row in rows for cell in row if not cell.isascii()}
    chosen, table = max(
        ((charset, _table(texts, charset)) for charset in (charsets().tcvn3, charsets().vni)),
        key=lambda pair: len(pair[1][1]),
    )
    changed, sure = table
    if sum(sound(text)[1] for text in sure) < ENOUGH:
        return rows, []
    mixed = any(ord(c) > 0x17F for t in texts for c in t if c.isalpha())
    replace = {t: new for t, new in changed.items() if t in sure or not mixed}
    count = sum(cell in replace for row in rows for cell in row)
    what = f"chữ viết bằng phông {chosen.name} ở {count} ô đã được chuyển sang Unicode"
    how = "Xem lại tên ở các ô này; lần sau gõ bằng Unicode."
    return (
        [[replace.get(cell, cell) for cell in row] for row in rows],
        [Fault(file, None, "", what, how, sheet)],
    )


def _table(texts: set[str], charset: Charset) -> tuple[dict[str, str], set[str]]:
    """Text → what it would mean, where that is no worse; those of them that make sense only so."""
    changed, sure = {}, set()
    for text in texts:
        shown = meant(text, charset)
        if shown is None or shown == text:
            continue
        before, after = sound(text), sound(shown)
        if after[1] <= before[1]:
            changed[text] = shown
            if after[1] < before[1] and after[0] > before[0]:
                sure.add(text)
    return changed, sure


def decoded(content: bytes) -> tuple[str, str]:
    """A text file's text and the name of its encoding; letters of old fonts stay for `repaired`.

    Raises:
        UnicodeDecodeError: a broken UTF-16 file.
        ValueError: no text (control characters).
    """
    for mark, codec in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return content.decode(codec), "UTF-16"
    zeros = content[1:4096:2].count(0), content[:4096:2].count(0)
    if max(zeros) * 4 > min(len(content), 4096):  # most letters of a table are ASCII
        return content.decode("utf-16-le" if zeros[0] > zeros[1] else "utf-16-be"), "UTF-16"
    if re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f]", content):
        raise ValueError("control characters")
    try:
        return content.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        western = content.decode("cp1252", "replace")
        vietnamese = unicodedata.normalize("NFC", content.decode("cp1258", "replace"))
        old = [meant(western, c) or "" for c in (charsets().tcvn3, charsets().vni)]
        if sound(vietnamese)[0] >= max(sound(text)[0] for text in old):
            return vietnamese, "Windows-1258"
        return western, "Windows-1252"
