"""What the cells of a template say and take: comments and data validation, by indicator."""

from datetime import date

from data.catalogue import Catalogue, Indicator
from data.intake.numbers import EXACT
from data.intake.template_words import template_words

LONGEST_MESSAGE = 255  # characters of Excel's message at a cell
DAY = "%d/%m/%Y"


def due(indicator: Indicator, year: int) -> date | None:
    """When the figure of a year is expected; None where nothing is declared."""
    expected = indicator.expected
    return expected and date(year + expected.years_later, expected.month, expected.day)


def comment(indicator: Indicator, catalogue: Catalogue, year: int) -> str:
    """Definition, unit, documents and deadline of an indicator, a line each."""
    words, day = template_words().comment, due(indicator, year)
    basis = "; ".join(catalogue.legal_basis(document).name("vi") for document in indicator.legal_basis)
    return "\n".join(
        [
            words.definition.format(definition=indicator.definition("vi")),
            words.unit.format(unit=catalogue.unit(indicator, "vi")),
        ]
        + ([words.basis.format(basis=basis)] if basis else [])
        + ([words.deadline.format(day=day.strftime(DAY))] if day else [])
    )


def rule(indicator: Indicator, unit: str) -> dict:
    """The validation of a cell as XlsxWriter wants it, by the type that `cell_checks` holds the figure to.

    Args:
        unit: in words.
    """
    words, lowest, highest = template_words().entry, 0, EXACT
    if indicator.unit == "phan_tram":
        text, highest = words.rate, 100
    elif indicator.unit == "diem_phan_tram":
        text, lowest, highest = words.points, -100, 100
    else:
        text = words.amount if indicator.decimals or indicator.is_rate else words.count
    message = text.format(unit=unit)[:LONGEST_MESSAGE]
    return {
        "validate": "integer" if text == words.count else "decimal",
        "criteria": "between",
        "minimum": lowest,
        "maximum": highest,
        "input_message": message,
        "error_title": words.wrong,
        "error_message": message,
    }


def day_rule() -> dict:
    """The validation of the cell for the day of a document: no day to come."""
    words = template_words().entry
    return {
        "validate": "date",
        "criteria": "between",
        "minimum": date(1945, 1, 1),
        "maximum": "=TODAY()",
        "error_title": words.wrong,
        "error_message": words.published,
    }
