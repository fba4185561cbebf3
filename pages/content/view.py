"""Who looks: edition, language, audience, day, surface."""

from dataclasses import dataclass, field
from datetime import date

from data.areas import Areas
from data.audience import current
from data.catalogue import Catalogue
from data.editions import edition
from data.serving import about, areas, catalogue
from pages.content.place import Place
from pages.text.words import Words, words


@dataclass(frozen=True)
class View:
    """One visitor's view; hashable, so that pictures can be cached by it."""

    edition: int
    language: str
    dark: bool
    today: date  # decides what is not yet due
    surface: str = "desk"  # or “hall”: slides and displays
    audience: str = field(default_factory=current)  # what is kept for one is never shown to another

    @property
    def catalogue(self) -> Catalogue:
        return catalogue(self.edition)

    @property
    def areas(self) -> Areas:
        return areas(self.edition)

    @property
    def about(self) -> dict:
        return about(self.edition)

    @property
    def rehearsal(self) -> bool:
        """Whether the edition holds illustrative figures at all."""
        return edition(self.edition).kind == "rehearsal"

    def say(self, table: str) -> Words:
        """A table of interface words in the visitor's language."""
        return words(table, self.language)

    @property
    def agency(self) -> str:
        return self.about.get("agency", {}).get(self.language, "")

    @property
    def province(self) -> Place:
        return self.places(self.today)[self.areas.province]

    def places(self, day: date) -> dict[str, Place]:
        """Areas under the names in force on a day: whatever writes a name asks here."""
        at = {code: self.areas.at(code, day) for code in self.areas.codes}
        return {
            code: Place(code, *(form(self.language) for form in (area.label, area.full, area.inside)))
            for code, area in at.items()
        }

    def places_of(self, year: int) -> dict[str, Place]:
        """Areas under the names in force at the end of a year."""
        return self.places(date(year, 12, 31))

    def names(self, year: int, *, full: bool = False) -> dict[str, str]:
        """code → name at the end of a year, in the visitor's language."""
        return {code: p.full if full else p.name for code, p in self.places_of(year).items()}

    def label(self, indicator: str) -> str:
        return self.catalogue.indicators[indicator].label(self.language)

    def in_words(self, parameter: str, code: str) -> str:
        """How a code of the address is called on screen: an indicator, an area; anything else as it is."""
        if code in self.catalogue.indicators:
            return self.catalogue.indicators[code].name(self.language)
        places = self.places(self.today)
        return places[code].inside if parameter == "huyen" and code in places else code
