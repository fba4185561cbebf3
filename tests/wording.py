"""What an official editor refuses in a finished sentence, in Vietnamese and in English."""

import re

NUMBER = r"(?<![\d.,/–])"
RANK = r"(?:Tỉnh|Huyện|Thị xã|Thành phố)"
REFUSED = {
    "a word doubled": r"(?i)(?<![\w-])([^\W\d_]{2,}) \1(?![\w-])",
    "a space doubled": r"  ",
    "brackets doubled": r"\(\s*\(|\)\s*\)|\)\s*\(|\(\s*\)",
    "none counted as a number": NUMBER + r"0 (?:đơn vị|chỉ tiêu|districts?|units?|indicators?)\b",
    "from a number to itself": r"(?:từ|from) ([\d.,]+%?) (?:đến|to|lên|xuống) \1(?![\d.,%/])",
    "a range of one": NUMBER + r"(\d+)–\1(?!\d)",
    "a large rank inside a sentence": rf"(?:[\w,;:(“] |[(“]){RANK} [A-ZĐ]",
    "a space before %": r"\d\)? %",
    "per cent cut short": r"điểm %",
    "a space before a stop": r"[^\W_]\)? [,.;](?:\s|$)",
    "a stop doubled": r"[,;:.][,;:]|(?<!\.)\.\.(?!\.)",
    "an old spelling": r"(?i)(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\w)",
    "a zero too many in a day": r"\d/0[3-9]/\d{4}|\d/\d{1,2}/\d{4}\d",
    "one of many": NUMBER + r"1 (?!has\b|is\b|was\b|this\b|as\b)[a-z]+s\b",
    "something left open": r"[{}]|\b(?:nan|None|NaT)\b",
}


def faults(text: str) -> list[str]:
    """Names of what is refused in a text, each with the words around it."""
    text = text.replace("\u00a0", " ")
    return [
        f"{name}: …{text[max(0, found.start() - 40) : found.end() + 40]}…"
        for name, pattern in REFUSED.items()
        for found in re.finditer(pattern, text)
    ]
