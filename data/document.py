"""Who issues the province's documents: the table [document] of province.toml."""

from dataclasses import replace

from data.catalogue import Words
from data.errors import FaultsFound
from data.toml_files import Strict, validated


class Document(Strict):
    r"""Agencies, symbol, place and signatory as they stand on official documents; all may be left out.

    superior_agency, agency: as written above number and symbol; \n in them breaks the line. symbol: the
    agency's abbreviation (Số: …/BC-<symbol>). place: before the date. addressees: “Kính gửi”. signatory_name:
    empty leaves room for a name. recipients: “Nơi nhận”, without “Lưu”; {districts} in them is what the
    districts were at the end of the year reported (“huyện, thị xã, thành phố”). drafting_unit: the
    abbreviation behind “Lưu: VT”.
    """

    superior_agency: Words | None = None
    agency: Words | None = None
    symbol: str = ""
    place: Words | None = None
    addressees: tuple[Words, ...] = ()
    signatory_title: Words | None = None
    signatory_name: str = ""
    recipients: tuple[Words, ...] = ()
    drafting_unit: str = ""


def read_document(about: dict, text: str = "") -> Document:
    """The table [document] of a province's `about`; everything empty where it has none.

    Args:
        text: of province.toml, where it is at hand: faults then name their line.

    Raises:
        FaultsFound: an unknown key, or a value of the wrong kind.
    """
    try:
        return validated(Document, about.get("document", {}), text, "province.toml", at=("document",))
    except FaultsFound as found:
        raise FaultsFound([replace(f, column=f"document.{f.column}") for f in found.faults]) from found
