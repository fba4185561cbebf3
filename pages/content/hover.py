"""The lines of a hover that every figure writes alike: period, status, source."""

from collections.abc import Mapping

from data.absence import absent
from data.status import Status
from pages.text.numbers import number, period
from pages.text.words import words


def provenance(row: Mapping, language: str) -> list[str]:
    """Period, status and source of a row, each a line; what the row does not know stays empty.

    Args:
        row: may have period_start, period_end, status, source_title (or source), unstable, note,
            numerator, denominator.
    """
    say = words("figures", language)
    start, end = row.get("period_start"), row.get("period_end")
    when = period(start, end, language) if start and end and not (absent(start) or absent(end)) else ""
    status = "" if _absent(row.get("status")) else _status(row, language)
    if row.get("unstable") is True or (not _absent(row.get("unstable")) and bool(row.get("unstable"))):
        status = "; ".join(filter(None, (status, say["unstable"])))
    return [when, status, source_line(row, language)]


def _status(row: Mapping, language: str) -> str:
    """The status; of a computed figure how it was computed, as its note or its inputs say."""
    say, status = words("figures", language), str(row["status"])
    if status != Status.COMPUTED:
        return say[status]
    if not absent(row.get("denominator")):
        inputs = (number(row[c], 0, language) for c in ("numerator", "denominator"))
        return f"{say[status]}: {' ÷ '.join(inputs)}"
    note = row.get("note")
    return str(note) if language == "vi" and not _absent(note) else say[status]


def source_line(row: Mapping, language: str) -> str:
    """“Nguồn: …”, shortened where it would run off a phone; empty where none is known."""
    source = next((str(row[k]) for k in ("source_title", "source") if not _absent(row.get(k))), "")
    if len(source) > 90:
        source = source[:87].rsplit(" ", 1)[0] + " …"
    return words("figures", language)("source", source=source) if source else ""


def _absent(value: object) -> bool:
    return absent(value) or value == ""
