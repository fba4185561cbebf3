"""What a visitor looks up."""

from dataclasses import dataclass

ALL = "tat_ca"
KINDS = (ALL, "actual", "estimate", "plan")
SPANS = (ALL, "nam", "thang", "khac")


@dataclass(frozen=True)
class Asked:
    """selected: districts. first, last: years. kind, span: of `KINDS`, `SPANS`, for the table."""

    indicator: str
    selected: tuple[str, ...]
    first: int
    last: int
    kind: str
    span: str
