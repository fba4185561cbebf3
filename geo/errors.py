"""The error of this floor, worded for whoever keeps the province's files."""

from pathlib import Path


class GeoError(Exception):
    """A file of the province is missing or wrong. The message answers: what, where, what to do next.

    Args:
        where: file (its name is shown) or setting, with the entry or feature where there is one.
        what: what is wrong.
        remedy: what to do.
    """

    def __init__(self, where: Path | str, what: str, remedy: str):
        self.where = where.name if isinstance(where, Path) else where
        self.what, self.remedy = what, remedy
        super().__init__(f"{self.where}: {what}\n  → {remedy}")
