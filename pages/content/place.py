"""An area as pictures and sentences write it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """An area as it is written: short name on labels, full name in hovers, its inner form in sentences."""

    code: str
    name: str
    full_name: str = ""
    inner_name: str = ""

    @property
    def full(self) -> str:
        """“Huyện …”, or the short name where no full one is given."""
        return self.full_name or self.name

    @property
    def inside(self) -> str:
        """“huyện …” as inside a sentence, or the full name where no inner one is given."""
        return self.inner_name or self.full
