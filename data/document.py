"""Who issues the province's documents: the table [document] of province.toml."""

from pydantic import ValidationError

from data.catalogue import Strict, Words
from data.errors import Fault, FaultsFound


class Document(Strict):
    r"""Agencies, symbol, place and signatory as they stand on official documents; all may be left out.

    superior_agency, agency: as written above number and symbol; \n in them breaks the line. symbol: the
    agency's abbreviation (Số: …/BC-<symbol>). place: before the date. addressees: “Kính gửi”. signatory_name:
    empty leaves room for a name. recipients: “Nơi nhận”, without “Lưu”.
    """

    superior_agency: Words | None = None
    agency: Words | None = None
    symbol: str = ""
    place: Words | None = None
    addressees: tuple[Words, ...] = ()
    signatory_title: Words | None = None
    signatory_name: str = ""
    recipients: tuple[Words, ...] = ()


def read_document(about: dict) -> Document:
    """The table [document] of a province's `about`; everything empty where it has none.

    Raises:
        FaultsFound: an unknown key, or a value of the wrong kind.
    """
    try:
        return Document.model_validate(about.get("document", {}))
    except ValidationError as error:
        raise FaultsFound(
            [
                Fault(
                    "province.toml",
                    None,
                    ".".join(map(str, ("document", *e["loc"]))),
                    e["msg"],
                    "Các khóa của [document] nêu trong data/document.py.",
                )
                for e in error.errors()
            ]
        ) from error
